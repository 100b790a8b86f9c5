/** Migrates a log in PostgreSQL to the schema version of this program, and grants rights on it. */
import pg from 'pg';
import { LogUnavailable, LogNotFound } from '../core/errors.js';
import type { PostgresConnections, Session } from './connections.js';
import {
  FUNCTIONS,
  INSERT_TABLES,
  MIGRATIONS,
  migrationSql,
  OLD_FUNCTIONS,
  OLD_INSERT_VIEWS,
  OLD_SELECT_VIEWS,
  SELECT_TABLES,
} from './schema.js';
import { PostgresError } from './errors.js';

const { escapeIdentifier, escapeLiteral } = pg;
const UNDEFINED_ROLE = '42704';
const PERMISSION_DENIED = '42501';

interface LogLocation {
  readonly schema: string;
  /** The URL without passwords. */
  readonly shown: string;
}

/** Number of migrations applied; 0 when there is no log in the schema. */
async function versionOf(session: Session, schema: string): Promise<number> {
  const [found] = await session.query<{ table: boolean }>(
    'SELECT EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2) AS table',
    [schema, 'migrations'],
  );
  if (!found?.table) return 0;
  const [row] = await session.query<{ version: number }>(
    `SELECT coalesce(max(version), 0) AS version FROM ${schema}.migrations`,
  );
  return row?.version ?? 0;
}

function checkNotNewer(version: number, { shown }: LogLocation): void {
  if (version > MIGRATIONS.length)
    throw new LogUnavailable(
      `${shown} was written by a newer Parley (schema ${version}, this one knows ${MIGRATIONS.length}). Upgrade this Parley to open it.`,
    );
}

async function applyMigrations(session: Session, location: LogLocation): Promise<void> {
  const { schema } = location;
  await session.script('BEGIN ISOLATION LEVEL READ COMMITTED');
  // One process migrates; others wait here and find nothing left to do.
  await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `parley migrations of ${schema}`,
  ]);
  const version = await versionOf(session, schema);
  checkNotNewer(version, location);
  const [found] = await session.query('SELECT FROM pg_catalog.pg_namespace WHERE nspname = $1', [
    schema,
  ]);
  if (!found) await session.script(`CREATE SCHEMA ${schema}`);
  if (version === 0)
    // `at` is its name before 002_standard_names.sql.
    await session.script(
      `CREATE TABLE ${schema}.migrations (version integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())`,
    );
  for (const [index, name] of MIGRATIONS.entries()) {
    if (index < version) continue;
    await session.script(migrationSql(name, schema));
    await session.query(`INSERT INTO ${schema}.migrations (version) VALUES ($1)`, [index + 1]);
  }
  await session.script('COMMIT');
}

/**
 * Brings the schema to this program's version: creates or upgrades it unless `readonly`. Throws
 * `LogUnavailable` when it is newer, older and `readonly`, or when this role may not change it.
 */
export async function migrate(
  connections: PostgresConnections,
  location: LogLocation,
  readonly: boolean,
): Promise<void> {
  await connections.using(async (session) => {
    const version = await versionOf(session, location.schema);
    checkNotNewer(version, location);
    if (version === MIGRATIONS.length) return;
    const { shown } = location;
    if (readonly && version === 0) throw new LogNotFound(shown);
    if (readonly)
      throw new LogUnavailable(
        `${shown} is of an older version (schema ${version} of ${MIGRATIONS.length}). Run "parley migrate --log URL" to upgrade it.`,
      );
    try {
      await applyMigrations(session, location);
    } catch (error) {
      if (!(error instanceof PostgresError && error.state === PERMISSION_DENIED)) throw error;
      throw new LogUnavailable(
        `The log at ${shown} must be ${version === 0 ? 'created' : 'upgraded'}, which this role may not do. Run "parley migrate --log URL --grant ROLE" as the owner of the database, with the role that this server uses.`,
        { cause: error.original },
      );
    }
  });
}

const RELATIONS = [...INSERT_TABLES, ...SELECT_TABLES, ...OLD_INSERT_VIEWS, ...OLD_SELECT_VIEWS];

/** Grants exactly what a server needs: select, insert, and the functions that change the rest. */
function grants(schema: string, role: string): string {
  const named = (names: readonly string[]) => names.map((name) => `${schema}.${name}`).join(', ');
  return `
    BEGIN;
    REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM ${role};
    GRANT USAGE ON SCHEMA ${schema} TO ${role};
    GRANT SELECT ON ${named(RELATIONS)} TO ${role};
    GRANT INSERT ON ${named([...INSERT_TABLES, ...OLD_INSERT_VIEWS])} TO ${role};
    GRANT EXECUTE ON FUNCTION ${named([...FUNCTIONS, ...OLD_FUNCTIONS])} TO ${role};
    COMMIT;`;
}

/**
 * Grants a role the rights of a server: read and append, but not change, remove or create. Throws
 * `LogUnavailable` when the role does not exist or has more rights from elsewhere.
 */
export async function grantServing(
  connections: PostgresConnections,
  { schema }: LogLocation,
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
    const tables = RELATIONS.map((name) => escapeLiteral(`${schema}.${name}`));
    const [excess] = await session.query(
      `SELECT FROM unnest(ARRAY[${tables.join(', ')}]) AS t(name) WHERE has_table_privilege($1, t.name, 'UPDATE, DELETE, TRUNCATE') LIMIT 1`,
      [role],
    );
    if (excess)
      throw new LogUnavailable(
        `The role ${quoted} may still change the tables: it owns them, is a superuser, or belongs to a role that does. Give the server a role of its own.`,
      );
  });
}
