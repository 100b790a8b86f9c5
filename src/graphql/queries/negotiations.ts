/** The queries negotiation and negotiations. */
import type { AsOfResult, NegotiationFilter as NegotiationSelection } from '../../app/parley.js';
import type { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import type { Party } from '../../domain/party/parties.js';
import {
  assumingComplexity,
  assumingDescription,
  AssumptionsInput,
  toAssumptions,
} from './whatIf.js';
import { builder } from '../builder.js';
import { ActivityState, PhaseEnum } from '../types/enums.js';
import { omitNullish } from '../omitNullish.js';
import { minPositionDescription, waitForMinPosition } from './minPosition.js';
import { negotiationNode, NegotiationRef } from '../types/negotiation/negotiation.js';
import { PartyRef } from '../types/negotiation/party.js';
import { pageComplexity, viewPage } from '../paging/pages.js';
import { checkPartyCode, nullOnError, withQueryErrors } from '../queryErrors.js';
import { countedTotalField } from '../paging/totalCount.js';
import { asOfDescription, AsOfInput, toAsOf } from '../types/view.js';

const NegotiationFilter = builder.inputType('NegotiationFilter', {
  description: 'Matches negotiations for which every given key matches.',
  fields: (t) => ({
    party: t.field({
      type: 'CountryCode',
      description: 'A party at the view: by itself, or as a member of a group that is one.',
    }),
    phase: t.field({ type: [PhaseEnum], description: 'In one of these phases.' }),
    activity: t.field({ type: [ActivityState], description: 'With talks in one of these states.' }),
  }),
});

type Filter = typeof NegotiationFilter.$inferInput | null | undefined;

function toFilter(filter: Filter): NegotiationSelection {
  const { party, phase, activity } = omitNullish(filter);
  if (party !== undefined) checkPartyCode('filter.party', party);
  return {
    party,
    matches: ({ subject }) =>
      (phase === undefined || phase.some((one) => one === subject.phase?.value)) &&
      (activity === undefined || activity.some((one) => one === subject.activity?.value)),
  };
}

/** The group through which a negotiation matches; null when the party of the filter is one itself. */
function throughGroup({ subject }: AsOfResult<NegotiationView>, filter: Filter): Party | null {
  const { party } = omitNullish(filter);
  const match = party === undefined ? undefined : subject.partyFor(party);
  return match === undefined || match.code === party ? null : match;
}

builder.queryFields((t) => ({
  negotiation: t.field({
    type: NegotiationRef,
    nullable: true,
    description: 'A negotiation at a view; null when it is unknown or had not begun by then.',
    complexity: ({ assuming }) => ({ field: assumingComplexity(assuming), multiplier: 1 }),
    args: {
      slug: t.arg.string({ required: true, description: 'Slug: its name in the record.' }),
      asOf: t.arg({ type: AsOfInput, description: asOfDescription }),
      assuming: t.arg({ type: AssumptionsInput, description: assumingDescription }),
      minPosition: t.arg.int({ description: minPositionDescription }),
    },
    resolve: async (_, { slug, asOf, assuming, minPosition }, context) => {
      await waitForMinPosition(context, minPosition);
      const result = await withQueryErrors(() =>
        context.parley.negotiationOrNone(slug, toAsOf(asOf), toAssumptions(assuming)),
      );
      if (result.subject?.hasBegun)
        return negotiationNode(context, { ...result, subject: result.subject });
      context.cache.usesCurrentLog(result.view);
      context.cache.tellsOf?.(result);
      return null;
    },
  }),
  negotiations: t.connection(
    {
      type: NegotiationRef,
      ...nullOnError,
      description:
        'All negotiations that have begun by the view, in order of slug. A stream that only the events of others mention is none: it has no launch and no event of its own.',
      complexity: pageComplexity,
      args: {
        asOf: t.arg({ type: AsOfInput, description: asOfDescription }),
        filter: t.arg({
          type: NegotiationFilter,
          description: 'Which items to return; all when absent.',
        }),
        minPosition: t.arg.int({ description: minPositionDescription }),
      },
      resolve: async (_, { asOf, filter, minPosition, ...page }, context) => {
        await waitForMinPosition(context, minPosition);
        const list = context.parley.negotiationList(toAsOf(asOf), toFilter(filter));
        const found = await withQueryErrors(() =>
          viewPage(list, page, (result) => negotiationNode(context, result)),
        );
        if (found.edges.length === 0) context.cache.usesCurrentLog();
        return {
          ...found,
          edges: found.edges.map((edge) => ({ ...edge, through: throughGroup(edge.node, filter) })),
        };
      },
    },
    { fields: (t) => ({ totalCount: t.int(countedTotalField) }) },
    {
      fields: (t) => ({
        through: t.expose('through', {
          type: PartyRef,
          nullable: true,
          description:
            'The group to which `filter.party` belongs at the view, where it matches as a member; null when it is a party itself, or not asked for.',
        }),
      }),
    },
  ),
}));
