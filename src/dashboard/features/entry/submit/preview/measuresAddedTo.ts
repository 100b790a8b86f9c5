/** The measures in force that a new one would add to: perhaps one of them is meant to change. */
import type { GraphqlClient } from '../../../../api/client/client.js';
import { type EventInput, MeasuresOnGoodsDocument } from '../../../../generated/graphql.js';

export interface MeasureAddedTo {
  readonly slug: string;
  readonly title: string;
  /** As tariffs write it, such as "50 %". */
  readonly expression: string;
}

/**
 * Measures of the same imposer in force on the first of the goods and areas of a measure that is adopted;
 * `parties` are those of the talks, for a measure on all countries. At most one query; empty where it fails.
 */
export async function measuresAddedTo(
  client: GraphqlClient,
  { stream, data: { measureAdopted } }: EventInput,
  parties: readonly string[],
): Promise<readonly MeasureAddedTo[]> {
  if (!measureAdopted) return [];
  const { imposedBy, affects, goods, replaces } = measureAdopted;
  const on = [...affects, ...parties].find((code) => code !== '*' && code !== imposedBy);
  if (on === undefined) return [];
  const [hs] = goods?.hs ?? [];
  const variables = { imposedBy, on, goods: hs === undefined ? null : { hs } };
  const { data } = await client.query(MeasuresOnGoodsDocument, variables);
  return (data?.duty.layers ?? []).flatMap(({ measure, expression }) =>
    measure === null ||
    expression === null ||
    stream === `measure/${measure.slug}` ||
    replaces?.includes(measure.slug)
      ? []
      : [{ slug: measure.slug, title: measure.title, expression }],
  );
}
