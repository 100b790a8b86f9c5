/** Snapshots spare a server reading a whole history; a snapshot that cannot be verified is not used. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SnapshotOutcome } from '../../src/app/observer.js';
import { Parley } from '../../src/app/parley.js';
import { openLog } from '../../src/log/openLog.js';
import { idOf, talks } from '../support/given.js';

const STREAM = 'negotiation/in-us';
let directory: string;
let file: string;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'parley-checkpoints-'));
  file = path.join(directory, 'log.db');
});
afterEach(() => rm(directory, { recursive: true }));

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const statement = (n: number) =>
  talks.StatementMade('2025-06-01', { speaker: 'A', summary: `word ${n}` });

/** What one server makes of the record, what became of checkpoints, and how many events it read. */
async function served(url = `sqlite:${file}`) {
  const outcomes: SnapshotOutcome[] = [];
  let read = 0;
  const parley = new Parley(await openLog(url), {
    observer: {
      snapshot: (outcome) => outcomes.push(outcome),
      folded: (_, events) => (read += events),
    },
  });
  const found = await parley.negotiation('in-us', { at: '2025-07-01' });
  const statements = found?.subject.statements.map(({ data }) => data.summary) ?? [];
  await parley.close();
  return { outcomes, read, statements };
}

async function write(count: number, url = `sqlite:${file}`, launch = LAUNCH): Promise<void> {
  const parley = new Parley(await openLog(url));
  const statements = Array.from({ length: count }, (_, n) => statement(n));
  await parley.append((await parley.head()).position === 0 ? [launch, ...statements] : statements);
  await parley.close();
}

function change(sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

describe('a snapshot', () => {
  it('is saved for a long history, and the next server reads only later events', async () => {
    await write(600);
    const first = await served();
    expect(first).toMatchObject({ outcomes: ['kept'], read: 601 });
    const second = await served();
    expect(second).toMatchObject({ outcomes: ['used'], read: 0 });
    expect(second.statements).toEqual(first.statements);
    expect(second.statements).toHaveLength(600);
    expect(second.statements).toContain('word 7');
  });

  it('is not saved for a short history', async () => {
    await write(20);
    expect(await served()).toMatchObject({ outcomes: [], read: 21 });
  });

  it('is continued from, and saved again after many more events', async () => {
    await write(600);
    await served();
    await write(30);
    expect(await served()).toMatchObject({ outcomes: ['used'], read: 30 });
    await write(600);
    const third = await served();
    expect(third.outcomes).toEqual(['used', 'kept']);
    expect(third.statements).toHaveLength(1_230);
    expect(await served()).toMatchObject({ outcomes: ['used'], read: 0 });
  });

  it.each([
    ['of another version', "UPDATE snapshots SET version = '0'"],
    ['whose body was changed', `UPDATE snapshots SET body = replace(body, 'word 7"', 'sword"')`],
    ['that is not JSON', "UPDATE snapshots SET body = '['"],
    ['whose position is wrong', 'UPDATE snapshots SET position = position - 1'],
    [
      'of a record that this log does not hold',
      `UPDATE snapshots SET record_hash = '${'0'.repeat(64)}'`,
    ],
  ])('%s is dropped and rebuilt from the log', async (_, sql) => {
    await write(600);
    const sound = await served();
    change(sql);
    const after = await served();
    expect(after).toMatchObject({ outcomes: ['dropped', 'kept'], read: 601 });
    expect(after.statements).toEqual(sound.statements);
    expect(await served()).toMatchObject({ outcomes: ['used'], read: 0 });
  });

  it('of another log is dropped', async () => {
    await write(600);
    await served();
    const other = path.join(directory, 'other.db');
    await write(650, `sqlite:${other}`, { ...LAUNCH, id: idOf(999_999) });
    change(`ATTACH '${other}' AS other; INSERT INTO other.snapshots SELECT * FROM snapshots;`);
    const { outcomes, statements } = await served(`sqlite:${other}`);
    expect(outcomes).toEqual(['dropped', 'kept']);
    expect(statements).toHaveLength(650);
  });

  it('is saved in a file that schema 1 created without snapshots', async () => {
    const first = new URL('../../src/log/sqlite/migrations/001_event_log.sql', import.meta.url);
    change(`${readFileSync(first, 'utf8')}; PRAGMA user_version = 1;`);
    await write(600);
    expect((await served()).outcomes).toEqual(['kept']);
    expect((await served()).outcomes).toEqual(['used']);
    expect(STREAM).toBe(LAUNCH.stream);
  });
});
