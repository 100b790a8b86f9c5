/** Negotiations at a view: where things stand, since when, and who says so. */
import type { AsOfResult } from '../../../app/parley.js';
import type { NegotiationView } from '../../../domain/negotiation/negotiationView.js';
import { trackActivityOf } from '../../../domain/negotiation/activity.js';
import type { PhaseSpan } from '../../../domain/negotiation/phase.js';
import { chronicleAt } from '../../../domain/history/chronicle.js';
import { findingsOf } from '../../../domain/rules/findings.js';
import { builder } from '../../builder.js';
import type { Context } from '../../context.js';
import { DutyRef } from '../measure/duty.js';
import { AnswerEnum, MeasureStatusEnum, PhaseEnum } from '../enums.js';
import { EventRef, setBy } from '../../catalogue/event.js';
import { EventFilter, EventOrder, toFilter } from '../../paging/eventFilter.js';
import { eventComplexity, eventPage } from '../../paging/eventPages.js';
import { MeasureRef, measureInView } from '../measure/measure.js';
import { CheckedRef, ChronicleEntryRef } from './chronicle.js';
import { withQueryErrors } from '../../queryErrors.js';
import { nodeId } from '../nodeId.js';
import { factPage } from '../../paging/factPages.js';
import { pageComplexity } from '../../paging/pages.js';
import { StatementRef, statementPage } from './statement.js';
import { ActivityRef, MeetingRef, PauseRef, RoundCountRef, RoundRef, TrackRef } from './talks.js';
import { AgreementRef } from './agreement.js';
import { PartyRef } from './party.js';
import { FindingRef, TargetRef } from './targets.js';
import { totalCountField, optionalTotalCountField } from '../../paging/totalCount.js';
import { PROOF_COMPLEXITY, proofDescription } from '../proof.js';
import { ViewRef, inheritView } from '../view.js';

export interface NegotiationNode extends AsOfResult<NegotiationView> {
  readonly __typename: 'Negotiation';
}

/** A negotiation that was asked for; its view is reported to the cache. */
export function negotiationNode(
  context: Context,
  viewed: AsOfResult<NegotiationView>,
): NegotiationNode {
  context.cache.usesView(viewed.view);
  context.cache.tellsOf?.(viewed);
  return { ...viewed, __typename: 'Negotiation' };
}

const PhaseSpanRef = builder.objectRef<PhaseSpan>('PhaseSpan').implement({
  description: 'A phase of a negotiation, from when it began.',
  fields: (t) => ({
    value: t.expose('value', { type: PhaseEnum, description: 'Which phase.' }),
    since: t.expose('since', { type: 'EDTF', description: 'When it began, as far as known.' }),
    certainty: t.expose('certainty', {
      type: AnswerEnum,
      description: 'How sure it is that it had begun by the view.',
    }),
    setBy: t.field(setBy('The event that began it.')),
  }),
});

/** What a negotiation that has begun always has. */
function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('A negotiation that has not begun was handed out');
  return value;
}

export const NegotiationRef = builder.objectRef<NegotiationNode>('Negotiation');

