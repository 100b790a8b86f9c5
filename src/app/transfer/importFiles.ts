/**
 * Importing files of the interchange format: every line of every file is checked for its shape
 * before anything is written; then the events are appended in batches, each all or nothing.
 *
 * Files are taken in the order in which they were recorded: by the `recordedAt` of their first
 * event, those without one last, as it then means now; otherwise as they are named.
 */
import type { AnyEvent } from '../../../events/catalogue.js';
import { type EventDraft, parseEvent, type Problem } from '../../../events/parse.js';
import { DuplicateEvent, RestoreRefused } from '../../log/core/errors.js';
import { firstEvents } from '../commands/similarStreams.js';
import { EventsRefused } from '../errors.js';
import { type JsonlLine, type JsonlFile, readLines } from './jsonlReader.js';
import type { AppendRequest, Parley } from '../parley.js';

const BATCH_SIZE = 1_000;
/** Problems reported one by one; further ones are only counted. */
const MAX_REPORTED_PROBLEMS = 20;

export interface LinePosition {
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
}

/** What is wrong with a line; the path is within its event, and empty for the line as a whole. */
export interface LineProblem extends LinePosition, Problem {}

/** Files were refused: which lines, why, and how much of them is in the log all the same. */
export class ImportRefused extends Error {
  readonly code = 'IMPORT_REFUSED';
  constructor(
    /** The first of the problems. */
    readonly problems: readonly LineProblem[],
    readonly total: number,
    /** Events of these files in the log now. */
    readonly imported: number,
    readonly events: number,
    /** The last line that is in the log. */
    readonly upTo: LinePosition | undefined,
  ) {
    super(
      imported === 0
        ? `Nothing was written: ${countNoun(total, 'problem')} in ${countNoun(events, 'event')}.`
        : `${imported.toLocaleString('en')} of ${countNoun(events, 'event')} are in the log, up to ${upTo?.file}:${upTo?.line}; the batch after it was refused.`,
    );
    this.name = 'ImportRefused';
  }
}

const countNoun = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

export interface ImportOptions {
  /** Checks everything and writes nothing; all events are held in memory for it. */
  readonly dryRun?: boolean | undefined;
  readonly recordedBy?: string | undefined;
  onProgress?: ((stage: 'checked' | 'imported', events: number, of?: number) => void) | undefined;
}

export interface ImportResult {
  readonly events: number;
  /** Whether the log was empty, so that `recordedAt` was kept. */
  readonly restored: boolean;
  /** The position of the log before the import. */
  readonly after: number;
  /** The first events of the streams that begin with the import, of those named by a slug. */
  readonly begun: readonly AnyEvent[];
}

/** Problems as they are found: the first of them, and how many there are. */
class ProblemList {
  readonly first: LineProblem[] = [];
  total = 0;

  add({ file, number: line }: JsonlLine, problem: Problem): void {
    this.total += 1;
    if (this.first.length < MAX_REPORTED_PROBLEMS) this.first.push({ ...problem, file, line });
  }
}

const unreadable = (message: string): Problem => ({ path: '', code: 'UNREADABLE', message });

/** Files whose lines all have the shape of an event. */
export interface CheckedFiles {
  /** In the order in which they are imported. */
  readonly files: readonly JsonlFile[];
  readonly events: number;
}

/**
 * Checks the shape of every line of every file. Throws {@link ImportRefused} with what is wrong,
 * or `UnreadableFile`.
 */
