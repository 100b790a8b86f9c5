// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { App } from '../../src/dashboard/app/app.js';
import { mockDuty, mockLayer } from './mockDuty.js';
import { mockServer } from './mockServer.js';

afterEach(cleanup);

/** Renders the desk at a query string; the server answers each question with a duty. */
function show(
  search: string,
  duty: (args: Record<string, unknown>) => object = () => mockDuty(),
  checkpoint: string | null = null,
) {
  history.replaceState(null, '', `/duty${search}`);
  const server = mockServer({
    Query: {
      log: () => ({ headPosition: 7, headRecordedAt: '2025-11-01T12:00:00Z', checkpoint }),
      duty: (_: unknown, args: Record<string, unknown>) => duty(args),
      nodes: (_: unknown, { ids }: { ids: string[] }) => ids.map(() => null),
    },
  });
  render(
    <ApiProvider client={server.client}>
      <App />
    </ApiProvider>,
  );
  return server;
}

const answer = () => screen.findByRole('article', {}, { timeout: 5_000 });
const PAIR = '?imposedBy=US&on=IN';

describe('the goods desk', () => {
  it('asks for both countries before it asks the server', async () => {
    const { requests } = show('?on=IN');
    await screen.findByText(/Say where the goods come from/);
    expect(requests.filter(({ name }) => name === 'Duty')).toEqual([]);
  });

  it('puts the question into the URL, with the parameters of /api/duty', async () => {
    const { requests } = show('');
    const type = async (label: string, text: string) =>
      userEvent.type(await screen.findByLabelText(label), text);
    await type('From', 'India');
    await type('To', 'united states');
    await type('HS code', '7208.10');
    await type('Customs value', '50,000 usd');
    await type('Quantities', '1,000 kg; 2 pairs');
    await userEvent.click(screen.getByRole('button', { name: 'Work out the duty' }));
    await answer();
    expect(Object.fromEntries(new URLSearchParams(location.search))).toMatchObject({
      on: 'IN',
      imposedBy: 'US',
      hs: '720810',
      value: '50000 USD',
    });
    expect(new URLSearchParams(location.search).getAll('quantities')).toEqual(['1000 KGM', '2 PR']);
    expect(requests.find(({ name }) => name === 'Duty')?.variables).toMatchObject({
      imposedBy: 'US',
      on: 'IN',
      goods: {
        hs: '720810',
        customsValue: { amount: 50_000, currency: 'USD' },
        quantities: [
          { value: 1_000, unit: 'KGM' },
          { value: 2, unit: 'PR' },
        ],
      },
    });
  });

  it('says beside a field what it takes, and asks nothing', async () => {
    const { requests } = show(`${PAIR}&hs=123&value=much`);
    const field = await screen.findByLabelText('HS code');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/An HS code has 2, 4, 6, 8 or 10 digits/)).toBeTruthy();
    expect(screen.getByText(/An amount and a currency/)).toBeTruthy();
    expect(requests.filter(({ name }) => name === 'Duty')).toEqual([]);
  });

  it('offers a proof of the pinned answer where heads of the log are signed, and only there', async () => {
    show(PAIR, () => mockDuty(), 'example.org/log\n7\n…');
    const proof = await screen.findByRole('link', { name: 'Download proof' });
    const { pathname, searchParams } = new URL(proof.getAttribute('href') ?? '', location.href);
    expect(pathname).toBe('/api/duty');
    expect([...searchParams.keys()].sort()).toEqual(['at', 'imposedBy', 'knownAt', 'on', 'proof']);
    cleanup();
    const { requests } = show(PAIR);
    await answer();
    await waitFor(() => expect(requests.some(({ name }) => name === 'Checkpoint')).toBe(true));
    expect(screen.queryByRole('link', { name: 'Download proof' })).toBeNull();
  });

  it('tells the duty as an addition, line by line', async () => {
    show(PAIR, () =>
      mockDuty({
        total: 75,
        expression: '75 %',
        leastCertainty: 'REPORTED',
        layers: [
          mockLayer('a', { title: 'First act', rate: 25, expression: '25 %' }),
          mockLayer('b', {
            title: 'Second act',
            rate: 50,
            expression: '50 %',
            leastCertainty: 'REPORTED',
          }),
        ],
      }),
    );
    const table = within(await answer()).getByRole('table');
    expect(
      within(table)
        .getAllByRole('row')
        .map((row) => row.textContent),
    ).toEqual([
      'DutyMeasure and act',
      '25 %First act',
      '+ 50 %, reportedSecond act',
      '= 75 %, reportedDuty',
    ]);
  });

  it('says why each other layer does not apply', async () => {
    show(PAIR, () =>
      mockDuty({
        total: 0,
        expression: '0 %',
        layers: [
          mockLayer('a', {
            title: 'First act',
            expression: '25 %',
            applies: false,
            reason: 'EXEMPT',
          }),
        ],
      }),
    );
    const item = within(await answer()).getByRole('listitem');
    expect(item.textContent).toBe('Exempt; it would take 25 %First act');
  });

  it('says that a duty is not on record, never 0 %', async () => {
    show(PAIR, () =>
      mockDuty({
        total: null,
        expression: 'not on record',
        range: null,
        layers: [],
        coverage: { status: 'NONE', note: 'Nothing is entered.', setBy: null },
      }),
    );
    const text = (await answer()).textContent;
    expect(text).toContain('Not on record');
    expect(text).toContain('Nothing is entered.');
    expect(text.replace('which is not 0 %', '')).not.toContain('0 %');
  });

  it('tells what will change in legal time and in the time of the reader', async () => {
    show(PAIR, () =>
      mockDuty({
        pending: [
          {
            at: '2025-08-27T04:01:00.000Z',
            total: 50,
            measure: { slug: 'a', title: 'First act' },
            setBy: { __typename: 'MeasureAdopted', id: 'e' },
          },
        ],
      }),
    );
    const article = await answer();
    expect(article.textContent).toContain('50 % from 27 August 2025, 00:01 New York time');
    const link = within(article).getByRole('link', { name: 'Ask for entry then' });
    expect(link.getAttribute('href')).toContain('at=2025-08-27T04:01:00.000Z');
  });

  it('says when the duty changes during the day asked for', async () => {
    show(`${PAIR}&at=2025-08-27`, () =>
      mockDuty({
        schedule: [
          { from: '2000-01-01T05:00:00.000Z', until: '2025-08-27T04:01:00.000Z', total: 25 },
          { from: '2025-08-27T04:01:00.000Z', until: null, total: 50 },
        ],
      }),
    );
    const article = await answer();
    expect(article.textContent).toMatch(
      /The duty changes during that day: 25 % before 27 August 2025, 00:01 New York time.*, 50 % from then on/,
    );
    expect(
      within(article).getByRole('link', { name: 'Ask for entry before' }).getAttribute('href'),
    ).toContain('at=2025-08-27T04:00:59.999Z');
  });
});

