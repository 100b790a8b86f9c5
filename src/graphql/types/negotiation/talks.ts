/** Talks: pauses, rounds, counts of them, meetings. */
import { catalogue } from '../../../../events/catalogue.js';
import { talksScope } from '../../../../events/families/talks.js';
import type { TopicFact } from '../../../domain/streamState/knowledgeView.js';
import type { Activity, Pause } from '../../../domain/negotiation/activity.js';
import type { RoundCount, RoundReport } from '../../../domain/negotiation/roundCounts.js';
import type { Meeting, Round } from '../../../domain/negotiation/rounds.js';
import { builder } from '../../builder.js';
import { ActivityState, AnswerEnum, RoundStatus } from '../enums.js';
import { EventRef, setBy } from '../../catalogue/event.js';
import { enumFrom, objectFrom } from '../../catalogue/zodToPothos.js';

const { RoundHeld, MeetingHeld } = catalogue;
const TalksScope = enumFrom(talksScope);
const Lead = objectFrom(RoundHeld.data.shape.leads.unwrap().element);

export const ActivityRef = builder.objectRef<Activity>('Activity').implement({
  description: 'Whether talks are active, paused or ended.',
  fields: (t) => ({
    value: t.expose('value', { type: ActivityState, description: 'State of the talks.' }),
    scope: t.expose('scope', {
      type: TalksScope,
      nullable: true,
      description: 'Which talks are paused; null unless paused.',
    }),
    since: t.expose('since', { type: 'EDTF', description: 'Since when, as far as known.' }),
    certainty: t.expose('certainty', {
      type: AnswerEnum,
      description: 'How certain the state is.',
    }),
    setBy: t.field(setBy('The event that decides it.')),
  }),
});

const DayRange = builder.objectRef<Pause['days']>('DayRange').implement({
  description: 'A number of days, known only between two bounds.',
  fields: (t) => ({
    min: t.exposeInt('min', {
      nullable: true,
      description: 'At least so many; null where a date is unbounded.',
    }),
    max: t.exposeInt('max', {
      nullable: true,
      description: 'At most so many; null where a date is unbounded.',
    }),
  }),
});

export const PauseRef = builder.objectRef<Pause>('Pause').implement({
  description: 'A period in which talks stopped.',
  fields: (t) => ({
    from: t.expose('from', { type: 'EDTF', description: 'Start of the pause, as far as known.' }),
    to: t.expose('to', {
      type: 'EDTF',
      nullable: true,
      description: 'End of the pause, as far as known; null while the pause lasts.',
    }),
    scope: t.expose('scope', { type: TalksScope, description: 'Which talks stopped.' }),
    track: t.exposeString('track', {
      nullable: true,
      description: 'The only track that stopped; null for the talks as a whole.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Stated reason; null when not given.',
    }),
    setBy: t.field(setBy('The event that began the pause.')),
    endedBy: t.field({
      type: EventRef,
      nullable: true,
      description: 'The event that ended the pause; null while the pause lasts.',
      resolve: ({ endedBy }) => endedBy?.event,
    }),
    days: t.expose('days', {
      type: DayRange,
      description: 'Length in days; up to the view while the pause lasts.',
    }),
  }),
});

export const RoundRef = builder.objectRef<Round>('Round').implement({
  description: 'A round of talks: held, going on, planned or put off.',
  fields: (t) => ({
    number: t.exposeInt('number', {
      nullable: true,
      description: 'Number of the round; null for a round without one.',
    }),
    part: t.exposeInt('part', {
      nullable: true,
      description: 'The part that continues a round, from 2: INC-5.2 is round 5, part 2.',
    }),
    dates: t.expose('dates', { type: 'EDTF', description: 'Dates of the round, held or planned.' }),
    place: t.exposeString('place', { nullable: true, description: 'Place; null when not given.' }),
    mode: t.exposeString('mode', {
      nullable: true,
      description: 'In person, by video or by call; null when not given.',
    }),
    formal: t.expose('formal', {
      type: enumFrom(RoundHeld.data.shape.formal),
      nullable: true,
      description: 'Whether the round is formal; null when not given.',
    }),
    leads: t.expose('leads', { type: [Lead], description: 'Who led each delegation.' }),
    topics: t.exposeStringList('topics', { description: 'Topics of the round.' }),
    track: t.exposeString('track', {
      nullable: true,
      description: 'Track of the round; null when none.',
    }),
    status: t.expose('status', { type: RoundStatus, description: 'Status at the view.' }),
    reports: t.field({
      type: [EventRef],
      description: 'Events that report it held, oldest first; empty while it is only planned.',
      resolve: ({ reports }) => reports.map(({ event }) => event),
    }),
    setBy: t.field(setBy('The event that decides it.')),
  }),
});

