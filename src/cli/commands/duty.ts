/** `parley duty`: what is charged on a good, line by line. */
import { Command, InvalidArgumentError } from 'commander';
import { areaZone, isArea, notAnArea } from '../../../events/codes/areas.js';
import { isCurrency, notACurrency } from '../../../events/codes/currencies.js';
import { HS_CODE, HS_EDITIONS } from '../../../events/codes/hsCodes.js';
import { isUnit, notAUnit } from '../../../events/codes/units.js';
import { timePointInstant } from '../../../events/time/bounds.js';
import type { AsOf } from '../../app/queries/asOf.js';
import { checkedBounds } from '../../app/queries/timeRange.js';
import { dutyText, scheduleText } from '../text/dutyText.js';
import { dutyAnswerJson, stepJson } from '../../domain/answers/answerJson.js';
import { withReadonlyLog } from '../openLog.js';
import { collect, logOption, timePoint, withViewOptions } from '../options.js';
import { print, printJson } from '../output.js';

interface Options extends AsOf {
  readonly log: string;
  readonly hs?: string;
  readonly hsEdition?: string;
  readonly origin?: readonly string[];
  readonly endUse?: readonly string[];
  readonly quota?: readonly string[];
  readonly producer?: string;
  readonly transshipped?: true;
  readonly value?: NumberOf;
  readonly quantity?: readonly NumberOf[];
  readonly content?: readonly NumberOf[];
  readonly loaded?: string;
  readonly entered?: string;
  readonly mfn?: number;
  readonly from?: string;
  readonly to?: string;
  readonly json?: true;
}

/** A number and what it is of. */
interface NumberOf {
  readonly number: number;
  readonly of: string;
}

const HELP = `
Lines that apply are marked with "+" and add up to the duty; the others say why they do not apply.
What is not on record is said to be so: it is unknown, never zero. A date means the close of that
day where the authority is. What a good is not said to be, it is taken not to be: a relief for an
origin, an end use or a quota counts only for those who claim it here. With --from and --to it prints
the duty over time, by all that is known: from the beginning of one day to the close of another.

Examples:
  parley duty US IN --at 2025-10-15
  parley duty US IN --hs 7208 --at 2025-10-15
  parley duty US IN --loaded 2025-08-05 --at 2025-09-10
  parley duty IN US --hs 0802.12 --value "500000 INR" --quantity "1000 KGM"
  parley duty US IN --from 2025-01-01 --to 2025-12-31
  parley duty US IN --json | jq .total`;

export const dutyCommand = (): Command =>
  withViewOptions(
    new Command('duty')
      .argument('<imposed-by>', 'the country or customs union that imposes it, such as US', area)
      .argument('<on>', 'whose goods, such as IN', area)
      .addOption(logOption()),
  )
    .option('--hs <code>', 'the HS code of the good; any good when absent', hsCode)
    .option('--hs-edition <year>', 'the edition of the HS that the code is of', hsEdition)
    .option('--value <amount>', 'the customs value, such as "500000 INR"', money)
    .option('--quantity <amount>', 'a quantity, such as "1000 KGM"; may be repeated', quantities)
    .option(
      '--content <share>',
      'a part of the value, such as "0.4 steel"; may be repeated',
      contents,
    )
    .option('--origin <claim>', 'an origin it can claim, such as USMCA; may be repeated', collect)
    .option('--end-use <use>', 'an end use; may be repeated', collect)
    .option('--quota <relief>', 'a quota in which a place is held; may be repeated', collect)
    .option('--producer <name>', 'who makes or exports it')
    .option('--transshipped', 'it was transshipped to evade a duty')
    .option('--loaded <time>', 'when it was loaded for the final leg', timePoint)
    .option('--entered <time>', 'when it is entered, by what is decided at --at', timePoint)
    .option('--mfn <percent>', 'the ordinary (MFN) rate, instead of the one on record', percent)
    .option('--from <time>', 'print the duty over time, from when', timePoint)
    .option('--to <time>', 'and until when', timePoint)
    .option('--json', 'print JSON, with the names of the GraphQL schema')
    .addHelpText('after', HELP)
    .action((imposedBy: string, on: string, options: Options, command: Command) => {
      const { log, json, mfn, at, knownAt, publicAt, from, to } = options;
      if ((from === undefined) !== (to === undefined))
        command.error('error: --from and --to belong together: give both or neither.');
      const zone = areaZone(imposedBy);
      const goods = goodOf(options, zone);
      const question = { imposedBy, on, goods, mfnRate: mfn };
      return withReadonlyLog(log, async (parley) => {
        const answer = await parley.duty(question, { at, knownAt, publicAt });
        const { subject, view } = answer;
        if (from !== undefined && to !== undefined) {
          const { min, max } = checkedBounds('The schedule', { from, to }, zone);
          const steps = subject.schedule(min, max);
          await (json ? printJson(steps.map(stepJson)) : print(scheduleText(subject, steps)));
          return;
        }
        await (json
          ? printJson(dutyAnswerJson(answer))
          : print(dutyText(answer, goods.enteredAt ?? view.at)));
      });
    });

