/** Options that several commands share. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { isParty, notAParty } from '../../events/codes/areas.js';
import { isInstantOrDay } from '../../events/time/edtf.js';

export const DEFAULT_LOG = 'sqlite:parley.db';

/** An environment variable gives the value when the option is absent; empty counts as not set. */
export function fromEnvironment(option: Option, name: string): Option {
  if (process.env[name] === '') Reflect.deleteProperty(process.env, name);
  return option.env(name);
}

export const logOption = (): Option =>
  fromEnvironment(
    new Option(
      '--log <url>',
      'the log: sqlite:path/to/file.db, postgres://user@host/database, or memory: for one that is not kept',
    ),
    'PARLEY_LOG',
  ).default(DEFAULT_LOG);

function port(value: string): number {
  const number = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (!(number <= 65_535)) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return number;
}

/** A parser of whole numbers within bounds. */
export const wholeNumber =
  (least: number, most: number) =>
  (value: string): number => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    if (!(number >= least && number <= most))
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return number;
  };

export const portOption = (): Option =>
  fromEnvironment(new Option('--port <n>', 'the port to listen on; 0 for any that is free'), 'PORT')
    .argParser(port)
    .default(4000);

export const tokensOption = (description: string): Option =>
  fromEnvironment(new Option('--tokens <file>', description), 'PARLEY_TOKENS');

export const logKeyOption = (): Option =>
  fromEnvironment(
    new Option(
      '--log-key <file>',
      'sign the heads of the log with this key, made by "parley key create"; they are at /log',
    ),
    'PARLEY_LOG_KEY',
  );

export const logLevelOption = (): Option =>
  fromEnvironment(
    new Option(
      '--log-level <level>',
      'the level from which JSON lines are written to stderr; debug logs every request (default: warn on a terminal, else info)',
    ),
    'PARLEY_LOG_LEVEL',
  ).choices(['debug', 'info', 'warn', 'error', 'silent']);

/** A date, or an instant with offset. */
export function timePoint(value: string): string {
  if (!isInstantOrDay(value))
    throw new InvalidArgumentError(
      'Write a date (2025-08-27, meaning its close) or an instant with offset (2025-08-27T00:01:00-04:00).',
    );
  return value;
}

/** The code of a party. */
export function party(value: string): string {
  if (!isParty(value)) throw new InvalidArgumentError(`${value} ${notAParty(value)}.`);
  return value;
}

/** The three clocks of a view, as options. */
export const withViewOptions = (command: Command): Command =>
  command
    .option('--at <time>', 'the date or instant to answer for (default: now)', timePoint)
    .option('--known-at <time>', 'only from what the log had recorded by then', timePoint)
    .option('--public-at <time>', 'only from what was public by then', timePoint);

/** A whole number from 1 to `max`. */
export const upTo =
  (max: number) =>
  (value: string): number => {
    const number = /^\d{1,7}$/.test(value) ? Number(value) : 0;
    if (number < 1 || number > max)
      throw new InvalidArgumentError(`Write a whole number from 1 to ${max}.`);
    return number;
  };

/** For options that may be given several times. */
export const collect = (value: string, earlier: readonly string[] = []): readonly string[] => [
  ...earlier,
  value,
];

/** An origin as browsers send it: scheme, host and port, nothing else. */
export function origin(value: string, earlier: readonly string[] = []): readonly string[] {
  let parsed: URL;
  try {
    parsed = new URL(value);
  } catch {
    throw new InvalidArgumentError('Write an origin such as https://example.org.');
  }
  if (!/^https?:$/.test(parsed.protocol) || parsed.origin !== value)
    throw new InvalidArgumentError(
      `Write an origin without a path, such as ${parsed.origin === 'null' ? 'https://example.org' : parsed.origin}.`,
    );
  return [...earlier, value];
}
