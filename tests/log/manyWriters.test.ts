import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { verify } from '../../src/log/core/verify.js';
import { channelOf } from '../../src/log/postgres/schema.js';
import { changed } from '../support/postgres.js';
import { collect, inPostgres, until } from '../support/logFixtures.js';

const WRITER = fileURLToPath(new URL('manyWriter.ts', import.meta.url));
const PROCESSES = 4;
const WRITERS = 2 * PROCESSES;
const EVENTS = 20_000;

let place: Awaited<ReturnType<typeof inPostgres>>;
let listener: pg.Client;
const notified: number[] = [];

beforeEach(async () => {
  place = await inPostgres();
  listener = new pg.Client(changed(place.url, ({ searchParams }) => searchParams.delete('schema')));
  await listener.connect();
  listener.on('notification', ({ payload }) => notified.push(Number(payload)));
  await listener.query(`LISTEN ${channelOf(place.name)}`);
});
afterEach(async () => {
  await listener.end();
  await place.dispose();
});

/** The positions acknowledged to the writers of one process. */
async function write(name: string): Promise<readonly number[]> {
  const args = ['--import', 'tsx', WRITER, place.url, name, String(EVENTS / WRITERS)];
  const writer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  writer.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  expect(await once(writer, 'close')).toEqual([0, null]);
  return printed.trim().split('\n').map(Number);
}

it(`${WRITERS} writers in ${PROCESSES} processes leave no gap, no inversion and no duplicate in ${EVENTS} events`, async () => {
  const log = await place.open();
  const state = { writing: true };
  const written = Promise.all(
    Array.from({ length: PROCESSES }, (_, n) => write(`process ${n}`)),
  ).finally(() => (state.writing = false));

  // A reader all the while: it never sees a later event before an earlier one.
  let last = 0;
  for (let looking = true; looking; looking = state.writing)
    for await (const page of log.read({ after: last }))
      for (const { position } of page) expect(position).toBe(++last);

  const acknowledged = (await written).flat();
  expect(acknowledged.sort((a, b) => a - b)).toEqual(
    Array.from({ length: EVENTS }, (_, index) => index + 1),
  );
  const events = await collect(log, {}, 5_000);
  expect(events.map(({ position }) => position)).toEqual(acknowledged);
  let before = -Infinity;
  for (const { recorded } of events) {
    expect(recorded).toBeGreaterThan(before);
    before = recorded;
  }
  expect(new Set(events.map(({ id }) => id)).size).toBe(EVENTS);
  const words = new Set(events.map(({ data }) => (data as { summary: string }).summary));
  expect(words.size).toBe(EVENTS);
  expect(await verify(log)).toMatchObject({ ok: true, count: EVENTS });

  await until(() => notified.at(-1) === EVENTS);
  expect(notified).toEqual([...new Set(notified)].sort((a, b) => a - b));
}, 180_000);
