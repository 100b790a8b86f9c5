/** The page of the short negotiation in history.ts, with some values overridden. */
import { render } from '@testing-library/react';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { App } from '../../src/dashboard/app/app.js';
import { history as record } from './history.js';
import { mockConnection } from './mockConnection.js';
import { mockServer } from './mockServer.js';
import { event, EVENTS } from './fixtures.js';

type Answers = Readonly<Record<string, (...args: unknown[]) => unknown>>;
export type Event = Readonly<Record<string, unknown>> & { readonly id: string };

/** The event that sets a value, by its id only. */
export const by = (id: string) => ({ __typename: 'RoundHeld', type: 'RoundHeld', id });

interface Shown {
  readonly search?: string;
  readonly events?: readonly Event[];
  /** Overrides fields of the snapshot. */
  readonly snapshot?: object;
  readonly viewer?: object;
}

/** Renders the page; a test may change its head and deliver events over its connection. */
export function show(shown: Shown = {}) {
  const { search = '?at=2025-04-20', events = [], snapshot = {}, viewer } = shown;
  window.history.replaceState(null, '', `/negotiation/a-b${search}`);
  const connection = mockConnection();
  const now = { position: 7, events };
  const { Query } = record() as { Query: Answers };
  const nodes = (_: unknown, { ids }: { ids: string[] }) =>
    ids.map((id) => [...now.events, ...EVENTS.map(event)].find((each) => each.id === id) ?? null);
  const negotiation = (...args: unknown[]) => {
    const negotiationAnswer = Query['negotiation']!(...args) as object | null;
    return negotiationAnswer && { ...negotiationAnswer, ...snapshot };
  };
  const server = mockServer({
    Query: {
      ...(viewer && { viewer: () => viewer }),
      ...Query,
      log: () => ({ headPosition: now.position, headRecordedAt: '2025-05-30T12:00:00Z' }),
      nodes,
      negotiation,
    },
    Subscription: { events: connection.events },
  });
  render(
    <ApiProvider client={server.client}>
      <App openConnection={connection.over(server)} />
    </ApiProvider>,
  );
  return { now, connection, server };
}
