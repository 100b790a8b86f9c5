/** The process of a negotiation: launch, terms of reference, tracks. */
import { z } from 'zod';
import { define, joinWords, optional } from '../define.js';
import { country, text, timeZone } from '../envelope.js';

export const process = {
  NegotiationLaunched: define({
    stream: 'negotiation',
    mutation: 'launchNegotiation',
    describe: 'The parties launched negotiations.',
    data: z.strictObject({
      title: text(300).describe('The title of the negotiation.'),
      parties: z.array(country()).min(1).max(250).describe('The parties.'),
      agreement: text(300).describe('The agreement to be negotiated.').optional(),
      mandate: text().describe('The mandate.').optional(),
      timeZone: timeZone().describe('The time zone of its dates.').optional(),
    }),
    summary: (d) => `${d.title} launched between ${joinWords(d.parties)}`,
  }),
  TermsOfReferenceAgreed: define({
    stream: 'negotiation',
    mutation: 'agreeTermsOfReference',
    describe: 'The parties agreed the terms of reference.',
    data: z.strictObject({
      chapters: z.int().min(0).describe('The number of chapters.').optional(),
      document: text(1000).describe('The document.').optional(),
    }),
    summary: (d) => `Terms of reference agreed${optional(', ', d.chapters, ' chapters')}`,
  }),
  TrackOpened: define({
    stream: 'negotiation',
    mutation: 'openTrack',
    describe: 'A separate track of the negotiation was opened.',
    data: z.strictObject({
      track: text(100).describe('The short name that other events refer to.'),
      title: text(300).describe('The title of the track.'),
      scope: text().describe('What it covers.').optional(),
    }),
    summary: (d) => `Track opened: ${d.title}`,
  }),
};
