/** What an event takes on disk, in each engine: docs/running.md gives these numbers. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { Parley } from '../../src/app/parley.js';
import { openLog } from '../../src/log/openLog.js';
import { startPostgres } from '../support/postgresServer.js';
import { INDIA_US, shippedEvents } from '../support/record.js';
import { drafts } from './log.js';
import type { BenchResult } from './measure.js';

const GENERATED = 20_000;
const BATCH = 1_000;

/** A promise to whoever plans a disk: above it the page is wrong. A small log begins with whole pages. */
const MOST = { small: 15_000, large: 5_000 } as const;

const records = {
  'the India-US record': () => shippedEvents(INDIA_US),
  generated: () => drafts(GENERATED),
};

async function fill(url: string, events: readonly unknown[]): Promise<void> {
  const parley = new Parley(await openLog(url));
  for (let from = 0; from < events.length; from += BATCH)
    await parley.append(events.slice(from, from + BATCH), { restore: true });
  await parley.close();
}

async function sqliteBytes(events: readonly unknown[]): Promise<number> {
  const directory = mkdtempSync(path.join(tmpdir(), 'parley-sizes-'));
  try {
    const file = path.join(directory, 'log.db');
    await fill(`sqlite:${file}`, events);
    return statSync(file).size;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function postgresBytes(events: readonly unknown[]): Promise<number> {
  const server = await startPostgres();
  try {
    await fill(server.url, events);
    const client = new pg.Client(server.url);
    await client.connect();
    const { rows } = await client.query<{ bytes: string }>(
      "SELECT sum(pg_total_relation_size(c.oid)) AS bytes FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'parley' AND c.relkind = 'r'",
    );
    await client.end();
    return Number(rows[0]?.bytes);
  } finally {
    await server.stop();
  }
}

const engines = { SQLite: sqliteBytes, PostgreSQL: postgresBytes };

export const sizeBenches = Object.entries(engines).flatMap(([engine, bytes]) =>
  Object.entries(records).map(([name, make]) => async (): Promise<BenchResult> => {
    const events = make();
    const each = (await bytes(events)) / events.length;
    const json = JSON.stringify(events).length / events.length;
    const most = events.length < GENERATED ? MOST.small : MOST.large;
    return {
      name: `${engine}, ${name}, ${events.length} events of ${Math.round(json)} bytes as JSON`,
      unit: 'bytes an event',
      runs: [each],
      median: each,
      ok: each <= most,
      bound: `<= ${most}`,
    };
  }),
);
