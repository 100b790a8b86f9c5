/** The course of a negotiation: launched, joined and left, given its terms, divided into tracks. */
import { z } from 'zod';
import { define, list, maybe } from '../define.js';
import { actorCode, edtf, party, text, zone } from '../envelope.js';

/** What a party that is no area is. */
export const actorKind = z
  .enum(['ORGANISATION', 'UNION', 'EMPLOYER', 'COMPANY', 'ARMED_GROUP', 'OTHER'])
  .meta({ id: 'ActorKind', description: 'What a party that is no country or group is.' });

const actor = z
  .strictObject({
    code: actorCode().describe('Its code: x- and a slug.'),
    name: text(300).describe('What it is called.'),
    kind: actorKind.describe('What it is.'),
  })
  .meta({ id: 'Actor', description: 'A party that is no country or group of countries.' });

export const process = {
  NegotiationLaunched: define({
    stream: 'negotiation',
    mutation: 'launchNegotiation',
    describe: 'The parties entered into negotiations, or relaunched them under new terms.',
    data: z.strictObject({
      title: text(300).describe('The name of the negotiation.'),
      parties: z.array(party()).min(1).max(250).describe('Who negotiates.'),
      actors: z
        .array(actor)
        .max(250)
        .describe('The parties whose codes begin with x-: what they are called.')
        .optional(),
      agreement: text(300).describe('The agreement aimed at.').optional(),
      mandate: text().describe('What they set out to do.').optional(),
      timeZone: zone().describe('The zone in which its dates are read.').optional(),
    }),
    summary: (d) => `${d.title} launched between ${list(d.parties)}`,
  }),
  NegotiationRenamed: define({
    stream: 'negotiation',
    mutation: 'renameNegotiation',
    describe: 'The negotiation was given another name.',
    data: z.strictObject({ title: text(300).describe('Its name from then on.') }),
    summary: (d) => `Renamed ${d.title}`,
  }),
  PartyJoined: define({
    stream: 'negotiation',
    mutation: 'recordPartyJoined',
    describe: 'A further party joined the negotiation.',
    data: z.strictObject({
      party: party().describe('Who joined.'),
      name: text(300).describe('What it is called, where its code begins with x-.').optional(),
      kind: actorKind.describe('What it is, where its code begins with x-.').optional(),
      effectiveFrom: edtf().describe('From when, if not when it occurred.').optional(),
    }),
    summary: (d) => `${d.name ?? d.party} joined${maybe(' from ', d.effectiveFrom)}`,
  }),
  PartyLeft: define({
    stream: 'negotiation',
    mutation: 'recordPartyLeft',
    describe: 'A party left the negotiation.',
    data: z.strictObject({
      party: party().describe('Who left.'),
      effectiveFrom: edtf().describe('From when, if not when it occurred.').optional(),
      reason: text().describe('Why, as said.').optional(),
    }),
    summary: (d) => `${d.party} left${maybe(' from ', d.effectiveFrom)}${maybe(': ', d.reason)}`,
  }),
  TermsOfReferenceAgreed: define({
    stream: 'negotiation',
    mutation: 'agreeTermsOfReference',
    describe: 'The parties agreed what the negotiation covers.',
    data: z.strictObject({
      chapters: z.int().min(0).describe('How many chapters it covers.').optional(),
      document: text(1000).describe('The document that says so.').optional(),
    }),
    summary: (d) => `Terms of reference agreed${maybe(', ', d.chapters, ' chapters')}`,
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
