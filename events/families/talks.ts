/** Talks: rounds, meetings, counts of them, pauses. */
import { z } from 'zod';
import { define, optional } from '../define.js';
import { country, edtf, text } from '../envelope.js';

const round = () => z.int().min(0).describe('Its number, where it has one.').optional();
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

const LEVEL_NAMES = {
  LEADERS: 'leaders',
  MINISTERIAL: 'ministers',
  CHIEF_NEGOTIATOR: 'chief negotiators',
  TECHNICAL: 'officials',
} as const;

const meetingKind = z
  .enum(['MEETING', 'CALL'])
  .meta({ id: 'MeetingKind', description: 'In one place, or by telephone or video.' });

const lead = z
  .strictObject({ party: country().describe('For whom.'), name: text(200).describe('Who led.') })
  .meta({ id: 'Lead', description: 'Who led a delegation.' });

export const talks = {
  RoundScheduled: define({
    stream: 'negotiation',
    mutation: 'scheduleRound',
    describe: 'A round was given dates that had yet to come.',
    data: z.strictObject({
      round: round(),
      dates: edtf().describe('When it is to be held.'),
      place: place(),
      mode: mode(),
    }),
    summary: (d) =>
      `Round${optional(' ', d.round)} scheduled for ${d.dates}${optional(', ', d.place)}`,
  }),
  RoundPostponed: define({
    stream: 'negotiation',
    mutation: 'postponeRound',
    describe: 'A scheduled round was put off or called off.',
    data: z.strictObject({
      round: round(),
      was: edtf().describe('When it was to be held.'),
      to: edtf().describe('When it is to be held now; absent when no one said.').optional(),
      reason: reason(),
    }),
    summary: (d) =>
      `Round${optional(' ', d.round)} of ${d.was} postponed${d.to === undefined ? ', no new date' : ` to ${d.to}`}`,
  }),
  RoundHeld: define({
    stream: 'negotiation',
    span: true,
    mutation: 'recordRound',
    describe: 'A round of talks was held.',
    data: z.strictObject({
      round: round(),
      formal: formal.describe('Whether it counts as a formal round.').optional(),
      place: place(),
      mode: mode(),
      leads: z.array(lead).max(50).describe('Who led each delegation.').optional(),
      topics: topics(),
      track: text(100).describe('The track it belongs to.').optional(),
    }),
    summary: (d) => `Round${optional(' ', d.round)} held${optional(' in ', d.place)}`,
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
    }),
    summary: (d) =>
      `${d.kind === 'CALL' ? 'Call' : 'Meeting'} of ${LEVEL_NAMES[d.level]}${optional(' in ', d.place)}`,
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
    }),
    summary: (d) =>
      `${d.count} ${d.count === 1 ? 'round' : 'rounds'} reported${optional(' by ', d.by)}`,
  }),
  TalksPaused: define({
    stream: 'negotiation',
    mutation: 'pauseTalks',
    describe: 'Talks stopped for a time.',
    data: z.strictObject({
      scope: talksScope.describe('Which talks.'),
      reason: reason(),
      expectedResume: edtf().describe('When they were expected to go on.').optional(),
    }),
    summary: (d) =>
      `Talks paused (${d.scope.toLowerCase().replace('_', ' ')})${optional(': ', d.reason)}`,
  }),
  TalksResumed: define({
    stream: 'negotiation',
    mutation: 'resumeTalks',
    describe: 'Talks went on after a pause or an end.',
    data: z.strictObject({
      scope: talksScope.describe('Which talks; absent means all that had stopped.').optional(),
      reason: reason(),
      reopens: z.boolean().describe('Whether it reopens what had been agreed.').optional(),
    }),
    summary: (d) =>
      `Talks resumed${d.reopens ? ', reopening the text' : ''}${optional(': ', d.reason)}`,
  }),
  TalksTerminated: define({
    stream: 'negotiation',
    mutation: 'terminateTalks',
    describe: 'A party or both ended the talks.',
    data: z.strictObject({
      by: text(300).describe('Who ended them.').optional(),
      reason: reason(),
    }),
    summary: (d) => `Talks terminated${optional(' by ', d.by)}`,
  }),
};
