/** The root queries for measures: one by its slug, or all that match. */
import { catalogue } from '../../../events/catalogue.js';
import type { MeasureFilter as MeasureSelection } from '../../app/parley.js';
import { builder } from '../builder.js';
import { enumFrom } from '../catalogue/zodToPothos.js';
import { omitNullish } from '../omitNullish.js';
import { pageComplexity, viewPage } from '../paging/pages.js';
import { countedTotalField } from '../paging/totalCount.js';
import { checkCountryCode, nullOnError, withQueryErrors } from '../queryErrors.js';
import { MeasureStatusEnum } from '../types/enums.js';
import { measureNode, MeasureRef } from '../types/measure/measure.js';
import { asOfDescription, AsOfInput, toAsOf } from '../types/view.js';
import { minPositionDescription, waitForMinPosition } from './minPosition.js';

const MeasureFilter = builder.inputType('MeasureFilter', {
  description: 'Matches measures for which every given key matches.',
  fields: (t) => ({
    imposedBy: t.field({
      type: 'CountryCode',
      description: 'Imposed by this area, or by a group of which it is a member at the view.',
    }),
    affects: t.field({
      type: 'CountryCode',
      description:
        "Affects this area's goods at the view: by name, as a member of a group, as one of all, or some of its members'.",
    }),
    status: t.field({ type: [MeasureStatusEnum], description: 'Any of these statuses.' }),
    kind: t.field({
      type: [enumFrom(catalogue.MeasureAdopted.data.shape.kind)],
      description: 'Any of these kinds.',
    }),
  }),
});

type Filter = typeof MeasureFilter.$inferInput | null | undefined;

function toFilter(filter: Filter): MeasureSelection {
  const { imposedBy, affects, status, kind } = omitNullish(filter);
  if (imposedBy !== undefined) checkCountryCode('filter.imposedBy', imposedBy);
  if (affects !== undefined) checkCountryCode('filter.affects', affects);
  return {
    imposedBy,
    affects,
    matches: ({ subject: measure }) =>
      (status === undefined || status.includes(measure.status)) &&
      (kind === undefined || (measure.kind !== null && kind.includes(measure.kind))),
  };
}

builder.queryFields((t) => ({
  measure: t.field({
    type: MeasureRef,
    nullable: true,
    description: 'A measure at a view; null when the view knows nothing of it.',
    args: {
      slug: t.arg.string({ required: true, description: 'Slug: its name in the record.' }),
      asOf: t.arg({ type: AsOfInput, description: asOfDescription }),
      minPosition: t.arg.int({ description: minPositionDescription }),
    },
    resolve: async (_, { slug, asOf, minPosition }, context) => {
      await waitForMinPosition(context, minPosition);
      const viewed = await withQueryErrors(() => context.parley.measure(slug, toAsOf(asOf)));
      if (viewed) return measureNode(context, viewed);
      context.cache.usesCurrentLog();
      return null;
    },
  }),
  measures: t.connection(
    {
      type: MeasureRef,
      ...nullOnError,
      description: 'All measures known at the view, in order of slug.',
      complexity: pageComplexity,
      args: {
        asOf: t.arg({ type: AsOfInput, description: asOfDescription }),
        filter: t.arg({
          type: MeasureFilter,
          description: 'Which items to return; all when absent.',
        }),
        minPosition: t.arg.int({ description: minPositionDescription }),
      },
      resolve: async (_, { asOf, filter, minPosition, ...page }, context) => {
        await waitForMinPosition(context, minPosition);
        const list = context.parley.measureList(toAsOf(asOf), toFilter(filter));
        const found = await withQueryErrors(() =>
          viewPage(list, page, (viewed) => measureNode(context, viewed)),
        );
        if (found.edges.length === 0) context.cache.usesCurrentLog();
        return found;
      },
    },
    { fields: (t) => ({ totalCount: t.int(countedTotalField) }) },
  ),
}));
