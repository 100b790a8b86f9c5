/** `parley verify`: walk the hash chain of a log. */
import { Command, InvalidArgumentError } from 'commander';
import { wrongDutySteps } from '../../app/datasets/dutySteps.js';
import { verify } from '../../log/core/verify.js';
import { CliError } from '../exitCodes.js';
import { withReadonlyLog } from '../openLog.js';
import { logOption } from '../options.js';
import { print } from '../output.js';
import { counted, Progress } from '../progress.js';

interface KnownHead {
  readonly position: number;
  readonly hash: string;
}

const HELP = `
Every record carries the SHA-256 of its content and of the record before it, so any later change
shows. Anyone who can write the file can rewrite the whole chain: keep the head elsewhere and
check the log against it with --head.

Examples:
  parley verify
  parley verify --log sqlite:talks.db
  parley verify --head 104:6f2c…                       check against a head kept elsewhere`;

function head(value: string): KnownHead {
  const [, position = '', hash = ''] = /^(\d+):([0-9a-f]{64})$/.exec(value) ?? [];
  if (hash === '')
    throw new InvalidArgumentError('Write POSITION:HASH, as "parley verify" prints it.');
  return { position: Number(position), hash };
}

export const verifyCommand = (): Command =>
  new Command('verify')
    .addOption(logOption())
    .option('--head <position:hash>', 'a head printed earlier, which the log must still hold', head)
    .addHelpText('after', HELP)
    .action(async (options: { log: string; head?: KnownHead }) => {
      await withReadonlyLog(options.log, async (parley) => {
        const progress = new Progress();
        const { position: total, recordedAt } = await parley.head();
        const result = await verify(parley.log, {
          ...(options.head && { expectedHead: options.head }),
          progress: (checked) =>
            progress.show(`checked ${checked.toLocaleString('en')} of ${counted(total, 'record')}`),
        }).finally(() => progress.clear());
        if (!result.ok && result.isDerived)
          throw new CliError(
            `${counted(result.count, 'record')} in order, nothing changed. But at position ${result.position} ${result.problem}.`,
          );
        if (!result.ok)
          throw new CliError(
            `The log is broken at position ${result.position}: ${result.problem}. ${counted(result.count, 'record')} before it ${result.count === 1 ? 'is' : 'are'} in order. Stop writing, keep a copy, and restore from an export.`,
          );
        if (result.count === 0) return print('The log is empty; there is nothing to verify.\n');
        const wrong = await wrongDutySteps(parley);
        if (wrong !== undefined)
          throw new CliError(
            `${counted(result.count, 'record')} in order, nothing changed. But ${wrong}. "parley reindex --duty-steps" computes it anew.`,
          );
        const { position, hash } = result.head;
        await print(
          `${counted(result.count, 'record')} in order, nothing changed.\nhead      ${position}:${hash}\nrecorded  ${recordedAt}\n`,
        );
      });
    });
