import { mkdtemp, open as openFile, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LogUnavailable, UnknownLogUrl } from '../../src/log/core/errors.js';
import { openLog } from '../../src/log/openLog.js';
import { SCHEMA_VERSION } from '../../src/log/sqlite/schema.js';
import { statement } from '../support/logFixtures.js';

let directory: string;
let path: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-open-'));
  path = join(directory, 'log.db');
});
afterEach(() => rm(directory, { recursive: true }));

const refusal = async (url: string, options = {}) => {
  const error: unknown = await openLog(url, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(LogUnavailable);
  return (error as LogUnavailable).message;
};

describe('opening a log', () => {
  it('creates a file, also where the path is written as an absolute URL', async () => {
    await (await openLog(`sqlite://${path}`)).close();
    const log = await openLog(`sqlite:${path}`, { readonly: true });
    expect((await log.head()).position).toBe(0);
    await log.close();
  });

  it.each(['', 'parley.db', 'mysql://root:secret@db/parley', 'sqlite:', 'sqlite::memory:'])(
    'knows no log at "%s", and does not repeat it',
    async (url) => {
      const opening = openLog(url);
      await expect(opening).rejects.toBeInstanceOf(UnknownLogUrl);
      await expect(opening).rejects.not.toThrow(/secret/);
    },
  );

  it.each([
    [
      'postgres://root:secret@127.0.0.1:1/parley',
      /root:\*\*\*@127.0.0.1:1.* nothing answers there/,
    ],
    ['postgresql://127.0.0.1:1/parley?user=root&password=secret', /nothing answers there/],
    ['postgres://root:sec#ret/secret@db/parley', /not a URL .* %2F/],
    ['postgres://root:12#secret@db/parley', /not a URL .* %2F/],
    ['postgres://root:12/secret@db/parley', /not a URL .* %2F/],
    ['postgres://root:12?secret@db/parley', /not a URL .* %2F/],
    ['postgres://root:secret@db/parley?schema=a;b', /cannot name the schema/],
  ])('hides the password in what it says of %s', async (url, reason) => {
    const message = await refusal(url);
    expect(message).toMatch(reason);
    expect(message).not.toMatch(/secret/);
  });

  it('refuses a file that is not a database', async () => {
    await writeFile(path, 'x'.repeat(8192));
    expect(await refusal(`sqlite:${path}`)).toMatch(/not a SQLite database/);
  });

  it('refuses a database that is not a log, and leaves it as it was', async () => {
    const other = new Database(path);
    other.exec('CREATE TABLE accounts (n)');
    other.close();
    const before = await readFile(path);
    expect(await refusal(`sqlite:${path}`)).toMatch(/not a Parley log/);
    expect(await refusal(`sqlite:${path}`, { readonly: true })).toMatch(/not a Parley log/);
    expect(await readFile(path)).toEqual(before);
  });

  it('refuses a log written by a newer Parley', async () => {
    await (await openLog(`sqlite:${path}`)).close();
    const raw = new Database(path);
    raw.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    raw.close();
    expect(await refusal(`sqlite:${path}`)).toMatch(/newer Parley/);
  });

  it('creates nothing when it is to be read-only', async () => {
    expect(await refusal(`sqlite:${path}`, { readonly: true })).toMatch(/cannot be opened/);
    await writeFile(path, '');
    expect(await refusal(`sqlite:${path}`, { readonly: true })).toMatch(/empty/);
  });

  it('refuses a path whose directory is missing, and a directory', async () => {
    expect(await refusal(`sqlite:${directory}/none/log.db`)).toMatch(/directory does not exist/);
    expect(await refusal(`sqlite:${directory}`)).toMatch(/cannot be opened/);
  });
});

describe('a log whose file is locked or damaged', () => {
  it('records nothing of a group while another process keeps it locked, then goes on', async () => {
    const log = await openLog(`sqlite:${path}`, { busyTimeoutMs: 20 });
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    const results = await Promise.allSettled(
      ['a', 'b'].map((words) => log.append({ events: [statement(words)] })),
    );
    for (const result of results)
      expect(result).toMatchObject({ reason: { code: 'LOG_UNAVAILABLE' } });
    other.exec('ROLLBACK');
    other.close();
    const { events } = await log.append({ events: [statement('c')] });
    expect(events[0]?.position).toBe(1);
    await log.close();
  });

  it('reports a damaged file', async () => {
    const log = await openLog(`sqlite:${path}`);
    await log.append({ events: Array.from({ length: 200 }, (_, n) => statement(`${n}`)) });
    await log.close();
    const file = await openFile(path, 'r+');
    const { size } = await file.stat();
    // The first half holds the schema, without which it is not opened.
    const half = Math.ceil(size / 2);
    await file.write(Buffer.alloc(size - half, 0x5a), 0, undefined, half);
    await file.close();
    const damaged = await openLog(`sqlite:${path}`, { readonly: true });
    const reading = (async () => {
      for await (const page of damaged.read()) expect(page.length).toBeGreaterThan(0);
    })();
    await expect(reading).rejects.toThrow(/damaged/);
    await expect(reading).rejects.toBeInstanceOf(LogUnavailable);
    await damaged.close();
  });
});
