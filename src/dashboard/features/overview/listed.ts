import type { NegotiationListQuery } from '../../generated/graphql.js';
import { boundsOf } from '../../lib/time/edtfWords.js';

/** A negotiation in the list of all. */
export type Listed = NegotiationListQuery['negotiations']['edges'][number]['node'];

/** The latest event that is not retracted. */
export const lastEvent = ({ latestEvents }: Listed) =>
  latestEvents.edges.map(({ node }) => node).find(({ retracted }) => !retracted);

/** Sorts by latest event, latest first. */
export const byLastEvent = (a: Listed, b: Listed): number => when(b) - when(a);

const when = (listed: Listed): number => boundsOf(lastEvent(listed)?.occurred ?? '')?.to ?? 0;