export async function checkFiles(
  files: readonly JsonlFile[],
  options: ImportOptions = {},
): Promise<CheckedFiles> {
  const problems = new ProblemList();
  const checked: { file: JsonlFile; from: number }[] = [];
  let events = 0;
  for (const file of files) {
    let from: number | undefined;
    for await (const lines of readLines(file)) {
      for (const line of lines) {
        events += 1;
        if ('problem' in line) {
          problems.add(line, unreadable(line.problem));
          continue;
        }
        const parsed = parseEvent(line.value);
        if (parsed.ok) from ??= recordedInstant(parsed.event);
        else for (const problem of parsed.problems) problems.add(line, problem);
      }
      options.onProgress?.('checked', events);
    }
    checked.push({ file, from: from ?? Infinity });
  }
  if (problems.total > 0)
    throw new ImportRefused(problems.first, problems.total, 0, events, undefined);
  // Infinity minus itself is no number: files without one keep the order in which they are named.
  const inOrder = checked.toSorted((a, b) => (a.from === b.from ? 0 : a.from - b.from));
  return { files: inOrder.map(({ file }) => file), events };
}

/** When an event was recorded; without it, never before now. */
const recordedInstant = ({ recordedAt }: EventDraft): number =>
  recordedAt === undefined ? Infinity : Date.parse(recordedAt);

async function* batches(
  files: readonly JsonlFile[],
  size: number,
): AsyncGenerator<readonly JsonlLine[]> {
  let batch: JsonlLine[] = [];
  for (const file of files)
    for await (const lines of readLines(file))
      for (const line of lines) {
        batch.push(line);
        if (batch.length < size) continue;
        yield batch;
        batch = [];
      }
  if (batch.length > 0) yield batch;
}

const EVENT_INDEX = /^events\[(\d+)\]\.?/;

/** What an append refused, placed on the lines it was about; undefined when it is no refusal. */
function problemsOf(error: unknown, batch: readonly JsonlLine[]): ProblemList | undefined {
  const problems = new ProblemList();
  const add = (index: number, problem: Problem) => {
    const line = batch[index];
    if (line) problems.add(line, problem);
  };
  if (error instanceof EventsRefused)
    for (const problem of error.problems) {
      const [prefix = '', index = '0'] = EVENT_INDEX.exec(problem.path) ?? [];
      add(Number(index), { ...problem, path: problem.path.slice(prefix.length) });
    }
  else if (error instanceof DuplicateEvent) {
    const { code, id } = error;
    const message = `${id} is in the log already. An event is recorded once: take out what was imported before`;
    add(error.index, { path: 'id', code, message });
  } else if (error instanceof RestoreRefused) {
    const message = error.message.replace(/^recordedAt /, '').replace(/\.$/, '');
    add(error.index, { path: 'recordedAt', code: error.code, message });
  }
  return problems.total > 0 ? problems : undefined;
}

/**
 * Imports files that passed {@link checkFiles}. Into an empty log it is a restore: `recordedAt` is kept, must never decrease, and means now where absent. Into any
 * other log, `recordedAt` is assigned anew.
 * Throws {@link ImportRefused} or `UnreadableFile`, and what the log throws.
 */
export async function importFiles(
  parley: Parley,
  { files, events }: CheckedFiles,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const { position: before } = await parley.head();
  const restored = before === 0;
  const { recordedBy, dryRun = false } = options;
  const request: AppendRequest = { recordedBy, dryRun, restore: restored };
  let begun: readonly AnyEvent[] = [];
  let imported = 0;
  let upTo: LinePosition | undefined;
  // A dry run leaves nothing behind that a later batch could build on: it takes all at once.
  for await (const batch of batches(files, dryRun ? Infinity : BATCH_SIZE)) {
    const values = batch.map((line) => ('value' in line ? line.value : undefined));
    const appended = await parley.append(values, request).catch((error: unknown) => {
      const problems = problemsOf(error, batch);
      if (!problems) throw error;
      throw new ImportRefused(problems.first, problems.total, imported, events, upTo);
    });
    begun = begun.concat(firstEvents(appended.events));
    imported += batch.length;
    const last = batch.at(-1);
    upTo = last && { file: last.file, line: last.number };
    options.onProgress?.('imported', imported, events);
  }
  return { events: imported, restored, after: before, begun };
}
