/** Negotiations at a view: where things stand, since when, and who says so. */
import type { Viewed } from '../../app/parley.js';
import type { NegotiationView, Party } from '../../domain/negotiation/negotiationView.js';
import { trackActivityOf } from '../../domain/negotiation/activity.js';
import type { PhaseSpan } from '../../domain/negotiation/phase.js';
import { findingsOf } from '../../domain/rules/findings.js';
import { builder } from '../builder.js';
import type { Context } from '../context.js';
import { DutyRef } from './duty.js';
import { AnswerEnum, MeasureStatusEnum, PhaseEnum } from './enums.js';
import { EventRef, setBy } from './event.js';
import { EventFilter, EventOrder, toFilter } from '../queries/eventFilter.js';
import { eventComplexity, eventPage } from '../queries/eventPages.js';
import { MeasureRef, measureWithin } from './measure.js';
import { nodeId } from '../queries/nodeId.js';
import { pageComplexity } from '../queries/pages.js';
import { StatementRef, statementPage } from './statement.js';
import { ActivityRef, MeetingRef, PauseRef, RoundCountRef, RoundRef, TrackRef } from './talks.js';
import { AgreementRef, FindingRef, TargetRef } from './targets.js';
import { counted, countedWhereCheap } from '../queries/totalCount.js';
import { ViewRef, within } from './view.js';

export interface NegotiationNode extends Viewed<NegotiationView> {
  readonly __typename: 'Negotiation';
}

/** A negotiation that was asked for; its view is reported to the cache. */
export function negotiationNode(
  context: Context,
  viewed: Viewed<NegotiationView>,
): NegotiationNode {
  context.cache.pinned(viewed.view);
  return { ...viewed, __typename: 'Negotiation' };
}

const PartyRef = builder.objectRef<Party>('Party').implement({
  description: 'Who negotiates.',
  fields: (t) => ({
    code: t.expose('code', { type: 'CountryCode', description: 'Its code.' }),
    name: t.exposeString('name', { description: 'Its English name.' }),
  }),
});

const PhaseSpanRef = builder.objectRef<PhaseSpan>('PhaseSpan').implement({
  description: 'A phase of a negotiation, from when it began.',
  fields: (t) => ({
    value: t.expose('value', { type: PhaseEnum, description: 'Which phase.' }),
    since: t.expose('since', { type: 'EDTF', description: 'When it began, as far as known.' }),
    certainty: t.expose('certainty', {
      type: AnswerEnum,
      description: 'How sure it is that it had begun by the view.',
    }),
    setBy: t.field(setBy('What began it.')),
  }),
});

/** What a negotiation that has begun always has. */
function present<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('A negotiation that has not begun was handed out');
  return part;
}

export const NegotiationRef = builder.objectRef<NegotiationNode>('Negotiation');

