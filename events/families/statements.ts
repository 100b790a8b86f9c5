/** What people said, and who denied it. */
import { z } from 'zod';
import { define, optional } from '../define.js';
import { eventId, text } from '../envelope.js';

const stance = z
  .enum(['POSITIVE', 'NEUTRAL', 'NEGATIVE'])
  .meta({ id: 'Stance', description: 'How a statement bears on the prospects of agreement.' });

export const statements = {
  StatementMade: define({
    stream: 'negotiation',
    mutation: 'recordStatement',
    describe: 'Someone said something about the negotiation.',
    data: z.strictObject({
      speaker: text(300).describe('Who spoke.'),
      role: text(300).describe('In what role, at the time.').optional(),
      onBehalfOf: text(300).describe('For whom.').optional(),
      venue: text(300).describe('Where or on what occasion.').optional(),
      summary: text().describe('What was said, in the words of this record.'),
      quote: text().describe('A few words, verbatim.').optional(),
      stance: stance.describe('Whether it points towards agreement.').optional(),
      about: z
        .array(text(300))
        .max(50)
        .describe('What it concerns: slugs of targets or measures, or plain words.')
        .optional(),
    }),
    summary: (d) => `${d.speaker}: ${d.summary}`,
  }),
  ClaimDisputed: define({
    stream: 'negotiation',
    mutation: 'disputeClaim',
    describe: 'Someone denied what another had said.',
    data: z
      .strictObject({
        event: eventId().describe('The event that reports the claim.').optional(),
        claim: text().describe('The claim, where no event reports it.').optional(),
        by: text(300).describe('Who denies it.'),
        summary: text().describe('What they say instead.').optional(),
      })
      .refine((d) => d.event !== undefined || d.claim !== undefined, {
        message: 'is missing: name the event that is disputed, or put the claim into words',
        path: ['event'],
      }),
    summary: (d) => `Disputed by ${d.by}${optional(': ', d.claim ?? d.summary)}`,
  }),
};
