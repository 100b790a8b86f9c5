/** Measures that are spoken of before any legal act: threatened, announced. */
import { z } from 'zod';
import { define } from '../../define.js';
import { area, edtf, text } from '../../envelope.js';
import { optional } from '../../words.js';
import { affects, exceptFor, goodsScope } from './scope.js';
import { form, rate } from './terms.js';

const announcedTerms = {
  title: text(300).describe('The title of the measure.').optional(),
  imposedBy: area().describe('The country that would impose it.').optional(),
  affects: affects().optional(),
  rate: rate(),
  form: form(),
  goods: goodsScope.describe('The goods it would cover.').optional(),
  exceptFor: exceptFor(),
};

export const announcements = {
  MeasureThreatened: define({
    stream: 'measure',
    mutation: 'threatenMeasure',
    describe: 'An official threatened a measure.',
    alsoCalled: ['threat', 'threaten', 'tariff', 'duty', 'warn', 'may impose', 'hike', 'ultimatum'],
    asksFirst: ['imposedBy', 'affects', 'rate', 'goods'],
    data: z.strictObject({
      ...announcedTerms,
      summary: text().describe('A summary of the statement.').optional(),
    }),
    summary: (d, w) =>
      `Threatened${optional(' at ', d.rate, ' %')}${optional(': ', d.summary ?? d.title ?? w.names.subject())}`,
  }),
  MeasureAnnounced: define({
    stream: 'measure',
    mutation: 'announceMeasure',
    describe: 'A measure or a rate was announced without a legal act.',
    alsoCalled: [
      'tariff',
      'duty',
      'announce',
      'plan',
      'will impose',
      'levy',
      'hike',
      'raise',
      'proclaim',
      'ban',
    ],
    asksFirst: ['imposedBy', 'affects', 'rate', 'goods', 'effectiveFrom'],
    data: z.strictObject({
      ...announcedTerms,
      effectiveFrom: edtf().describe('When it takes effect, as announced.').optional(),
      summary: text().describe('A summary of the statement.').optional(),
    }),
    summary: (d, w) =>
      `Announced${optional(' at ', d.rate, ' %')}${w.from(d.effectiveFrom)}${optional(': ', d.summary ?? d.title ?? w.names.subject())}`,
  }),
};
