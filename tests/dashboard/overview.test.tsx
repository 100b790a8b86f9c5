// @vitest-environment happy-dom
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { App } from '../../src/dashboard/app/app.js';
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

describe('the overview', () => {
  it('shows the status, duty, next date and latest event of each negotiation', async () => {
    const a = mockNegotiation({
      targets: [
        { slug: 'old', what: 'Agree on goods', due: '2025-09', status: 'OVERDUE', kind: 'TARGET' },
        { slug: 'far', what: 'Double the trade', due: '2130', status: 'OPEN', kind: 'TARGET' },
      ],
      rounds: [{ number: 6, dates: '2120-08-25/2120-08-29', place: null, status: 'SCHEDULED' }],
      latestEvent: round(4, 5),
      checkedThrough: { date: '2025-10-31' },
    });
    show({ negotiations: () => negotiations(a) });
    const card = (await screen.findByRole('link', { name: 'A-B Agreement' })).closest('li')!;
    expect(card.textContent).toContain(
      'India and the United States have been negotiating since April 2025; formal rounds may have been paused since August 2025.',
    );
    const [next, overdue, duty, last, checked] = within(card)
      .getAllByRole('definition')
      .map(({ textContent }) => textContent);
    expect(next).toBe('25–29 August 2120 Round 6 planned');
    expect(overdue).toBe('Agree on goods due September 2025');
    expect(duty).toBe('The United States on India: 50\u00a0%');
    expect(last).toBe('Round 4 held in New Delhi 25–29 August 2025');
    expect(checked).toBe('Sources checked through 31 October 2025; nothing since');
  });

  it('does not call overdue what an event may have met', async () => {
    const signed = { ...round(4, 5), summary: 'Signed: The A-B Agreement', occurred: '2025-10-02' };
    const target = { what: 'Sign it', due: '2025-09', kind: 'TARGET' };
    const targets = [
      { ...target, slug: 'sign', status: 'OVERDUE', perhapsMetBy: signed },
      { ...target, slug: 'later', due: '2130', status: 'OPEN', perhapsMetBy: signed },
    ];
    show({ negotiations: () => negotiations(mockNegotiation({ targets })) });
    const card = (await screen.findByRole('link', { name: 'A-B Agreement' })).closest('li')!;
    expect(card.textContent).not.toContain('Overdue');
    expect(card.textContent).not.toContain('2130');
    expect(card.textContent).toContain(
      'Perhaps metSign it Signed: The A-B Agreement, 2 October 2025',
    );
  });

  it('lists the negotiation with the latest event first', async () => {
    const later = { ...round(1, 3), occurred: '2026-01-05' };
    show({
      negotiations: () =>
        negotiations(
          mockNegotiation({ slug: 'a', title: 'A', latestEvent: round(1, 2) }),
          mockNegotiation({ slug: 'b', title: 'B' }),
          mockNegotiation({ slug: 'c', title: 'C', latestEvent: later }),
        ),
    });
    await screen.findByRole('link', { name: 'C' });
    const titles = screen.getAllByRole('heading', { level: 2 });
    expect(titles.map(({ textContent }) => textContent)).toEqual(['C', 'A', 'B']);
  });

  it('sorts its table by a heading, with what is unknown last', async () => {
    const listed = (title: string, over: object) =>
      mockNegotiation({ slug: title.toLowerCase(), title, duties: [], ...over });
    show({
      negotiations: () =>
        negotiations(
          listed('A', { latestEvent: round(1, 2) }),
          listed('B', { checkedThrough: { date: '2025-10' } }),
          listed('C', {
            duties: [{ imposedBy: 'US', on: 'IN', total: 10, disputed: false, pending: [] }],
            checkedThrough: { date: '2025-12-01' },
          }),
        ),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Table' }));
    expect(location.search).toBe('?as=table');
    const order = () =>
      screen.getAllByRole('rowheader').map((row) => within(row).getByRole('link').textContent);
    const sortBy = (name: string) => userEvent.click(screen.getByRole('button', { name }));
    await screen.findByRole('table');
    expect(order()).toEqual(['A', 'B', 'C']);
    await sortBy('Highest duty');
    expect(order()).toEqual(['C', 'A', 'B']);
    await sortBy('Sources checked through');
    expect(order()).toEqual(['C', 'B', 'A']);
    await sortBy('Sources checked through');
    expect(order()).toEqual(['B', 'C', 'A']);
    expect(
      screen
        .getByRole('columnheader', { name: 'Sources checked through' })
        .getAttribute('aria-sort'),
    ).toBe('ascending');
  });

  it('shows on a map and in a list who imposes measures, and on whom', async () => {
    show({
      negotiations: () => negotiations(mockNegotiation()),
      measures: () => ({
        totalCount: 2,
        nodes: [
          { slug: 'a', imposedBy: 'US', affects: ['IN', 'SG'] },
          { slug: 'b', imposedBy: 'US', affects: ['*'] },
        ],
      }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Map' }));
    await screen.findByText(/2 measures in force on record; 1 on the goods of all countries/);
    const rows = screen
      .getAllByRole<HTMLTableRowElement>('row')
      .map(({ cells }) => [...cells].map(({ textContent }) => textContent).join(' '));
    expect(rows.slice(1)).toEqual(['The United States 1 2 0', 'India 1 0 1', 'Singapore 0 0 1']);
    const drawn = (name: string) =>
      [...document.querySelectorAll('.world svg > *')].find(
        (each) => each.querySelector('title')?.textContent === name,
      )?.classList[0];
    expect([drawn('The United States'), drawn('India'), drawn('Singapore')]).toEqual([
      'imposer',
      'bearer',
      'bearer',
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'India' }));
    expect(location.search).toBe('?as=map&party=IN');
  });

  it('loads further pages', async () => {
    show({
      negotiations: (_: unknown, { after }: { after?: string }) =>
        after === 'a'
          ? negotiations(mockNegotiation({ slug: 'b', title: 'B' }))
          : {
              ...negotiations(mockNegotiation({ slug: 'a', title: 'A' })),
              pageInfo: { hasNextPage: true, endCursor: 'a' },
            },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'More negotiations' }));
    await screen.findByRole('link', { name: 'B' });
    expect(screen.queryByRole('link', { name: 'A' })).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'More negotiations' })).toBeNull();
  });

  it('says how to begin with an empty log', async () => {
    show({ log: () => log(0), negotiations: () => negotiations() });
    await screen.findByText(/No events are recorded yet/);
    expect(screen.queryByText(/import events\/logs\/in-us-bta\.jsonl/)).not.toBeNull();
  });

  it('shows why the record could not be read, and retries on request', async () => {
    let broken = true;
    show({
      negotiations: () => {
        if (broken) throw new Error('The disk is full');
        return negotiations(mockNegotiation());
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('link', { name: 'A-B Agreement' });
  });

  it('shows its queries, and links to GraphiQL', async () => {
    show({ negotiations: () => negotiations(mockNegotiation()) });
    await userEvent.click(await screen.findByText('How to query this'));
    const query = screen.getByRole('region', { name: 'Query: All negotiations' }).textContent;
    expect(query).toContain('query NegotiationList');
    const [link] = screen.getAllByRole('link', { name: 'Try it in GraphiQL' });
    const params = new URL((link as HTMLAnchorElement).href).searchParams;
    expect(params.get('query')).toBe(query);
    expect(JSON.parse(params.get('variables')!)).toHaveProperty('asOf.knownAt');
  });
});

describe('the party filter on the overview', () => {
  const field = () => screen.findByLabelText('Country, group of countries or other party');
  const union = { code: 'x-dockers', name: 'The Dockers', kind: 'UNION' };
  const group = { code: 'EU', name: 'European Union', kind: 'GROUP' };
  const ours = { ...mockNegotiation({ slug: 'eu', title: 'EU talks', parties: [group] }) };
  const docks = mockNegotiation({ slug: 'docks', title: 'Dock talks', parties: [union] });

  /** Answers as the server does: France is a member of the European Union. */
  const list = (_: unknown, { filter }: { filter?: { party: string } }) => {
    const { party } = filter ?? {};
    if (party === undefined) return negotiations(ours, docks);
    if (party === 'EU') return negotiations(ours);
    if (party === union.code) return negotiations(docks);
    const { pageInfo, edges } = negotiations(ours);
    return party === 'FR'
      ? { pageInfo, edges: edges.map((edge) => ({ ...edge, through: group })) }
      : negotiations();
  };

  const offered = () =>
    within(screen.getByRole('group', { name: 'Parties of such a name' }))
      .getAllByRole('button')
      .map(({ textContent }) => textContent);

  it.each([
    ['Indi', 'India'],
    ['unit', 'United Arab Emirates'],
    ['merc', 'Mercosur'],
    ['dock', 'The Dockers'],
    ['union', 'European Union'],
    ['usa', 'United States'],
    ['fr', 'France'],
    ['cote d', 'Côte d’Ivoire'],
  ])('offers for “%s” what may be meant, %s first', async (typed, first) => {
    show({ negotiations: list });
    await screen.findByRole('link', { name: 'Dock talks' });
    await userEvent.type(await field(), typed);
    expect(offered()[0]).toBe(first);
    expect(location.search).toBe('');
  });

  it('offers parties on record before others of such a name, and takes the first at Enter', async () => {
    show({ negotiations: list });
    await screen.findByRole('link', { name: 'Dock talks' });
    await userEvent.type(await field(), 'e');
    expect(offered()[0]).toBe('European Union');
    await userEvent.keyboard('{Enter}');
    expect(location.search).toBe('?party=EU');
    expect(((await field()) as HTMLInputElement).value).toBe('European Union');
  });

  it('takes the party that is pressed', async () => {
    show({ negotiations: list });
    await screen.findByRole('link', { name: 'Dock talks' });
    await userEvent.type(await field(), 'unit');
    await userEvent.click(screen.getByRole('button', { name: 'United Kingdom' }));
    expect(location.search).toBe('?party=GB');
    expect(screen.queryByRole('group', { name: 'Parties of such a name' })).toBeNull();
  });

  it('lists the negotiations of a country that negotiates through its group, told as such', async () => {
    show({ negotiations: list });
    await screen.findByRole('link', { name: 'Dock talks' });
    await userEvent.type(await field(), 'france');
    const card = (await screen.findByText(/as a member of/)).closest('li')!;
    expect(card.textContent).toContain('European Union (as a member of the European Union)');
    expect(location.search).toBe('?party=FR');
    expect(screen.queryByRole('link', { name: 'Dock talks' })).toBeNull();
    await userEvent.clear(await field());
    await screen.findByRole('link', { name: 'Dock talks' });
    expect(screen.queryByText(/as a member of/)).toBeNull();
  });

  it('is that of the URL, by name', async () => {
    history.replaceState(null, '', '/?party=x-dockers');
    show({ negotiations: list });
    await screen.findByRole('link', { name: 'Dock talks' });
    await screen.findByDisplayValue('The Dockers');
    expect(screen.queryByRole('link', { name: 'EU talks' })).toBeNull();
  });

  it('says how to go on while the text names no party, and keeps the list', async () => {
    show({ negotiations: list });
    await screen.findByRole('link', { name: 'Dock talks' });
    await userEvent.type(await field(), 'Atlantis');
    expect(screen.getByText(/^No country, group or party on record has a name/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Dock talks' })).not.toBeNull();
    expect(location.search).toBe('');
  });
});
