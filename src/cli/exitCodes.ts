/** What goes wrong on the command line, and the exit status each kind ends with. */
import { CommanderError } from 'commander';

/** Refused or failed: the reason is for whoever typed the command. */
export class Failure extends Error {
  constructor(
    message: string,
    /** Further lines, printed as they are. */
    readonly details: readonly string[] = [],
  ) {
    super(message);
    this.name = 'Failure';
  }
}

export const EXIT = { OK: 0, FAILED: 1, USAGE: 2 } as const;

/** Errors with a code of our own, or the system's, tell what happened; Node's `ERR_…` are bugs. */
function isExpected(error: Error): boolean {
  const { code } = error as { code?: unknown };
  return error instanceof Failure || (typeof code === 'string' && !code.startsWith('ERR_'));
}

/** Prints why a command failed, and returns its exit status. */
export function report(error: unknown): number {
  // Commander has printed its own message, with the usage.
  if (error instanceof CommanderError)
    return error.exitCode === 0 && error.code !== 'commander.help' ? EXIT.OK : EXIT.USAGE;
  if (!(error instanceof Error) || !isExpected(error)) {
    console.error('parley: this should not have happened: it is a bug. Please report it with:');
    console.error(error);
    return EXIT.FAILED;
  }
  for (const line of error instanceof Failure ? error.details : []) console.error(line);
  console.error(`parley: ${error.message}`);
  return (error as { code?: unknown }).code === 'UNKNOWN_LOG_URL' ? EXIT.USAGE : EXIT.FAILED;
}
