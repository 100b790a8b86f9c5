/** Opening the log that a command names. */
import { existsSync } from 'node:fs';
import { Parley } from '../app/parley.js';
import { openLog } from '../log/openLog.js';
import { Failure } from './exitCodes.js';

/** The path in `sqlite:path`; undefined for other logs. */
export const sqlitePath = (url: string): string | undefined =>
  /^sqlite:(?:\/\/(?=.))?([^:].*)$/is.exec(url)?.[1];

/** The log's file is not there yet, so there is nothing to read. */
function checkThere(url: string): void {
  const path = sqlitePath(url);
  if (path !== undefined && !existsSync(path))
    throw new Failure(
      `There is no log at ${path}. "npm start" makes one with the shipped record, "parley import FILE" one of your own; --log URL names another.`,
    );
}

/** Runs `use` with the door to a log, and closes it whatever happens. */
async function withLog<Result>(
  url: string,
  readonly: boolean,
  use: (parley: Parley) => Promise<Result>,
): Promise<Result> {
  const parley = new Parley(await openLog(url, { readonly }));
  try {
    return await use(parley);
  } finally {
    await parley.close();
  }
}

/** For commands that only read: they create nothing. */
export async function reading<Result>(
  url: string,
  use: (parley: Parley) => Promise<Result>,
): Promise<Result> {
  checkThere(url);
  return withLog(url, true, use);
}

export const writing = <Result>(
  url: string,
  use: (parley: Parley) => Promise<Result>,
): Promise<Result> => withLog(url, false, use);
