/** Measures at a view. */
import type { AsOfResult } from '../../../app/parley.js';
import type { KnowledgeView } from '../../../domain/streamState/knowledgeView.js';
import {
  type MeasureTerm,
  type MeasureView,
  measureView,
} from '../../../domain/measure/measureView.js';
import type { ReliefView } from '../../../domain/measure/reliefView.js';
import { builder } from '../../builder.js';
import type { Context } from '../../context.js';
import { measureForm, measureRole } from '../../../../events/families/measures/terms.js';
import { quotaStatus } from '../../../../events/families/measures/reliefs.js';
import { goodsScope } from '../../../../events/families/measures/scope.js';
import { enumFrom, objectFrom } from '../../catalogue/zodToPothos.js';
import { AnswerEnum, MeasureStatusEnum } from '../enums.js';
import { EventCertainty, EventRef, setBy } from '../../catalogue/event.js';
import { eventPage } from '../../paging/eventPages.js';
import { nodeId } from '../nodeId.js';
import { pageComplexity } from '../../paging/pages.js';
import { optionalTotalCountField } from '../../paging/totalCount.js';
import { inheritView, type ParentResult, ViewRef } from '../view.js';

const GoodsScopeRef = objectFrom(goodsScope);
const MeasureFormEnum = enumFrom(measureForm);
export const MeasureRoleEnum = enumFrom(measureRole);
const QuotaStatusEnum = enumFrom(quotaStatus);

export interface MeasureNode extends AsOfResult<MeasureView> {
  readonly __typename: 'Measure';
}

/** A measure that was asked for; its view is reported to the cache. */
export function measureNode(context: Context, viewed: AsOfResult<MeasureView>): MeasureNode {
  context.cache.usesView(viewed.view);
  return { ...viewed, __typename: 'Measure' };
}

/** A measure as part of an answer about something else, at the same view. */
export const measureInView = (parent: ParentResult, subject: MeasureView): MeasureNode => ({
  ...inheritView(parent),
  subject,
  __typename: 'Measure',
});

/** The same from a measure's knowledge view; null when no event about it was known at the view. */
export function measureFromKnowledge(
  parent: ParentResult,
  knowledge: KnowledgeView | null,
): MeasureNode | null {
  const subject = knowledge && measureView(knowledge, parent.view.at);
  return subject ? measureInView(parent, subject) : null;
}

const HELD = 'How firmly the event that decides it is held.';

const MeasureTermRef = builder.objectRef<MeasureTerm>('MeasureTerm').implement({
  description: 'A period in which the terms of a measure are constant.',
  fields: (t) => ({
    rate: t.exposeFloat('rate', {
      nullable: true,
      description: 'Percent ad valorem; null where it is no plain percentage.',
    }),
    expression: t.exposeString('expression', {
      nullable: true,
      description: 'How much, such as 7 INR/kg; null for what takes nothing, and for a schedule.',
    }),
    from: t.expose('from', { type: 'DateTime', description: 'From when.' }),
    until: t.expose('until', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when, exclusive; null where nothing known ends it.',
    }),
    status: t.expose('status', {
      type: MeasureStatusEnum,
      description: 'Status in this period; PENDING when it begins after the view.',
    }),
    leastCertainty: t.field({
      type: EventCertainty,
      nullable: true,
      description: HELD,
      resolve: ({ setBy: { certainty } }) => certainty,
    }),
    setBy: t.field(setBy('The event that set it.')),
  }),
});

const QuotaRef = builder.objectRef<NonNullable<ReliefView['quota']>>('Quota').implement({
  description: 'The quantity that a relief is open to, and how much of it is used.',
  fields: (t) => ({
    volume: t.exposeFloat('volume', { description: 'How much may enter.' }),
    unit: t.exposeString('unit', { description: 'Its unit, UN/ECE Recommendation 20.' }),
    status: t.expose('status', {
      type: QuotaStatusEnum,
      description: 'Whether a place can be had; open without a report.',
    }),
    used: t.exposeFloat('used', {
      nullable: true,
      description: 'How much is used; null while unreported.',
    }),
  }),
});

const ReliefRef = builder.objectRef<ReliefView>('Relief').implement({
  description: 'A relief from a measure: goods, areas or a quota let off, wholly or in part.',
  fields: (t) => ({
    slug: t.exposeString('slug', {
      nullable: true,
      description: 'Its name; null for an exemption without one.',
    }),
    rate: t.exposeFloat('rate', {
      nullable: true,
      description: 'The reduced duty in percent; null where it is no plain percentage.',
    }),
    expression: t.exposeString('expression', {
      description: 'The reduced duty, such as 7 INR/kg; 0 % where goods are let off.',
    }),
    from: t.expose('from', { type: 'DateTime', description: 'From when.' }),
    until: t.expose('until', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when, exclusive; null where nothing known ends it.',
    }),
    quota: t.expose('quota', {
      type: QuotaRef,
      nullable: true,
      description: 'Its quota; null where it has none.',
    }),
    setBy: t.field(setBy('The event that sets its terms.')),
  }),
});

