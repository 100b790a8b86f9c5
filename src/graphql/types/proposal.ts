/** Proposals: an event with the words each field rests on, what was found when checking, and what became of it. */
import type {
  Decision,
  Proposal,
  ProposalSpan,
  ProposalText,
} from '../../app/proposals/proposal.js';
import type { ProposalReview, ProposedChange } from '../../app/proposals/review.js';
import { builder } from '../builder.js';
import { EventRef } from '../catalogue/event.js';
import type { Context } from '../context.js';
import { badInput } from '../queryErrors.js';
import { ProblemRef } from './problem.js';
import { FindingRef } from './negotiation/targets.js';
import { ChangeRef } from './negotiation/viewChanges.js';

export const ProposalStatus = builder.enumType('ProposalStatus', {
  description: 'What became of a proposal.',
  values: {
    PENDING: { description: 'Nobody has decided.' },
    ACCEPTED: { description: 'Its event was recorded, as proposed or amended.' },
    REJECTED: { description: 'It was rejected; it stays readable.' },
    WITHDRAWN: { description: 'Whoever proposed it took it back.' },
  } as const,
});

const SpanRef = builder.objectRef<ProposalSpan>('ProposalSpan').implement({
  description: 'The words of the text that a field rests on.',
  fields: (t) => ({
    path: t.exposeString('path', {
      description:
        'The field, such as occurred or data.rate; type for the words that say what happened.',
    }),
    start: t.exposeInt('start', { description: 'Where they begin, in UTF-16 units of the text.' }),
    end: t.exposeInt('end', { description: 'Where they end, exclusive.' }),
    quote: t.exposeString('quote', { description: 'The words, letter for letter.' }),
  }),
});

const TextRef = builder.objectRef<ProposalText>('ProposalText').implement({
  description: 'The text that a proposal rests on.',
  fields: (t) => ({
    hash: t.exposeString('hash', { description: 'SHA-256 of its UTF-8, in hex.' }),
    length: t.exposeInt('length', { description: 'Its length in UTF-16 units.' }),
    day: t.string({
      nullable: true,
      description: 'The day of the report, from which its dates are counted; null when not known.',
      resolve: ({ day }) => day,
    }),
    content: t.string({
      nullable: true,
      description: 'The text; null where it was not allowed to be kept.',
      resolve: ({ hash }, _, { parley }) => parley.proposals.text(hash),
    }),
  }),
});

const DecisionRef = builder.objectRef<Decision>('ProposalDecision').implement({
  description: 'What became of a proposal, and who decided.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When it was decided.' }),
    by: t.string({
      nullable: true,
      description: 'Who decided; null where tokens name nobody.',
      resolve: ({ by }) => by,
    }),
    reason: t.string({
      nullable: true,
      description: 'The reason given; null when none was.',
      resolve: ({ reason }) => reason,
    }),
    amended: t.stringList({
      description: 'The fields that whoever accepted it changed or filled in.',
      resolve: ({ amended }) => [...(amended ?? [])],
    }),
    event: t.field({
      type: EventRef,
      nullable: true,
      description: 'The event recorded for it; null when none was.',
      resolve: ({ event }, _, { parley }) => (event === undefined ? null : parley.event(event)),
    }),
  }),
});

const ChangeOfRef = builder.objectRef<ProposedChange>('ProposedChange').implement({
  description: 'How a negotiation would change.',
  fields: (t) => ({
    negotiation: t.exposeString('negotiation', { description: 'The slug of the negotiation.' }),
    change: t.field({
      type: ChangeRef,
      description: 'What would change, from its state now.',
      resolve: (change) => change,
    }),
  }),
});

const reviews = new WeakMap<Proposal, ProposalReview>();

/** One review a proposal and request: its dry run is shared by the fields. */
function reviewOf(proposal: Proposal, { parley }: Context): ProposalReview {
  let review = reviews.get(proposal);
  if (!review) reviews.set(proposal, (review = parley.proposals.review(proposal)));
  return review;
}

export const ProposalRef = builder.objectRef<Proposal>('Proposal').implement({
  description: 'An event that someone proposes, outside the log until someone else accepts it.',
  fields: (t) => ({
    id: t.id({ description: 'Its UUID.', resolve: ({ id }) => id }),
    status: t.expose('status', { type: ProposalStatus, description: 'What became of it.' }),
    proposedAt: t.expose('proposed', { type: 'DateTime', description: 'When it was proposed.' }),
    proposedBy: t.string({
      nullable: true,
      description: 'Who proposed it; null where tokens name nobody.',
      resolve: ({ proposedBy }) => proposedBy,
    }),
    type: t.string({ description: 'The type of the event.', resolve: ({ event }) => event.type }),
    stream: t.string({
      nullable: true,
      description: 'The stream it would belong to; null when that is for the reviewer to say.',
      resolve: ({ event }) => event.stream,
    }),
    occurred: t.field({
      type: 'EDTF',
      nullable: true,
      description: 'When it happened; null when the text does not say.',
      resolve: ({ event }) => event.occurred,
    }),
    event: t.field({
      type: 'JSON',
      description: 'The event in the interchange format, without what it needs.',
      resolve: ({ event }) => event,
    }),
    spans: t.field({
      type: [SpanRef],
      description: 'The words each field rests on.',
      resolve: ({ spans }) => spans,
    }),
    needs: t.stringList({
      description: 'Fields that the event must have and the text does not give: to be filled in.',
      resolve: ({ needs }) => [...needs],
    }),
    text: t.field({
      type: TextRef,
      nullable: true,
      description: 'The text it rests on; null when it was proposed without one.',
      resolve: ({ text }) => text,
    }),
    decision: t.field({
      type: DecisionRef,
      nullable: true,
      description: 'Who decided what; null while nobody has.',
      resolve: ({ decision }) => decision,
    }),
    problems: t.field({
      type: [ProblemRef],
      description: 'What would refuse the event if it were accepted as it is, now.',
      resolve: (proposal, _, context) => reviewOf(proposal, context).problems(),
    }),
    findings: t.field({
      type: [FindingRef],
      description: 'Warnings that accepting it would bring about, now.',
      resolve: (proposal, _, context) => reviewOf(proposal, context).findings(),
    }),
    duplicates: t.field({
      type: [EventRef],
      description: 'Events on record that may be the same, the latest first; at most 10.',
      resolve: (proposal, _, context) => reviewOf(proposal, context).duplicates(),
    }),
    changes: t.field({
      type: [ChangeOfRef],
      description: 'What accepting it would change, from the state now.',
      resolve: (proposal, _, context) => reviewOf(proposal, context).changes(),
    }),
  }),
});

/** Drafts are for those who work on the record: throws FORBIDDEN for a caller whom no token names. */
export function checkMayReadProposals({ principal }: Context): void {
  if (principal.mayWrite || principal.name !== undefined) return;
  throw forbidden();
}

const forbidden = () => {
  const error = badInput('Proposals are read with a token: send one that this server knows.');
  error.extensions['code'] = 'FORBIDDEN';
  return error;
};
