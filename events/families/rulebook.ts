/** The rules of an imposing authority about its own measures. */
import { z } from 'zod';
import { define } from '../define.js';
import { area, edtfDate, effectiveTime, slugPattern, text } from '../envelope.js';
import { mayPrecede } from '../time/bounds.js';
import { optional } from '../words.js';
import { goodsScope } from './measures/scope.js';

/** A note says at length what is left out: a summary ends with its first sentence. */
const firstSentence = (note: string): string => /^.*?[^.]\.(?=\s+\p{Lu})/su.exec(note)?.[0] ?? note;

export const rulebook = {
  PrecedenceSet: define({
    stream: 'rulebook',
    mutation: 'setPrecedence',
    describe: 'An authority ordered its measures: the first that applies excludes the later ones.',
    alsoCalled: ['stacking', 'order of measures', 'overlap'],
    data: z.strictObject({
      order: z
        .array(z.array(slugPattern()).min(1).max(100))
        .min(1)
        .max(100)
        .describe('Groups of measures, first to last; measures of one group add up.'),
      effectiveFrom: effectiveTime().describe('When the order takes effect.'),
      instrument: text(500).describe('The legal act.').optional(),
    }),
    summary: (d, w) =>
      `Order of precedence${optional(' of ', w.names.subject())} set${w.from(d.effectiveFrom)}, in ${d.order.length} ${d.order.length === 1 ? 'step' : 'steps'}${optional(' (', d.instrument, ')')}`,
  }),
  CoverageDeclared: define({
    stream: 'rulebook',
    mutation: 'declareCoverage',
    describe: "The desk declared what the record covers of an authority's measures.",
    alsoCalled: ['completeness', 'gaps', 'what is missing'],
    data: z
      .strictObject({
        from: edtfDate().describe('From which date of entry on.'),
        complete: z.boolean().describe('Whether every measure is on record.'),
        note: text().describe('What is left out, in words; or on what the claim rests.'),
        on: z
          .array(area())
          .min(1)
          .max(250)
          .describe('The countries it is claimed for; absent means all.')
          .optional(),
        goods: goodsScope.describe('The goods it is claimed for; absent means all.').optional(),
        until: edtfDate().describe('Until which date of entry, exclusive.').optional(),
      })
      .refine((d) => d.until === undefined || mayPrecede(d.from, d.until), {
        message: 'ends before it starts: until must be after from',
        path: ['until'],
      }),
    summary: (d, w) =>
      `Record ${d.complete ? 'complete' : 'incomplete'}${optional(' for goods of ', d.on && w.parties(d.on))}${w.from(d.from)}${w.until(d.until)}: ${firstSentence(d.note)}`,
  }),
};
