/** Measures at a view. */
import type { AsOfResult } from '../../app/parley.js';
import type { KnowledgeView } from '../../domain/streamState/knowledgeView.js';
import type { MeasureTerm, MeasureView } from '../../domain/measure/measureView.js';
import { builder } from '../builder.js';
import type { Context } from '../context.js';
import { AnswerEnum, MeasureStatusEnum } from './enums.js';
import { EventRef, setBy } from '../catalogue/event.js';
import { eventPage } from '../paging/eventPages.js';
import { nodeId } from './nodeId.js';
import { pageComplexity } from '../paging/pages.js';
import { optionalTotalCountField } from '../paging/totalCount.js';
import { inheritView, type ParentResult, ViewRef } from './view.js';

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

/** The same from its reading; null when nothing had been heard of it by the view. */
export function measureFromKnowledge(
  context: Context,
  parent: ParentResult,
  knowledge: KnowledgeView | null,
): MeasureNode | null {
  const subject = knowledge && context.parley.measureIn(knowledge, parent.view);
  return subject ? measureInView(parent, subject) : null;
}

const MeasureTermRef = builder.objectRef<MeasureTerm>('MeasureTerm').implement({
  description: 'A stretch of time in which a measure has the same terms.',
  fields: (t) => ({
    rate: t.exposeFloat('rate', { description: 'Percent ad valorem.' }),
    from: t.expose('from', { type: 'DateTime', description: 'From when.' }),
    until: t.expose('until', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when, exclusive; null where nothing known ends it.',
    }),
    status: t.expose('status', {
      type: MeasureStatusEnum,
      description: 'How the measure stands in it; PENDING when it begins after the view.',
    }),
    setBy: t.field(setBy('What set it.')),
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
        nodeId({ type: 'Measure', slug: subject.slug, asOf, assuming: assumptions }),
    }),
    slug: t.string({
      description: 'The name it is known by in the record.',
      resolve: ({ subject }) => subject.slug,
    }),
    title: t.string({
      description: 'What it is called; its slug while no one has said.',
      resolve: ({ subject }) => subject.title,
    }),
    view: t.expose('view', { type: ViewRef, description: 'The view this was computed for.' }),
    imposedBy: t.field({
      type: 'CountryCode',
      description: 'Who imposes it; ZZ while no one has said.',
      resolve: ({ subject }) => subject.imposedBy ?? UNKNOWN_AUTHORITY,
    }),
    affects: t.stringList({
      description: 'Whose goods it is on: country codes, or * for everyone.',
      resolve: ({ subject }) => subject.affects,
    }),
    kind: t.string({
      nullable: true,
      description: 'What it is said to be for, a MeasureKind; null while nothing is adopted.',
      resolve: ({ subject }) => subject.kind,
    }),
    status: t.field({
      type: MeasureStatusEnum,
      description: 'How it stands.',
      resolve: ({ subject }) => subject.status,
    }),
    certainty: t.field({
      type: AnswerEnum,
      description: 'How sure the status is, given how well its dates are known.',
      resolve: ({ subject }) => subject.certainty,
    }),
    rate: t.float({
      nullable: true,
      description: 'Percent ad valorem in force at the view; null when nothing is.',
      resolve: ({ subject }) => subject.rate,
    }),
    announcedRate: t.float({
      nullable: true,
      description: 'The rate last announced without a legal act; null when none was.',
      resolve: ({ subject }) => subject.announcedRate,
    }),
    pending: t.field({
      type: [MeasureTermRef],
      description: 'Terms decided and not yet effective at the view.',
      resolve: ({ subject }) => subject.pending,
    }),
    terms: t.field({
      type: [MeasureTermRef],
      description: 'The whole course of its terms as decided by the view, oldest first.',
      resolve: ({ subject }) => subject.terms,
    }),
    endedHow: t.string({
      nullable: true,
      description: 'How it ended, a MeasureEnding; null while it has not.',
      resolve: ({ subject }) => subject.endedHow,
    }),
    lawful: t.boolean({
      description: 'Whether its legal basis still stood, even if collection went on.',
      resolve: ({ subject }) => subject.lawful,
    }),
    collected: t.boolean({
      description: 'Whether it was collected at the view.',
      resolve: ({ subject }) => subject.collected,
    }),
    setBy: t.field({
      type: EventRef,
      description: 'What makes it so.',
      resolve: ({ subject }) => subject.setBy.event,
    }),
    events: t.connection(
      {
        type: EventRef,
        description: 'Its history as the view knows it, in log order.',
        complexity: pageComplexity,
        resolve: (measure, args, { parley }) =>
          eventPage(args, () => parley.history(`measure/${measure.subject.slug}`, measure)),
      },
      { fields: (t) => ({ totalCount: t.int(optionalTotalCountField) }) },
    ),
  }),
});
