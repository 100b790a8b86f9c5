// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import NothingYet from '../../src/dashboard/features/negotiation/nothingYet.js';
import { mockServer } from './mockServer.js';
import { event, EVENTS } from './fixtures.js';

afterEach(cleanup);

/** Renders the notice for a view that shows nothing of a negotiation. */
function renderNothingYet(events: () => readonly object[]) {
  const { client, requests } = mockServer({
    Query: {
      events: () => ({
        edges: events().map((node) => ({ node, cursor: '' })),
        pageInfo: { hasNextPage: false, hasPreviousPage: false },
      }),
    },
  });
  render(
    <ApiProvider client={client}>
      <NothingYet slug="nope" at="2025-02-01" />
    </ApiProvider>,
  );
  return requests;
}

describe('a view without a negotiation', () => {
  it('shows a notice for an unknown name, with a link to all negotiations', async () => {
    const requests = renderNothingYet(() => []);
    const notice = await screen.findByText(/There is no negotiation named/);
    expect(notice.textContent).toContain('There is no negotiation named nope on record.');
    const link = screen.getByRole('link', { name: 'All negotiations' });
    expect(link.getAttribute('href')).toBe('/');
    expect(requests[0]?.variables).toEqual({ stream: 'negotiation/nope' });
  });

  it('shows that nothing had begun where events exist, or where that is unknown', async () => {
    renderNothingYet(() => {
      throw new Error('Failed to fetch');
    });
    expect(await screen.findByText(/had not begun on 1 February 2025/)).toBeTruthy();
    cleanup();
    renderNothingYet(() => [event(EVENTS[0]!)]);
    expect(await screen.findByText(/had not begun on 1 February 2025/)).toBeTruthy();
  });
});
