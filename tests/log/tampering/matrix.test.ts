/**
 * Every column of every table changed, in the first row and in the last; rows removed, added and
 * swapped: `verify` notices each where an answer could change. The tables are those that the database
 * lists: a new column fails here until `verify` compares it, or UNNOTICED says why it need not.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RECORDS } from './history.js';
import { changesOf, type TamperedLog } from './tables.js';
import { tamperedPostgres } from './tamperedPostgres.js';
import { tamperedSqlite } from './tamperedSqlite.js';
import { UNNOTICED } from './unnoticed.js';

const PATIENCE_MS = 200_000;

/** Tables that follow from the records. */
const DERIVED = [
  'stream_keys',
  'stream_heads',
  'stream_index_state',
  'event_text',
  'tree_nodes',
  'duty_steps',
  'duty_steps_log',
];

/** Exceptions that were needed, as `table: change`. */
const needed = new Set<string>();

/** Names an exception, or a change that has none. */
function nameOf(table: string, what: string): string {
  return `${table}: ${UNNOTICED[table]?.['*'] === undefined ? what : '*'}`;
}
const exceptions = Object.entries(UNNOTICED).flatMap(([table, reasons]) =>
  Object.keys(reasons).map((what) => `${table}: ${what}`),
);

describe.each([
  { engine: 'SQLite', tampered: tamperedSqlite },
  { engine: 'PostgreSQL', tampered: tamperedPostgres },
])('a log in $engine', ({ tampered }) => {
  let log: TamperedLog;
  beforeAll(async () => {
    log = await tampered();
  });
  afterAll(() => log.dispose());

  const table = (name: string) => log.tables.find((each) => each.name === name)!;

  it(
    'has verify notice every change of a table by which an answer could change',
    async () => {
      expect(await log.problem()).toBeUndefined();
      const unnoticed = new Set<string>();
      for (const each of log.tables) {
        const rows = await log.rows(each);
        for (const { what, rows: changed } of changesOf(each, rows)) {
          const name = nameOf(each.name, what);
          // One change shows that the exception is needed.
          if (exceptions.includes(name) && unnoticed.has(name)) continue;
          if ((await log.replace(each, changed)) && (await log.problem()) === undefined)
            unnoticed.add(name);
        }
        await log.replace(each, rows);
      }
      for (const name of unnoticed) needed.add(name);
      expect([...unnoticed].filter((name) => !exceptions.includes(name))).toEqual([]);
      expect(await log.problem()).toBeUndefined();
    },
    PATIENCE_MS,
  );

  it(
    'has verify --repair make anew each table that follows from the records',
    async () => {
      for (const each of log.tables.filter(({ name }) => DERIVED.includes(name))) {
        const rows = await log.rows(each);
        // Which of two rows is the one is for whoever dropped the check to say.
        const wrong = [...changesOf(each, rows)].find(({ what }) => what !== 'singleton');
        for (const changed of [[], wrong?.rows ?? []]) {
          await log.replace(each, changed);
          await log.repair();
          expect(await log.problem()).toBeUndefined();
        }
        await log.replace(each, rows);
      }
    },
    PATIENCE_MS,
  );

  it('has verify notice every page of its text index', async () => {
    const pages = log.tables.find(({ name }) => name === 'event_text_data');
    // PostgreSQL has a row for each event, of which the matrix changes some.
    if (!pages) return;
    const rows = await log.rows(pages);
    for (let at = 1; at < rows.length; at++) {
      await log.replace(pages, rows.toSpliced(at, 1));
      expect(await log.problem()).toMatch(/corrupt|has the event say something else/);
    }
    await log.replace(pages, rows);
  });

  it.each([
    ['rewritten with all hashes', { word: 'ONE' }, 'do not lead to the head that was signed'],
    ['rolled back', { records: RECORDS - 1 }, `a head of ${RECORDS} records was signed`],
  ])(
    'that was %s is in order by itself, and not with the head that was signed',
    async (_, history, problem) => {
      const signed = await log.rows(table('tree_head'));
      const other = await tampered(history);
      try {
        expect(await other.problem()).toBeUndefined();
        await other.replace(table('tree_head'), signed);
        expect(await other.problem()).toContain(problem);
      } finally {
        await other.dispose();
      }
    },
    PATIENCE_MS,
  );
});

it('no exception is made without need', () => {
  expect([...needed].sort()).toEqual([...exceptions].sort());
});
