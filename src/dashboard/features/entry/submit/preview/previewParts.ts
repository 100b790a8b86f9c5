/** What the preview of an event shows besides what the server finds in it. */
import type { GraphqlClient } from '../../../../api/client/client.js';
import type { Assumptions } from '../../../../generated/graphql.js';
import type { Field } from '../../model/formSchema.js';
import { fetchConsequences } from './consequences.js';
import { measuresAddedTo } from './measuresAddedTo.js';
import { pointsToCheck } from './pointsToCheck.js';
import { NO_PARTS, type PreviewParts } from '../submitState.js';

interface Previewed {
  readonly assumptions: Assumptions;
  /** The fields of the data of the event. */
  readonly fields: readonly Field[];
  /** The zone in which its dates are read. */
  readonly zone: string;
  /** The slugs of the negotiations that it may affect. */
  readonly affected: readonly string[];
  /** The parties of its negotiation. */
  readonly parties: readonly string[];
}

/** Two queries for each negotiation, and one for a measure that is adopted. */
export async function previewParts(
  client: GraphqlClient,
  { assumptions, fields, zone, affected, parties }: Previewed,
): Promise<PreviewParts> {
  const [event] = assumptions.with ?? [];
  if (!event) return NO_PARTS;
  const [consequences, addedTo] = await Promise.all([
    fetchConsequences(client, affected, assumptions).catch(() => null),
    measuresAddedTo(client, event, parties),
  ]);
  return { consequences, addedTo, points: pointsToCheck(event, fields, zone) };
}
