/** Legal acts that set the terms or the status of a measure. */
import { z } from 'zod';
import { define, untilAfterStart } from '../../define.js';
import { area, edtf, effectiveTime, text, timeZone } from '../../envelope.js';
import { codeWords, joinWords, optional, type Words } from '../../words.js';
import { refuse } from '../../crossChecks.js';
import { howMuch } from './howMuch.js';
import { affects } from './scope.js';
import {
  amountFitsForm,
  amounts,
  form,
  from,
  instrument,
  linesDiffer,
  measureRole,
  oneAmount,
  terms,
  until,
} from './terms.js';

const measureKind = z
  .enum([
    'RECIPROCAL',
    'PENALTY',
    'RETALIATORY',
    'SAFEGUARD',
    'NATIONAL_SECURITY',
    'UNFAIR_TRADE',
    'BALANCE_OF_PAYMENTS',
    'OTHER',
  ])
  .meta({ id: 'MeasureKind', description: 'The stated purpose of a measure.' });

const ending = z
  .enum(['LIFTED', 'EXPIRED', 'REPLACED', 'WITHDRAWN', 'INVALIDATED'])
  .meta({ id: 'MeasureEnding', description: 'How a measure ended.' });

const reinstatement = z
  .enum(['STAY', 'APPEAL', 'SNAPBACK', 'OTHER'])
  .meta({ id: 'ReinstatementReason', description: 'Why an ended measure stands again.' });

const REMOVABLE = [
  'until',
  'goods',
  'exceptFor',
  'replaces',
  'excludedBy',
  'capTotalAt',
  'inTransit',
  'transshipmentRate',
  'valueShare',
] as const;

export type RemovableTerm = (typeof REMOVABLE)[number];

/** A term that a measure can do without, by its key: text in GraphQL, whose enums have capitals. */
const removable = z
  .string()
  .refine(
    (key) => (REMOVABLE as readonly string[]).includes(key),
    `is not a term that can be removed: write one of ${REMOVABLE.join(', ')}`,
  ) as z.ZodType<string> as z.ZodType<RemovableTerm>;

const adopted = z
  .strictObject({
    title: text(300).describe('The title of the measure.'),
    imposedBy: area().describe('The country that imposes it.'),
    affects: affects(),
    kind: measureKind.describe('Its stated purpose.'),
    rate: amounts.rate,
    effectiveFrom: effectiveTime()
      .describe('When it takes effect; absent while the day is not set.')
      .optional(),
    form: form(),
    role: measureRole
      .describe('How it stands to the ordinary duty; absent means it is additional.')
      .optional(),
    duty: amounts.duty,
    lines: amounts.lines,
    charge: amounts.charge,
    legalBasis: text(500).describe('The legal basis.').optional(),
    instrument: instrument(),
    until: until(),
    ...terms,
    timeZone: timeZone()
      .describe("The time zone of the authority; absent means its country's.")
      .optional(),
  })
  .refine(untilAfterStart.check, untilAfterStart.params)
  .check(oneAmount, amountFitsForm, linesDiffer);

const amended = z
  .strictObject({
    effectiveFrom: from(),
    rate: amounts.rate,
    until: until(),
    ...terms,
    affects: affects().optional(),
    duty: amounts.duty,
    lines: amounts.lines,
    charge: amounts.charge,
    removes: z
      .array(removable)
      .min(1)
      .max(REMOVABLE.length)
      .describe(`Terms taken away: ${joinWords(REMOVABLE)}.`)
      .optional(),
    revertsAt: effectiveTime()
      .describe('When the terms before come back by themselves.')
      .optional(),
    instrument: instrument(),
  })
  .refine(untilAfterStart.check, untilAfterStart.params)
  .check(oneAmount, linesDiffer, (ctx) => {
    const { removes = [], revertsAt, effectiveFrom } = ctx.value;
    removes.forEach((key, index) => {
      if (ctx.value[key] !== undefined)
        refuse(ctx, ['removes', index], `removes ${key}, which is set: do one of the two`);
    });
    if (!untilAfterStart.check({ effectiveFrom, until: revertsAt }))
      refuse(ctx, ['revertsAt'], 'is not after effectiveFrom: terms revert after they begin');
  });

/** `25 % on CH and LI`, `export control on all countries except CA`. */
function adoptedTerms(d: z.output<typeof adopted>, w: Words): string {
  const { form = 'IMPORT_DUTY' } = d;
  const amount = howMuch(d);
  const words = codeWords(form);
  const what = amount === undefined || form !== 'IMPORT_DUTY' ? [words, amount] : [amount];
  return `${what.filter(Boolean).join(' of ')} on ${w.parties(d.affects)}${optional(' except ', d.exceptFor && w.parties(d.exceptFor))}`;
}

/** What an amendment takes away; undefined when nothing. */
const removedTerms = ({ removes }: z.output<typeof amended>): string | undefined =>
  removes && joinWords(removes.map((key) => REMOVED_IN_WORDS[key]));

const ENDED_HOW: Readonly<Record<z.output<typeof ending>, string>> = {
  LIFTED: 'lifted',
  EXPIRED: 'expired',
  REPLACED: 'replaced',
  WITHDRAWN: 'withdrawn',
  INVALIDATED: 'struck down',
};

