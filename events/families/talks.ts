/** Talks: rounds, meetings, counts of them, pauses. */
import { z } from 'zod';
import { define, maybe } from '../define.js';
import { edtf, party, text } from '../envelope.js';

const round = () => z.int().min(0).describe('Its number, where it has one.').optional();
const part = () =>
  z
    .int()
    .min(2)
    .describe('The part that continues the round, from 2: INC-5.2 is round 5, part 2.')
    .optional();
const track = () => text(100).describe('The track it belongs to.').optional();
const place = () => text(300).describe('Where.').optional();
const mode = () => text(100).describe('In person, by video, by call.').optional();
const topics = () => z.array(text(300)).max(100).describe('What it was about.').optional();
const reason = () => text().describe('Why, as said.').optional();

export const talksScope = z
  .enum(['ALL', 'FORMAL_ROUNDS', 'IN_PERSON'])
  .meta({ id: 'TalksScope', description: 'Which talks a pause or a resumption concerns.' });

const formal = z
  .enum(['YES', 'NO', 'UNDETERMINED'])
  .meta({ id: 'Formality', description: 'Whether the parties call it a formal round.' });

const meetingLevel = z
  .enum(['LEADERS', 'MINISTERIAL', 'CHIEF_NEGOTIATOR', 'TECHNICAL'])
  .meta({ id: 'MeetingLevel', description: 'Who met.' });

const WHO = {
  LEADERS: 'leaders',
  MINISTERIAL: 'ministers',
  CHIEF_NEGOTIATOR: 'chief negotiators',
  TECHNICAL: 'officials',
} as const;

const meetingKind = z
  .enum(['MEETING', 'CALL'])
  .meta({ id: 'MeetingKind', description: 'In one place, or by telephone or video.' });

const lead = z
  .strictObject({ party: party().describe('For whom.'), name: text(200).describe('Who led.') })
  .meta({ id: 'Lead', description: 'Who led a delegation.' });

/** `Round 5 (part 2)`, as far as it has a number. */
const named = (d: { round?: number | undefined; part?: number | undefined }): string =>
  `Round${maybe(' ', d.round)}${maybe(' (part ', d.part, ')')}`;

/** A part continues a round: it needs the number of that round. */
const partOfRound = {
  check: (d: { round?: number | undefined; part?: number | undefined }) =>
    d.part === undefined || d.round !== undefined,
  params: {
    message: 'is a part of no round: give the number of the round it continues as round',
    path: ['part'],
  },
};

export const talks = {
  RoundScheduled: define({
    stream: 'negotiation',
    mutation: 'scheduleRound',
    describe: 'A round was given dates that had yet to come.',
    data: z
      .strictObject({
        round: round(),
        part: part(),
        dates: edtf().describe('When it is to be held.'),
        place: place(),
        mode: mode(),
        track: track(),
      })
      .refine(partOfRound.check, partOfRound.params),
    summary: (d) => `${named(d)} scheduled for ${d.dates}${maybe(', ', d.place)}`,
  }),
  RoundPostponed: define({
    stream: 'negotiation',
    mutation: 'postponeRound',
    describe: 'A scheduled round was put off or called off.',
    data: z
      .strictObject({
        round: round(),
        part: part(),
        was: edtf().describe('When it was to be held.'),
        to: edtf().describe('When it is to be held now; absent when no one said.').optional(),
        reason: reason(),
        track: track(),
      })
      .refine(partOfRound.check, partOfRound.params),
    summary: (d) =>
      `${named(d)} of ${d.was} postponed${d.to === undefined ? ', no new date' : ` to ${d.to}`}`,
  }),
  RoundHeld: define({
    stream: 'negotiation',
    span: true,
    mutation: 'recordRound',
    describe: 'A round of talks was held.',
    data: z
      .strictObject({
        round: round(),
        part: part(),
        formal: formal.describe('Whether it counts as a formal round.').optional(),
        place: place(),
        mode: mode(),
        leads: z.array(lead).max(50).describe('Who led each delegation.').optional(),
        topics: topics(),
        track: track(),
      })
      .refine(partOfRound.check, partOfRound.params),
    summary: (d) => `${named(d)} held${maybe(' in ', d.place)}`,
  }),
  MeetingHeld: define({
    stream: 'negotiation',
    span: true,
    mutation: 'recordMeeting',
    describe: 'The parties met or spoke outside a numbered round.',
    data: z.strictObject({
      level: meetingLevel.describe('At what level.'),
      kind: meetingKind.describe('A meeting or a call.').optional(),
      participants: z.array(text(200)).max(100).describe('Who took part.').optional(),
      place: place(),
      topics: topics(),
      track: track(),
    }),
    summary: (d) =>
      `${d.kind === 'CALL' ? 'Call' : 'Meeting'} of ${WHO[d.level]}${maybe(' in ', d.place)}`,
  }),
  RoundsReported: define({
    stream: 'negotiation',
    mutation: 'reportRounds',
    describe: 'Someone said how many rounds had been completed.',
    data: z.strictObject({
      count: z.int().min(0).describe('How many.'),
      by: text(300).describe('Who counted.').optional(),
      scope: text(300).describe('Rounds of what.').optional(),
      rule: text().describe('How they counted.').optional(),
      track: track(),
    }),
    summary: (d) =>
      `${d.count} ${d.count === 1 ? 'round' : 'rounds'} reported${maybe(' by ', d.by)}`,
  }),
  TalksPaused: define({
    stream: 'negotiation',
    mutation: 'pauseTalks',
    describe: 'Talks stopped for a time.',
    data: z.strictObject({
      scope: talksScope.describe('Which talks.'),
      reason: reason(),
      expectedResume: edtf().describe('When they were expected to go on.').optional(),
      track: text(100)
        .describe('The only track that stopped; absent means the talks as a whole.')
        .optional(),
    }),
    summary: (d) =>
      `Talks${maybe(' on track ', d.track)} paused (${d.scope.toLowerCase().replace('_', ' ')})${maybe(': ', d.reason)}`,
  }),
  TalksResumed: define({
    stream: 'negotiation',
    mutation: 'resumeTalks',
    describe: 'Talks went on after a pause or an end.',
    data: z.strictObject({
      scope: talksScope.describe('Which talks; absent means all that had stopped.').optional(),
      reason: reason(),
      reopens: z.boolean().describe('Whether it reopens what had been agreed.').optional(),
      track: text(100).describe('The only track that went on.').optional(),
    }),
    summary: (d) =>
      `Talks${maybe(' on track ', d.track)} resumed${d.reopens ? ', reopening the text' : ''}${maybe(': ', d.reason)}`,
  }),
  TalksTerminated: define({
    stream: 'negotiation',
    mutation: 'terminateTalks',
    describe: 'A party or both ended the talks.',
    data: z.strictObject({
      by: text(300).describe('Who ended them.').optional(),
      reason: reason(),
    }),
    summary: (d) => `Talks terminated${maybe(' by ', d.by)}`,
  }),
};
