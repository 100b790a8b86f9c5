/** `parley export`: a log in the interchange format. */
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { Command } from 'commander';
import { exportLines } from '../../app/transfer/exportLog.js';
import type { Parley } from '../../app/parley.js';
import { CliError } from '../exitCodes.js';
import { sqlitePath, withReadonlyLog } from '../openLog.js';
import { collect, logOption } from '../options.js';
import { print } from '../output.js';
import { counted, Progress } from '../progress.js';

interface Options {
  readonly log: string;
  readonly output?: string;
  readonly stream?: readonly string[];
}

const HELP = `
One event a line, as canonical JSON, in log order. Importing the lines into an empty log and
exporting that gives the same bytes.

Examples:
  parley export > backup.jsonl
  parley export --output backup.jsonl                  replaced only when all is written
  parley export --stream negotiation/in-us-bta | head`;

export const exportCommand = (): Command =>
  new Command('export')
    .addOption(logOption())
    .option('--output <file>', 'write to a file instead of standard output')
    .option('--stream <name>', 'only the history of a stream; may be repeated', collect)
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      await withReadonlyLog(options.log, async (parley) => {
        if (options.stream) await checkStreams(parley, options.stream);
        const groups = exportLines(parley, options.stream);
        if (options.output === undefined) for await (const text of groups) await print(text);
        else await writeFile(groups, options.output, options.log);
      });
    });

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

/** The file is whole or as it was before: lines go to one beside it, which then takes its place. */
async function writeFile(
  groups: AsyncIterable<string>,
  output: string,
  log: string,
): Promise<void> {
  const there = await stat(output).catch(() => undefined);
  const database = sqlitePath(log);
  if (there && database !== undefined && (await realpath(output)) === (await realpath(database)))
    throw new CliError(`${output} is the log itself. Choose another file.`);
  // A device or a pipe cannot be replaced, and need not be.
  const target = there && !there.isFile() ? output : `${output}.${process.pid}.part`;
  const file = await open(target, 'w');
  const progress = new Progress();
  let count = 0;
  try {
    for await (const text of groups) {
      await file.writeFile(text);
      count += text.split('\n').length - 1;
      progress.show(`exported ${counted(count, 'event')}`);
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
  console.error(`Exported ${counted(count, 'event')} to ${output}.`);
}
