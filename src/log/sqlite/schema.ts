/** The schema of a log in SQLite: its migrations, and opening a file. */
import { accessSync, constants } from 'node:fs';
import Database from 'better-sqlite3';
import { LogUnavailable } from '../core/errors.js';
import { type MigrationName, readMigration } from '../core/migrationFiles.js';

/** "Parl" in the file's header: tells a log from other SQLite databases. Set by 001_event_log.sql. */
const APPLICATION_ID = 0x5061726c;

/**
 * In order; the schema version (`user_version`) is the number of those applied. Frozen once
 * released: a change is a new migration.
 */
export const MIGRATIONS: readonly MigrationName[] = [
  '001_event_log.sql',
  '002_checkpoints.sql',
  '003_standard_names.sql',
  '004_stream_index.sql',
  '005_proposals.sql',
  '006_webhooks.sql',
  '007_sql_views.sql',
  '008_text_index.sql',
  '009_no_snapshots.sql',
  '010_merkle_tree.sql',
  '011_duty_steps.sql',
];
/** An older program refuses a newer file. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** The names since schema 3 over the tables of an older file that is opened read-only. */
const OLD_TABLES = `
  CREATE TEMP VIEW stream_links AS SELECT * FROM main.guests;
  CREATE TEMP VIEW event_targets AS SELECT * FROM main.abouts;
  CREATE TEMP VIEW idempotency_keys AS
    SELECT key, digest, first AS first_position, last AS last_position FROM main.idempotency;
  CREATE TEMP VIEW closed_timestamp AS
    SELECT only AS singleton, floor AS instant FROM main.promise;
`;

function isEmpty(db: Database.Database): boolean {
  return db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
}

function versionOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

function checkFile(db: Database.Database, path: string): void {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new LogUnavailable(
      `${path} is a SQLite database, but not a Parley log. Check the path; a new log needs a file of its own.`,
    );
  const version = versionOf(db);
  if (version > SCHEMA_VERSION)
    throw new LogUnavailable(
      `${path} was written by a newer Parley (schema ${version}, this one knows ${SCHEMA_VERSION}). Upgrade this Parley to open it.`,
    );
}

/** Creates or upgrades the schema in one transaction; other processes wait for it. */
function migrate(db: Database.Database, path: string): void {
  db.transaction(() => {
    if (!isEmpty(db)) checkFile(db, path);
    for (const name of MIGRATIONS.slice(versionOf(db)))
      db.exec(readMigration(import.meta.url, name));
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  }).immediate();
}

/** Lets the queries of this version read an older file that must not be written. Goes by its tables. */
function readOldNames(db: Database.Database): void {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  if (tables.includes('guests')) db.exec(OLD_TABLES);
}

export interface DatabaseOptions {
  readonly readonly?: boolean;
  /** How long to wait for another process to finish writing; 10 seconds when absent. */
  readonly busyTimeoutMs?: number;
}

/** SQLite opens a file without write permission and fails on the first write only. */
function checkWritable(path: string): void {
  try {
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw new LogUnavailable(
      `The log ${path} is not available: it cannot be written. Check the permissions of the file, or open it read-only. (${(error as Error).message})`,
      { cause: error },
    );
  }
}

function prepareToWrite(db: Database.Database, path: string): void {
  if (!isEmpty(db)) checkFile(db, path);
  checkWritable(path);
  if (versionOf(db) < SCHEMA_VERSION) migrate(db, path);
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') {
    // Of two processes that change the mode at once one fails without waiting; the mode is set.
    const mode: unknown = db.pragma('journal_mode = WAL', { simple: true });
    if (mode !== 'wal')
      throw new LogUnavailable(
        `${path} cannot use SQLite's write-ahead mode, which a log needs. Put it on a local file system.`,
      );
  }
  db.pragma('synchronous = FULL');
  db.pragma('recursive_triggers = ON');
  db.pragma('journal_size_limit = 67108864');
}

function connect(path: string, options: Database.Options): Database.Database {
  try {
    return new Database(path, options);
  } catch (error) {
    // The driver checks the directory itself and throws a TypeError.
    if (!(error instanceof TypeError)) throw error;
    throw new LogUnavailable(`The log ${path} cannot be opened: its directory does not exist.`, {
      cause: error,
    });
  }
}

/**
 * Opens the log in a file; creates or upgrades it unless `readonly`. An older file opened read-only
 * is read as it is. Throws SQLite's errors, and `LogUnavailable`.
 */
export function openDatabase(path: string, options: DatabaseOptions): Database.Database {
  const { readonly = false, busyTimeoutMs: timeout = 10_000 } = options;
  const db = connect(path, { readonly, fileMustExist: readonly, timeout });
  try {
    db.pragma('trusted_schema = OFF');
    if (!readonly) prepareToWrite(db, path);
    else if (isEmpty(db))
      throw new LogUnavailable(`${path} is empty. Open it for writing once to create a log in it.`);
    else {
      checkFile(db, path);
      readOldNames(db);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
