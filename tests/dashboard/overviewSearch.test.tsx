// @vitest-environment happy-dom
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { App } from '../../src/dashboard/app/app.js';
import { EVENT_KINDS } from '../../src/dashboard/features/overview/eventKinds.js';
import forms from '../../src/dashboard/generated/forms.json';
import type { Resolvers } from './contractServer.js';
import { mockServer } from './mockServer.js';
import { log, negotiations, round, mockNegotiation } from './mockNegotiation.js';

configure({ asyncUtilTimeout: 10_000 });
beforeEach(() => history.replaceState(null, '', '/'));
afterEach(cleanup);

function show(query: Resolvers[string]) {
  const server = mockServer({ Query: { log: () => log(7), ...query } });
  render(
    <ApiProvider client={server.client}>
      <App />
    </ApiProvider>,
  );
  return server;
}

describe('the search on the overview', () => {
  const found = (...nodes: readonly object[]) => ({
    edges: nodes.map((node) => ({ node })),
    pageInfo: { hasNextPage: false, endCursor: null },
    totalCount: nodes.length,
  });

  it('finds negotiations by their parties', async () => {
    history.replaceState(null, '', '/?q=india');
    const other = mockNegotiation({ slug: 'c', title: 'C', parties: [] });
    show({ negotiations: () => negotiations(mockNegotiation(), other), search: () => found() });
    await screen.findByRole('link', { name: 'A-B Agreement' });
    expect(screen.queryByRole('link', { name: 'C' })).toBeNull();
  });

  it.each([
    ['negotiation/a-b', 'A-B Agreement', '/negotiation/a-b'],
    ['measure/us-x', 'Reciprocal tariff', '/measures/us-x'],
    ['rulebook/US', 'Rules of the United States', '/parties/US'],
    ['area/EU', 'The European Union', '/parties/EU'],
  ])('links an event of %s to its page, and names what it is about', async (stream, name, path) => {
    const event = round(6, 3, stream);
    const server = show({
      negotiations: () => negotiations(),
      negotiation: () => mockNegotiation(),
      measure: () => ({ title: 'Reciprocal tariff', negotiations: { nodes: [] } }),
      search: () => found(event),
    });
    await userEvent.type(await screen.findByRole('searchbox'), 'delhi');
    const link = await screen.findByRole('link', { name: 'Round 6 held in New Delhi' });
    expect(link.getAttribute('href')).toBe(`/events/${event.id}`);
    const about = await screen.findByRole('link', { name });
    expect(about.getAttribute('href')).toBe(path);
    expect(location.search).toBe('?q=delhi');
    expect(server.requests).toContainEqual({ name: 'Search', variables: { text: 'delhi' } });
  });

  it('tells a corrected event as it counts now, and says that it is corrected', async () => {
    history.replaceState(null, '', '/?q=delhi');
    const event = round(6, 3);
    const current = { occurred: '2025-11-23/2025-11-25', summary: 'Round 7 held in New Delhi' };
    show({
      negotiations: () => negotiations(mockNegotiation()),
      search: () => found({ ...event, current }),
    });
    const link = await screen.findByRole('link', { name: 'Round 7 held in New Delhi' });
    const line = link.closest('li')?.textContent;
    expect(line).toContain('Round held, 23–25 November 2025');
    expect(line).toContain(', corrected');
  });

  it('counts the kinds of events found, and narrows to one', async () => {
    history.replaceState(null, '', '/?q=delhi');
    const server = show({
      negotiations: () => negotiations(mockNegotiation()),
      search: (_: unknown, { filter }: { filter?: { types?: string[] } }) =>
        filter?.types?.includes('RoundHeld') === false ? found() : found(round(6, 3)),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Talks 1' }));
    expect(screen.queryByRole('button', { name: /^Measures/ })).toBeNull();
    expect(location.search).toBe('?q=delhi&kind=talks');
    expect(await screen.findByText('One event matches.')).toBeTruthy();
    expect(server.requests).toContainEqual({
      name: 'Search',
      variables: { text: 'delhi', filter: { types: EVENT_KINDS.talks } },
    });
  });

  it('has one kind for each type of event', () => {
    expect(Object.values(EVENT_KINDS).flat().sort()).toEqual(Object.keys(forms.types).sort());
  });

  it('shows a notice when nothing matches', async () => {
    history.replaceState(null, '', '/?q=zebra');
    show({ negotiations: () => negotiations(mockNegotiation()), search: () => found() });
    await screen.findByText('No event matches.');
    expect(screen.queryByText(/No negotiation matches/)).not.toBeNull();
  });
});
