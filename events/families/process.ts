/** The course of a negotiation: launched, given its terms, divided into tracks. */
import { z } from 'zod';
import { define, joinWords, optional } from '../define.js';
import { country, text, timeZone } from '../envelope.js';

export const process = {
  NegotiationLaunched: define({
    stream: 'negotiation',
    mutation: 'launchNegotiation',
    describe: 'The parties entered into negotiations.',
    data: z.strictObject({
      title: text(300).describe('The name of the negotiation.'),
      parties: z.array(country()).min(1).max(250).describe('Who negotiates.'),
      agreement: text(300).describe('The agreement aimed at.').optional(),
      mandate: text().describe('What they set out to do.').optional(),
      timeZone: timeZone().describe('The zone in which its dates are read.').optional(),
    }),
    summary: (d) => `${d.title} launched between ${joinWords(d.parties)}`,
  }),
  TermsOfReferenceAgreed: define({
    stream: 'negotiation',
    mutation: 'agreeTermsOfReference',
    describe: 'The parties agreed what the negotiation covers.',
    data: z.strictObject({
      chapters: z.int().min(0).describe('How many chapters it covers.').optional(),
      document: text(1000).describe('The document that says so.').optional(),
    }),
    summary: (d) => `Terms of reference agreed${optional(', ', d.chapters, ' chapters')}`,
  }),
  TrackOpened: define({
    stream: 'negotiation',
    mutation: 'openTrack',
    describe: 'A separate strand of the negotiation began.',
    data: z.strictObject({
      track: text(100).describe('A short name other events refer to.'),
      title: text(300).describe('What it is called.'),
      scope: text().describe('What it covers.').optional(),
    }),
    summary: (d) => `Track opened: ${d.title}`,
  }),
};
