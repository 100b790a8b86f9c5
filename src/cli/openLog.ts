/** Opens the log that a command names. */
import { existsSync } from 'node:fs';
import { Parley } from '../app/parley.js';
import { openLog } from '../log/openLog.js';
import { CliError } from './exitCodes.js';

/** The path in `sqlite:path`; undefined for other logs. */
export const sqlitePath = (url: string): string | undefined =>
  /^sqlite:(?:\/\/(?=.))?([^:].*)$/is.exec(url)?.[1];

/** Throws {@link CliError} when the log is a file that does not exist. */
export function requireFile(url: string): void {
  const path = sqlitePath(url);
  if (path !== undefined && !existsSync(path))
    throw new CliError(
      `There is no log at ${path}. "npm start" makes one with the shipped record, "parley import FILE" one of your own; --log URL names another.`,
    );
}

/** Opens a log for `use`, creates or upgrades it where needed, and closes it in any case. */
export async function withLog<Result>(
  url: string,
  use: (parley: Parley) => Promise<Result>,
  { readonly = false } = {},
): Promise<Result> {
  const parley = new Parley(await openLog(url, { readonly }));
  try {
    return await use(parley);
  } finally {
    await parley.close();
  }
}

/** The same for commands that only read: nothing is created, every append is refused. */
export async function withReadonlyLog<Result>(
  url: string,
  use: (parley: Parley) => Promise<Result>,
): Promise<Result> {
  requireFile(url);
  return withLog(url, use, { readonly: true });
}
