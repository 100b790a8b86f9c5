/** `parley duty`: what is charged on a good, line by line. */
import { Command } from 'commander';
import { areaZone, isArea, notAnArea } from '../../../events/codes/areas.js';
import { isCurrency, notACurrency } from '../../../events/codes/currencies.js';
import { HS_CODE } from '../../../events/codes/hsCodes.js';
import { isUnit, notAUnit } from '../../../events/codes/units.js';
import type { AsOf, AsOfResult } from '../../app/queries/asOf.js';
import { coverageText } from '../../domain/duty/coverage.js';
import type { DutyView } from '../../domain/duty/duty.js';
import type { Layer } from '../../domain/duty/layer.js';
import { chargeText } from '../../domain/duty/charge.js';
import { measureIdentity } from '../../domain/measure/measureView.js';
import { CliError } from '../exitCodes.js';
import { factText, words } from '../eventText.js';
import { dutyJson, viewJson } from '../negotiationJson.js';
import { localTime } from '../negotiationText.js';
import { withReadonlyLog } from '../openLog.js';
import { collect, logOption, withViewOptions } from '../options.js';
import { print, printJson } from '../output.js';
import { TextLayout, wantsColour } from '../terminalLayout.js';

interface Options extends AsOf {
  readonly log: string;
  readonly hs?: string;
  readonly origin?: readonly string[];
  readonly endUse?: readonly string[];
  readonly quota?: readonly string[];
  readonly producer?: string;
  readonly value?: string;
  readonly quantity?: readonly string[];
  readonly content?: readonly string[];
  readonly mfn?: string;
  readonly json?: true;
}

const HELP = `
Lines that apply are marked with "+" and add up to the duty; the others say why they do not apply.
What is not on record is said to be so: it is unknown, never zero.

Examples:
  parley duty US IN --at 2025-10-15
  parley duty US IN --hs 7208 --at 2025-10-15
  parley duty IN US --hs 0802.12 --value "500000 INR" --quantity "1000 KGM"
  parley duty US IN --json | jq .total`;

export const dutyCommand = (): Command =>
  withViewOptions(
    new Command('duty')
      .argument('<imposed-by>', 'the country or customs union that imposes it, such as US')
      .argument('<on>', 'whose goods, such as IN')
      .addOption(logOption()),
  )
    .option('--hs <code>', 'the HS code of the good; any good when absent')
    .option('--value <amount>', 'the customs value, such as "500000 INR"')
    .option('--quantity <amount>', 'a quantity, such as "1000 KGM"; may be repeated', collect)
    .option(
      '--content <share>',
      'a part of the value, such as "0.4 steel"; may be repeated',
      collect,
    )
    .option('--origin <claim>', 'an origin it can claim, such as USMCA; may be repeated', collect)
    .option('--end-use <use>', 'an end use; may be repeated', collect)
    .option('--quota <relief>', 'a quota in which a place is held; may be repeated', collect)
    .option('--producer <name>', 'who makes or exports it')
    .option('--mfn <percent>', 'the ordinary (MFN) rate, instead of the one on record')
    .option('--json', 'print JSON, with the names of the GraphQL schema')
    .addHelpText('after', HELP)
    .action(
      (imposedBy: string, on: string, { log, json, at, knownAt, publicAt, ...asked }: Options) => {
        for (const code of [imposedBy, on])
          if (!isArea(code)) throw new CliError(`${JSON.stringify(code)} ${notAnArea(code)}.`);
        const question = { imposedBy, on, goods: goodOf(asked), mfnRate: mfnOf(asked.mfn) };
        return withReadonlyLog(log, async (parley) => {
          const answer = await parley.duty(question, { at, knownAt, publicAt });
          await (json
            ? printJson({ view: viewJson(answer.view), ...dutyJson(answer.subject) })
            : print(dutyText(answer)));
        });
      },
    );

function goodOf({
  hs,
  origin,
  endUse,
  quota,
  producer,
  value,
  quantity,
  content,
}: Options | Omit<Options, 'log'>) {
  const code = hs?.replaceAll(/[. ]/g, '');
  if (code !== undefined && !HS_CODE.test(code))
    throw new CliError(`${JSON.stringify(hs)} is not an HS code of 2, 4, 6, 8 or 10 digits.`);
  const money = value === undefined ? undefined : amountOf('--value', value);
  if (money && !isCurrency(money.of))
    throw new CliError(`--value ${money.of} ${notACurrency(money.of)}.`);
  const quantities = quantity?.map((text) => amountOf('--quantity', text));
  for (const { of } of quantities ?? [])
    if (!isUnit(of)) throw new CliError(`--quantity ${of} ${notAUnit(of)}.`);
  return {
    hs: code,
    origin,
    endUse,
    quotas: quota,
    producer,
    customsValue: money && { amount: money.number, currency: money.of },
    quantities: quantities?.map(({ number, of }) => ({ value: number, unit: of })),
    content: content
      ?.map((text) => amountOf('--content', text))
      .map(({ number, of }) => ({ of, share: number })),
  };
}

/** A number and what it is of. */
function amountOf(option: string, text: string): { readonly number: number; readonly of: string } {
  const [, number = '', of = ''] = /^(\d+(?:\.\d+)?)\s+(\S.*)$/.exec(text.trim()) ?? [];
  if (of === '')
    throw new CliError(
      `${option} ${JSON.stringify(text)} is not a number and what it is of, such as "1000 KGM".`,
    );
  return { number: Number(number), of };
}

function mfnOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new CliError(`--mfn ${JSON.stringify(text)} is not a rate in percent, zero or more.`);
}

const nameOf = ({ measure }: Layer): string =>
  measure ? measureIdentity(measure).title : 'Ordinary (MFN) duty, as given';

function dutyText({ subject, view }: AsOfResult<DutyView>): string {
  const { imposedBy, on, expression, amount, range, certainty, coverage, layers, pending } =
    subject;
  const zone = areaZone(imposedBy);
  const layout = new TextLayout(wantsColour());
  const possibly = certainty === 'POSSIBLE' ? 'possibly ' : '';
  const money = amount ? `, ${amount.amount.toLocaleString('en')} ${amount.currency}` : '';
  layout.line(
    `${imposedBy} on goods of ${on}: ${possibly}${expression ?? 'not on record'}${money}`,
    {
      tone: 'bold',
    },
  );
  layout.line(
    `Entered ${localTime(view.at, zone)} (${zone})${subject.disputed ? '; disputed' : ''}`,
  );
  if (range && range.min !== range.max)
    layout.line(`It lies between ${range.min} and ${range.max} percentage points.`);
  layout.line(coverageText(coverage), { tone: 'dim' });
  for (const layer of [...layers].sort((a, b) => Number(b.applies) - Number(a.applies))) {
    const { charge, applies, reason, setBy } = layer;
    const how = charge ? chargeText(charge) : 'no rate on record';
    layout.line(`${how}  ${nameOf(layer)}, ${words(reason)}`, {
      label: applies ? '  + ' : '    ',
      ...(!applies && { tone: 'dim' }),
    });
    if (setBy) layout.line(factText(setBy), { label: '      ', tone: 'dim' });
  }
  for (const { at, total, setBy } of pending)
    layout.line(`${total === null ? 'no plain percentage' : `${total} %`}: ${factText(setBy)}`, {
      label: `  from ${localTime(at, zone)} `,
    });
  return layout.toString();
}
