/** Statements, and disputes of reported claims. */
import { z } from 'zod';
import { define } from '../define.js';
import { capital, optional } from '../words.js';
import { eventId, text } from '../envelope.js';

const stance = z
  .enum(['POSITIVE', 'NEUTRAL', 'NEGATIVE'])
  .meta({ id: 'Stance', description: 'How a statement bears on the prospects of agreement.' });

export const statements = {
  StatementMade: define({
    stream: 'negotiation',
    mutation: 'recordStatement',
    describe: 'Someone made a statement about the negotiation.',
    alsoCalled: [
      'said',
      'quote',
      'remark',
      'comment',
      'post',
      'tweet',
      'interview',
      'press conference',
      'speech',
      'demand',
      'offer',
      'leak',
      'claim',
    ],
    data: z.strictObject({
      speaker: text(300).describe('The speaker.'),
      role: text(300).describe('The role of the speaker at the time.').optional(),
      onBehalfOf: text(300).describe('Whom the speaker represents.').optional(),
      venue: text(300).describe('The venue or occasion.').optional(),
      summary: text().describe('A summary in the words of this record.'),
      quote: text().describe('A short verbatim quotation.').optional(),
      stance: stance.describe('How it bears on the prospects of agreement.').optional(),
      about: z
        .array(text(300))
        .max(50)
        .describe('Its subjects: slugs of targets or measures, or plain words.')
        .optional(),
    }),
    summary: (d, w) => `${capital(w.who(d.speaker))}: ${d.summary}`,
  }),
  ClaimDisputed: define({
    stream: 'negotiation',
    mutation: 'disputeClaim',
    describe: 'Someone disputed a claim.',
    alsoCalled: ['deny', 'denial', 'dispute', 'contradict', 'reject', 'refute'],
    data: z
      .strictObject({
        event: eventId().describe('The event that reports the claim.').optional(),
        claim: text().describe('The claim, where no event reports it.').optional(),
        by: text(300).describe('Who disputes it.'),
        summary: text().describe('What they state instead.').optional(),
      })
      .refine((d) => d.event !== undefined || d.claim !== undefined, {
        message: 'is missing: give the event that is disputed, or the claim in words',
        path: ['event'],
      }),
    summary: (d, w) => `Disputed by ${w.who(d.by)}${optional(': ', d.claim ?? d.summary)}`,
  }),
};