NegotiationRef.implement({
  description: 'A negotiation as it stood at a view.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id({
      description: 'Names the negotiation at this view.',
      resolve: ({ subject, asOf, assuming }) =>
        nodeId({ type: 'Negotiation', slug: subject.slug, asOf, assuming }),
    }),
    slug: t.string({
      description: 'The name it is known by in the record.',
      resolve: ({ subject }) => subject.slug,
    }),
    title: t.string({ description: 'What it is called.', resolve: ({ subject }) => subject.title }),
    view: t.expose('view', { type: ViewRef, description: 'The view this was computed for.' }),
    revision: t.int({
      description: 'How many events of its own it had: what expectedRevisions are compared with.',
      resolve: ({ subject }, _, { parley }) => parley.revision(subject.knowledge),
    }),
    parties: t.field({
      type: [PartyRef],
      description: 'Who negotiates.',
      resolve: ({ subject }) => subject.parties,
    }),
    phase: t.field({
      type: PhaseSpanRef,
      description: 'How far it has come.',
      resolve: ({ subject }) => present(subject.phase),
    }),
    phases: t.field({
      type: [PhaseSpanRef],
      description: 'The whole course up to the view, oldest first.',
      resolve: ({ subject }) => subject.phases,
    }),
    rtaStatus: t.string({
      description: "The status in the words of the WTO's database of regional trade agreements.",
      resolve: ({ subject }) => subject.rtaStatus,
    }),
    activity: t.field({
      type: ActivityRef,
      description: 'Whether talks go on.',
      resolve: ({ subject }) => present(subject.activity),
    }),
    pauses: t.field({
      type: [PauseRef],
      description: 'Every pause that may have begun by the view, oldest first.',
      resolve: ({ subject }) => subject.pauses,
    }),
    rounds: t.field({
      type: [RoundRef],
      description: 'Rounds begun, planned or put off by the view, in the order of their dates.',
      resolve: ({ subject }) => subject.rounds,
    }),
    roundsCompleted: t.field({
      type: RoundCountRef,
      description: 'How many rounds were completed: reported and counted.',
      resolve: ({ subject }) => subject.roundsCompleted,
    }),
    meetings: t.field({
      type: [MeetingRef],
      description: 'Meetings and calls outside numbered rounds, oldest first.',
      resolve: ({ subject }) => subject.meetings,
    }),
    tracks: t.field({
      type: [TrackRef],
      description: 'Separate strands of the negotiation.',
      resolve: ({ subject: { tracks, knowledge, at } }) =>
        tracks.map((fact) => ({
          fact,
          activity: present(trackActivityOf(knowledge, fact.data.track, at)).value,
        })),
    }),
    statements: t.connection(
      {
        type: StatementRef,
        description: 'What people said by the view, oldest first.',
        complexity: pageComplexity,
        resolve: ({ subject }, args) => statementPage(subject, args),
      },
      { fields: (t) => ({ totalCount: t.exposeInt('totalCount', counted) }) },
    ),
    targets: t.field({
      type: [TargetRef],
      description: 'What was to be done by when, in the order it was first set.',
      resolve: ({ subject }) => subject.targets,
    }),
    agreements: t.field({
      type: [AgreementRef],
      description: 'What was agreed, in the order it was first agreed.',
      resolve: ({ subject }) => subject.agreements,
    }),
    measures: t.field({
      type: [MeasureRef],
      description: 'Measures that one party imposes and that affect another, or everyone.',
      args: {
        status: t.arg({
          type: [MeasureStatusEnum],
          description: 'Only those that stand so; all when absent.',
        }),
      },
      resolve: (negotiation, { status }) =>
        negotiation.subject.measures
          .filter((measure) => status?.includes(measure.status) ?? true)
          .map((measure) => measureWithin(negotiation, measure)),
    }),
    duties: t.field({
      type: [DutyRef],
      description: "What each party's measures add to the duty on another's goods of any kind.",
      resolve: (negotiation) =>
        negotiation.subject.duties.map((subject) => ({ ...within(negotiation), subject })),
    }),
    findings: t.field({
      type: [FindingRef],
      description: 'What in the record asks for a second look.',
      resolve: ({ subject }) => findingsOf(subject),
    }),
    events: t.connection(
      {
        type: EventRef,
        description:
          'Its history as the view knows it; where `publicAt` was asked, what stood and was public.',
        complexity: eventComplexity,
        args: {
          filter: t.arg({ type: EventFilter, description: 'Which of them; all when absent.' }),
          order: t.arg({
            type: EventOrder,
            description: 'In what order; POSITION_ASC when absent.',
          }),
        },
        resolve: (negotiation, args, { parley }) =>
          eventPage(args, () =>
            parley.history(
              `negotiation/${negotiation.subject.slug}`,
              negotiation,
              toFilter(args.filter),
            ),
          ),
      },
      { fields: (t) => ({ totalCount: t.int(countedWhereCheap) }) },
    ),
  }),
});
