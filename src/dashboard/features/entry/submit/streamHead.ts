/** The revision of a stream, and the events recorded in it after a revision. */
import { type GraphqlClient } from '../../../api/client/client.js';
import { StreamEndDocument, type StreamEndQuery } from '../../../generated/graphql.js';

export type StreamEvent = StreamEndQuery['events']['edges'][number]['node'];

/** Events in one page of the query. */
const PAGE_SIZE = 50;

/** A stream's latest events, newest first; null when the server cannot be reached. One query. */
async function fetchLatest(client: GraphqlClient, stream: string) {
  const { data } = await client.query(StreamEndDocument, { stream });
  if (!data) return null;
  const { edges } = data.events;
  // Events of other streams that are linked to this one have revisions of those streams.
  const events = edges.map(({ node }) => node).filter((event) => event.stream === stream);
  return { events, complete: edges.length < PAGE_SIZE };
}

/** The kind of a stream by its name, such as `negotiation` for `negotiation/in-us-bta`. */
export const streamKind = (stream: string): string => stream.split('/')[0] ?? stream;

/** The revision of a stream, which is 0 before its first event; undefined when it cannot be determined. */
export async function fetchRevision(
  client: GraphqlClient,
  stream: string,
): Promise<number | undefined> {
  const latest = await fetchLatest(client, stream);
  return latest?.events[0]?.revision ?? (latest?.complete ? 0 : undefined);
}

/** The events recorded in a stream after a revision, oldest first; at most 50. */
export async function fetchEventsSince(
  client: GraphqlClient,
  stream: string,
  revision: number,
): Promise<readonly StreamEvent[]> {
  const latest = await fetchLatest(client, stream);
  return (latest?.events ?? []).filter((event) => event.revision > revision).reverse();
}
