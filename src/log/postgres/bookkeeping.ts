/** What a log in PostgreSQL keeps beside the records: for `verify`. */
import { type Bookkeeping, SINGLE_ROWS } from '../core/bookkeeping.js';
import type { PostgresConnections } from './connections.js';

/** One snapshot. O(rows). */
export async function readBookkeeping(
  connections: PostgresConnections,
  schema: string,
): Promise<Bookkeeping> {
  return connections.using(async (session) => {
    await session.script('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [last] = await session.query<NonNullable<Bookkeeping['last']>>(
      `SELECT position, hash, recorded FROM ${schema}.events ORDER BY position DESC LIMIT 1`,
    );
    const [head] = await session.query<NonNullable<Bookkeeping['head']>>(
      `SELECT position, hash, coalesce(recorded, 0) AS recorded FROM ${schema}.head`,
    );
    const [singleRows] = await session.query<Record<string, number>>(
      `SELECT ${Object.keys(SINGLE_ROWS)
        .map((table) => `(SELECT count(*) FROM ${schema}.${table}) AS ${table}`)
        .join(', ')}`,
    );
    const [links] = await session.query<{ last: number | null }>(
      `SELECT max(position) AS last FROM ${schema}.stream_links`,
    );
    const keyedRanges = await session.query<Bookkeeping['keyedRanges'][number]>(
      `SELECT first_position AS first, last_position AS last FROM ${schema}.idempotency_keys`,
    );
    const targets = await session.query<Bookkeeping['targets'][number]>(
      `SELECT position, target FROM ${schema}.event_targets`,
    );
    await session.command('ROLLBACK');
    return {
      last,
      head: head ?? { position: 0, hash: 'missing', recorded: 0 },
      singleRows: singleRows ?? {},
      keyedRanges,
      targets,
      lastLink: links?.last ?? 0,
    };
  });
}
