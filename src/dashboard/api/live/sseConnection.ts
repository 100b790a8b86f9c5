/** The line to the server: a GraphQL subscription over server-sent events. */
import type { Client } from 'graphql-sse';
import {
  RecordedEventsDocument,
  type RecordedEventsSubscription,
} from '../../generated/graphql.js';
import type { ConnectionHandlers, Line } from './eventFollower.js';

/**
 * A line to the GraphQL endpoint at `url`. Reading needs no token, so it carries none: one that is
 * no longer good must not keep anyone from following.
 */
export function sseConnection(url: string): Line {
  return (after, hearing) => {
    let client: Client | undefined;
    let closed = false;
    void import('graphql-sse').then(
      ({ createClient }) => {
        if (closed) return;
        // Tries again are ours: each begins after the last event seen, not where this one began.
        client = createClient({
          url,
          retryAttempts: 0,
          headers: { accept: 'text/event-stream' },
          fetchFn: hearingEveryByte(hearing),
        });
        subscribe(client, after, hearing);
      },
      () => hearing.ended(null),
    );
    return () => {
      closed = true;
      client?.dispose();
    };
  };
}

function subscribe(client: Client, after: string, hearing: ConnectionHandlers): void {
  const query = RecordedEventsDocument.toString();
  client.subscribe<RecordedEventsSubscription>(
    { query, variables: { after } },
    {
      next: ({ data, errors }) => {
        if (data) hearing.event(data.events);
        else hearing.ended(goOnAfter(errors) ?? null);
      },
      error: () => hearing.ended(null),
      complete: () => hearing.ended(null),
    },
    { connected: () => hearing.opened() },
  );
}

/** An error as it comes over the line. */
interface LastWord {
  readonly extensions?: { readonly after?: unknown };
}

/** The cursor that the last word of a stream names; a server that changePoints in good order sends it. */
function goOnAfter(errors: readonly LastWord[] | undefined): string | undefined {
  const after = errors?.[0]?.extensions?.after;
  return typeof after === 'string' ? after : undefined;
}

/** Signs of life are comments, which the client passes over: they are heard on their way to it. */
function hearingEveryByte(hearing: ConnectionHandlers): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (!response.body) return response;
    const heard = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(bytes, controller) {
        hearing.alive();
        controller.enqueue(bytes);
      },
    });
    return new Response(response.body.pipeThrough(heard), response);
  };
}
