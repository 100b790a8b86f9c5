/** Reliefs from a measure: granted, ended, and the state of their quotas. */
import { z } from 'zod';
import { define, untilAfterStart } from '../../define.js';
import { area, currencyCode, effectiveTime, slug, unitCode } from '../../envelope.js';
import { quantityText } from '../../codes/units.js';
import { decimalText } from '../../duty/expressionText.js';
import { mayPrecede } from '../../time/bounds.js';
import { codeWords, optional, slugWords } from '../../words.js';
import { atMostOne, refuse } from '../../crossChecks.js';
import { dutyExpression, money, quantity } from '../../duty/dutyExpression.js';
import { howMuch } from './howMuch.js';
import { affects, exceptFor, goodsScope } from './scope.js';
import { from, rate, until } from './terms.js';

const valueLimit = z
  .strictObject({
    amount: money().describe('The amount.'),
    currency: currencyCode().describe('Its currency, ISO 4217.'),
  })
  .meta({ id: 'ValueLimit', description: 'A limit of the customs value.' });

const quota = z
  .strictObject({
    volume: quantity().describe('How much may enter.'),
    unit: unitCode().describe('The unit, a code of UN/ECE Recommendation 20, such as TNE.'),
    from: effectiveTime().describe('When its period begins.'),
    until: effectiveTime().describe('When its period ends, exclusive.'),
  })
  .refine((d) => mayPrecede(d.from, d.until), {
    message: 'ends before it starts: until must be after from',
    path: ['until'],
  })
  .meta({
    id: 'QuotaTerms',
    description: 'The quantity that a relief is open to, and its period.',
  });

export const quotaStatus = z
  .enum(['OPEN', 'EXHAUSTED', 'SUSPENDED'])
  .meta({ id: 'QuotaStatus', description: 'Whether a place in a quota can be had.' });

/** A relief has no title: its slug as words. */
const quoted = (relief: string): string => `“${slugWords(relief)}”`;

const reliefName = () => slug().describe('The relief, as it was granted.');

export const reliefs = {
  ExemptionGranted: define({
    stream: 'measure',
    mutation: 'grantExemption',
    describe: 'Some goods were exempted, wholly or to a reduced rate.',
    alsoCalled: [
      'exempt',
      'exemption',
      'exclusion',
      'carve-out',
      'waiver',
      'relief',
      'quota',
      'cut',
      'spare',
    ],
    asksFirst: ['affects', 'rate', 'until'],
    data: z
      .strictObject({
        goods: goodsScope.describe('The goods exempted.'),
        effectiveFrom: from(),
        until: until(),
        rate: rate().describe('The reduced rate; absent means exempt from the whole rate.'),
        relief: slug()
          .describe('The name of the relief; granted again, its terms are set anew.')
          .optional(),
        affects: affects().describe('The countries it is for; absent means all.').optional(),
        exceptFor: exceptFor(),
        duty: dutyExpression
          .describe('The reduced duty, where it is no plain percentage.')
          .optional(),
        valueAtMost: valueLimit.describe('The customs value up to which it is open.').optional(),
        quota: quota.describe('The quantity it is open to.').optional(),
        refunds: z.boolean().describe('Whether duty already paid is refunded.').optional(),
      })
      .refine(untilAfterStart.check, untilAfterStart.params)
      .check((ctx) => {
        atMostOne(ctx, ['rate', 'duty'], 'a relief has one reduced duty');
        if (ctx.value.quota && ctx.value.relief === undefined)
          refuse(ctx, ['relief'], 'is missing: a quota is claimed and reported by this name', true);
      }),
    summary: (d, w) => {
      const name = d.relief === undefined ? 'exemption' : `relief ${quoted(d.relief)}`;
      const areas = [
        optional(' for ', d.affects && w.parties(d.affects)),
        optional(' except ', d.exceptFor && w.parties(d.exceptFor)),
      ].join('');
      const limit =
        d.valueAtMost && `${decimalText(d.valueAtMost.amount)} ${d.valueAtMost.currency}`;
      const volume = d.quota && quantityText(d.quota.volume, d.quota.unit);
      return w.begin(
        `${name}${areas}${w.from(d.effectiveFrom)}${w.until(d.until)}${optional(', at ', howMuch(d))}${optional(', up to a value of ', limit)}${optional(', within a quota of ', volume)}`,
      );
    },
  }),
  ExemptionEnded: define({
    stream: 'measure',
    mutation: 'endExemption',
    describe: 'A relief ended, for all or for some countries.',
    alsoCalled: ['exemption expires', 'exclusion ends', 'relief over'],
    data: z.strictObject({
      relief: reliefName(),
      effectiveFrom: effectiveTime().describe('When it ends.'),
      affects: z
        .array(area())
        .min(1)
        .max(250)
        .describe('The countries for which it ends; absent means all.')
        .optional(),
    }),
    summary: (d, w) =>
      w.begin(
        `relief ${quoted(d.relief)} ended${optional(' for ', d.affects && w.parties(d.affects))}${w.from(d.effectiveFrom)}`,
      ),
  }),
  QuotaReported: define({
    stream: 'measure',
    mutation: 'reportQuota',
    describe: 'An authority reported the state of a quota.',
    alsoCalled: ['quota full', 'fill', 'exhausted', 'used up'],
    data: z.strictObject({
      relief: reliefName(),
      status: quotaStatus.describe('Whether a place can be had.'),
      from: effectiveTime().describe('From when.'),
      used: z
        .number()
        .min(0, 'is negative: what is used is zero or more')
        .max(1e15)
        .describe('How much of it is used, in its unit.')
        .optional(),
    }),
    summary: (d, w) =>
      w.begin(
        `quota of the relief ${quoted(d.relief)} ${codeWords(d.status)}${w.from(d.from)}${optional(', ', d.used?.toLocaleString('en'), ' used')}`,
      ),
  }),
};
