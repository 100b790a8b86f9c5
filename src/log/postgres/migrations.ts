/** Bringing the tables of a log in PostgreSQL to the version that this programme knows. */
import pg from 'pg';
import { LogUnavailable, LogNotFound } from '../core/errors.js';
import type { PostgresConnections, Session } from './connections.js';
import { ADDED_TO, FUNCTIONS, READ_ONLY, STEPS } from './schema.js';
import { PostgresError } from './errors.js';

const { escapeIdentifier, escapeLiteral } = pg;
const UNDEFINED_ROLE = '42704';
const PERMISSION_DENIED = '42501';

interface Place {
  readonly schema: string;
  /** The URL as it may be shown. */
  readonly shown: string;
}

/** 0 when the schema, or a log in it, is not there. */
async function versionOf(session: Session, schema: string): Promise<number> {
  const [there] = await session.query<{ table: boolean }>(
    'SELECT EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2) AS table',
    [schema, 'migrations'],
  );
  if (!there?.table) return 0;
  const [row] = await session.query<{ version: number }>(
    `SELECT coalesce(max(version), 0) AS version FROM ${schema}.migrations`,
  );
  return row?.version ?? 0;
}

function checkNotNewer(version: number, { shown }: Place): void {
  if (version > STEPS.length)
    throw new LogUnavailable(
      `${shown} was written by a newer Parley (schema ${version}, this one knows ${STEPS.length}). Upgrade this Parley to open it.`,
    );
}

async function takeSteps(session: Session, place: Place): Promise<void> {
  const { schema } = place;
  await session.script('BEGIN ISOLATION LEVEL READ COMMITTED');
  // One process does it; others wait here, and find it done.
  await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `parley migrations of ${schema}`,
  ]);
  const version = await versionOf(session, schema);
  checkNotNewer(version, place);
  const [found] = await session.query('SELECT FROM pg_catalog.pg_namespace WHERE nspname = $1', [
    schema,
  ]);
  if (!found) await session.script(`CREATE SCHEMA ${schema}`);
  if (version === 0)
    await session.script(
      `CREATE TABLE ${schema}.migrations (version integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())`,
    );
  for (const [index, step] of STEPS.entries()) {
    if (index < version) continue;
    await session.script(step(schema));
    await session.query(`INSERT INTO ${schema}.migrations (version) VALUES ($1)`, [index + 1]);
  }
  await session.script('COMMIT');
}

/**
 * Makes sure that the tables are there in the version known here: creates or upgrades them unless
 * `readonly`. Throws `LogUnavailable` when they are newer, or may not be created by this role.
 */
export async function migrate(
  connections: PostgresConnections,
  place: Place,
  readonly: boolean,
): Promise<void> {
  await connections.using(async (session) => {
    const version = await versionOf(session, place.schema);
    checkNotNewer(version, place);
    if (version === STEPS.length) return;
    const { shown } = place;
    if (readonly && version === 0) throw new LogNotFound(shown);
    if (readonly)
      throw new LogUnavailable(
        `${shown} is of an older version (schema ${version} of ${STEPS.length}). Run "parley migrate --log URL" to upgrade it.`,
      );
    try {
      await takeSteps(session, place);
    } catch (error) {
      if (!(error instanceof PostgresError && error.state === PERMISSION_DENIED)) throw error;
      throw new LogUnavailable(
        `The log at ${shown} is to be ${version === 0 ? 'created' : 'upgraded'}, which this role may not do. Run "parley migrate --log URL --grant ROLE" as the owner of the database, with the role that this server uses.`,
        { cause: error.original },
      );
    }
  });
}

/** What a server needs and no more: it reads, adds rows, and calls what locks the head. */
function grants(schema: string, role: string): string {
  const named = (names: readonly string[]) => names.map((name) => `${schema}.${name}`).join(', ');
  return `
    BEGIN;
    REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM ${role};
    GRANT USAGE ON SCHEMA ${schema} TO ${role};
    GRANT SELECT ON ${named([...ADDED_TO, ...READ_ONLY])} TO ${role};
    GRANT INSERT ON ${named(ADDED_TO)} TO ${role};
    GRANT EXECUTE ON FUNCTION ${named(FUNCTIONS)} TO ${role};
    COMMIT;`;
}

/**
 * Lets a role serve the log: it may read and append, but change, remove and create nothing.
 * Throws `LogUnavailable` when there is no such role, or when it could do more all the same.
 */
export async function grantServing(
  connections: PostgresConnections,
  { schema }: Place,
  role: string,
): Promise<void> {
  const quoted = escapeIdentifier(role);
  await connections.using(async (session) => {
    try {
      await session.script(grants(schema, quoted));
    } catch (error) {
      if (!(error instanceof PostgresError && error.state === UNDEFINED_ROLE)) throw error;
      throw new LogUnavailable(
        `There is no role ${quoted}. Create it first: CREATE ROLE ${quoted} LOGIN PASSWORD '…'.`,
        { cause: error.original },
      );
    }
    const tables = [...ADDED_TO, ...READ_ONLY].map((name) => escapeLiteral(`${schema}.${name}`));
    const [more] = await session.query(
      `SELECT FROM unnest(ARRAY[${tables.join(', ')}]) AS t(name) WHERE has_table_privilege($1, t.name, 'UPDATE, DELETE, TRUNCATE') LIMIT 1`,
      [role],
    );
    if (more)
      throw new LogUnavailable(
        `The role ${quoted} may change the tables all the same: it is their owner or a superuser, or belongs to a role that is. Let the server use a role of its own.`,
      );
  });
}
