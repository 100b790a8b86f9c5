/** `parley import`: events of the interchange format into a log. */
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import {
  checkFiles,
  type ImportResult,
  importFiles,
  type ImportOptions,
  ImportRefused,
  type LineProblem,
} from '../../app/transfer/importFiles.js';
import { type ImportFinding, importFindings } from '../../app/transfer/importFindings.js';
import type { JsonlFile } from '../../app/transfer/jsonlReader.js';
import type { Parley } from '../../app/parley.js';
import { shownUrl } from '../../log/postgres/url.js';
import { copy, isLog, whereToTry } from './importLog.js';
import { CliError } from '../exitCodes.js';
import { logOption } from '../options.js';
import { withLog, withReadonlyLog } from '../openLog.js';
import { counted, Progress } from '../progress.js';

interface Options {
  readonly log: string;
  readonly dryRun?: boolean;
  readonly recordedBy?: string;
}

const HELP = `
One JSON object a line; blank lines are ignored. Every line of every file is checked before
anything is written. Into an empty log the import is a restore: recordedAt is kept and must never
decrease. Into a log that already holds events recordedAt is stamped anew. Files are taken in the
order of their first recordedAt, those without one last and as they are named.

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
    .argument('<file...>', 'the files, - for standard input; or one log')
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
    throw new CliError(
      'A log is copied alone and as it is: name one log and nothing else, without --recorded-by.',
    );
  await copy(from, log, dryRun);
}

async function run(
  files: readonly JsonlFile[],
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
    const checked = await checkFiles(files, request);
    const use = async (parley: Parley) => {
      const result = await importFiles(parley, checked, request);
      const findings =
        result.events > 0 ? await importFindings(parley, result, dryRun ?? false) : [];
      return { result, findings };
    };
    const { result, findings } = await (dryRun
      ? withReadonlyLog(await whereToTry(log), use)
      : withLog(log, use));
    progress.clear();
    reportResult(result, log, dryRun);
    reportFindings(findings);
  } catch (error) {
    progress.clear();
    throw error instanceof ImportRefused ? refusal(error) : error;
  }
}

/** At most this many warnings are printed one by one; the rest are counted. */
const MAX_PRINTED_WARNINGS = 20;

function reportResult(
  { events, restored }: ImportResult,
  log: string,
  dryRun: boolean | undefined,
): void {
  const how = restored
    ? 'The log was empty: recordedAt was kept where the lines give it.'
    : 'The log already held events: recordedAt was stamped anew.';
  if (events === 0) console.error('The files hold no event; nothing was written.');
  else if (dryRun)
    console.error(`${counted(events, 'event')} would be recorded. Nothing was written.`);
  else console.error(`Imported ${counted(events, 'event')} into ${shownUrl(log)}. ${how}`);
}

/** Prints the probable slips as warnings: the first of them, and how many there are. */
function reportFindings(findings: readonly ImportFinding[]): void {
  if (findings.length === 0) return;
  console.error(`${counted(findings.length, 'warning')}: nothing was refused for them.`);
  for (const { slug, code, message } of findings.slice(0, MAX_PRINTED_WARNINGS))
    console.error(`warning: ${slug}: ${code}: ${message}`);
  if (findings.length > MAX_PRINTED_WARNINGS)
    console.error(`… and ${(findings.length - MAX_PRINTED_WARNINGS).toLocaleString('en')} more`);
}

const problemLine = ({ file, line, path: where, message }: LineProblem): string =>
  `${file}:${line}: ${where === '' ? '' : `${where}: `}${message}`;

function refusal(error: ImportRefused): CliError {
  const { problems, total, imported } = error;
  const lines = problems.map(problemLine);
  if (total > problems.length)
    lines.push(`… and ${(total - problems.length).toLocaleString('en')} more`);
  if (imported === 0) return new CliError(error.message, lines);
  const remedy =
    'Correct the line; then import what comes after the last line named into this log, or everything into a new one.';
  return new CliError(`${error.message} ${remedy}`, lines);
}

/**
 * Files are read twice, once to check and once to append; what can be read only once (a pipe) is
 * first copied to a temporary file.
 */
async function withFiles(
  names: readonly string[],
  use: (files: readonly JsonlFile[]) => Promise<void>,
): Promise<void> {
  const copies: string[] = [];
  try {
    const files: JsonlFile[] = [];
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
