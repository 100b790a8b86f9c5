/** The live connection to the server: a GraphQL subscription over server-sent events. */
import type { Client } from 'graphql-sse';
import {
  RecordedEventsDocument,
  type RecordedEventsSubscription,
} from '../../generated/graphql.js';
import type { ConnectionHandlers, OpenConnection } from './eventFollower.js';

/**
 * Opens connections to the GraphQL endpoint at `url`. Reading needs no token, so none is sent: an
 * expired token must not end a subscription.
 */
export function sseConnection(url: string): OpenConnection {
  return (after, handlers) => {
    let client: Client | undefined;
    let closed = false;
    void import('graphql-sse').then(
      ({ createClient }) => {
        if (closed) return;
        // EventFollower retries: from the last event received, not from this connection's cursor.
        client = createClient({
          url,
          retryAttempts: 0,
          headers: { accept: 'text/event-stream' },
          fetchFn: fetchReportingBytes(handlers),
        });
        subscribe(client, after, handlers);
      },
      () => handlers.ended(null),
    );
    return () => {
      closed = true;
      client?.dispose();
    };
  };
}

function subscribe(client: Client, after: string, handlers: ConnectionHandlers): void {
  const query = RecordedEventsDocument.toString();
  client.subscribe<RecordedEventsSubscription>(
    { query, variables: { after } },
    {
      next: ({ data, errors }) => {
        if (data) handlers.event(data.events);
        else handlers.ended(resumeCursor(errors) ?? null);
      },
      error: () => handlers.ended(null),
      complete: () => handlers.ended(null),
    },
    { connected: () => handlers.opened() },
  );
}

/** A GraphQL error of the subscription. */
interface SubscriptionError {
  readonly extensions?: { readonly after?: unknown };
}

/** The cursor to resume from, sent by a server that shuts down cleanly. */
function resumeCursor(errors: readonly SubscriptionError[] | undefined): string | undefined {
  const after = errors?.[0]?.extensions?.after;
  return typeof after === 'string' ? after : undefined;
}

/** `fetch` that reports every chunk: keep-alives are comments, which graphql-sse drops. */
function fetchReportingBytes(handlers: ConnectionHandlers): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (!response.body) return response;
    const reporter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(bytes, controller) {
        handlers.alive();
        controller.enqueue(bytes);
      },
    });
    return new Response(response.body.pipeThrough(reporter), response);
  };
}
