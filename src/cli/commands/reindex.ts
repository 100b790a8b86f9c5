/** `parley reindex`: makes the indexes beside a log's events anew. */
import { Command } from 'commander';
import { storeDutySteps } from '../../app/datasets/dutySteps.js';
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

With --duty-steps it also computes every duty over time, for programs that read SQL. The view
parley_duty_steps names the position of the log that it follows from; run this again after later events.
Nothing in Parley is answered from it, and "parley verify" compares it with the events.

Examples:
  parley reindex
  parley reindex --duty-steps --log sqlite:talks.db`;

export const reindexCommand = (): Command =>
  new Command('reindex')
    .addOption(logOption())
    .addHelpText('after', HELP)
    .option('--duty-steps', 'also compute the view parley_duty_steps, for programs that read SQL')
    .action(async (options: { log: string; dutySteps?: true }) => {
      requireFile(options.log);
      await withLog(options.log, async (parley) => {
        const { log } = parley;
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
        if (!options.dutySteps) return;
        const steps = await storeDutySteps(parley);
        await print(
          `parley_duty_steps has ${counted(steps.rows.length, 'step')} by the ${counted(steps.position, 'event')} of the log.\n`,
        );
      });
    });
