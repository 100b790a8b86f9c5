/** The server under load: a log drawn by a seed, tokens, and the process that serves it. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLog } from '../../../src/log/openLog.js';
import { writeField } from '../fieldLog.js';
import { CLI, start } from '../http.js';

/** Events of a measure and of a negotiation in such a log, eight measures to a negotiation. */
const EVENTS_OF_EIGHT = 8 * 6 + 30;

export interface SoakedServer {
  readonly port: number;
  readonly slugs: number;
  /** Of a reader and of an analyst. */
  readonly tokens: { readonly reader: string; readonly analyst: string };
  residentMb(): number;
  /** Why it ended by itself; undefined while it runs. */
  ended(): string | undefined;
  stop(): Promise<void>;
}

function createToken(file: string, name: string): string {
  const args = [CLI, 'tokens', 'create', name, '--role', name, '--tokens', file];
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8' });
  const secret = printed.split(/\s+/).find((word) => word.length >= 30);
  if (!secret) throw new Error(`No token was printed: ${printed}`);
  return secret;
}

export async function startServer(events: number, isPublic: boolean): Promise<SoakedServer> {
  const directory = mkdtempSync(path.join(tmpdir(), 'parley-soak-'));
  const log = `sqlite:${path.join(directory, 'log.db')}`;
  const negotiations = Math.max(Math.round(events / EVENTS_OF_EIGHT), 10);
  const opened = await openLog(log);
  await writeField(opened, { measures: negotiations * 8, negotiations });
  await opened.close();
  const file = path.join(directory, 'tokens.json');
  const tokens = { reader: createToken(file, 'reader'), analyst: createToken(file, 'analyst') };
  const profile = isPublic ? ['--public', '--metrics-port', '0', '--no-access-log'] : [];
  const options = [
    '--port',
    '0',
    '--log',
    log,
    '--no-record',
    '--tokens',
    file,
    '--log-level',
    'error',
  ];
  const { process: child, port } = await start([CLI, 'serve', ...options, ...profile]);
  let ended: string | undefined;
  child.once('exit', (code, signal) => (ended = `it ended with ${signal ?? code}`));
  const status = () => readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return {
    port,
    slugs: negotiations,
    tokens,
    residentMb: () => Number(/VmRSS:\s+(\d+) kB/.exec(status())?.[1]) / 1_024,
    ended: () => ended,
    async stop() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
      rmSync(directory, { recursive: true });
    },
  };
}
