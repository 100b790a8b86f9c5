// @vitest-environment happy-dom
import { configure, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { embedCode } from '../../src/dashboard/features/embed/embedCode.js';
import { Card } from '../../src/dashboard/features/embed/card.js';
import { cardOptions } from '../../src/dashboard/features/embed/cardOptions.js';
import { CardDocument, LogHeadDocument } from '../../src/dashboard/generated/graphql.js';
import { mockConnection } from './mockConnection.js';
import { mockServer } from './mockServer.js';
import { round, mockNegotiation } from './mockNegotiation.js';

configure({ asyncUtilTimeout: 10_000 });
afterEach(() => document.body.replaceChildren());

/** The card at a URL, over a negotiation that a test changes. */
async function card(search = '', negotiation: object | null = mockNegotiation()) {
  const connection = mockConnection();
  const now = { negotiation };
  const server = mockServer({
    Query: {
      negotiation: () => now.negotiation,
      log: () => ({ headPosition: 5, headRecordedAt: null }),
    },
    Subscription: { events: connection.events },
  });
  const mounted = new Card(
    document.body,
    cardOptions('/embed/a-b', search),
    async (variables) => {
      const { data, error } = await server.client.query(CardDocument, variables);
      if (error) throw error;
      return data!;
    },
    async () => {
      const { data } = await server.client.query(LogHeadDocument, {});
      return String(data!.log.headPosition);
    },
    connection.over(server),
  );
  onTestFinished(() => mounted.stop());
  await mounted.show();
  return { connection, now, requests: server.requests };
}

const terms = () => screen.queryAllByRole('term').map(({ textContent }) => textContent);
const caption = (pattern: RegExp) => screen.getByText(pattern).textContent;

describe('the card of a negotiation', () => {
  it('shows the status, the duty, the next date and when this was known', async () => {
    await card();
    expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
      'India and the United States have been negotiating since April 2025; formal rounds may have been paused since August 2025.',
      'The United States on India: 50\u00a0% (goods in general; not every duty is on record)',
      'None known',
    ]);
    expect(caption(/known on/)).toBe('As known on 2 November 2025, 00:00 UTC.');
  });

  it('links to the page of the negotiation in the same view, in a new window', async () => {
    const { requests } = await card('?at=2025-08-28&knownAt=2025-09-01&theme=dark&show=duty');
    const link = screen.getByRole('link', { name: 'A-B Agreement' });
    expect(link.getAttribute('href')).toBe('/negotiation/a-b?at=2025-08-28&knownAt=2025-09-01');
    expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noopener']);
    expect(terms()).toEqual(['Duty']);
    expect(requests[0]?.variables).toEqual({
      slug: 'a-b',
      asOf: { at: '2025-08-28', knownAt: '2025-09-01', publicAt: null },
    });
    expect(caption(/^On 28 August 2025/)).toContain('as known on');
  });

  it('says so where no negotiation is recorded', async () => {
    await card('', null);
    expect(document.body.textContent).toContain('No negotiation named “a-b” is recorded.');
  });

  it('shows no other date in place of one that is not understood', async () => {
    const { requests } = await card('?at=garbage');
    expect(document.body.textContent).toContain('“garbage” is not understood as a date.');
    expect(document.body.textContent).toContain('2025-08-27');
    expect(requests).toEqual([]);
  });

  it('shows a negotiation as soon as it is recorded', async () => {
    const { connection, now } = await card('', null);
    expect(connection.after).toEqual(['5']);
    now.negotiation = mockNegotiation();
    connection.record(round(1, 6));
    expect(await screen.findByRole('link', { name: 'A-B Agreement' })).toBeTruthy();
    expect(document.body.textContent).not.toContain('is recorded');
    expect(connection.after).toEqual(['5']);
  });

  it('does not subscribe where nothing was recorded by a past date', async () => {
    const { connection } = await card('?knownAt=2025-09-01', null);
    expect(connection.after).toEqual([]);
  });

  it('highlights and announces what is recorded elsewhere', async () => {
    const { connection, now } = await card();
    expect(connection.after).toEqual(['7']);
    now.negotiation = mockNegotiation({
      duties: [{ imposedBy: 'US', on: 'IN', total: 18, disputed: false, layers: [], pending: [] }],
    });
    connection.record(round(6, 8));
    const changed = await screen.findByText(/18\s% \(goods in general/);
    expect(changed.className).toBe('highlight');
    expect(screen.getByText(/have been negotiating/).className).toBe('');
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe(
        'Recorded elsewhere: Round 6 held in New Delhi.',
      ),
    );
  });

  it('says when the connection is lost and as of when its data is', async () => {
    const { connection } = await card();
    connection.lose();
    expect(
      screen.getByText(/^Not connected; showing what was known at \d\d:\d\d UTC\.$/).hidden,
    ).toBe(false);
  });

  it.each(['?knownAt=2025-09-01', '?at=2025-09-01', '?publicAt=2025-09-01'])(
    'does not subscribe where its view is fixed by %s',
    async (search) => {
      const { connection } = await card(search);
      expect(connection.after).toEqual([]);
    },
  );
});

describe('the options of a card', () => {
  const read = (search: string) => {
    const { theme, show } = cardOptions('/embed/a-b', search);
    return { theme, show: [...show] };
  };

  it('default to all lines in the colours of the system', () => {
    expect(read('')).toEqual({ theme: 'auto', show: ['phase', 'duty', 'next'] });
    expect(read('?theme=dark&show=next,phase')).toEqual({
      theme: 'dark',
      show: ['phase', 'next'],
    });
  });

  it('default where the URL has unknown values', () => {
    expect(read('?theme=pink&show=nothing')).toEqual(read(''));
  });
});

describe('the embed code', () => {
  it('names the card in the view of the page, with its title', () => {
    const code = embedCode(
      { slug: 'a-b', title: 'A & "B"' },
      { at: '2025-08-28', knownAt: null, publicAt: null },
      'https://parley.example',
    );
    const holder = document.createElement('div');
    holder.innerHTML = code;
    const frame = holder.querySelector('iframe');
    expect(frame?.getAttribute('src')).toBe('https://parley.example/embed/a-b?at=2025-08-28');
    expect(frame?.title).toBe('A & "B"');
  });
});
