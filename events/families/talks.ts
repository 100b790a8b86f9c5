/** Talks: rounds, meetings, reported counts, pauses. */
import { z } from 'zod';
import { define } from '../define.js';
import { edtf, party, text } from '../envelope.js';
import { optional, type Words } from '../words.js';

const round = () =>
  z.int().min(0).describe('The number of the round, where it has one.').optional();
const part = () =>
  z
    .int()
    .min(2)
    .describe('The part that continues the round, from 2: INC-5.2 is round 5, part 2.')
    .optional();
const track = () => text(100).describe('The track it belongs to.').optional();
const place = () => text(300).describe('The place.').optional();
const mode = () => text(100).describe('The mode, such as in person or by video.').optional();
const topics = () => z.array(text(300)).max(100).describe('The topics.').optional();
const reason = () => text().describe('The reason given.').optional();

export const talksScope = z
  .enum(['ALL', 'FORMAL_ROUNDS', 'IN_PERSON'])
  .meta({ id: 'TalksScope', description: 'Which talks a pause or a resumption concerns.' });

const formal = z
  .enum(['YES', 'NO', 'UNDETERMINED'])
  .meta({ id: 'Formality', description: 'Whether the parties call it a formal round.' });

const meetingLevel = z
  .enum(['LEADERS', 'MINISTERIAL', 'CHIEF_NEGOTIATOR', 'TECHNICAL'])
  .meta({ id: 'MeetingLevel', description: 'The level of a meeting.' });

const LEVEL_NAMES = {
  LEADERS: 'leaders',
  MINISTERIAL: 'ministers',
  CHIEF_NEGOTIATOR: 'chief negotiators',
  TECHNICAL: 'officials',
} as const;

const meetingKind = z.enum(['MEETING', 'CALL']).meta({
  id: 'MeetingKind',
  description: 'Whether a meeting was in one place, or a call by telephone or video.',
});

const lead = z
  .strictObject({
    party: party().describe('The party.'),
    name: text(200).describe('The name of the lead.'),
  })
  .meta({ id: 'Lead', description: 'Who led a delegation.' });

/** `Round 5 (part 2)`, as far as it has a number. */
const named = (d: { round?: number | undefined; part?: number | undefined }): string =>
  `Round${optional(' ', d.round)}${optional(' (part ', d.part, ')')}`;

const SCOPE_WORDS = {
  ALL: 'Talks',
  FORMAL_ROUNDS: 'Formal rounds',
  IN_PERSON: 'Talks in person',
} as const;

