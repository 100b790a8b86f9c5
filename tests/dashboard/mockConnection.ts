/** A subscription connection to a mock server, which validates the page's document. */
import { Repeater } from '@repeaterjs/repeater';
import type { ExecutionResult } from 'graphql';
import {
  RecordedEventsDocument,
  type RecordedEventsSubscription,
} from '../../src/dashboard/generated/graphql.js';
import type {
  ConnectionHandlers,
  OpenConnection,
} from '../../src/dashboard/api/live/eventFollower.js';
import type { MockServer } from './mockServer.js';

export interface MockConnection {
  /** For the resolvers of `Subscription`. */
  readonly events: { subscribe: () => AsyncIterable<object> };
  readonly over: (server: MockServer) => OpenConnection;
  /** Delivers events as recorded by another client. */
  readonly record: (...events: readonly object[]) => void;
  /** Loses the connection that is open. */
  readonly lose: () => void;
  /** The cursors that subscriptions started after, in order. */
  readonly after: readonly string[];
}

/** A connection over which a test delivers events, and which it can lose. */
export function mockConnection(): MockConnection {
  let push: ((event: object) => unknown) | undefined;
  let open: ConnectionHandlers | undefined;
  const early: object[] = [];
  const cursors: string[] = [];
  return {
    after: cursors,
    events: {
      subscribe: () =>
        new Repeater<object>(async (take, stop) => {
          push = (event) => take({ events: event });
          for (const event of early.splice(0)) void push(event);
          await stop;
        }),
    },
    over: (server) => (after, handlers) => {
      cursors.push(after);
      open = handlers;
      handlers.opened();
      const subscription: { closed: boolean } = { closed: false };
      let results: AsyncIterator<ExecutionResult> | undefined;
      const read = async () => {
        const iterable = await server.subscribe(RecordedEventsDocument, { after });
        results = iterable[Symbol.asyncIterator]();
        for (;;) {
          const { done, value } = await results.next();
          if (done || subscription.closed) return;
          if (value.errors) throw new Error(value.errors.map(({ message }) => message).join('\n'));
          handlers.event((value.data as RecordedEventsSubscription).events);
        }
      };
      void read();
      return () => {
        subscription.closed = true;
        void results?.return?.();
      };
    },
    record: (...events) => {
      for (const event of events)
        if (push) void push(event);
        else early.push(event);
    },
    lose: () => {
      push = undefined;
      open?.ended(null);
    },
  };
}
