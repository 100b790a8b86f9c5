/** The rules of an imposing authority about its own measures. */
import { z } from 'zod';
import { define } from '../define.js';
import { effectiveTime, slugPattern, text } from '../envelope.js';

export const rulebook = {
  PrecedenceSet: define({
    stream: 'rulebook',
    mutation: 'setPrecedence',
    describe: 'An authority ordered its measures: the first that applies excludes the later ones.',
    data: z.strictObject({
      order: z
        .array(z.array(slugPattern()).min(1).max(100))
        .min(1)
        .max(100)
        .describe('Groups of measures, first to last; measures of one group add up.'),
      effectiveFrom: effectiveTime().describe('When the order takes effect.'),
      instrument: text(500).describe('The legal act.').optional(),
    }),
    summary: (d) =>
      `Order of precedence from ${d.effectiveFrom}: ${d.order.map((group) => group.join(' + ')).join(' > ')}`,
  }),
};
