/** Translates SQLite errors into `LogUnavailable` with the remedy for the operator. */
import Database from 'better-sqlite3';
import { LogDamaged, LogUnavailable } from '../core/errors.js';

const REMEDIES: readonly (readonly [prefix: string, remedy: string])[] = [
  ['SQLITE_FULL', 'the disk is full. Free some space and try again; nothing was recorded'],
  [
    'SQLITE_READONLY_DIRECTORY',
    'its directory cannot be written, which SQLite needs even to read. Check the permissions, or copy the log elsewhere',
  ],
  [
    'SQLITE_READONLY',
    'it cannot be written. Check the permissions of the file and its directory, or open it read-only',
  ],
  [
    'SQLITE_BUSY',
    'another process kept it locked. Try again; if it stays so, find the process that holds it',
  ],
  [
    'SQLITE_LOCKED',
    'another process kept it locked. Try again; if it stays so, find the process that holds it',
  ],
  ['SQLITE_NOTADB', 'the file is not a SQLite database. Check the path'],
  [
    'SQLITE_CANTOPEN',
    'the file cannot be opened. Check that its directory exists and may be written',
  ],
  ['SQLITE_IOERR', 'the disk reported an error. Check the disk and its logs before trying again'],
  ['SQLITE_PERM', 'access was refused. Check the permissions of the file and its directory'],
  ['SQLITE_AUTH', 'access was refused. Check the permissions of the file and its directory'],
  ['SQLITE_NOMEM', 'memory ran out. Give the process more, or append fewer events at once'],
  ['SQLITE_TOOBIG', 'an event is too big for SQLite. Split it'],
];

/** Every statement names tables and columns of the schema, so one that is missing was changed. */
const isSchemaMismatch = ({ code, message }: { code: string; message: string }): boolean =>
  code === 'SQLITE_ERROR' &&
  /no such (?:fts5 )?(?:table|column)|has no column|invalid fts5/.test(message);

/** A SQLite error as `LogUnavailable`; any other error unchanged. */
export function toLogUnavailable(path: string, error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code.startsWith('SQLITE_CORRUPT') || isSchemaMismatch(error))
    return new LogDamaged(`the database file ${path} is corrupt (${error.message})`, {
      cause: error,
    });
  const remedy = REMEDIES.find(([prefix]) => error.code.startsWith(prefix))?.[1];
  if (!remedy) return error;
  return new LogUnavailable(`The log ${path} is not available: ${remedy}. (${error.message})`, {
    cause: error,
  });
}

/** Whether another process held the lock longer than SQLite's busy timeout. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');

/** Runs `work`, translating SQLite errors into `LogUnavailable`. */
export function withLogErrors<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw toLogUnavailable(path, error);
  }
}