/** `Formal rounds`, `Talks on the track “Goods”`. */
const talksOf = (
  d: { scope?: keyof typeof SCOPE_WORDS | undefined; track?: string | undefined },
  words: Words,
): string =>
  `${SCOPE_WORDS[d.scope ?? 'ALL']}${d.track === undefined ? '' : ` on the track “${words.track(d.track)}”`}`;

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
    describe: 'A round was scheduled.',
    alsoCalled: ['plan', 'date set', 'next round', 'upcoming', 'calendar', 'agenda'],
    asksFirst: ['round', 'place'],
    data: z
      .strictObject({
        round: round(),
        part: part(),
        dates: edtf().describe('The scheduled dates.'),
        place: place(),
        mode: mode(),
        track: track(),
      })
      .refine(partOfRound.check, partOfRound.params),
    summary: (d, w) =>
      `${named(d)} scheduled for ${w.date(d.dates, 'session')}${optional(' in ', d.place)}`,
  }),
  RoundPostponed: define({
    stream: 'negotiation',
    mutation: 'postponeRound',
    describe: 'A scheduled round was postponed or cancelled.',
    alsoCalled: [
      'delay',
      'postponement',
      'put off',
      'cancel',
      'cancelled',
      'reschedule',
      'called off',
      'slip',
    ],
    asksFirst: ['round', 'to', 'reason'],
    data: z
      .strictObject({
        round: round(),
        part: part(),
        was: edtf().describe('The earlier dates.'),
        to: edtf().describe('The new dates; absent when none are reported.').optional(),
        reason: reason(),
        track: track(),
      })
      .refine(partOfRound.check, partOfRound.params),
    summary: (d, w) =>
      `${named(d)} of ${w.date(d.was, 'session')} postponed${d.to === undefined ? ', no new date' : ` to ${w.date(d.to, 'session')}`}`,
  }),
  RoundHeld: define({
    stream: 'negotiation',
    span: true,
    mutation: 'recordRound',
    describe: 'A round of talks was held.',
    alsoCalled: ['round', 'talks', 'session', 'negotiators met', 'visit', 'delegation'],
    asksFirst: ['round', 'formal', 'place'],
    data: z
      .strictObject({
        round: round(),
        part: part(),
        formal: formal.describe('Whether it counts as a formal round.').optional(),
        place: place(),
        mode: mode(),
        leads: z.array(lead).max(50).describe('The lead of each delegation.').optional(),
        topics: topics(),
        track: track(),
      })
      .refine(partOfRound.check, partOfRound.params),
    summary: (d) => `${named(d)} held${optional(' in ', d.place)}`,
  }),
  MeetingHeld: define({
    stream: 'negotiation',
    span: true,
    mutation: 'recordMeeting',
    describe: 'The parties met or spoke outside a numbered round.',
    alsoCalled: [
      'meeting',
      'call',
      'phone',
      'telephone',
      'video',
      'summit',
      'visit',
      'leaders',
      'ministers',
      'spoke',
      'met',
    ],
    asksFirst: ['kind', 'participants', 'place'],
    data: z.strictObject({
      level: meetingLevel.describe('The level of the meeting.'),
      kind: meetingKind.describe('A meeting or a call.').optional(),
      participants: z.array(text(200)).max(100).describe('The participants.').optional(),
      place: place(),
      topics: topics(),
      track: track(),
    }),
    summary: (d) =>
      `${d.kind === 'CALL' ? 'Call' : 'Meeting'} of ${LEVEL_NAMES[d.level]}${optional(' in ', d.place)}`,
  }),
  RoundsReported: define({
    stream: 'negotiation',
    mutation: 'reportRounds',
    describe: 'Someone reported how many rounds had been completed.',
    alsoCalled: ['count', 'number of rounds', 'tally'],
    data: z.strictObject({
      count: z.int().min(0).describe('The number of rounds.'),
      by: text(300).describe('Who counted.').optional(),
      scope: text(300).describe('Which rounds are counted.').optional(),
      rule: text().describe('The counting rule.').optional(),
      track: track(),
    }),
    summary: (d, w) =>
      `${d.count} ${d.count === 1 ? 'round' : 'rounds'} reported${optional(' by ', d.by && w.who(d.by))}`,
  }),
  TalksPaused: define({
    stream: 'negotiation',
    mutation: 'pauseTalks',
    describe: 'Talks were paused.',
    alsoCalled: [
      'pause',
      'break',
      'halt',
      'freeze',
      'stall',
      'suspend talks',
      'delay',
      'on hold',
      'recess',
      'strike',
    ],
    data: z.strictObject({
      scope: talksScope.describe('The talks concerned.'),
      reason: reason(),
      expectedResume: edtf().describe('When they were expected to resume.').optional(),
      track: text(100)
        .describe('The only track that is paused; absent means the talks as a whole.')
        .optional(),
    }),
    summary: (d, w) => `${talksOf(d, w)} paused${optional(': ', d.reason)}`,
  }),
  TalksResumed: define({
    stream: 'negotiation',
    mutation: 'resumeTalks',
    describe: 'Talks resumed after a pause or a termination.',
    alsoCalled: ['restart', 'back to the table', 'reopen', 'continue'],
    data: z.strictObject({
      scope: talksScope.describe('The talks concerned; absent means all.').optional(),
      reason: reason(),
      reopens: z.boolean().describe('Whether the agreed text is reopened.').optional(),
      track: text(100).describe('The only track that resumed.').optional(),
    }),
    summary: (d, w) =>
      `${talksOf(d, w)} resumed${d.reopens ? ', reopening the text' : ''}${optional(': ', d.reason)}`,
  }),
  TalksTerminated: define({
    stream: 'negotiation',
    mutation: 'terminateTalks',
    describe: 'One or both parties terminated the talks.',
    alsoCalled: [
      'collapse',
      'breakdown',
      'end',
      'broken off',
      'walkout',
      'fail',
      'strike',
      'call off',
    ],
    data: z.strictObject({
      by: text(300).describe('Who terminated them.').optional(),
      reason: reason(),
    }),
    summary: (d, w) => `Talks terminated${optional(' by ', d.by && w.who(d.by))}`,
  }),
};