const RoundReportRef = builder.objectRef<RoundReport>('RoundReport').implement({
  description: 'What someone said about how many rounds had been completed.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many.' }),
    by: t.exposeString('by', { nullable: true, description: 'Who counted; null when not given.' }),
    scope: t.exposeString('scope', {
      nullable: true,
      description: 'Which rounds are counted; null when not given.',
    }),
    rule: t.exposeString('rule', {
      nullable: true,
      description: 'Rule of counting; null when not given.',
    }),
    track: t.exposeString('track', {
      nullable: true,
      description: 'The track whose rounds it counts; null for those of the whole negotiation.',
    }),
    setBy: t.field(setBy('The report.')),
  }),
});

type TrackCount = RoundCount['byTrack'][number];

const TrackRoundCountRef = builder.objectRef<TrackCount>('TrackRoundCount').implement({
  description: 'Rounds of one track completed: what was reported and what was counted, kept apart.',
  fields: (t) => ({
    track: t.exposeString('track', { description: 'Which track.' }),
    reported: t.exposeInt('reported', {
      nullable: true,
      description: 'What the best report of this track says; null when no one has said.',
    }),
    counted: t.exposeInt('counted', {
      description: 'Rounds of this track over by the view that are numbered or formal.',
    }),
    reports: t.expose('reports', {
      type: [RoundReportRef],
      description: 'Every report that names this track.',
    }),
    disputed: t.exposeBoolean('disputed', {
      description: 'Whether a report is disputed, or a later one is smaller than an earlier one.',
    }),
  }),
});

export const RoundCountRef = builder.objectRef<RoundCount>('RoundCount').implement({
  description: 'Rounds completed: what was reported and what was counted, kept apart.',
  fields: (t) => ({
    reported: t.exposeInt('reported', {
      nullable: true,
      description: 'Number in the report of all rounds with the best evidence; null without one.',
    }),
    counted: t.exposeInt('counted', {
      description:
        'Rounds over by the view that are numbered or formal, of every track. Several reports of a round are one, and so are its parts.',
    }),
    reports: t.expose('reports', {
      type: [RoundReportRef],
      description: 'Every report of the rounds of the whole negotiation.',
    }),
    disputed: t.exposeBoolean('disputed', {
      description: 'Whether a report is disputed, or a later one is smaller than an earlier one.',
    }),
    byTrack: t.expose('byTrack', {
      type: [TrackRoundCountRef],
      description: 'The same for each track, in the order in which they are first named.',
    }),
  }),
});

export const MeetingRef = builder.objectRef<Meeting>('Meeting').implement({
  description: 'A meeting or a call outside a numbered round.',
  fields: (t) => ({
    dates: t.expose('dates', {
      type: 'EDTF',
      description: 'Dates of the meeting, held or planned.',
    }),
    level: t.expose('level', {
      type: enumFrom(MeetingHeld.data.shape.level),
      description: 'Level of the participants.',
    }),
    kind: t.expose('kind', {
      type: enumFrom(MeetingHeld.data.shape.kind),
      nullable: true,
      description: 'A meeting or a call; null when not given.',
    }),
    participants: t.exposeStringList('participants', { description: 'Who took part.' }),
    place: t.exposeString('place', { nullable: true, description: 'Place; null when not given.' }),
    topics: t.exposeStringList('topics', { description: 'Topics of the meeting.' }),
    setBy: t.field(setBy('The event that reports it.')),
  }),
});

/** A track and how it goes at the view. */
export interface TrackNode {
  readonly fact: TopicFact<'tracks'>;
  readonly activity: Activity['value'];
}

export const TrackRef = builder.objectRef<TrackNode>('Track').implement({
  description: 'A separate strand of a negotiation.',
  fields: (t) => ({
    track: t.string({
      description: 'The short name other events refer to.',
      resolve: ({ fact }) => fact.data.track,
    }),
    slug: t.string({
      description: 'The short name other events refer to; the same as `track`.',
      resolve: ({ fact }) => fact.data.track,
    }),
    title: t.string({ description: 'Title of the track.', resolve: ({ fact }) => fact.data.title }),
    scope: t.string({
      nullable: true,
      description: 'Scope of the track; null when not given.',
      resolve: ({ fact }) => fact.data.scope,
    }),
    activity: t.expose('activity', {
      type: ActivityState,
      description:
        'Whether talks on it go on; a pause or an end of the talks as a whole applies to it.',
    }),
    since: t.field({
      type: 'EDTF',
      description: 'Start of the track.',
      resolve: ({ fact }) => fact.occurred,
    }),
    setBy: t.field({
      type: EventRef,
      description: 'The event that opened the track.',
      resolve: ({ fact }) => fact.event,
    }),
  }),
});
