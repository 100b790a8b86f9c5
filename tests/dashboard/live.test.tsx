// @vitest-environment happy-dom
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { App } from '../../src/dashboard/app/app.js';
import { navigate } from '../../src/dashboard/lib/location.js';
import { mockConnection } from './mockConnection.js';
import { mockServer } from './mockServer.js';
import { log, negotiations, round, mockNegotiation } from './mockNegotiation.js';

configure({ asyncUtilTimeout: 10_000 });
beforeEach(() => history.replaceState(null, '', '/'));
afterEach(cleanup);

/** The overview of a log whose head and phase a test moves. */
function show() {
  const connection = mockConnection();
  const now = { position: 7, phase: 'NEGOTIATING' };
  const server = mockServer({
    Query: {
      log: () => log(now.position),
      negotiations: () => {
        const phase = { value: now.phase, since: '2025-04', certainty: 'CERTAIN' };
        return negotiations(mockNegotiation({ phase }));
      },
      negotiation: () => null,
    },
    Subscription: { events: connection.events },
  });
  render(
    <ApiProvider client={server.client}>
      <App openConnection={connection.over(server)} />
    </ApiProvider>,
  );
  const record = (...positions: readonly number[]) => {
    now.position = Math.max(...positions);
    connection.record(...positions.map((position) => round(position, position)));
  };
  return { connection, now, record, server };
}

/** The text announced to screen readers. */
const announcement = () =>
  screen.getAllByRole('status').find((region) => region.getAttribute('aria-live') === 'polite')
    ?.textContent;

describe('an event that is recorded elsewhere', () => {
  it('is fetched, shown and announced without a reload', async () => {
    const { now, record, connection } = show();
    await screen.findByText(/have been negotiating since/);
    expect(connection.after).toEqual(['7']);
    now.phase = 'CONCLUDED';
    record(8);
    const changed = await screen.findByText(/concluded the text of an agreement/);
    expect(changed.className).toBe('highlight');
    await waitFor(() =>
      expect(announcement()).toBe('Recorded elsewhere: Round 8 held in New Delhi.'),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('is fetched once with others of the same batch', async () => {
    const { record, server } = show();
    const views = () =>
      new Set(
        server.requests
          .filter(({ name }) => name === 'NegotiationList')
          .map(({ variables }) => JSON.stringify(variables)),
      ).size;
    await screen.findByText(/have been negotiating since/);
    expect(views()).toBe(1);
    record(8, 9, 10, 11);
    await waitFor(() =>
      expect(announcement()).toBe(
        'Recorded elsewhere: 4 events, the last of them Round 11 held in New Delhi.',
      ),
    );
    await screen.findByText(/^11 events on record/);
    expect(views()).toBe(2);
  });

  it('does not change a view of the past, and is shown on request', async () => {
    history.replaceState(null, '', '/negotiation/a-b?at=2025-08-28');
    const { record, connection, server } = show();
    await waitFor(() => expect(connection.after).toEqual(['7']));
    const heads = () => server.requests.filter(({ name }) => name === 'LogHead').length;
    const before = heads();
    record(8);
    await waitFor(() =>
      expect(announcement()).toBe('A new event is not in this view: Round 8 held in New Delhi.'),
    );
    record(9);
    await waitFor(() =>
      expect(announcement()).toBe('A new event is not in this view: Round 9 held in New Delhi.'),
    );
    expect(screen.getByRole('complementary').textContent).toContain('2 new events');
    expect(heads()).toBe(before);
    await userEvent.click(screen.getByRole('button', { name: 'Show now' }));
    expect(location.search).toBe('');
    await waitFor(() => expect(heads()).toBe(before + 1));
  });

  it('does not refresh an unrelated page, and is known to the next', async () => {
    history.replaceState(null, '', '/negotiation/c-d');
    const { record, connection, server } = show();
    await waitFor(() => expect(connection.after).toEqual(['7']));
    const heads = () => server.requests.filter(({ name }) => name === 'LogHead').length;
    const before = heads();
    record(8);
    connection.record({ ...round(9, 9, 'measure/us-x') });
    // The measure concerns the page: when it is told, the round has been heard, too.
    await waitFor(() => expect(announcement()).toContain('Round 9'));
    expect(announcement()).toBe('Recorded elsewhere: Round 9 held in New Delhi.');
    expect(heads()).toBe(before + 1);
    navigate('/');
    await screen.findByText(/have been negotiating since/);
  });
});

describe('a lost connection', () => {
  it('is shown and announced, and resumes after the last event', async () => {
    const { connection, record } = show();
    await screen.findByText('Live');
    record(8);
    await waitFor(() => expect(announcement()).toContain('Round 8'));
    connection.lose();
    await screen.findByText('Not connected');
    expect(announcement()).toMatch(/^Not connected; showing what was known at \d\d:\d\d UTC\.$/);
    expect(screen.queryByText(/^Trying again/)).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    await screen.findByText('Live');
    expect(connection.after).toEqual(['7', '8']);
    expect(announcement()).toBe('Connected again.');
  });
});
