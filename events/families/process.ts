/** The process of a negotiation: launch, parties, terms of reference, tracks. */
import { z } from 'zod';
import { define } from '../define.js';
import { actorCode, edtf, party, text, timeZone } from '../envelope.js';
import { capital, optional, Words } from '../words.js';

/** What a party that is no area is. */
export const actorKind = z
  .enum(['ORGANISATION', 'UNION', 'EMPLOYER', 'COMPANY', 'ARMED_GROUP', 'OTHER'])
  .meta({ id: 'ActorKind', description: 'What a party that is no country or group is.' });

const actor = z
  .strictObject({
    code: actorCode().describe('Its code: x- and a slug.'),
    name: text(300).describe('Its name.'),
    kind: actorKind.describe('What it is.'),
  })
  .meta({ id: 'Actor', description: 'A party that is no country or group of countries.' });

export const process = {
  NegotiationLaunched: define({
    stream: 'negotiation',
    mutation: 'launchNegotiation',
    describe: 'The parties launched negotiations, or relaunched them under new terms.',
    alsoCalled: ['start of talks', 'new negotiation', 'kick-off', 'open', 'relaunch', 'begin'],
    data: z.strictObject({
      title: text(300).describe('The title of the negotiation.'),
      parties: z.array(party()).min(1).max(250).describe('The parties.'),
      actors: z
        .array(actor)
        .max(250)
        .describe('The names of the parties whose codes begin with x-.')
        .optional(),
      agreement: text(300).describe('The agreement to be negotiated.').optional(),
      mandate: text().describe('The mandate.').optional(),
      timeZone: timeZone().describe('The time zone of its dates.').optional(),
    }),
    summary: (d, w) => {
      const names = new Map((d.actors ?? []).map(({ code, name }) => [code, name]));
      const words = new Words({
        ...w.names,
        party: (code) => names.get(code) ?? w.names.party(code),
      });
      return `${d.title} launched ${d.parties.length < 2 ? 'by' : 'between'} ${words.parties(d.parties)}`;
    },
  }),
  NegotiationRenamed: define({
    stream: 'negotiation',
    mutation: 'renameNegotiation',
    describe: 'The negotiation was given another name.',
    alsoCalled: ['rename', 'new name', 'title'],
    data: z.strictObject({ title: text(300).describe('Its name from then on.') }),
    summary: (d) => `Renamed “${d.title}”`,
  }),
  PartyJoined: define({
    stream: 'negotiation',
    mutation: 'recordPartyJoined',
    describe: 'A further party joined the negotiation.',
    alsoCalled: ['join', 'accession', 'new party', 'enters talks'],
    data: z.strictObject({
      party: party().describe('Who joined.'),
      name: text(300).describe('What it is called, where its code begins with x-.').optional(),
      kind: actorKind.describe('What it is, where its code begins with x-.').optional(),
      effectiveFrom: edtf().describe('From when, if not when it occurred.').optional(),
    }),
    summary: (d, w) => `${capital(d.name ?? w.party(d.party))} joined${w.from(d.effectiveFrom)}`,
  }),
  PartyLeft: define({
    stream: 'negotiation',
    mutation: 'recordPartyLeft',
    describe: 'A party left the negotiation.',
    alsoCalled: ['leave', 'quit', 'exit', 'walks out'],
    data: z.strictObject({
      party: party().describe('Who left.'),
      effectiveFrom: edtf().describe('From when, if not when it occurred.').optional(),
      reason: text().describe('Why, as said.').optional(),
    }),
    summary: (d, w) =>
      `${capital(w.party(d.party))} left${w.from(d.effectiveFrom)}${optional(': ', d.reason)}`,
  }),
  TermsOfReferenceAgreed: define({
    stream: 'negotiation',
    mutation: 'agreeTermsOfReference',
    describe: 'The parties agreed the terms of reference.',
    alsoCalled: ['mandate', 'scope', 'tor', 'chapters'],
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
    alsoCalled: ['track', 'strand', 'working group', 'chapter'],
    data: z.strictObject({
      track: text(100).describe('The short name that other events refer to.'),
      title: text(300).describe('The title of the track.'),
      scope: text().describe('What it covers.').optional(),
    }),
    summary: (d) => `Track opened: ${d.title}`,
  }),
};
