/** What someone with the file and an SQL prompt can do, and that it shows. */
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { remakeIndex } from '../../../src/log/core/streamIndex/completeIndex.js';
import { verify } from '../../../src/log/core/verify.js';
import type { EventLog } from '../../../src/log/core/eventLog.js';
import { sha256 } from '../../../src/log/core/recordCodec.js';
import {
  Clock,
  onDisk,
  OTHER_TALKS,
  retraction,
  statement,
  uuid,
} from '../../support/logFixtures.js';

let place: Awaited<ReturnType<typeof onDisk>>;
let log: EventLog;
let raw: Database.Database;

beforeEach(async () => {
  place = await onDisk();
  log = await place.open(new Clock());
  await log.closeTimestamp(Date.parse('2025-11-04T11:00:00Z'));
  await log.append({
    idempotencyKey: 'k',
    events: [
      statement('one', { id: uuid(1), also: [OTHER_TALKS] }),
      statement('two', { id: uuid(2) }),
      retraction(uuid(1), { id: uuid(3) }),
      statement('four', { id: uuid(4), stream: OTHER_TALKS }),
    ],
  });
  raw = new Database(place.path);
});

afterEach(async () => {
  raw.close();
  await place.dispose();
});

describe('SQL against the tables of a log', () => {
  it.each([
    'UPDATE events SET body = body',
    'UPDATE events SET position = position + 100',
    'DELETE FROM events',
    'DELETE FROM events WHERE position = 4',
    'INSERT OR REPLACE INTO events SELECT * FROM events WHERE position = 2',
    `INSERT OR REPLACE INTO events SELECT 5, '${uuid(2)}', stream, 9, type, recorded, hash, body FROM events WHERE position = 2`,
    `INSERT OR IGNORE INTO events SELECT 2, '${uuid(9)}', stream, 9, type, recorded, hash, body FROM events WHERE position = 2`,
    `INSERT INTO events SELECT 4, '${uuid(9)}', stream, revision, type, recorded, hash, body FROM events WHERE position = 2 ON CONFLICT DO UPDATE SET body = ''`,
    'UPDATE OR REPLACE events SET position = 1 WHERE position = 2',
    `UPDATE stream_links SET stream = 'negotiation/x'`,
    'DELETE FROM stream_links',
    'INSERT OR REPLACE INTO stream_links SELECT * FROM stream_links',
    'UPDATE event_targets SET position = 1',
    'DELETE FROM event_targets',
    `UPDATE idempotency_keys SET digest = ''`,
    'DELETE FROM idempotency_keys',
    `INSERT OR REPLACE INTO idempotency_keys VALUES ('k', '', 1, 1)`,
    'UPDATE closed_timestamp SET instant = instant - 1',
    'UPDATE closed_timestamp SET instant = NULL',
    'DELETE FROM closed_timestamp',
    'INSERT OR REPLACE INTO closed_timestamp VALUES (1, 0)',
  ])('is refused: %s', async (sql) => {
    for (const recursive of ['OFF', 'ON']) {
      raw.pragma(`recursive_triggers = ${recursive}`);
      expect(() => raw.exec(sql)).toThrow(/append-only/);
    }
    expect(await verify(log)).toMatchObject({ ok: true, count: 4 });
  });
});

const dropTriggers = () => {
  const names = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  for (const name of names) raw.exec(`DROP TRIGGER ${String(name)}`);
};

/** Changes a body and gives it the hash that fits. */
const rewrite = (position: number, from: string, to: string) => {
  const read = raw.prepare('SELECT body FROM events WHERE position = ?').pluck();
  const body = (read.get(position) as string).replace(from, to);
  raw
    .prepare('UPDATE events SET body = ?, hash = ? WHERE position = ?')
    .run(body, sha256(body), position);
};

