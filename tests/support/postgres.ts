/** Logs in PostgreSQL for tests: each in a schema of its own, so that they run side by side. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import './postgresServer.js';

let server: Promise<string> | undefined;

/**
 * `PARLEY_TEST_POSTGRES` where it is set, else the URL of this run's server, started on first use.
 */
export function postgres(): Promise<string> {
  server ??= process.env['PARLEY_TEST_POSTGRES']
    ? Promise.resolve(process.env['PARLEY_TEST_POSTGRES'])
    : fetch(inject('postgresUrlServer')).then(async (response) => {
        const text = await response.text();
        if (!response.ok) throw new Error(text);
        return text;
      });
  return server;
}

/** The URL with a change applied, such as another user or schema. */
export function changed(url: string, change: (url: URL) => void): string {
  const copy = new URL(url);
  change(copy);
  return copy.href;
}

/** The URL as the driver takes it: without Parley's own parameters. */
export const plainUrl = (url: string): string =>
  changed(url, ({ searchParams }) => {
    searchParams.delete('schema');
    searchParams.delete('listen');
  });

/** Runs SQL as the URL's user, on a connection of its own. */
export async function sql<Row = Record<string, unknown>>(
  url: string,
  text: string,
  values?: unknown[],
): Promise<Row[]> {
  const client = new pg.Client(plainUrl(url));
  await client.connect();
  try {
    const result = await client.query(text, values);
    return (Array.isArray(result) ? result.at(-1) : result).rows as Row[];
  } finally {
    await client.end();
  }
}

export interface Schema {
  readonly name: string;
  /** Of a log in this schema. */
  readonly url: string;
  remove(): Promise<void>;
}

/** The name and the URL of a schema that does not exist yet. */
export async function newSchema(at?: string): Promise<Schema> {
  const base = at ?? (await postgres());
  const name = `test_${randomBytes(6).toString('hex')}`;
  return {
    name,
    url: changed(base, ({ searchParams }) => searchParams.set('schema', name)),
    remove: async () => {
      await sql(base, `DROP SCHEMA IF EXISTS ${name} CASCADE`);
    },
  };
}