const REINSTATED_WHY: Readonly<Record<z.output<typeof reinstatement>, string>> = {
  STAY: ', a ruling against it being stayed',
  APPEAL: ', on appeal',
  SNAPBACK: ', a condition of its end having failed',
  OTHER: '',
};

const REMOVED_IN_WORDS: Readonly<Record<RemovableTerm, string>> = {
  until: 'its end',
  goods: 'its scope of goods',
  exceptFor: 'its exceptions of countries',
  replaces: 'what it replaces',
  excludedBy: 'what excludes it',
  capTotalAt: 'its cap',
  inTransit: 'its clause on goods in transit',
  transshipmentRate: 'its rate on transshipped goods',
  valueShare: 'its share of the value',
};

export const decisions = {
  MeasureAdopted: define({
    stream: 'measure',
    mutation: 'imposeMeasure',
    describe: 'A legal act imposed a measure, or set all its terms again.',
    alsoCalled: [
      'tariff',
      'duty',
      'impose',
      'levy',
      'put',
      'proclamation',
      'retaliation',
      'executive order',
      'rate',
      'hike',
      'ban',
      'quota',
      'slap',
      'sanction',
      'export control',
      'fee',
      'act',
    ],
    data: adopted,
    asksFirst: ['rate', 'goods', 'effectiveFrom'],
    summary: (d, w) =>
      `${d.title}: ${adoptedTerms(d, w)}${d.effectiveFrom === undefined ? ' from a day not set' : w.from(d.effectiveFrom)}${optional(' (', d.instrument, ')')}`,
  }),
  MeasureCommenced: define({
    stream: 'measure',
    mutation: 'commenceMeasure',
    describe: 'The day was set on which an adopted measure takes effect.',
    alsoCalled: ['takes effect', 'start date', 'effective', 'commence'],
    data: z.strictObject({ effectiveFrom: from() }),
    summary: (d, w) => w.begin(`takes effect${w.from(d.effectiveFrom)}`),
  }),
  MeasureAmended: define({
    stream: 'measure',
    mutation: 'amendMeasure',
    describe: 'A legal act amended some of the terms.',
    alsoCalled: [
      'tariff change',
      'hike',
      'cut',
      'raise',
      'lower',
      'increase',
      'reduce',
      'reduction',
      'rate change',
      'modify',
      'double',
      'duty',
      'revise',
    ],
    data: amended,
    summary: (d, w) =>
      w.begin(
        `amended${optional(' to ', howMuch(d))}${w.from(d.effectiveFrom)}${w.until(d.revertsAt)}${optional(', without ', removedTerms(d))}${optional(' (', d.instrument, ')')}`,
      ),
  }),
  MeasureSuspended: define({
    stream: 'measure',
    mutation: 'suspendMeasure',
    describe:
      'A measure was suspended. It resumes by itself at the end of the suspension, if one is given.',
    alsoCalled: [
      'pause',
      'delay',
      'truce',
      'freeze',
      'tariff pause',
      'reprieve',
      'postpone',
      'hold',
      'grace',
    ],
    data: z
      .strictObject({ effectiveFrom: from(), until: until() })
      .refine(untilAfterStart.check, untilAfterStart.params),
    summary: (d, w) => w.begin(`suspended${w.from(d.effectiveFrom)}${w.until(d.until)}`),
  }),
  MeasureResumed: define({
    stream: 'measure',
    mutation: 'resumeMeasure',
    describe: 'A suspended measure was resumed.',
    alsoCalled: ['snapback', 'reimpose', 'pause over', 'back in force'],
    data: z.strictObject({ effectiveFrom: from() }),
    summary: (d, w) => w.begin(`resumed${w.from(d.effectiveFrom)}`),
  }),
  MeasureEnded: define({
    stream: 'measure',
    mutation: 'endMeasure',
    describe: 'A measure ended.',
    alsoCalled: [
      'lift',
      'repeal',
      'revoke',
      'scrap',
      'strike down',
      'struck down',
      'remove',
      'expire',
      'court',
      'rescind',
      'cut',
      'void',
      'ruling',
    ],
    data: z.strictObject({
      how: ending.describe('How it ended.'),
      effectiveFrom: effectiveTime().describe('When collection ends.'),
      legalEffectFrom: edtf().describe('When its legal basis ended, if earlier.').optional(),
      snapback: text().describe('The condition on which it would be imposed again.').optional(),
    }),
    summary: (d, w) => w.begin(`${ENDED_HOW[d.how]}${w.from(d.effectiveFrom)}`),
  }),
  MeasureReinstated: define({
    stream: 'measure',
    mutation: 'reinstateMeasure',
    describe: 'An ended measure stands again, on the terms it had.',
    alsoCalled: ['reinstate', 'stay', 'appeal', 'restore', 'reimpose', 'court'],
    data: z
      .strictObject({
        effectiveFrom: from(),
        until: until(),
        reason: reinstatement.describe('Why it stands again.').optional(),
      })
      .refine(untilAfterStart.check, untilAfterStart.params),
    summary: (d, w) =>
      w.begin(
        `reinstated${w.from(d.effectiveFrom)}${w.until(d.until)}${d.reason === undefined ? '' : REINSTATED_WHY[d.reason]}`,
      ),
  }),
};
