/** The line to a mock server, asked with the document of the page: its contract holds here, too. */
import type { Client } from '@urql/core';
import { Repeater } from '@repeaterjs/repeater';
import { pipe, subscribe } from 'wonka';
import { RecordedEventsDocument } from '../../src/dashboard/generated/graphql.js';
import type { ConnectionHandlers, Line } from '../../src/dashboard/api/live/eventFollower.js';

export interface MockLine {
  /** For the resolvers of `Subscription`. */
  readonly events: { subscribe: () => AsyncIterable<object> };
  readonly over: (client: Client) => Line;
  /** What is recorded elsewhere from now on. */
  readonly record: (...events: readonly object[]) => void;
  /** Loses the connection that is open. */
  readonly lose: () => void;
  /** After which cursors was asked, in order. */
  readonly after: readonly string[];
}

/** A line that a test records over, and loses. */
export function mockLine(): MockLine {
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
    over: (client) => (after, hearing) => {
      asked.push(after);
      open = hearing;
      hearing.opened();
      const { unsubscribe } = pipe(
        client.subscription(RecordedEventsDocument, { after }),
        subscribe(({ data, error }) => {
          if (error) throw error;
          if (data) hearing.event(data.events);
        }),
      );
      return unsubscribe;
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
