/** Proposing events, with the text they rest on. */
import type { Source } from '../../../events/envelope.js';
import type { Proposal } from '../../app/proposals/proposal.js';
import type { NotUnderstood } from '../../domain/drafts/rules/draftsFrom.js';
import { builder } from '../builder.js';
import { SourceInput } from '../catalogue/eventInput.js';
import { omitNullish, omitNullishDeep } from '../omitNullish.js';
import { ProposalRef } from '../types/proposal.js';
import { mutationErrorRefs } from './mutationErrors.js';
import { eventFields, mayPropose, runProposal } from './runProposal.js';

const SpanInput = builder.inputType('ProposalSpanInput', {
  description: 'The words that a field rests on: where they stand, the words, or both.',
  fields: (t) => ({
    path: t.string({ required: true, description: 'The field, such as occurred or data.rate.' }),
    start: t.int({ description: 'Where they begin, in UTF-16 units of the text.' }),
    end: t.int({ description: 'Where they end, exclusive.' }),
    quote: t.string({
      description:
        'The words, letter for letter; without start and end they must stand there once.',
    }),
  }),
});

const DraftInput = builder.inputType('DraftInput', {
  description: 'An event to propose. What is left out and the event must have is for the reviewer.',
  fields: (t) => ({
    type: t.string({ required: true, description: 'The type of the event, such as RoundHeld.' }),
    ...eventFields(t),
    data: t.field({
      type: 'JSON',
      required: true,
      description: 'The data of the event, as in the interchange format.',
    }),
    spans: t.field({ type: [SpanInput], description: 'The words each field rests on.' }),
    needs: t.stringList({ description: 'Fields that the text does not give.' }),
  }),
});

const ProposeEventsInput = builder.inputType('ProposeEventsInput', {
  description: 'Events to propose, with the text they rest on.',
  fields: (t) => ({
    drafts: t.field({
      type: [DraftInput],
      description: 'The events; when absent, those that rules for English find in the text.',
    }),
    text: t.string({ description: 'The text that their spans are of.' }),
    negotiation: t.string({
      description: 'The slug of the negotiation that the text is about; else the one it names.',
    }),
    keepText: t.boolean({
      description: 'Whether the text may be kept; else its hash and the words quoted are kept.',
    }),
    day: t.string({
      description: 'The day of the report, such as 2025-11-05: its dates are counted from it.',
    }),
    sources: t.field({
      type: [SourceInput],
      description: 'The sources of the drafts that have none of their own.',
    }),
    dryRun: t.boolean({ description: 'Runs every check and keeps nothing.' }),
  }),
});

type GivenDraft = (typeof DraftInput)['$inferInput'];

/** The spans by path, as drafts in the interchange format have them. */
function toSpans(spans: GivenDraft['spans']): Record<string, object[]> {
  const byPath: Record<string, object[]> = {};
  for (const { path, ...span } of spans ?? []) (byPath[path] ??= []).push(omitNullish(span));
  return byPath;
}

const toDraft = ({ spans, data, ...rest }: GivenDraft): object => ({
  ...(omitNullishDeep(rest) as object),
  data,
  ...(spans && spans.length > 0 && { spans: toSpans(spans) }),
});

interface Proposed {
  readonly proposals: readonly Proposal[];
  readonly notUnderstood: readonly NotUnderstood[];
}

const NotUnderstoodRef = builder.objectRef<NotUnderstood>('NotUnderstood').implement({
  description: 'A sentence that may tell something and that no rule understood.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where it begins, in UTF-16 units of the text.' }),
    end: t.exposeInt('end', { description: 'Where it ends, exclusive.' }),
    words: t.exposeString('words', { description: 'Its words, shortened.' }),
    reason: t.exposeString('reason', { description: 'What was not understood.' }),
  }),
});

const ProposeSuccess = builder.objectRef<Proposed>('ProposeEventsSuccess').implement({
  description: 'The events were proposed; in a dry run, they would be.',
  fields: (t) => ({
    proposals: t.expose('proposals', {
      type: [ProposalRef],
      description: 'The proposals, in the order sent or of the text.',
    }),
    notUnderstood: t.expose('notUnderstood', {
      type: [NotUnderstoodRef],
      description: 'What rules did not understand of the text; empty where drafts were sent.',
    }),
  }),
});

const ProposeResult = builder.unionType('ProposeEventsResult', {
  description: 'The proposals, or why nothing was proposed.',
  types: [ProposeSuccess, ...mutationErrorRefs],
  resolveType: (result) => ('__typename' in result ? result.__typename : 'ProposeEventsSuccess'),
});

builder.mutationField('proposeEvents', (t) =>
  t.field({
    type: ProposeResult,
    description:
      'Proposes events: all of them, or none. Each field is read again from the words it rests on.',
    args: {
      input: t.arg({ type: ProposeEventsInput, required: true, description: 'What to propose.' }),
    },
    resolve: (_, { input }, context) =>
      runProposal(context, mayPropose, async (proposedBy, permission) => {
        const { text, keepText, day, sources, dryRun, negotiation } = omitNullish(input);
        const { proposals } = context.parley;
        const request = {
          proposedBy,
          permission,
          sources: sources && (omitNullishDeep(sources) as readonly Source[]),
          dryRun,
        };
        const rests = text === undefined ? undefined : { text, keep: keepText, day };
        if (!input.drafts && rests)
          return proposals.proposeReport(rests, { ...request, negotiation });
        const drafts = (input.drafts ?? []).map(toDraft);
        return {
          proposals: await proposals.propose(drafts, { ...request, text: rests }),
          notUnderstood: [],
        };
      }),
  }),
);