NegotiationRef.implement({
  description: 'A negotiation as it stood at a view.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id({
      description: 'Names the negotiation at this view.',
      resolve: ({ subject, asOf, assumptions }) =>
        nodeId({ type: 'Negotiation', slug: subject.slug, asOf, assumptions }),
    }),
    slug: t.string({
      description: 'Slug: its name in the record.',
      resolve: ({ subject }) => subject.slug,
    }),
    title: t.string({ description: 'What it is called.', resolve: ({ subject }) => subject.title }),
    view: t.expose('view', { type: ViewRef, description: 'The view this was computed for.' }),
    proof: t.string({
      nullable: true,
      description: proofDescription,
      complexity: PROOF_COMPLEXITY,
      resolve: (negotiation, _, { cache, parley }) => {
        cache.usesCurrentLog();
        return withQueryErrors(async () =>
          parley.proofs.answers.ofNegotiation(await parley.complete(negotiation)),
        );
      },
    }),
    revision: t.int({
      description: 'Revision of its stream, to be sent as an expected revision.',
      resolve: ({ subject }, _, { parley }) => parley.revision(subject.knowledge),
    }),
    parties: t.field({
      type: [PartyRef],
      description: 'Who negotiates.',
      resolve: ({ subject }) => subject.parties,
    }),
    formerParties: t.field({
      type: [PartyRef],
      description: 'Who was a party before the view and is none any more; `until` says since when.',
      resolve: ({ subject }) => subject.formerParties,
    }),
    phase: t.field({
      type: PhaseSpanRef,
      description: 'Its current phase or status.',
      resolve: ({ subject }) => required(subject.phase),
    }),
    phases: t.field({
      type: [PhaseSpanRef],
      description: 'All phases up to the view, oldest first.',
      resolve: ({ subject }) => subject.phases,
    }),
    rtaStatus: t.string({
      description: "The status in the words of the WTO's database of regional trade agreements.",
      resolve: ({ subject }) => subject.rtaStatus,
    }),
    activity: t.field({
      type: ActivityRef,
      description: 'Whether talks are active, paused or ended.',
      resolve: ({ subject }) => required(subject.activity),
    }),
    pauses: t.field({
      type: [PauseRef],
      description: 'Every pause that may have begun by the view, oldest first.',
      resolve: ({ subject }) => subject.pauses,
    }),
    rounds: t.field({
      type: [RoundRef],
      description: 'Rounds held, in progress, scheduled or postponed at the view, by date.',
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
          activity: required(trackActivityOf(knowledge, fact.data.track, at)).value,
        })),
    }),
    statements: t.connection(
      {
        type: StatementRef,
        description: 'What people said by the view, oldest first.',
        complexity: pageComplexity,
        resolve: ({ subject }, args) => statementPage(subject, args),
      },
      { fields: (t) => ({ totalCount: t.exposeInt('totalCount', totalCountField) }) },
    ),
    targets: t.field({
      type: [TargetRef],
      description: 'Targets in the order they were first set.',
      resolve: ({ subject }) => subject.targets,
    }),
    agreements: t.field({
      type: [AgreementRef],
      description: 'Agreements in the order they were first agreed.',
      resolve: ({ subject }) => subject.agreements,
    }),
    measures: t.field({
      type: [MeasureRef],
      description:
        'Measures between the parties: by one of them, a member or a group of one, on another or on everyone.',
      args: {
        status: t.arg({
          type: [MeasureStatusEnum],
          description: 'Only measures of these statuses; all when absent.',
        }),
      },
      resolve: async (negotiation, { status }, { parley }) =>
        (await parley.complete(negotiation)).subject.measures
          .filter((measure) => status?.includes(measure.status) ?? true)
          .map((measure) => measureInView(negotiation, measure)),
    }),
    duties: t.field({
      type: [DutyRef],
      description: 'One duty for each ordered pair of parties, for any good.',
      resolve: async (negotiation, _, { parley }) =>
        (await parley.complete(negotiation)).subject.duties.map((subject) => ({
          ...inheritView(negotiation),
          subject,
        })),
    }),
    findings: t.field({
      type: [FindingRef],
      description: 'Findings: what in the record needs review.',
      resolve: async (negotiation, _, { parley }) =>
        findingsOf((await parley.complete(negotiation)).subject),
    }),
    latestEvent: t.field({
      type: EventRef,
      nullable: true,
      description:
        'The latest event of its history by the view, corrections and checks of sources left out; null where nothing had happened.',
      resolve: ({ subject }) => subject.latest?.event,
    }),
    checkedThrough: t.field({
      type: CheckedRef,
      nullable: true,
      description:
        'Up to when sources had been checked by the view; null while no check is on record, which does not say that there is no news.',
      resolve: ({ subject }) => subject.checked,
    }),
    chronicle: t.connection(
      {
        type: ChronicleEntryRef,
        description:
          'Its history by the view, newest first, with plans and corrections told as such. What is retracted is left out; its retraction is an entry.',
        complexity: pageComplexity,
        resolve: ({ subject: { knowledge, at } }, args) =>
          factPage(chronicleAt(knowledge, at), args, 'NEWEST_FIRST'),
      },
      { fields: (t) => ({ totalCount: t.exposeInt('totalCount', totalCountField) }) },
    ),
    events: t.connection(
      {
        type: EventRef,
        description:
          'Its history as known at the view; with `publicAt`, only events public and not retracted by then.',
        complexity: eventComplexity,
        args: {
          filter: t.arg({
            type: EventFilter,
            description: 'Which items to return; all when absent.',
          }),
          order: t.arg({
            type: EventOrder,
            description: 'Order of the list; POSITION_ASC when absent.',
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
      { fields: (t) => ({ totalCount: t.int(optionalTotalCountField) }) },
    ),
  }),
});
