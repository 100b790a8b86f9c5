/** The line to a mock server, asked with the document of the page: its contract holds here, too. */
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
  /** What is recorded elsewhere from now on. */
  readonly record: (...events: readonly object[]) => void;
  /** Loses the connection that is open. */
  readonly lose: () => void;
  /** After which cursors was asked, in order. */
  readonly after: readonly string[];
}

/** A line that a test records over, and loses. */
export function mockConnection(): MockConnection {
  let push: ((event: object) => unknown) | undefined;
  let open: ConnectionHandlers | undefined;
  const early: object[] = [];
  const asked: string[] = [];
  return {
    after: asked,
    events: {
      subscribe: () =>
        new Repeater<object>(async (take, stop) => {
          push = (event) => take({ events: event });
          for (const event of early.splice(0)) void push(event);
          await stop;
        }),
    },
    over: (server) => (after, hearing) => {
      asked.push(after);
      open = hearing;
      hearing.opened();
      const subscription: { closed: boolean } = { closed: false };
      let results: AsyncIterator<ExecutionResult> | undefined;
      const read = async () => {
        const iterable = await server.subscribe(RecordedEventsDocument, { after });
        results = iterable[Symbol.asyncIterator]();
        for (;;) {
          const { done, value } = await results.next();
          if (done || subscription.closed) return;
          if (value.errors) throw new Error(value.errors.map(({ message }) => message).join('\n'));
          hearing.event((value.data as RecordedEventsSubscription).events);
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
