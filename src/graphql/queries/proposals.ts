/** Proposals: one, or a page of them. */
import { builder } from '../builder.js';
import { countedTotalField } from '../paging/totalCount.js';
import { connection, pageComplexity, parsePageArgs } from '../paging/pages.js';
import { nullOnError } from '../queryErrors.js';
import { checkMayReadProposals, ProposalRef, ProposalStatus } from '../types/proposal.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

builder.queryFields((t) => ({
  proposal: t.field({
    type: ProposalRef,
    nullable: true,
    description: 'The proposal with an id; null when there is none. Needs a token.',
    args: { id: t.arg.id({ required: true, description: 'Its UUID.' }) },
    resolve: async (_, { id }, context) => {
      checkMayReadProposals(context);
      context.cache.usesCurrentLog();
      return UUID.test(id) ? await context.parley.proposals.get(id) : null;
    },
  }),
  proposals: t.connection(
    {
      type: ProposalRef,
      ...nullOnError,
      description: 'Proposals in the order they were made. Needs a token.',
      complexity: pageComplexity,
      args: {
        status: t.arg({
          type: [ProposalStatus],
          description: 'Only those of which this became; all when absent.',
        }),
      },
      resolve: async (_, { status, ...args }, context) => {
        checkMayReadProposals(context);
        context.cache.usesCurrentLog();
        const { size, fromEnd, after, before } = parsePageArgs(args);
        const found = await context.parley.proposals.list({
          ...(status && { statuses: status }),
          ...(after !== undefined && { after }),
          ...(before !== undefined && { before }),
          backwards: fromEnd,
          // One more says whether there are further ones.
          limit: size + 1,
        });
        const page = found.slice(0, size);
        const isMore = found.length > size;
        const count = () => context.parley.proposals.count(status ?? undefined);
        const items = connection(
          fromEnd ? page.toReversed() : page,
          ({ id }) => id,
          fromEnd ? isMore : after !== undefined,
          fromEnd ? before !== undefined : isMore,
        );
        return { ...items, count };
      },
    },
    { fields: (t) => ({ totalCount: t.int(countedTotalField) }) },
  ),
}));
