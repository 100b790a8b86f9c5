/** The views for programs that read SQL have what the log has. */
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AnyEvent } from '../../events/catalogue.js';
import { targetEventId } from '../../events/links.js';
import { Parley } from '../../src/app/parley.js';
import { collect, inPostgres, onDisk } from '../support/logFixtures.js';
import { sql } from '../support/postgres.js';
import { storeDutySteps } from '../../src/app/datasets/dutySteps.js';
import { shippedEvents } from '../support/record.js';

type Row = Readonly<Record<string, unknown>>;

interface Views {
  readonly parley: Parley;
  readonly events: readonly AnyEvent[];
  readonly select: (text: string) => Promise<readonly Row[]>;
  /** The positions in the history of a stream, as the log has it. */
  readonly history: (stream: string) => Promise<readonly number[]>;
}

async function sqlite(): Promise<Views> {
  const place = await onDisk();
  onTestFinished(() => place.dispose());
  const log = await place.open();
  const parley = new Parley(log);
  await parley.append(shippedEvents(), { restore: true });
  const db = new Database(place.path, { readonly: true });
  onTestFinished(() => void db.close());
  return {
    parley,
    events: await collect(log),
    select: async (text) => db.prepare<[], Row>(text).all(),
    history: async (stream) =>
      (await collect(log, { streams: [stream] })).map(({ position }) => position),
  };
}

/** As a role that may select from the views and nothing else. */
async function postgres(): Promise<Views> {
  const place = await inPostgres();
  const role = `${place.name}_analyst`;
  onTestFinished(async () => {
    await sql(place.url, `DROP OWNED BY ${role}; DROP ROLE ${role}`);
    await place.dispose();
  });
  const log = await place.open();
  const parley = new Parley(log);
  await parley.append(shippedEvents(), { restore: true });
  const views = ['parley_events', 'parley_sources', 'parley_histories', 'parley_duty_steps'];
  await sql(
    place.url,
    `CREATE ROLE ${role}; GRANT USAGE ON SCHEMA ${place.name} TO ${role};
     GRANT SELECT ON ${views.map((view) => `${place.name}.${view}`).join(', ')} TO ${role}`,
  );
  const as = `SET ROLE ${role}; SET search_path = ${place.name}`;
  await expect(sql(place.url, `${as}; SELECT * FROM webhooks`)).rejects.toThrow(/denied/);
  await expect(sql(place.url, `${as}; SELECT * FROM events`)).rejects.toThrow(/denied/);
  await expect(sql(place.url, `${as}; DELETE FROM parley_events`)).rejects.toThrow(/denied/);
  return {
    parley,
    events: await collect(log),
    select: (text) => sql<Row>(place.url, `${as}; ${text}`),
    history: async (stream) =>
      (await collect(log, { streams: [stream] })).map(({ position }) => position),
  };
}

const json = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);

/** Duties over time, each row with the head of the log that it follows from. */
async function checkDutySteps(parley: Parley, select: Views['select']): Promise<void> {
  expect(await select('SELECT * FROM parley_duty_steps')).toEqual([]);
  await storeDutySteps(parley);
  const rows = await select('SELECT * FROM parley_duty_steps');
  const { position, hash } = await parley.head();
  for (const { log_position, log_hash } of rows)
    expect([Number(log_position), log_hash]).toEqual([position, hash]);
  const { subject } = await parley.duty({ imposedBy: 'US', on: 'IN' });
  const schedule = subject.schedule(Date.UTC(1900, 0), Date.UTC(2200, 0));
  expect(
    rows
      .filter(({ imposed_by, on_goods_of }) => imposed_by === 'US' && on_goods_of === 'IN')
      .map(({ starts_at, percentage_points }) => [
        starts_at && new Date(starts_at as string).getTime(),
        percentage_points,
      ]),
  ).toEqual(schedule.map(({ from, total }, i) => [i === 0 ? null : from, total]));
  expect(schedule.length).toBeGreaterThan(5);
}

describe.each([
  ['SQLite', sqlite],
  ['PostgreSQL', postgres],
])('the views of a log in %s', (_, open) => {
  it('have every event, source and history as the log has them, and duties once they are computed', async () => {
    const { parley, events, select, history } = await open();
    const rows = await select('SELECT * FROM parley_events ORDER BY position');
    expect(
      rows.map(({ data, recorded_at, position, revision, ...row }) => ({
        ...row,
        position: Number(position),
        revision: Number(revision),
        data: json(data),
        recorded: new Date(recorded_at as string).getTime(),
      })),
    ).toEqual(
      events.map((event) => ({
        position: event.position,
        id: event.id,
        stream: event.stream,
        revision: event.revision,
        type: event.type,
        occurred: event.occurred,
        time_zone: event.timeZone ?? null,
        certainty: event.certainty,
        recorded: event.recorded,
        recorded_by: event.recordedBy ?? null,
        about_event: targetEventId(event) ?? null,
        data: event.data,
        hash: event.hash,
      })),
    );
    const sources = await select('SELECT * FROM parley_sources ORDER BY position, number');
    expect(
      sources.map(({ position, number, ...row }) => [Number(position), Number(number), row]),
    ).toEqual(
      events.flatMap(({ position, id, sources: all }) =>
        all.map(({ kind, publisher, title, url, published }, n) => [
          position,
          n + 1,
          {
            event_id: id,
            kind,
            publisher: publisher ?? null,
            title: title ?? null,
            url: url ?? null,
            published: published ?? null,
          },
        ]),
      ),
    );
    for (const stream of new Set(events.map((event) => event.stream))) {
      const positions = await select(
        `SELECT position FROM parley_histories WHERE stream = '${stream}' ORDER BY position`,
      );
      expect(positions.map(({ position }) => Number(position))).toEqual(await history(stream));
    }
    await checkDutySteps(parley, select);
  });
});
