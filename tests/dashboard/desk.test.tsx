// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { App } from '../../src/dashboard/app/app.js';
import { mockDuty, mockLayer } from './mockDuty.js';
import { mockServer } from './mockServer.js';

afterEach(cleanup);

/** Renders the desk at a query string; the server answers each question with a duty. */
function show(search: string, duty: (args: Record<string, unknown>) => object = () => mockDuty()) {
  history.replaceState(null, '', `/duty${search}`);
  const server = mockServer({
    Query: {
      log: () => ({ headPosition: 7, headRecordedAt: '2025-11-01T12:00:00Z' }),
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

  it('tells the duty as an addition, line by line', async () => {
    show(PAIR, () =>
      mockDuty({
        total: 75,
        expression: '75 %',
        layers: [
          mockLayer('a', { title: 'First act', rate: 25, expression: '25 %' }),
          mockLayer('b', { title: 'Second act', rate: 50, expression: '50 %' }),
        ],
      }),
    );
    const table = within(await answer()).getByRole('table');
    expect(
      within(table)
        .getAllByRole('row')
        .map((row) => row.textContent),
    ).toEqual(['DutyMeasure and act', '25 %First act', '+ 50 %Second act', '= 75 %Duty']);
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
});