describe('verify, after the triggers were dropped', () => {
  beforeEach(dropTriggers);

  it.each<[string, string | (() => void), number, RegExp]>([
    ['a changed word', `UPDATE events SET body = replace(body, 'two', 'TWO')`, 2, /hash/],
    ['a changed hash', `UPDATE events SET hash = '00' WHERE position = 3`, 3, /hash/],
    ['a changed word with its hash made anew', () => rewrite(2, 'two', 'TWO'), 3, /previous hash/],
    [
      'a first record rewritten',
      () => rewrite(1, '"previous":"0', '"previous":"1'),
      1,
      /previous hash/,
    ],
    ['a body that is not canonical', () => rewrite(4, '{', '{ '), 4, /canonical/],
    ['a body that is not JSON', () => rewrite(4, '{', ''), 4, /canonical/],
    ['a missing record', 'DELETE FROM events WHERE position = 2', 2, /missing/],
    ['a column id', `UPDATE events SET id = '${uuid(9)}' WHERE position = 2`, 2, /column id/],
    ['a column stream', `UPDATE events SET stream = 'x' WHERE position = 2`, 2, /column stream/],
    ['a column revision', 'UPDATE events SET revision = 9 WHERE position = 2', 2, /revision/],
    ['a column type', `UPDATE events SET type = 'x' WHERE position = 4`, 4, /column type/],
    ['a column recorded', 'UPDATE events SET recorded = 1 WHERE position = 4', 4, /recorded/],
    ['a hidden history', 'DELETE FROM stream_links WHERE position = 1', 1, /not found there/],
    [
      'an invented history',
      `INSERT INTO stream_links VALUES ('${OTHER_TALKS}', 2)`,
      2,
      /not belong/,
    ],
    ['a stream invented', `INSERT INTO stream_links VALUES ('negotiation/x', 2)`, 2, /not belong/],
    ['a hidden retraction', 'DELETE FROM event_targets', 3, /target index/],
    [
      'a head of a stream moved back',
      `UPDATE stream_heads SET position = 1 WHERE stream = '${OTHER_TALKS}'`,
      4,
      /history of negotiation\/eu-in-fta end at position 1 .* instead of 4 .*reindex/,
    ],
    [
      'an index key invented',
      `INSERT INTO stream_keys VALUES ('party US', '${OTHER_TALKS}', 2)`,
      2,
      /"party US" of negotiation\/eu-in-fta is stated by no event/,
    ],
    [
      'an event that the text index lacks',
      `INSERT INTO event_text (event_text) VALUES ('delete-all')`,
      1,
      /has the event say something else.*reindex/,
    ],
    [
      'a last record rewritten with all that counts',
      () => rewrite(4, '"revision":1', '"revision":2'),
      4,
      /revision/,
    ],
    [
      'a recorded instant moved back',
      () => {
        rewrite(4, '2025-11-04T12:00:00.003Z', '2025-11-04T11:00:00.000Z');
        raw.exec(
          `UPDATE events SET recorded = ${Date.parse('2025-11-04T11:00:00Z')} WHERE position = 4`,
        );
      },
      4,
      /earlier than that of the record before it/,
    ],
  ])('names %s', async (_, change, position, problem) => {
    if (typeof change === 'string') raw.exec(change);
    else change();
    const result = await verify(log);
    expect(result).toMatchObject({ ok: false, position });
    expect(result.ok ? '' : result.problem).toMatch(problem);
  });

  it('names a key missing in the stream index, and that it can be made anew', async () => {
    await log.append({
      events: [
        {
          stream: OTHER_TALKS,
          type: 'PartyJoined',
          occurred: '2025-11-04',
          data: { party: 'CH' },
          certainty: 'INFERRED',
        },
      ],
    });
    raw.exec(`DELETE FROM stream_keys WHERE key = 'party CH'`);
    const result = await verify(log);
    expect(result).toMatchObject({ ok: false, position: 5 });
    expect(result.ok ? '' : result.problem).toMatch(
      /"party CH" of negotiation\/eu-in-fta is missing.*reindex/,
    );
  });

  it('needs a head noted elsewhere to miss a last record that was removed or rewritten', async () => {
    const expectedHead = await log.head();
    rewrite(4, 'four', 'FOUR');
    expect(await verify(log)).toMatchObject({ ok: false, position: 4, isDerived: true });
    await remakeIndex(log);
    expect(await verify(log)).toMatchObject({ ok: true, count: 4 });
    expect(await verify(log, { expectedHead })).toMatchObject({ ok: false, position: 4 });
    raw.exec('DELETE FROM events WHERE position = 4; DELETE FROM idempotency_keys');
    await remakeIndex(log);
    expect(await verify(log)).toMatchObject({ ok: true, count: 3 });
    expect(await verify(log, { expectedHead })).toMatchObject({ ok: false, position: 4 });
  });
});

it('verify reports its progress', async () => {
  const seen: number[] = [];
  await log.append({
    events: Array.from({ length: 1100 }, (_, n) => statement(`${n}`)),
  });
  const result = await verify(log, { progress: (checked) => seen.push(checked) });
  expect(seen).toEqual([500, 1000, 1104]);
  const { position, hash } = await log.head();
  expect(result).toEqual({ ok: true, count: 1104, head: { position, hash } });
});
