/** The command line, run in a directory of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { onTestFinished, vi } from 'vitest';
import { run } from '../../src/cli/program.js';
import { PARLEY } from '../support/builtServer.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The shipped record, in the order in which it is imported. */
export const RECORD = ['in-us-bta', 'us-measures'].map((name) =>
  path.join(root, `events/logs/${name}.jsonl`),
);

/** Starting Node and the programme takes a second or two where much else runs. */
export const PATIENCE = { timeout: 120_000 };

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

function start(cwd: string, args: readonly string[], environment: Environment): ChildProcess {
  const { PARLEY_LOG: _, PARLEY_TOKENS: __, PORT: ___, ...inherited } = process.env;
  return spawn(process.execPath, [PARLEY, ...args], {
    cwd,
    env: { ...inherited, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

async function text(stream: NodeJS.ReadableStream | null): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('close', resolve));

/** Runs a command as the executable does, with a directory and an environment of its own. */
async function inProcess(
  directory: string,
  args: readonly string[],
  environment: Environment,
): Promise<Ran> {
  const before = { directory: process.cwd(), env: process.env };
  const { PARLEY_LOG: _, PARLEY_TOKENS: __, PORT: ___, ...inherited } = process.env;
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      printed[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      return true;
    }),
  );
  const error = vi.spyOn(console, 'error').mockImplementation((...values: unknown[]) => {
    printed.stderr += `${format(...values)}\n`;
  });
  process.env = { ...inherited, ...environment };
  process.chdir(directory);
  try {
    const status = await run(args);
    return { status, ...printed };
  } finally {
    process.chdir(before.directory);
    process.env = before.env;
    for (const spy of [...spies, error]) spy.mockRestore();
  }
}

export class Desk {
  constructor(readonly directory: string) {}

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  path(name: string): string {
    return path.join(this.directory, name);
  }

  /** Runs a command to its end: within this process, except servers. */
  parley(...args: readonly string[]): Promise<Ran> {
    return this.run(args);
  }

  async run(args: readonly string[], { env = {} }: { env?: Environment } = {}): Promise<Ran> {
    return args[0] === 'serve' ? this.spawn(args, { env }) : inProcess(this.directory, args, env);
  }

  /** Runs a command to its end, as a process. */
  async spawn(
    args: readonly string[],
    { env = {}, stdin = '' }: { env?: Environment; stdin?: string } = {},
  ): Promise<Ran> {
    const child = start(this.directory, args, env);
    child.stdin?.end(stdin);
    const [status, stdout, stderr] = await Promise.all([
      ended(child),
      text(child.stdout),
      text(child.stderr),
    ]);
    return { status, stdout, stderr };
  }

  /** Serves until stopped, or until the test ends; resolves once it says where. */
  serve(...args: readonly string[]): Promise<Service> {
    return this.serveUntil(onTestFinished, ...args);
  }

  /** Serves until stopped, or until what is registered with `atEnd` is called, such as `afterAll`. */
  async serveUntil(
    atEnd: (stop: () => Promise<void>) => void,
    ...args: readonly string[]
  ): Promise<Service> {
    const child = start(this.directory, ['serve', '--port', '0', ...args], {});
    const status = ended(child);
    atEnd(async () => {
      child.kill('SIGKILL');
      await status;
    });
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout! })) {
      lines.push(line);
      const url = /listening at (http:\/\/[^/]+)/.exec(line)?.[1];
      if (url === undefined) continue;
      child.stdout!.resume();
      return { url, lines, status, kill: (signal) => child.kill(signal) };
    }
    throw new Error(`serve ended with ${await status}: ${await text(child.stderr)}`);
  }
}

export interface Service {
  readonly url: string;
  /** What it said when it started. */
  readonly lines: readonly string[];
  readonly status: Promise<number | null>;
  kill(signal: NodeJS.Signals): boolean;
}

/** An empty directory, for its user to remove. */
export const lastingDesk = (): Desk => new Desk(mkdtempSync(path.join(tmpdir(), 'parley-cli-')));

/** An empty directory that goes with the test. */
export function desk(): Desk {
  const made = lastingDesk();
  onTestFinished(() => made.remove());
  return made;
}