/** Shown where no one has said who would impose a measure: ISO 3166 keeps it for users. */
const UNKNOWN_AUTHORITY = 'ZZ';

export const MeasureRef = builder.objectRef<MeasureNode>('Measure').implement({
  description: 'A trade measure: threatened, announced, adopted, in force, suspended or ended.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id({
      description: 'Names the measure at this view.',
      resolve: ({ subject, asOf, assumptions }) =>
        nodeId({ type: 'Measure', slug: subject.slug, asOf, assumptions }),
    }),
    slug: t.string({
      description: 'Slug: its name in the record.',
      resolve: ({ subject }) => subject.slug,
    }),
    title: t.string({
      description: 'Title; the slug when none is on record.',
      resolve: ({ subject }) => subject.title,
    }),
    view: t.expose('view', { type: ViewRef, description: 'The view this was computed for.' }),
    imposedBy: t.field({
      type: 'CountryCode',
      description: 'Imposing authority; ZZ when none is on record.',
      resolve: ({ subject }) => subject.imposedBy ?? UNKNOWN_AUTHORITY,
    }),
    affects: t.stringList({
      description: 'Countries whose goods it affects: codes, or * for all.',
      resolve: ({ subject }) => subject.affects,
    }),
    exceptFor: t.stringList({
      description: 'Areas left out of those affected.',
      resolve: ({ subject }) => subject.exceptFor,
    }),
    form: t.field({
      type: MeasureFormEnum,
      description: 'What it is: a duty, a fee, a ban.',
      resolve: ({ subject }) => subject.form,
    }),
    role: t.field({
      type: MeasureRoleEnum,
      description: 'How it stands to the ordinary (MFN) duty.',
      resolve: ({ subject }) => subject.role,
    }),
    kind: t.string({
      nullable: true,
      description: 'Its declared purpose, a MeasureKind; null before adoption.',
      resolve: ({ subject }) => subject.kind,
    }),
    status: t.field({
      type: MeasureStatusEnum,
      description: 'Status at the view.',
      resolve: ({ subject }) => subject.status,
    }),
    certainty: t.field({
      type: AnswerEnum,
      description: 'CERTAIN, or POSSIBLE when the dates leave the status open.',
      resolve: ({ subject }) => subject.certainty,
    }),
    rate: t.float({
      nullable: true,
      description:
        'Percent ad valorem in force at the view; null when not in force, or no plain percentage.',
      resolve: ({ subject }) => subject.rate,
    }),
    expression: t.string({
      nullable: true,
      description:
        'How much is in force at the view, such as 7 INR/kg; null for what takes nothing, and for a schedule.',
      resolve: ({ subject }) => subject.expression,
    }),
    leastCertainty: t.field({
      type: EventCertainty,
      nullable: true,
      description: HELD,
      resolve: ({ subject }) => subject.setBy.certainty,
    }),
    goods: t.field({
      type: GoodsScopeRef,
      nullable: true,
      description:
        'The goods of the terms in effect, else of those decided or announced last; null for all goods, and for a schedule.',
      resolve: ({ subject }) => subject.goods,
    }),
    timeZone: t.string({
      description: 'IANA zone of its authority: its times are legal time there.',
      resolve: ({ subject }) => subject.zone,
    }),
    reliefs: t.field({
      type: [ReliefRef],
      description: 'Its reliefs as granted by the view.',
      resolve: ({ subject }) => subject.reliefs,
    }),
    announcedRate: t.float({
      nullable: true,
      description: 'Percent last announced without a legal act; null when there was none.',
      resolve: ({ subject }) => subject.announcedRate,
    }),
    pending: t.field({
      type: [MeasureTermRef],
      description: 'Terms decided at the view and not yet effective.',
      resolve: ({ subject }) => subject.pending,
    }),
    terms: t.field({
      type: [MeasureTermRef],
      description: 'All its terms as decided by the view, oldest first.',
      resolve: ({ subject }) => subject.terms,
    }),
    endedHow: t.string({
      nullable: true,
      description: 'How it ended, a MeasureEnding; null before its end.',
      resolve: ({ subject }) => subject.endedHow,
    }),
    lawful: t.boolean({
      description:
        'Whether a legal act adopted it whose basis had not been taken away by the view, as by a court; an end by itself, such as its expiry, leaves it true.',
      resolve: ({ subject }) => subject.lawful,
    }),
    collected: t.boolean({
      description: 'Whether it was collected at the view.',
      resolve: ({ subject }) => subject.collected,
    }),
    setBy: t.field({
      type: EventRef,
      description: 'The event that decides it.',
      resolve: ({ subject }) => subject.setBy.event,
    }),
    events: t.connection(
      {
        type: EventRef,
        description: 'Its history as known at the view, in log order.',
        complexity: pageComplexity,
        resolve: (measure, args, { parley }) =>
          eventPage(args, () => parley.history(`measure/${measure.subject.slug}`, measure)),
      },
      { fields: (t) => ({ totalCount: t.int(optionalTotalCountField) }) },
    ),
  }),
});
