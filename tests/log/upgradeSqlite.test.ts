/** A file of a released schema version (see fixtures/README.md) is upgraded with its data. */
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { verify } from '../../src/log/core/verify.js';
import { openLog } from '../../src/log/openLog.js';
import { statement } from '../support/logFixtures.js';
import {
  CLOSED,
  EU_TALKS,
  expectAllData,
  expectAppends,
  fixture,
  now,
  oldPlan,
} from './upgradeFixtures.js';

describe('a SQLite file of schema 2', () => {
  let directory: string;
  let path: string;
  const logs: EventLog[] = [];
  const open = async (readonly = false) => {
    const log = await openLog(`sqlite:${path}`, { readonly, now });
    logs.push(log);
    return log;
  };

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-upgrade-'));
    path = join(directory, 'log.db');
    await copyFile(fixture('sqlite-2.db'), path);
  });
  afterEach(async () => {
    for (const log of logs.splice(0)) await log.close();
    await rm(directory, { recursive: true });
  });

  it('is upgraded when it is opened, keeps its head hash and takes appends', async () => {
    const log = await open();
    await expectAllData(log);
    await expectAppends(log);
  });

  it('is read and verified without being changed when it is opened read-only', async () => {
    const before = await readFile(path);
    await expectAllData(await open(true));
    expect(await readFile(path)).toEqual(before);
  });

  it('is upgraded once when several processes open it', async () => {
    const [one, other] = [await open(), await open()];
    await expectAllData(one);
    await expectAppends(other);
    expect((await one.head()).position).toBe(22);
  });

  it('still serves a process of the version before that has it open', async () => {
    const raw = new Database(path);
    const old = {
      event: raw.prepare(
        'INSERT INTO events (position, id, stream, revision, type, recorded, hash, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ),
      guest: raw.prepare('INSERT INTO guests (stream, position) VALUES (?, ?)'),
      about: raw.prepare('INSERT INTO abouts (target, position) VALUES (?, ?)'),
      remember: raw.prepare(
        'INSERT INTO idempotency (key, digest, first, last) VALUES (?, ?, ?, ?)',
      ),
      raise: raw.prepare('UPDATE promise SET floor = ?'),
      floor: raw.prepare('SELECT floor FROM promise').pluck(),
      put: raw.prepare(
        'INSERT OR REPLACE INTO checkpoints (stream, version, position, at, body, hash) VALUES (@stream, @version, @position, @at, @body, @hash)',
      ),
      names: raw.prepare('SELECT DISTINCT stream FROM guests ORDER BY stream').pluck(),
    };
    const log = await open();
    const { records, head, idempotency } = oldPlan();
    expect(old.floor.get()).toBe(CLOSED);
    for (const { record, target, streamLinks } of records) {
      const { position, id, stream, revision, type, recorded, hash, body } = record;
      old.event.run(position, id, stream, revision, type, recorded, hash, body);
      for (const link of streamLinks) old.guest.run(link, position);
      if (target !== undefined) old.about.run(target, position);
    }
    old.remember.run('old', idempotency!.digest, idempotency!.first, idempotency!.last);
    old.raise.run(CLOSED + 60_000);
    old.put.run({ stream: EU_TALKS, version: '1', position: 22, at: 'a', body: '[]', hash: 'b' });
    expect(old.names.all()).toContain(EU_TALKS);
    const kept = raw.prepare('SELECT count(*) FROM checkpoints').pluck().get();
    raw.close();
    expect(await verify(log, { expectedHead: head })).toMatchObject({ ok: true, count: 22 });
    expect(kept).toBe(0);
    const { events } = await log.append({ events: [statement('next')] });
    expect(events[0]?.recorded).toBe(CLOSED + 60_001);
  });
});
