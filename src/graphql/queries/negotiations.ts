/** The queries negotiation and negotiations. */
import type { AsOfResult } from '../../app/parley.js';
import type { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import { assumingDescription, AssumptionsInput, toAssumptions } from './whatIf.js';
import { builder } from '../builder.js';
import { ActivityState, PhaseEnum } from '../types/enums.js';
import { omitNullish } from '../omitNullish.js';
import { minPositionDescription, waitForMinPosition } from './minPosition.js';
import { negotiationNode, NegotiationRef } from '../types/negotiation.js';
import { pageComplexity, slugPage } from '../paging/pages.js';
import { withQueryErrors, checkCountryCode } from '../queryErrors.js';
import { totalCountField } from '../paging/totalCount.js';
import { asOfDescription, AsOfInput, toAsOf } from '../types/view.js';

const NegotiationFilter = builder.inputType('NegotiationFilter', {
  description: 'Matches negotiations for which every given key matches.',
  fields: (t) => ({
    party: t.field({ type: 'CountryCode', description: 'This country is a party.' }),
    phase: t.field({ type: [PhaseEnum], description: 'In one of these phases.' }),
    activity: t.field({ type: [ActivityState], description: 'With talks in one of these states.' }),
  }),
});

function matchesFilter(filter: typeof NegotiationFilter.$inferInput | null | undefined) {
  const { party, phase, activity } = omitNullish(filter);
  if (party !== undefined) checkCountryCode('filter.party', party);
  return ({ subject }: AsOfResult<NegotiationView>): boolean =>
    (party === undefined || subject.parties.some(({ code }) => code === party)) &&
    (phase === undefined || phase.some((one) => one === subject.phase?.value)) &&
    (activity === undefined || activity.some((one) => one === subject.activity?.value));
}

builder.queryFields((t) => ({
  negotiation: t.field({
    type: NegotiationRef,
    nullable: true,
    description: 'A negotiation at a view; null when it is unknown or had not begun by then.',
    args: {
      slug: t.arg.string({ required: true, description: 'Slug: its name in the record.' }),
      asOf: t.arg({ type: AsOfInput, description: asOfDescription }),
      assuming: t.arg({ type: AssumptionsInput, description: assumingDescription }),
      minPosition: t.arg.int({ description: minPositionDescription }),
    },
    resolve: async (_, { slug, asOf, assuming, minPosition }, context) => {
      await waitForMinPosition(context, minPosition);
      const result = await withQueryErrors(() =>
        context.parley.negotiation(slug, toAsOf(asOf), toAssumptions(assuming)),
      );
      if (result) return negotiationNode(context, result);
      context.cache.usesCurrentLog();
      return null;
    },
  }),
  negotiations: t.connection(
    {
      type: NegotiationRef,
      description: 'All negotiations that have begun by the view, in order of slug.',
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
        const matches = matchesFilter(filter);
        const all = await withQueryErrors(() => context.parley.negotiations(toAsOf(asOf)));
        if (all.length === 0) context.cache.usesCurrentLog();
        const nodes = all.map((result) => negotiationNode(context, result)).filter(matches);
        return slugPage(nodes, page, ({ subject }) => subject.slug);
      },
    },
    { fields: (t) => ({ totalCount: t.exposeInt('totalCount', totalCountField) }) },
  ),
}));
