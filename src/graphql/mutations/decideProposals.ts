/** Deciding on what was proposed: accept, reject, withdraw. */
import type { Proposal } from '../../app/proposals/proposal.js';
import type { Accepted } from '../../app/proposals/proposals.js';
import type { Amendment } from '../../app/proposals/recordedEvent.js';
import { builder } from '../builder.js';
import { EventRef } from '../catalogue/event.js';
import type { Principal } from '../context.js';
import { omitNullishDeep } from '../omitNullish.js';
import { ProposalRef } from '../types/proposal.js';
import { FindingRef } from '../types/negotiation/targets.js';
import { mutationErrorRefs } from './mutationErrors.js';
import { eventFields, mayPropose, mayWrite, runProposal } from './runProposal.js';

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
      runProposal(context, mayWrite, (by, permission) => {
        const { data, ...envelope } = amendment ?? {};
        return context.parley.proposals.accept(id, {
          by,
          permission,
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
        runProposal(context, may, async (by, permission) => ({
          proposal: await context.parley.proposals[verb](args.input.id, {
            by,
            permission,
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
