/** Errors of the command line, and the exit status that each kind ends with. */
import { CommanderError } from 'commander';

/** A command was refused or failed: the message is for the person who typed it. */
export class CliError extends Error {
  constructor(
    message: string,
    /** Further lines, printed before the message. */
    readonly details: readonly string[] = [],
  ) {
    super(message);
    this.name = 'CliError';
  }
}

export const EXIT = { OK: 0, FAILED: 1, USAGE: 2 } as const;

/** Errors with a code of Parley's or of the system are explained; Node's `ERR_…` codes are bugs. */
function isExpected(error: Error): boolean {
  const { code } = error as { code?: unknown };
  return error instanceof CliError || (typeof code === 'string' && !code.startsWith('ERR_'));
}

/** Prints why a command failed, to stderr, and returns the exit status. */
export function reportError(error: unknown): number {
  // Commander has printed its own message, with the usage.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.USAGE;
  if (!(error instanceof Error) || !isExpected(error)) {
    console.error('parley: internal error. Please report it as a bug, with the lines below:');
    console.error(error);
    return EXIT.FAILED;
  }
  for (const line of error instanceof CliError ? error.details : []) console.error(line);
  console.error(`parley: ${error.message}`);
  return (error as { code?: unknown }).code === 'UNKNOWN_LOG_URL' ? EXIT.USAGE : EXIT.FAILED;
}
