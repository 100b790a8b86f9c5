/** The tables of a log in SQLite, and opening a file that holds them. */
import { accessSync, constants } from 'node:fs';
import Database from 'better-sqlite3';
import { LogUnavailable } from '../core/errors.js';

/** "Parl", in the header of the file: tells a log from any other SQLite database. */
const APPLICATION_ID = 0x5061726c;
/** Raised by every change of the tables; an older program refuses a newer file. */
export const SCHEMA_VERSION = 2;

const refuse = (table: string, when: string, what: string, condition = '') => `
  CREATE TRIGGER ${table}_${what} BEFORE ${when} ON ${table} ${condition}
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: ${table} refuses this'); END;`;

/**
 * Refuses UPDATE and DELETE, and an INSERT in place of a row that is there: REPLACE deletes
 * without firing delete triggers, unless the connection happens to ask for them.
 */
const appendOnly = (table: string, taken: string) =>
  refuse(table, 'UPDATE', 'keeps_rows') +
  refuse(table, 'DELETE', 'loses_nothing') +
  refuse(table, 'INSERT', 'replaces_nothing', `WHEN ${taken}`);

const SCHEMA = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY CHECK (position > 0),
    id TEXT NOT NULL UNIQUE,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    type TEXT NOT NULL,
    recorded INTEGER NOT NULL, -- epoch milliseconds
    hash TEXT NOT NULL, -- SHA-256 of body
    body TEXT NOT NULL -- RFC 8785 canonical JSON
  ) STRICT;
  CREATE INDEX events_by_stream ON events (stream);
  CREATE INDEX events_by_type ON events (type);
  ${appendOnly('events', 'NEW.position <= (SELECT max(position) FROM events) OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id)')}

  -- In whose histories an event is besides its own stream's: those in also, its target's.
  CREATE TABLE guests (
    stream TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (stream, position)
  ) STRICT, WITHOUT ROWID;
  ${appendOnly('guests', 'EXISTS (SELECT 1 FROM guests WHERE stream = NEW.stream AND position = NEW.position)')}

  CREATE TABLE abouts (
    target TEXT NOT NULL, -- an event's id
    position INTEGER NOT NULL, -- of a correction, retraction or source about it
    PRIMARY KEY (target, position)
  ) STRICT, WITHOUT ROWID;
  ${appendOnly('abouts', 'EXISTS (SELECT 1 FROM abouts WHERE target = NEW.target AND position = NEW.position)')}

  CREATE TABLE idempotency (
    key TEXT PRIMARY KEY,
    digest TEXT NOT NULL, -- SHA-256 of the events as sent
    first INTEGER NOT NULL,
    last INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  ${appendOnly('idempotency', 'EXISTS (SELECT 1 FROM idempotency WHERE key = NEW.key)')}

  -- Nothing is recorded at or before floor any more: readers were promised so.
  CREATE TABLE promise (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    floor INTEGER
  ) STRICT;
  INSERT INTO promise VALUES (1, NULL);
  ${refuse('promise', 'UPDATE', 'only_rises', 'WHEN NEW.floor IS NULL OR NEW.floor < OLD.floor OR NEW.only <> 1')}
  ${refuse('promise', 'DELETE', 'stays')}
  ${refuse('promise', 'INSERT', 'is_one')}

  PRAGMA application_id = ${APPLICATION_ID};
`;

/** What each version added to the one before it; a new file takes them all. */
const STEPS: readonly string[] = [
  SCHEMA,
  `
  -- Dossiers written down, to be opened faster; whoever reads one checks it.
  CREATE TABLE checkpoints (
    stream TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    position INTEGER NOT NULL,
    at TEXT NOT NULL, -- the hash of the record at that position
    body TEXT NOT NULL,
    hash TEXT NOT NULL -- SHA-256 of body
  ) STRICT;
`,
];

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

/** Creates the tables, or adds what versions since brought; one process does it, others wait. */
function upgrade(db: Database.Database, path: string): void {
  db.transaction(() => {
    if (!isEmpty(db)) checkFile(db, path);
    for (const step of STEPS.slice(versionOf(db))) db.exec(step);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  }).immediate();
}

export interface DatabaseOptions {
  readonly readonly?: boolean;
  /** How long to wait for another process to finish writing; 10 seconds when absent. */
  readonly busyTimeoutMs?: number;
}

/** SQLite opens a file that it may not write all the same, and only refuses the first append. */
function checkMayBeWritten(path: string): void {
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
  checkMayBeWritten(path);
  if (versionOf(db) < SCHEMA_VERSION) upgrade(db, path);
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') {
    // Two processes that change the mode at once do not wait for each other; one of them won.
    const mode: unknown = db.pragma('journal_mode = WAL', { simple: true });
    if (mode !== 'wal')
      throw new LogUnavailable(
        `${path} cannot keep a write-ahead log, which a log needs. Put it on a local file system.`,
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
    // The driver looks for the directory itself, and says so in an error of no class.
    if (!(error instanceof TypeError)) throw error;
    throw new LogUnavailable(`The log ${path} cannot be opened: its directory does not exist.`, {
      cause: error,
    });
  }
}

/** Opens, and creates unless `readonly`, the log in a file. Errors are SQLite's own or LogUnavailable. */
export function openDatabase(path: string, options: DatabaseOptions): Database.Database {
  const { readonly = false, busyTimeoutMs: timeout = 10_000 } = options;
  const db = connect(path, { readonly, fileMustExist: readonly, timeout });
  try {
    db.pragma('trusted_schema = OFF');
    if (!readonly) prepareToWrite(db, path);
    else if (isEmpty(db))
      throw new LogUnavailable(`${path} is empty. Open it for writing once to create a log in it.`);
    else checkFile(db, path);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
