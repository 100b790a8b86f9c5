/** What PostgreSQL's errors mean for the one who runs the log, and what to do about each. */
import pg from 'pg';
import { LogUnavailable } from '../core/errors.js';

/** Conditions that end a session or keep one from beginning: shutting down, starting, cut off. */
const SESSION_ENDED = /^(?:08|57P0[1-5]|25P0[34])/;
/** Another session was in the way; the same may succeed when it is tried again. */
const IN_THE_WAY = /^(?:40001|40P01|23505)$/;

/** An error of the engine or of the way to it, wherever it came up. */
export class EngineTrouble extends Error {
  /** SQLSTATE, where the server said something. */
  readonly state: string | undefined;

  constructor(readonly original: Error) {
    super(original.message, { cause: original });
    this.name = 'EngineTrouble';
    this.state = original instanceof pg.DatabaseError ? original.code : undefined;
  }

  /** There is no session any more, so nothing that was not committed will be. */
  get lost(): boolean {
    return this.state === undefined || SESSION_ENDED.test(this.state);
  }

  get mayBeRepeated(): boolean {
    return this.lost || IN_THE_WAY.test(this.state ?? '');
  }
}

const GRANT =
  'Have the owner run "parley migrate --log URL --grant ROLE", with the role that this server uses';

const REMEDIES: readonly (readonly [state: RegExp, remedy: string])[] = [
  [/^28/, 'the user or the password was refused. Check them in the URL, and pg_hba.conf'],
  [/^3D000/, 'there is no such database. Create it first (createdb)'],
  [/^53100/, "the server's disk is full. Free some space and try again; nothing was recorded"],
  [/^53300/, 'the server takes no more connections. Raise max_connections, or pool them'],
  [/^53/, 'the server ran out of resources. Look into its log; nothing was recorded'],
  [/^25006/, 'the server is a standby or read-only. Name the primary, or open the log read-only'],
  [/^42501/, `permission was denied. ${GRANT}`],
  [/^(?:42P01|42883|3F000)/, 'its tables are not there. Run "parley migrate --log URL"'],
  [
    /^(?:55P03|57014)/,
    'another session kept it locked. Try again; if it stays so, find the session in pg_stat_activity',
  ],
  [/^57P03/, 'the server is starting or stopping. Try again in a moment'],
  [/^(?:57P|25P0[34]|08)/, 'the server ended the session. Try again in a moment'],
  [/^(?:40001|40P01|23505)/, 'other writers kept getting in the way. Try again in a moment'],
  [/^(?:XX00[12]|58)/, "the server reports damage or a failing disk. Look into the server's log"],
];

const CONNECTION_REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there. Check host and port, and that PostgreSQL runs',
  ENOTFOUND: 'its host is not known. Check the URL',
  EAI_AGAIN: 'its host cannot be looked up at present. Check the URL and the network',
  ENOENT: 'there is no socket there. Check the path, and that PostgreSQL runs',
};

function remedyFor({ state, original }: EngineTrouble): string {
  if (state === undefined) {
    const { code = '' } = original as NodeJS.ErrnoException;
    return (
      CONNECTION_REMEDIES[code] ??
      'the connection failed. Check the network and that PostgreSQL runs, and try again'
    );
  }
  return (
    REMEDIES.find(([states]) => states.test(state))?.[1] ??
    "PostgreSQL refused. Look into the server's log"
  );
}

/** An address may have been tried in several ways, each with an error of its own. */
function sentence({ original, state }: EngineTrouble): string {
  const { errors } = original as { errors?: readonly Error[] };
  const message = original.message === '' ? errors?.[0]?.message : original.message;
  return state === undefined ? `${message}` : `${message}, ${state}`;
}

/** The error as `LogUnavailable` when it is the engine's; any other as it is. */
export function unavailable(shown: string, error: unknown): unknown {
  if (!(error instanceof EngineTrouble)) return error;
  return new LogUnavailable(
    `The log ${shown} is not available: ${remedyFor(error)}. (${sentence(error)})`,
    { cause: error.original },
  );
}
