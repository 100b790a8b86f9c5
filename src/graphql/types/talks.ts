/** Talks: pauses, rounds, counts of them, meetings. */
import { catalogue } from '../../../events/catalogue.js';
import { talksScope } from '../../../events/families/talks.js';
import type { TopicFact } from '../../domain/streamState/knowledgeView.js';
import type { Activity, Pause } from '../../domain/negotiation/activity.js';
import type { Meeting, Round, RoundCount, RoundReport } from '../../domain/negotiation/rounds.js';
import { builder } from '../builder.js';
import { ActivityState, AnswerEnum, RoundStatus } from './enums.js';
import { EventRef, setBy } from '../catalogue/event.js';
import { enumFrom, objectFrom } from '../catalogue/zodToPothos.js';

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
    setBy: t.field(setBy('The report.')),
  }),
});

export const RoundCountRef = builder.objectRef<RoundCount>('RoundCount').implement({
  description: 'Rounds completed: what was reported and what was counted, kept apart.',
  fields: (t) => ({
    reported: t.exposeInt('reported', {
      nullable: true,
      description: 'Number in the report with the best evidence; null without a report.',
    }),
    counted: t.exposeInt('counted', {
      description: 'Rounds held in this record that ended by the view and are numbered or formal.',
    }),
    reports: t.expose('reports', { type: [RoundReportRef], description: 'Every report.' }),
    disputed: t.exposeBoolean('disputed', {
      description: 'Whether a report is disputed, or a later one is smaller than an earlier one.',
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

export const TrackRef = builder.objectRef<TopicFact<'tracks'>>('Track').implement({
  description: 'A separate strand of a negotiation.',
  fields: (t) => ({
    track: t.string({
      description: 'The short name other events refer to.',
      resolve: ({ data }) => data.track,
    }),
    title: t.string({ description: 'Title of the track.', resolve: ({ data }) => data.title }),
    scope: t.string({
      nullable: true,
      description: 'Scope of the track; null when not given.',
      resolve: ({ data }) => data.scope,
    }),
    since: t.expose('occurred', { type: 'EDTF', description: 'Start of the track.' }),
    setBy: t.field({
      type: EventRef,
      description: 'The event that opened the track.',
      resolve: ({ event }) => event,
    }),
  }),
});