/** @param zone of the authority, in which a date is the close of its day */
function goodOf(options: Omit<Options, 'log'>, zone: string) {
  const { hs, origin, endUse, quota, producer, value, quantity, content } = options;
  const instant = (time: string | undefined) =>
    time === undefined ? undefined : timePointInstant(time, zone);
  return {
    hs,
    hsEdition: options.hsEdition,
    origin,
    endUse,
    quotas: quota,
    producer,
    transshipped: options.transshipped,
    customsValue: value && { amount: value.number, currency: value.of },
    quantities: quantity?.map(({ number, of }) => ({ value: number, unit: of })),
    content: content?.map(({ number, of }) => ({ of, share: number })),
    loadedAt: instant(options.loaded),
    enteredAt: instant(options.entered),
  };
}

/** @param problem a sentence without its subject; one that ends in a question keeps its mark */
const refuse = (text: string, problem: string): never => {
  const end = problem.endsWith('?') ? '' : '.';
  throw new InvalidArgumentError(`${JSON.stringify(text)} ${problem}${end}`);
};

const area = (text: string): string => (isArea(text) ? text : refuse(text, notAnArea(text)));

function hsCode(text: string): string {
  const digits = text.replaceAll(/[. ]/g, '');
  return HS_CODE.test(digits)
    ? digits
    : refuse(text, 'is not an HS code of 2, 4, 6, 8 or 10 digits');
}

const hsEdition = (text: string): string =>
  HS_EDITIONS.includes(text)
    ? text
    : refuse(text, `is not an edition of the HS: ${HS_EDITIONS.join(', ')}`);

function numberOf(text: string, example: string): NumberOf {
  const [, number = '', of = ''] = /^(\d+(?:\.\d+)?)\s+(\S.*)$/.exec(text.trim()) ?? [];
  return of === ''
    ? refuse(text, `is not a number and what it is of, such as "${example}"`)
    : { number: Number(number), of };
}

function money(text: string): NumberOf {
  const amount = numberOf(text, '500000 INR');
  return isCurrency(amount.of) ? amount : refuse(amount.of, notACurrency(amount.of));
}

function quantities(text: string, earlier: readonly NumberOf[] = []): readonly NumberOf[] {
  const quantity = numberOf(text, '1000 KGM');
  return isUnit(quantity.of) ? [...earlier, quantity] : refuse(quantity.of, notAUnit(quantity.of));
}

function contents(text: string, earlier: readonly NumberOf[] = []): readonly NumberOf[] {
  const all = [...earlier, numberOf(text, '0.4 steel')];
  const sum = all.reduce((total, { number }) => total + number, 0);
  return sum > 1 + 1e-9
    ? refuse(
        text,
        `brings the contents to ${sum}: they are shares of the value, from 0 to 1 in all`,
      )
    : all;
}

const percent = (text: string): number =>
  /^\d+(\.\d+)?$/.test(text)
    ? Number(text)
    : refuse(text, 'is not a rate in percent, zero or more');
