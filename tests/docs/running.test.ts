/** The settings, metrics, codes and commands of docs/running.md exist. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import { serveCommand } from '../../src/cli/commands/serve.js';
import { verify } from '../../src/log/core/verify.js';
import { openLog } from '../../src/log/openLog.js';
import { LOG_LEVELS } from '../../src/server/observability/logging.js';
import { PARLEY } from '../support/builtServer.js';
import { shippedEvents } from '../support/record.js';
import { startServer } from '../server/testServer.js';

const EVENTS = shippedEvents().length;
const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
const page = read('docs/running.md');

function directory(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'parley-docs-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** The part of the page under a heading. */
const section = (heading: string): string =>
  page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';

/** The cells of the tables in a part of the page, without their quotes. */
const rows = (part: string): string[][] =>
  [...part.matchAll(/^\| (.*) \|$/gm)]
    .map(([, row = '']) => row.split(' | ').map((cell) => cell.trim().replaceAll('`', '')))
    .slice(2);

describe('the configuration that the page lists', () => {
  it('matches the options of parley serve', () => {
    const listed = rows(section('Configuration')).map(([flag, variable]) => [flag, variable]);
    // Two that other programs gave their names to are read where they are used.
    const traced = { '--trace [url]': 'OTEL_EXPORTER_OTLP_ENDPOINT' } as Record<string, string>;
    const taken = serveCommand().options.map(({ flags, envVar }) => [
      flags,
      envVar ?? traced[flags] ?? '',
    ]);
    expect(listed).toEqual(taken);
  });

  it('names every log level', () => {
    const [, , levels = ''] = rows(section('Configuration')).find(([flag]) =>
      flag?.startsWith('--log-level'),
    )!;
    expect(levels.match(/\w+/g)!.filter((word) => word !== 'or')).toEqual([...LOG_LEVELS]);
  });
});

describe('the metrics that the page lists', () => {
  it('are all metrics, with their types', async () => {
    const { url } = await startServer();
    const text = await (await fetch(`${url}/metrics`)).text();
    const there = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, kind]) => [
      name,
      kind,
    ]);
    const listed = rows(section('Metrics')).map(([name, kind]) => [name, kind]);
    expect(there.filter(([name]) => name!.startsWith('parley_')).sort()).toEqual(listed.sort());
    for (const [name] of there) expect(section('Metrics')).toContain(name);
  });
});

describe('the codes of /ready that the page lists', () => {
  it('are all codes of /ready', () => {
    const source =
      read('src/server/observability/logHealth.ts') + read('src/server/observability/health.ts');
    const there = new Set(source.match(/(?<=')(?:LOG_[A-Z_]+|STOPPING)(?=')/g));
    const listed = rows(section('Health')).flatMap(([code]) =>
      /^[A-Z_]+$/.test(code ?? '') ? [code] : [],
    );
    expect(listed.sort()).toEqual([...there].sort());
  });
});

describe('the commands of the page', { timeout: 120_000 }, () => {
  const blocks = [...page.matchAll(/<!-- run -->\n\n```sh\n([\s\S]*?)```/g)].map(
    ([, text]) => text!,
  );

  it('exist', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(2);
  });

  it.each(blocks)('run as documented: %s', (block) => {
    const at = directory();
    symlinkSync(path.join(root, 'events'), path.join(at, 'events'));
    mkdirSync(path.join(at, 'bin'));
    const parley = path.join(at, 'bin', 'parley');
    writeFileSync(parley, `#!/bin/sh\nexec "${process.execPath}" "${PARLEY}" "$@"\n`);
    chmodSync(parley, 0o755);
    const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', block], {
      cwd: at,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${path.dirname(parley)}:${process.env['PATH']}` },
    });
    expect(stderr).not.toMatch(/^parley: /m);
    expect(stdout).toMatch(
      new RegExp(
        `${EVENTS} records in order, nothing changed\\.\nhead {6}${EVENTS}:[0-9a-f]{64}\n`,
      ),
    );
    expect(status).toBe(0);
  });
});

describe('a SQLite backup of the log of a running server', () => {
  it('passes verify', async () => {
    const at = directory();
    const parley = new Parley(await openLog(`sqlite:${path.join(at, 'parley.db')}`));
    await parley.append(shippedEvents(), { restore: true });
    const db = new Database(path.join(at, 'parley.db'));
    db.prepare('VACUUM INTO ?').run(path.join(at, 'backup.db'));
    db.close();
    const head = await parley.head();
    await parley.close();
    const backup = await openLog(`sqlite:${path.join(at, 'backup.db')}`, { readonly: true });
    expect(await verify(backup, { expectedHead: head })).toMatchObject({ ok: true, count: EVENTS });
    await backup.close();
  });
});
