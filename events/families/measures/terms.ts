/** The terms that legal acts and announcements set of a measure. */
import { z } from 'zod';
import { effectiveTime, percent, slug, slugPattern, text } from '../../envelope.js';
import { type Checked, atMostOne, keysGiven, refuse } from '../../crossChecks.js';
import { dutyExpression, tariffLine } from '../../duty/dutyExpression.js';
import { IMPORT_DUTY_FORMS } from './importDutyForms.js';
import { exceptFor, goodsScope, inTransit, MOST_CODES, valueShare } from './scope.js';

export const measureForm = z
  .enum([
    'IMPORT_DUTY',
    'ANTIDUMPING_DUTY',
    'COUNTERVAILING_DUTY',
    'EXPORT_DUTY',
    'FEE',
    'IMPORT_BAN',
    'EXPORT_BAN',
    'EXPORT_CONTROL',
    'QUOTA',
    'LICENCE',
    'SANCTION',
  ])
  .meta({ id: 'MeasureForm', description: 'What a measure is, whatever its purpose.' });

export type MeasureForm = z.output<typeof measureForm>;

export const measureRole = z
  .enum(['ADDITIONAL', 'MFN', 'PREFERENCE', 'IN_LIEU_OF_MFN'])
  .meta({ id: 'MeasureRole', description: 'How a duty stands to the ordinary (MFN) duty.' });

export type MeasureRole = z.output<typeof measureRole>;

export const collection = z
  .enum(['COLLECTED', 'SECURED'])
  .meta({ id: 'DutyCollection', description: 'Whether a duty is paid or only secured.' });

export const instrument = () => text(500).describe('The legal act.').optional();
export const from = () => effectiveTime().describe('When it takes effect.');
export const until = () => effectiveTime().describe('When it ends, exclusive.').optional();
export const rate = () => percent().describe('Percent ad valorem.').optional();
export const form = () =>
  measureForm.describe('What it is; absent means a duty on imports.').optional();

/** How much: one of them is given. */
export const amounts = {
  rate: rate(),
  duty: dutyExpression.describe('The duty, where it is no plain percentage.').optional(),
  lines: z
    .array(tariffLine)
    .min(1)
    .max(MOST_CODES)
    .describe('A schedule: duties by HS code, of which the longest that fits counts.')
    .optional(),
  charge: dutyExpression.describe('The fee, for a measure that is one.').optional(),
};

/** The terms that a measure is adopted with and that can be amended one by one. */
export const terms = {
  goods: goodsScope.describe('The goods covered; absent means all.').optional(),
  exceptFor: exceptFor(),
  replaces: z.array(slug()).max(100).describe('Measures it applies in lieu of.').optional(),
  excludedBy: z
    .array(slugPattern())
    .max(100)
    .describe('Measures that exclude this one where they apply.')
    .optional(),
  capTotalAt: percent()
    .describe('The cap on the total of the MFN rate and this measure, percent ad valorem.')
    .optional(),
  valueShare: valueShare
    .describe('The part of the customs value it is taken on; absent means the whole.')
    .optional(),
  collection: collection.describe('Whether it is paid; absent means it is.').optional(),
  inTransit: inTransit.describe('Goods in transit that keep the earlier terms.').optional(),
  transshipmentRate: percent()
    .describe('The rate on transshipped goods, in lieu of the rate.')
    .optional(),
};

type Amounts = { readonly [Key in keyof typeof amounts]?: unknown };

const DUTIES = ['rate', 'duty', 'lines'] as const;

/** Refuses a second statement of how much. */
export const oneAmount = (ctx: Checked<Amounts>): void =>
  atMostOne(
    ctx,
    [...DUTIES, 'charge'],
    'how much is said once, in one of rate, duty, lines, charge',
  );

/** Refuses a duty that does not say how much, and a charge for what is no fee. */
export function amountFitsForm(
  ctx: Checked<Amounts & { readonly form?: MeasureForm | undefined }>,
): void {
  const { form: is = 'IMPORT_DUTY', charge } = ctx.value;
  if (charge !== undefined && is !== 'FEE')
    refuse(ctx, ['charge'], 'is for a FEE: a duty takes rate, duty or lines');
  else if (IMPORT_DUTY_FORMS.has(is) && keysGiven(ctx.value, DUTIES).length === 0)
    refuse(ctx, ['rate'], 'is missing: a duty takes one of rate, duty and lines', true);
}

/** Refuses a line with the code of an earlier one: the first such line is named. O(lines). */
export function linesDiffer(
  ctx: Checked<{ readonly lines?: readonly { readonly hs: string }[] | undefined }>,
): void {
  const indexOf = new Map<string, number>();
  for (const [index, { hs }] of (ctx.value.lines ?? []).entries()) {
    const first = indexOf.get(hs);
    if (first !== undefined) {
      refuse(ctx, ['lines', index, 'hs'], `is the code of lines[${first}] too: keep one`);
      return;
    }
    indexOf.set(hs, index);
  }
}
