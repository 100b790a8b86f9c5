/** What people said about a negotiation, and who denied it. */
import { catalogue } from '../../../../events/catalogue.js';
import type { Fact, TopicFact } from '../../../domain/streamState/knowledgeView.js';
import type { NegotiationView } from '../../../domain/negotiation/negotiationView.js';
import { builder } from '../../builder.js';
import { EventCertainty, EventRef } from '../../catalogue/event.js';
import { factPage } from '../../paging/factPages.js';
import type { PageArgs } from '../../paging/pages.js';
import { enumFrom } from '../../catalogue/zodToPothos.js';

type StatementFact = TopicFact<'statements'>;

interface StatementNode {
  readonly fact: StatementFact;
  readonly negotiation: NegotiationView;
}

const DisputeRef = builder.objectRef<Fact<'ClaimDisputed'>>('Dispute').implement({
  description: 'A denial of what an event reports.',
  fields: (t) => ({
    by: t.string({ description: 'Who denies it.', resolve: ({ data }) => data.by }),
    summary: t.string({
      nullable: true,
      description: 'What they state instead; null when not given.',
      resolve: ({ data }) => data.summary,
    }),
    claim: t.string({
      nullable: true,
      description: 'The disputed claim in words; null when not given.',
      resolve: ({ data }) => data.claim,
    }),
    occurred: t.expose('occurred', { type: 'EDTF', description: 'When they denied it.' }),
    certainty: t.expose('certainty', {
      type: EventCertainty,
      description: 'How firmly the denial is held.',
    }),
    setBy: t.field({
      type: EventRef,
      description: 'The event that reports the denial.',
      resolve: ({ event }) => event,
    }),
  }),
});

export const StatementRef = builder.objectRef<StatementNode>('Statement').implement({
  description: 'Something someone said about the negotiation.',
  fields: (t) => ({
    speaker: t.string({ description: 'Who spoke.', resolve: ({ fact }) => fact.data.speaker }),
    role: t.string({
      nullable: true,
      description: 'Role at the time; null when not given.',
      resolve: ({ fact }) => fact.data.role,
    }),
    onBehalfOf: t.string({
      nullable: true,
      description: 'On whose behalf; null when not given.',
      resolve: ({ fact }) => fact.data.onBehalfOf,
    }),
    venue: t.string({
      nullable: true,
      description: 'Place or occasion; null when not given.',
      resolve: ({ fact }) => fact.data.venue,
    }),
    summary: t.string({
      description: 'Summary in the words of this record.',
      resolve: ({ fact }) => fact.data.summary,
    }),
    quote: t.string({
      nullable: true,
      description: 'Verbatim quote; null when not on record.',
      resolve: ({ fact }) => fact.data.quote,
    }),
    stance: t.field({
      type: enumFrom(catalogue.StatementMade.data.shape.stance),
      nullable: true,
      description: 'Whether it points towards agreement; null when undetermined.',
      resolve: ({ fact }) => fact.data.stance,
    }),
    about: t.stringList({
      description: 'What it concerns: slugs of targets or measures, or plain words.',
      resolve: ({ fact }) => fact.data.about ?? [],
    }),
    occurred: t.field({
      type: 'EDTF',
      description: 'When it was said.',
      resolve: ({ fact }) => fact.occurred,
    }),
    certainty: t.field({
      type: EventCertainty,
      description: 'How firmly the report of it is held.',
      resolve: ({ fact }) => fact.certainty,
    }),
    disputedBy: t.field({
      type: [DisputeRef],
      description: 'Who denied it by the view.',
      resolve: ({ fact, negotiation }) => negotiation.disputesOf(fact.event.id),
    }),
    setBy: t.field({
      type: EventRef,
      description: 'The event that reports it.',
      resolve: ({ fact }) => fact.event,
    }),
  }),
});

/** A page of the statements made by the view, oldest first. */
export const statementPage = (negotiation: NegotiationView, args: PageArgs) =>
  factPage(
    negotiation.statements.map((fact) => ({ fact, negotiation })),
    args,
    'OLDEST_FIRST',
  );
