/** Legal acts that set the terms or the status of a measure. */
import { z } from 'zod';
import { define, joinWords, optional, untilAfterStart } from '../../define.js';
import { area, edtf, effectiveTime, text, timeZone } from '../../envelope.js';
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
function adoptedTerms(d: z.output<typeof adopted>): string {
  const { form = 'IMPORT_DUTY' } = d;
  const amount = howMuch(d);
  const words = form.toLowerCase().replaceAll('_', ' ');
  const what = amount === undefined || form !== 'IMPORT_DUTY' ? [words, amount] : [amount];
  return `${what.filter(Boolean).join(' of ')} on ${joinWords(d.affects)}${d.exceptFor ? ` except ${joinWords(d.exceptFor)}` : ''}`;
}

/** What an amendment sets and takes away; undefined when only the act says. */
function amendedTerms(d: z.output<typeof amended>): string | undefined {
  const removed = d.removes?.map((key) => REMOVED_IN_WORDS[key]);
  const parts = [howMuch(d), removed && `without ${joinWords(removed)}`].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(', ');
}

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
    data: adopted,
    asksFirst: ['rate', 'goods', 'effectiveFrom'],
    summary: (d) =>
      `${d.title}: ${adoptedTerms(d)} from ${d.effectiveFrom ?? 'a day not set'}${optional(' (', d.instrument, ')')}`,
  }),
  MeasureCommenced: define({
    stream: 'measure',
    mutation: 'commenceMeasure',
    describe: 'The day was set on which an adopted measure takes effect.',
    data: z.strictObject({ effectiveFrom: from() }),
    summary: (d) => `Takes effect from ${d.effectiveFrom}`,
  }),
  MeasureAmended: define({
    stream: 'measure',
    mutation: 'amendMeasure',
    describe: 'A legal act amended some of the terms.',
    data: amended,
    summary: (d) =>
      `Amended from ${d.effectiveFrom}${optional(' until ', d.revertsAt)}${optional(': ', amendedTerms(d))}${optional(' (', d.instrument, ')')}`,
  }),
  MeasureSuspended: define({
    stream: 'measure',
    mutation: 'suspendMeasure',
    describe:
      'A measure was suspended. It resumes by itself at the end of the suspension, if one is given.',
    data: z
      .strictObject({ effectiveFrom: from(), until: until() })
      .refine(untilAfterStart.check, untilAfterStart.params),
    summary: (d) => `Suspended from ${d.effectiveFrom}${optional(' until ', d.until)}`,
  }),
  MeasureResumed: define({
    stream: 'measure',
    mutation: 'resumeMeasure',
    describe: 'A suspended measure was resumed.',
    data: z.strictObject({ effectiveFrom: from() }),
    summary: (d) => `Resumed from ${d.effectiveFrom}`,
  }),
  MeasureEnded: define({
    stream: 'measure',
    mutation: 'endMeasure',
    describe: 'A measure ended.',
    data: z.strictObject({
      how: ending.describe('How it ended.'),
      effectiveFrom: effectiveTime().describe('When collection ends.'),
      legalEffectFrom: edtf().describe('When its legal basis ended, if earlier.').optional(),
      snapback: text().describe('The condition on which it would be imposed again.').optional(),
    }),
    summary: (d) => `Ended (${d.how.toLowerCase()}) from ${d.effectiveFrom}`,
  }),
  MeasureReinstated: define({
    stream: 'measure',
    mutation: 'reinstateMeasure',
    describe: 'An ended measure stands again, on the terms it had.',
    data: z
      .strictObject({
        effectiveFrom: from(),
        until: until(),
        reason: reinstatement.describe('Why it stands again.').optional(),
      })
      .refine(untilAfterStart.check, untilAfterStart.params),
    summary: (d) =>
      `Reinstated from ${d.effectiveFrom}${optional(' until ', d.until)}${optional(' (', d.reason?.toLowerCase(), ')')}`,
  }),
};
