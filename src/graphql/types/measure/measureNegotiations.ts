/** The negotiations that a measure is part of. */
import { builder } from '../../builder.js';
import { pageComplexity, viewPage } from '../../paging/pages.js';
import { countedTotalField } from '../../paging/totalCount.js';
import { withQueryErrors } from '../../queryErrors.js';
import { MeasureRef } from './measure.js';
import { negotiationNode, NegotiationRef } from '../negotiation/negotiation.js';

builder.objectFields(MeasureRef, (t) => ({
  negotiations: t.connection(
    {
      type: NegotiationRef,
      description: 'The negotiations between whose parties it is at the view, in order of slug.',
      complexity: pageComplexity,
      resolve: ({ subject: measure, asOf }, page, context) =>
        withQueryErrors(() =>
          viewPage(context.parley.negotiationList(asOf, { measure }), page, (result) =>
            negotiationNode(context, result),
          ),
        ),
    },
    { fields: (t) => ({ totalCount: t.int(countedTotalField) }) },
  ),
}));
