/** How far a stream is, and what was recorded in it after some revision. */
import type { Client } from '@urql/core';
import { StreamEndDocument, type StreamEndQuery } from '../../../generated/graphql.js';

export type Latest = StreamEndQuery['events']['edges'][number]['node'];

const PAGE = 50;

/** The latest of a stream's own events, newest first; null when the server could not be asked. */
async function latestOf(client: Client, stream: string) {
  const { data } = await client
    .query(StreamEndDocument, { stream }, { requestPolicy: 'network-only' })
    .toPromise();
  if (!data) return null;
  const { edges } = data.events;
  // A stream's history also holds events of other streams, which have revisions of their own.
  const own = edges.map(({ node }) => node).filter((event) => event.stream === stream);
  return { own, whole: edges.length < PAGE };
}

/** How many events a stream has of its own; undefined when that could not be told. */
export async function revisionOf(client: Client, stream: string): Promise<number | undefined> {
  const latest = await latestOf(client, stream);
  return latest?.own[0]?.revision ?? (latest?.whole ? 0 : undefined);
}

/** What was recorded in a stream after a revision, oldest first. */
export async function recordedSince(
  client: Client,
  stream: string,
  revision: number,
): Promise<readonly Latest[]> {
  const latest = await latestOf(client, stream);
  return (latest?.own ?? []).filter((event) => event.revision > revision).reverse();
}
