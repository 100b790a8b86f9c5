/** Proposing events, and deciding on what was proposed. */
import type { Proposal } from '../../app/proposals/proposal.js';
import type { Accepted } from '../../app/proposals/proposals.js';
import type { Amendment } from '../../app/proposals/recordedEvent.js';
import type { Source } from '../../../events/envelope.js';
import { builder } from '../builder.js';
import { EventCertainty, EventRef } from '../catalogue/event.js';
import { SourceInput } from '../catalogue/eventInput.js';
import type { Context, Principal } from '../context.js';
import { omitNullish, omitNullishDeep } from '../omitNullish.js';
import { ProposalRef } from '../types/proposal.js';
import { FindingRef } from '../types/targets.js';
import {
  forbiddenError,
  type MutationError,
  mutationErrorRefs,
  toMutationError,
} from './mutationErrors.js';

/** Runs what needs a right; a refusal that can be expected is an answer, not an exception. */
async function run<Success extends object>(
  { principal, cache }: Context,
  may: (principal: Principal) => boolean,
  work: (name: string | undefined) => Promise<Success>,
): Promise<Success | MutationError> {
  cache.usesCurrentLog();
  if (!may(principal)) return forbiddenError;
  try {
    return await work(principal.name);
  } catch (error) {
    const refusal = toMutationError(error);
    if (refusal) return refusal;
    throw error;
  }
}

const mayWrite = (principal: Principal): boolean => principal.mayWrite;
const mayPropose = (principal: Principal): boolean => principal.mayPropose ?? principal.mayWrite;

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

const eventFields = (t: Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]) => ({
  stream: t.string({ description: 'The stream it belongs to, such as negotiation/<slug>.' }),
  also: t.stringList({ description: 'Further streams whose history is to include it.' }),
  occurred: t.field({ type: 'EDTF', description: 'When it happened.' }),
  timeZone: t.string({ description: 'The IANA zone its dates are written in.' }),
  certainty: t.field({ type: EventCertainty, description: 'How firmly it is held.' }),
  sources: t.field({ type: [SourceInput], description: 'Who says so.' }),
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
    drafts: t.field({ type: [DraftInput], required: true, description: 'The events.' }),
    text: t.string({ description: 'The text that their spans are of.' }),
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
}

const ProposeSuccess = builder.objectRef<Proposed>('ProposeEventsSuccess').implement({
  description: 'The events were proposed; in a dry run, they would be.',
  fields: (t) => ({
    proposals: t.expose('proposals', {
      type: [ProposalRef],
      description: 'The proposals, in the order sent.',
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
      run(context, mayPropose, async (proposedBy) => {
        const { drafts } = input;
        const { text, keepText, day, sources, dryRun } = omitNullish(input);
        const proposals = await context.parley.proposals.propose(drafts.map(toDraft), {
          proposedBy,
          text: text === undefined ? undefined : { text, keep: keepText, day },
          sources: sources && (omitNullishDeep(sources) as readonly Source[]),
          dryRun,
        });
        return { proposals };
      }),
  }),
);

const AmendmentInput = builder.inputType('ProposalAmendmentInput', {
  description: 'What to record instead of what was proposed; what is left out stays as proposed.',
  fields: (t) => ({
    ...eventFields(t),
    data: t.field({
      type: 'JSON',
      description: 'Keys of the data to change or fill in; null takes a key out.',
    }),
  }),
});

const AcceptInput = builder.inputType('AcceptProposalInput', {
  description: 'A proposal to accept.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The id of the proposal.' }),
    amendment: t.field({ type: AmendmentInput, description: 'What to record instead.' }),
    reason: t.string({ description: 'The reason.' }),
    dryRun: t.boolean({ description: 'Runs every check and writes nothing.' }),
  }),
});

const AcceptSuccess = builder.objectRef<Accepted>('AcceptProposalSuccess').implement({
  description: 'The event was recorded; in a dry run, it would be.',
  fields: (t) => ({
    proposal: t.expose('proposal', { type: ProposalRef, description: 'The proposal.' }),
    events: t.expose('events', {
      type: [EventRef],
      description: 'The event as recorded; recordedBy names both people.',
    }),
    findings: t.field({
      type: [FindingRef],
      description: 'Warnings: findings that the event brings about.',
      resolve: (accepted) => accepted.findings(),
    }),
  }),
});

const AcceptResult = builder.unionType('AcceptProposalResult', {
  description: 'The recorded event, or why nothing was recorded.',
  types: [AcceptSuccess, ...mutationErrorRefs],
  resolveType: (result) => ('__typename' in result ? result.__typename : 'AcceptProposalSuccess'),
});

builder.mutationField('acceptProposal', (t) =>
  t.field({
    type: AcceptResult,
    description: 'Records the event of a proposal. Whoever proposed it does not accept it.',
    args: {
      input: t.arg({ type: AcceptInput, required: true, description: 'What to accept.' }),
    },
    resolve: (_, { input: { id, amendment, reason, dryRun } }, context) =>
      run(context, mayWrite, (by) => {
        const { data, ...envelope } = amendment ?? {};
        return context.parley.proposals.accept(id, {
          by,
          reason: reason ?? undefined,
          dryRun: dryRun ?? undefined,
          amendment: {
            ...(omitNullishDeep(envelope) as Amendment),
            ...(isObject(data) && { data }),
          },
        });
      }),
  }),
);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rejecting and withdrawing: what they take and what comes of them. */
function decision(
  verb: 'reject' | 'withdraw',
  texts: { readonly done: string; readonly describe: string },
  may: (principal: Principal) => boolean,
  reasonRequired: boolean,
): void {
  const prefix = verb === 'reject' ? 'RejectProposal' : 'WithdrawProposal';
  const input = builder.inputType(`${prefix}Input`, {
    description: `A proposal to ${verb}.`,
    fields: (t) => ({
      id: t.id({ required: true, description: 'The id of the proposal.' }),
      reason: t.string({ required: reasonRequired as false, description: 'The reason.' }),
    }),
  });
  const success = builder.objectRef<{ readonly proposal: Proposal }>(`${prefix}Success`).implement({
    description: texts.done,
    fields: (t) => ({
      proposal: t.expose('proposal', { type: ProposalRef, description: 'The proposal.' }),
    }),
  });
  const result = builder.unionType(`${prefix}Result`, {
    description: `The proposal, or why nothing was done.`,
    types: [success, ...mutationErrorRefs],
    resolveType: (value) => ('__typename' in value ? value.__typename : `${prefix}Success`),
  });
  builder.mutationField(`${verb}Proposal`, (t) =>
    t.field({
      type: result,
      description: texts.describe,
      args: { input: t.arg({ type: input, required: true, description: `What to ${verb}.` }) },
      resolve: (_, args, context) =>
        run(context, may, async (by) => ({
          proposal: await context.parley.proposals[verb](args.input.id, {
            by,
            reason: args.input.reason ?? undefined,
          }),
        })),
    }),
  );
}

decision(
  'reject',
  {
    done: 'The proposal was rejected; it stays readable.',
    describe: 'Rejects a proposal, with a reason. It stays readable.',
  },
  mayWrite,
  true,
);
decision(
  'withdraw',
  {
    done: 'The proposal was withdrawn.',
    describe: 'Takes a proposal back. Only whoever proposed it may.',
  },
  mayPropose,
  false,
);
