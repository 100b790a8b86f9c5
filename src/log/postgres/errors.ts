/** Translates PostgreSQL errors into `LogUnavailable` with the remedy for the operator. */
import pg from 'pg';
import { LogUnavailable } from '../core/errors.js';

/** SQLSTATEs of a session that ended or did not start: shutdown, startup, connection failure. */
const SESSION_ENDED = /^(?:08|57P0[1-5]|25P0[34])/;
/** SQLSTATEs of a conflict with another session; a retry may succeed. */
const CONFLICT = /^(?:40001|40P01|23505)$/;

/** An error of the server or of the connection to it. */
export class PostgresError extends Error {
  /** SQLSTATE; undefined for an error of the connection. */
  readonly state: string | undefined;

  constructor(readonly original: Error) {
    super(original.message, { cause: original });
    this.name = 'PostgresError';
    this.state = original instanceof pg.DatabaseError ? original.code : undefined;
  }

  /** The session is gone; whatever was not committed is rolled back. */
  get isConnectionLost(): boolean {
    return this.state === undefined || SESSION_ENDED.test(this.state);
  }

  get isRetryable(): boolean {
    return this.isConnectionLost || CONFLICT.test(this.state ?? '');
  }
}

const GRANT =
  'Have the owner run "parley migrate --log URL --grant ROLE", with the role that this server uses';

const REMEDIES: readonly (readonly [state: RegExp, remedy: string])[] = [
  [/^28/, 'the user or the password was refused. Check them in the URL, and pg_hba.conf'],
  [/^3D000/, 'there is no such database. Create it first (createdb)'],
  [/^53100/, "the server's disk is full. Free some space and try again; nothing was recorded"],
  [/^53300/, 'the server accepts no more connections. Raise max_connections, or use a pooler'],
  [/^53/, 'the server ran out of resources. Check its log; nothing was recorded'],
  [/^25006/, 'the server is a standby or read-only. Name the primary, or open the log read-only'],
  [/^42501/, `permission was denied. ${GRANT}`],
  [
    /^(?:42P01|42883|3F000)/,
    'its tables are missing, or of another version. Run this version\'s "parley migrate --log URL"',
  ],
  [
    /^(?:55P03|57014)/,
    'another session kept it locked. Try again; if it stays so, find the session in pg_stat_activity',
  ],
  [/^57P03/, 'the server is starting or stopping. Try again in a moment'],
  [/^(?:57P|25P0[34]|08)/, 'the server ended the session. Try again in a moment'],
  [/^(?:40001|40P01|23505)/, 'conflicts with other writers persisted. Try again in a moment'],
  [/^(?:XX00[12]|58)/, "the server reports damage or a failing disk. Check the server's log"],
];

const CONNECTION_REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there. Check host and port, and that PostgreSQL runs',
  ENOTFOUND: 'its host is not known. Check the URL',
  EAI_AGAIN: 'its host cannot be looked up at present. Check the URL and the network',
  ENOENT: 'there is no socket there. Check the path, and that PostgreSQL runs',
};

function remedyFor({ state, original }: PostgresError): string {
  if (state === undefined) {
    const { code = '' } = original as NodeJS.ErrnoException;
    return (
      CONNECTION_REMEDIES[code] ??
      'the connection failed. Check the network and that PostgreSQL runs, and try again'
    );
  }
  return (
    REMEDIES.find(([states]) => states.test(state))?.[1] ??
    "PostgreSQL refused. Check the server's log"
  );
}

/** A host may resolve to several addresses, each with its own error; the first is shown. */
function detail({ original, state }: PostgresError): string {
  const { errors } = original as { errors?: readonly Error[] };
  const message = original.message === '' ? errors?.[0]?.message : original.message;
  return state === undefined ? `${message}` : `${message}, ${state}`;
}

/** A {@link PostgresError} as `LogUnavailable`; any other error unchanged. */
export function toLogUnavailable(shown: string, error: unknown): unknown {
  if (!(error instanceof PostgresError)) return error;
  return new LogUnavailable(
    `The log ${shown} is not available: ${remedyFor(error)}. (${detail(error)})`,
    { cause: error.original },
  );
}
