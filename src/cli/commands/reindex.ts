/** `parley reindex`: makes the indexes beside a log's events anew. */
import { Command } from 'commander';
import { remakeIndex } from '../../log/core/streamIndex/completeIndex.js';
import { CliError } from '../exitCodes.js';
import { requireFile, withLog } from '../openLog.js';
import { logOption } from '../options.js';
import { print } from '../output.js';
import { counted, Progress } from '../progress.js';

const HELP = `
The stream index tells which streams can bear on a question. It follows from the events, is written
with each append, and is made anew by itself after an upgrade that needs it. Run this when "parley
verify" says that it is not as the events say. Events are read, never changed, and servers may run
meanwhile: their reads wait for the index.

Examples:
  parley reindex
  parley reindex --log sqlite:talks.db`;

export const reindexCommand = (): Command =>
  new Command('reindex')
    .addOption(logOption())
    .addHelpText('after', HELP)
    .action(async (options: { log: string }) => {
      requireFile(options.log);
      await withLog(options.log, async ({ log }) => {
        const progress = new Progress();
        const isMade = await remakeIndex(log, (position, head) =>
          progress.show(`indexed ${position.toLocaleString('en')} of ${counted(head, 'event')}`),
        ).finally(() => progress.clear());
        if (!isMade)
          throw new CliError(
            `The index of ${log.url} was written by a newer Parley, or cannot be written: nothing was changed. Run "parley reindex" of that version.`,
          );
        const { position } = await log.head();
        await print(`The index was made anew from ${counted(position, 'event')}.\n`);
      });
    });
