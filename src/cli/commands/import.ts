/** `parley import`: events of the interchange format into a log. */
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import {
  checkFiles,
  type Imported,
  importFiles,
  type ImportOptions,
  ImportRefused,
  type LineProblem,
} from '../../app/transfer/importFiles.js';
import type { LinesFile } from '../../app/transfer/jsonlReader.js';
import type { Parley } from '../../app/parley.js';
import { shownUrl } from '../../log/postgres/url.js';
import { copy, isLog, whereToTry } from './importLog.js';
import { Failure } from '../exitCodes.js';
import { logOption } from '../options.js';
import { reading, writing } from '../openLog.js';
import { counted, Progress } from '../progress.js';

interface Options {
  readonly log: string;
  readonly dryRun?: boolean;
  readonly recordedBy?: string;
}

const HELP = `
One JSON object a line; blank lines are ignored. Every line of every file is checked before
anything is written. Into an empty log the import is a restore: recordedAt is kept and must never
decrease. Into a log that already holds events recordedAt is stamped anew.

A log's URL in place of the files copies that log whole, into one that is empty: positions,
recorded instants and hashes stay as they are, and the head of both is printed for "parley verify
--head". An interrupted copy goes on when it is started again. Idempotency keys stay behind.

Examples:
  parley import events/logs/*.jsonl                    restore the shipped record
  parley import talks.jsonl --log sqlite:talks.db      into a log of its own
  parley import talks.jsonl --dry-run                  say what is wrong, write nothing
  parley export --log sqlite:a.db | parley import - --log sqlite:b.db
  parley import sqlite:parley.db --log postgres://parley@host/talks`;

export const importCommand = (): Command =>
  new Command('import')
    .description('Append events from files, one JSON object a line')
    .argument(
      '<file...>',
      'the files, in the order to import them, - for standard input; or one log',
    )
    .addOption(logOption())
    .option('--dry-run', 'check everything and write nothing')
    .option('--recorded-by <name>', 'who enters them, where the lines do not say')
    .addHelpText('after', HELP)
    .action((files: readonly string[], options: Options) =>
      files.some(isLog)
        ? copyOne(files, options)
        : withFiles(files, (inputs) => run(inputs, options)),
    );

async function copyOne(
  [from = '', ...others]: readonly string[],
  { log, dryRun = false, recordedBy }: Options,
): Promise<void> {
  if (others.length > 0 || recordedBy !== undefined)
    throw new Failure(
      'A log is copied alone and as it is: name one log and nothing else, without --recorded-by.',
    );
  await copy(from, log, dryRun);
}

async function run(
  files: readonly LinesFile[],
  { log, dryRun, recordedBy }: Options,
): Promise<void> {
  const progress = new Progress();
  const request: ImportOptions = {
    dryRun,
    recordedBy,
    onProgress: (stage, count, of) =>
      progress.show(
        of === undefined
          ? `${stage} ${counted(count, 'line')}`
          : `${stage} ${count.toLocaleString('en')} of ${counted(of, 'event')}`,
      ),
  };
  try {
    // Before the log is opened: what is refused for its shape leaves no new log behind.
    const events = await checkFiles(files, request);
    const use = (parley: Parley) => importFiles(parley, files, events, request);
    const imported = await (dryRun ? reading(await whereToTry(log), use) : writing(log, use));
    progress.clear();
    tell(imported, log, dryRun);
  } catch (error) {
    progress.clear();
    throw error instanceof ImportRefused ? refusal(error) : error;
  }
}

/** So many warnings are printed one by one; the rest are counted. */
const PRINTED = 20;

function tell(
  { events, restored, findings }: Imported,
  log: string,
  dryRun: boolean | undefined,
): void {
  const how = restored
    ? 'The log was empty: recordedAt was kept where the lines give it.'
    : 'The log already held events: recordedAt was stamped anew.';
  if (events === 0) console.error('There is no event in what was given; nothing was written.');
  else if (dryRun)
    console.error(`${counted(events, 'event')} would be recorded. Nothing was written.`);
  else console.error(`Imported ${counted(events, 'event')} into ${shownUrl(log)}. ${how}`);
  if (findings.length === 0) return;
  console.error(`${counted(findings.length, 'warning')}: nothing was refused for them.`);
  for (const { negotiation, code, message } of findings.slice(0, PRINTED))
    console.error(`warning: ${negotiation}: ${code}: ${message}`);
  if (findings.length > PRINTED)
    console.error(`… and ${(findings.length - PRINTED).toLocaleString('en')} more`);
}

const told = ({ file, line, path: where, message }: LineProblem): string =>
  `${file}:${line}: ${where === '' ? '' : `${where}: `}${message}`;

function refusal(error: ImportRefused): Failure {
  const { problems, total, imported } = error;
  const lines = problems.map(told);
  if (total > problems.length)
    lines.push(`… and ${(total - problems.length).toLocaleString('en')} more`);
  if (imported === 0) return new Failure(error.message, lines);
  const remedy =
    'Correct the line; then import what comes after the last line named into this log, or everything into a new one.';
  return new Failure(`${error.message} ${remedy}`, lines);
}

/**
 * Files are read twice, once to check and once to append; what can be read only once (a pipe) is
 * first copied to a temporary file.
 */
async function withFiles(
  names: readonly string[],
  use: (files: readonly LinesFile[]) => Promise<void>,
): Promise<void> {
  const copies: string[] = [];
  try {
    const files: LinesFile[] = [];
    for (const name of names) {
      const stats = name === '-' ? undefined : statSync(name, { throwIfNoEntry: false });
      if (name !== '-' && (!stats || stats.isFile() || stats.isDirectory()))
        files.push({ path: name, name });
      else files.push({ path: await copied(name, copies), name: name === '-' ? 'stdin' : name });
    }
    await use(files);
  } finally {
    for (const directory of copies) await rm(directory, { recursive: true, force: true });
  }
}

async function copied(name: string, copies: string[]): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'parley-import-'));
  copies.push(directory);
  const copy = path.join(directory, 'lines.jsonl');
  await pipeline(name === '-' ? process.stdin : createReadStream(name), createWriteStream(copy));
  return copy;
}
