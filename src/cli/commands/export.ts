/** `parley export`: a log in the interchange format, or as a table. */
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { csvChunks } from '../../app/datasets/csv.js';
import { dutySteps, dutyStepTable } from '../../app/datasets/dutySteps.js';
import { eventTable } from '../../app/datasets/eventTable.js';
import { parquetChunks } from '../../app/datasets/parquet.js';
import type { Table } from '../../app/datasets/table.js';
import { exportLines } from '../../app/transfer/exportLog.js';
import type { Parley } from '../../app/parley.js';
import { CliError } from '../exitCodes.js';
import { sqlitePath, withReadonlyLog } from '../openLog.js';
import { collect, logOption } from '../options.js';
import { print } from '../output.js';
import { counted, Progress } from '../progress.js';
import { VERSION } from '../../server/version.js';

interface Options {
  readonly log: string;
  readonly output?: string;
  readonly stream?: readonly string[];
  readonly format: Format;
  readonly dutySteps?: true;
}

const FORMATS = ['jsonl', 'csv', 'parquet'] as const;
type Format = (typeof FORMATS)[number];

const HELP = `
jsonl is one event a line, as canonical JSON, in log order. Importing the lines into an empty log and
exporting that gives the same bytes. csv and parquet are one table with a row for each event, for
spreadsheets and data tools; they cannot be imported.

Examples:
  parley export > backup.jsonl
  parley export --output backup.jsonl                  replaced only when all is written
  parley export --stream negotiation/in-us-bta | head
  parley export --format csv --output events.csv
  parley export --format parquet --output events.parquet
  parley export --duty-steps --format csv              one row for each rate of each pair`;

export const exportCommand = (): Command =>
  new Command('export')
    .addOption(logOption())
    .option('--output <file>', 'write to a file instead of standard output')
    .option('--stream <name>', 'only the history of a stream; may be repeated', collect)
    .addOption(
      new Option('--format <format>', 'how to write the events').choices(FORMATS).default('jsonl'),
    )
    .option('--duty-steps', 'the duties over time in place of the events, as csv or parquet')
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      await withReadonlyLog(options.log, async (parley) => {
        checkDutySteps(options);
        if (options.stream) await checkStreams(parley, options.stream);
        const counter = new Counter();
        const chunks = options.dutySteps
          ? tableChunks(
              options.format,
              dutyStepTable,
              dutySteps(parley, await parley.head()),
              counter,
            )
          : chunksOf(parley, options, counter);
        if (options.output !== undefined) await writeFile(chunks, options, options.output, counter);
        else for await (const chunk of chunks) await print(chunk);
      });
    });

function checkDutySteps({ dutySteps: asked, stream, format }: Options): void {
  if (!asked) return;
  if (format === 'jsonl')
    throw new CliError('Duty steps are a table. Choose --format csv or --format parquet.');
  if (stream)
    throw new CliError('Duty steps follow from the whole log. Leave --stream or --duty-steps out.');
}

/** The rows written so far, for progress. */
class Counter {
  count = 0;

  /** The pages, counted as they are read. */
  async *over<Item>(pages: AsyncIterable<readonly Item[]>): AsyncGenerator<readonly Item[]> {
    for await (const page of pages) {
      this.count += page.length;
      yield page;
    }
  }
}

type Chunks = AsyncIterable<string | Uint8Array>;

function chunksOf(parley: Parley, { format, stream }: Options, counter: Counter): Chunks {
  if (format === 'jsonl') return countedLines(exportLines(parley, stream), counter);
  const events = parley.descriptions.summarizedPages(
    parley.read(stream ? { streams: stream } : {}),
  );
  return tableChunks(format, eventTable, events, counter);
}

function tableChunks<Row>(
  format: Format,
  table: Table<Row>,
  rows: AsyncIterable<readonly Row[]>,
  counter: Counter,
): Chunks {
  const pages = counter.over(rows);
  return format === 'csv'
    ? csvChunks(table, pages)
    : parquetChunks(table, pages, `parley ${VERSION}`);
}

async function* countedLines(chunks: AsyncIterable<string>, counter: Counter) {
  for await (const text of chunks) {
    counter.count += text.split('\n').length - 1;
    yield text;
  }
}

async function checkStreams(parley: Parley, names: readonly string[]): Promise<void> {
  const streams = (await parley.log.streams()).map(({ stream }) => stream);
  const unknown = names.find((stream) => !streams.includes(stream));
  if (unknown === undefined) return;
  const known = streams.map((stream) => `  ${stream}`);
  throw new CliError(
    `There is no stream ${unknown} in the log${known.length > 0 ? '; those above are' : ', which is empty'}.`,
    known,
  );
}

/** The file is whole or as it was before: chunks go to one beside it, which then takes its place. */
async function writeFile(
  chunks: Chunks,
  { log, dutySteps: steps }: Options,
  output: string,
  counter: Counter,
): Promise<void> {
  const what = steps ? 'duty step' : 'event';
  const there = await stat(output).catch(() => undefined);
  const database = sqlitePath(log);
  if (there && database !== undefined && (await realpath(output)) === (await realpath(database)))
    throw new CliError(`${output} is the log itself. Choose another file.`);
  // A device or a pipe cannot be replaced, and need not be.
  const target = there && !there.isFile() ? output : `${output}.${process.pid}.part`;
  const file = await open(target, 'w');
  const progress = new Progress();
  try {
    for await (const chunk of chunks) {
      await file.writeFile(chunk);
      progress.show(`exported ${counted(counter.count, what)}`);
    }
    if (target !== output) await file.sync();
    await file.close();
    if (target !== output) await rename(target, output);
  } catch (error) {
    await file.close().catch(() => undefined);
    if (target !== output) await rm(target, { force: true });
    throw error;
  } finally {
    progress.clear();
  }
  console.error(`Exported ${counted(counter.count, what)} to ${output}.`);
}
