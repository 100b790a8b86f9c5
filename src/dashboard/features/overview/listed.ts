import type { NegotiationListQuery } from '../../generated/graphql.js';
import { boundsOf } from '../../lib/edtfWords.js';

/** A negotiation, as the list of all has it. */
export type Listed = NegotiationListQuery['negotiations']['edges'][number]['node'];

/** The latest event that is not retracted. */
export const lastEvent = ({ lately }: Listed) =>
  lately.edges.map(({ node }) => node).find(({ retracted }) => !retracted);

/** The one in which something happened last comes first. */
export const byLastEvent = (a: Listed, b: Listed): number => when(b) - when(a);

const when = (listed: Listed): number => boundsOf(lastEvent(listed)?.occurred ?? '')?.to ?? 0;
