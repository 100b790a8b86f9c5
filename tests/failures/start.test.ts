/** A server whose log is unusable does not start, and says why in one sentence. */
import { chmodSync, closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLog } from '../../src/log/openLog.js';
import { DidNotStart, ServerProcess, type Start } from '../cluster/serverProcess.js';
import { statement } from '../support/logFixtures.js';
import { changed, newSchema, sql } from '../support/postgres.js';
import { newDirectory } from './smallDisk.js';

const PATIENCE = { timeout: 120_000 };

/** Root may write everything: a process is only refused anything without that power. */
const WITHOUT_POWER = ['dac_override', 'dac_read_search'].map((power) => `-${power}`).join(',');
const within =
  process.getuid?.() === 0
    ? ['setpriv', `--bounding-set=${WITHOUT_POWER}`, `--inh-caps=${WITHOUT_POWER}`]
    : [];

/** What a server that does not start says; nothing but that. */
async function refusal(log: string, start?: Start): Promise<string> {
  const starting = ServerProcess.start(log, start).then((server) => server.kill());
  const error: unknown = await starting.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DidNotStart);
  const { status, stderr } = error as DidNotStart;
  expect(status).toBe(1);
  expect(stderr).toMatch(/^parley: [^\n]+\n$/);
  return stderr;
}

/** A log with a few events, closed. */
async function file(): Promise<string> {
  const at = path.join(newDirectory(), 'log.db');
  const log = await openLog(`sqlite:${at}`);
  await log.append({ events: [statement('one'), statement('two'), statement('three')] });
  await log.close();
  return at;
}

function overwrite(at: string, where: number, values: Buffer): void {
  const descriptor = openSync(at, 'r+');
  writeSync(descriptor, values, 0, values.length, where);
  closeSync(descriptor);
}

describe('a server does not start when its log file', PATIENCE, () => {
  it('is not a log', async () => {
    const at = path.join(newDirectory(), 'log.db');
    writeFileSync(at, 'Dear diary,\n'.repeat(500));
    expect(await refusal(`sqlite:${at}`)).toMatch(/is not a SQLite database\. Check the path/);
  });

  it('lacks its first page', async () => {
    const at = await file();
    overwrite(at, 100, Buffer.alloc(3_000, 0x5a));
    expect(await refusal(`sqlite:${at}`)).toMatch(/The log is damaged: .* restore from a backup/);
  });

  it('has a changed last event', async () => {
    const at = await file();
    overwrite(at, readFileSync(at).indexOf('"summary":"three"') + 11, Buffer.from('T'));
    expect(await refusal(`sqlite:${at}`)).toMatch(/The log is damaged: .*"parley verify"/);
  });

  it('was migrated by a newer Parley', async () => {
    const at = await file();
    const raw = new Database(at);
    raw.pragma('user_version = 99');
    raw.close();
    expect(await refusal(`sqlite:${at}`)).toMatch(/newer Parley \(schema 99.*Upgrade this Parley/);
    expect(readFileSync(at).readUInt32BE(60)).toBe(99);
  });

  it('is read-only', async () => {
    const at = await file();
    chmodSync(at, 0o444);
    expect(await refusal(`sqlite:${at}`, { within })).toMatch(
      /cannot be written\. Check the permissions of the file/,
    );
    const log = await openLog(`sqlite:${at}`, { readonly: true });
    expect((await log.head()).position).toBe(3);
    await log.close();
  });

  it('is in a read-only directory', async () => {
    const at = await file();
    chmodSync(path.dirname(at), 0o555);
    onTestFinished(() => chmodSync(path.dirname(at), 0o755));
    expect(await refusal(`sqlite:${at}`, { within })).toMatch(/directory cannot be written/);
  });
});

describe('a server does not start when its PostgreSQL', PATIENCE, () => {
  it('is not running', async () => {
    const nowhere = 'postgres://parley:secret@127.0.0.1:1/parley';
    const statement = await refusal(nowhere);
    expect(statement).toMatch(/nothing answers there\. Check host and port/);
    expect(statement).not.toContain('secret');
  });

  it('was migrated by a newer Parley', async () => {
    const schema = await newSchema();
    onTestFinished(() => schema.remove());
    await (await openLog(schema.url)).close();
    await sql(schema.url, `INSERT INTO ${schema.name}.migrations (version) VALUES (99)`);
    const statement = await refusal(schema.url);
    expect(statement).toMatch(/newer Parley \(schema 99.*Upgrade this Parley/);
    expect(statement).not.toContain(new URL(schema.url).password);
  });

  it('refuses its credentials', async () => {
    const { url } = await newSchema();
    const statement = await refusal(changed(url, (there) => (there.password = 'guessed')));
    expect(statement).toMatch(/the user or the password was refused/);
    expect(statement).not.toContain('guessed');
  });
});