describe('what would change the duty', () => {
  const relief = (slug: string, over: object = {}, goods: object = {}) => ({
    slug,
    expression: '0 %',
    until: null,
    quota: null,
    setBy: {
      __typename: 'ExemptionGranted',
      id: `grant-${slug}`,
      goods: { origin: null, endUse: null, producers: null, ...goods },
      valueAtMost: null,
    },
    ...over,
  });
  const quota = { volume: 1_000, unit: 'TNE', status: 'OPEN', used: null };
  const told = async () => {
    await waitFor(() => expect(screen.queryByText(/Asking what other claims/)).toBeNull());
    const section = screen.getByRole('heading', { name: 'What would change it' }).parentElement!;
    return within(section)
      .queryAllByRole('listitem')
      .map((item) => item.textContent);
  };
  type Goods = Readonly<Record<string, unknown>>;
  const dutyWhere =
    (isLower: (goods: Goods) => boolean, reliefs: readonly object[]) => (args: object) => {
      const { goods } = args as { goods: Goods };
      const expression = isLower(goods) ? '5 %' : '25 %';
      return mockDuty({ expression, layers: [mockLayer('a', { reliefs })] });
    };

  it('names a place in a quota and a claim of origin that a relief asks for', async () => {
    const reliefs = [relief('annual', { quota }), relief('origin', {}, { origin: ['USMCA'] })];
    show(
      PAIR,
      dutyWhere((goods) => 'quotas' in goods || 'origin' in goods, reliefs),
    );
    await answer();
    expect(await told()).toEqual([
      'With a place in the quota “annual” (1,000 t, open): 5 %',
      'With a claim of origin USMCA: 5 %',
    ]);
  });

  it('names nothing that would leave the duty as it is', async () => {
    show(
      PAIR,
      dutyWhere(() => false, [relief('annual', { quota })]),
    );
    await answer();
    expect(await told()).toEqual([]);
  });

  it('tells what is due where the quota claimed is full, and without a claim made', async () => {
    const lower = ({ quotas = [], origin = [] }: { quotas?: unknown[]; origin?: unknown[] }) =>
      quotas.length > 0 && origin.length > 0;
    const reliefs = [relief('annual', { quota }, { origin: ['USMCA'] })];
    show(`${PAIR}&quotas=annual&origin=USMCA`, dutyWhere(lower, reliefs));
    await answer();
    expect(await told()).toEqual([
      'If the quota “annual” is full, or without a place in it: 25 %',
      'Without a claim of origin USMCA: 25 %',
    ]);
  });
});
