// @vitest-environment happy-dom
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { by, show } from './whyPage.js';

configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

const figureOf = async (name: string) =>
  (await screen.findAllByText(name))[0]!.nextElementSibling as HTMLElement;
const US_IN = 'Duty of the United States on India';

const duty = (over: object) => ({
  imposedBy: 'US',
  on: 'IN',
  total: 25,
  disputed: false,
  layers: [],
  pending: [],
  schedule: [{ from: '2000-01-01T00:00:00.000Z', until: null, total: 25 }],
  ...over,
});
const later = (at: string, total: number, id: string) => ({
  at,
  total,
  measure: { slug: id, title: `Measure ${id}` },
  setBy: by(id),
});

describe('the duty of a pair', () => {
  it('is told as disputed with what was announced against it, and never as confirmed', async () => {
    const path = 'duties.US-IN.layers.base.rate';
    const layer = { path, value: 25, certainty: 'DISPUTED', current: true, alsoBy: [] };
    const explain = () => [
      { ...layer, setBy: by('adopted') },
      { ...layer, value: 40, certainty: 'REPORTED', current: false, setBy: by('announced') },
    ];
    show({ snapshot: { duties: [duty({ disputed: true })], explain } });
    const figure = await figureOf(US_IN);
    const disputed = await within(figure).findByRole('button', { name: 'disputed' });
    disputed.focus();
    expect((await screen.findByRole('tooltip')).textContent).toContain('reports differ');
    await userEvent.click(disputed);
    const panel = await screen.findByRole('dialog', { name: `${US_IN}: disputed` });
    await within(panel).findByText('A rate of 40 % announced');
    expect(
      within(panel)
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual(['25 % Duty of the United States on India, base: rate disputed', '= 25 %']);
    within(panel).getByRole('heading', { level: 4, name: 'Against it: 40 % announced reported' });
  });

  it('is not said to be set by the talks that it was asked for with', async () => {
    const launch = { __typename: 'NegotiationLaunched', type: 'NegotiationLaunched', id: 'launch' };
    const explain = ({ path }: { path: string }) => [
      { path, value: 0, certainty: 'REPORTED', current: false, setBy: launch, alsoBy: [] },
    ];
    show({ snapshot: { duties: [duty({ total: 0 })], explain } });
    const figure = await figureOf(US_IN);
    await userEvent.click((await within(figure).findAllByRole('button'))[0]!);
    const panel = await screen.findByRole('dialog', { name: US_IN });
    await within(panel).findByText(/As it stood when the talks began/);
  });

  it('is shown as an addition of its layers, each with a history of its own', async () => {
    const layer = (slug: string, value: number, id: string) => ({
      path: `duties.US-IN.layers.${slug}.rate`,
      value,
      certainty: 'CONFIRMED',
      current: true,
      setBy: by(id),
      alsoBy: [],
    });
    const explain = ({ path }: { path: string }) =>
      path === 'duties.US-IN.total'
        ? [layer('base', 25, 'adopted'), layer('oil', 25, 'amended')]
        : [{ ...layer('base', 25, 'adopted'), path }];
    show({ snapshot: { duties: [duty({ total: 50 })], explain } });
    const figure = await figureOf(US_IN);
    await userEvent.click((await within(figure).findAllByRole('button'))[0]!);
    const panel = await screen.findByRole('dialog', { name: US_IN });
    const lines = async () =>
      (await within(panel).findAllByRole('heading', { level: 3 })).map((each) => each.textContent);
    await within(panel).findByText('= 50 %');
    expect(await lines()).toEqual([
      '25 % Duty of the United States on India, base: rate confirmed',
      '+ 25 % Duty of the United States on India, oil: rate confirmed',
      '= 50 %',
    ]);
    await userEvent.click(within(panel).getByRole('button', { name: /, base: rate$/ }));
    const history = await screen.findByRole('dialog', { name: /, base: rate$/ });
    await waitFor(() => expect(history.querySelectorAll('.reports > li')).toHaveLength(1));
  });

  it('is pending with the value at the close of a day of several changes', async () => {
    const pending = [
      later('2026-02-24T05:00:00.000Z', 0, 'adopted'),
      later('2026-02-24T05:01:00.000Z', 10, 'amended'),
      later('2026-07-24T04:01:00.000Z', 0, 'amended'),
    ];
    show({ snapshot: { duties: [duty({ pending })] } });
    const figure = await figureOf(US_IN);
    await waitFor(() =>
      expect(figure.textContent).toBe(
        '25 %Why 25 %?on top of the ordinary dutygoods in general; not every duty is on record; what this coversno measure on recordto be 10 % from 24 February 2026',
      ),
    );
    within(figure)
      .getByRole('button', { name: /from 24 February/ })
      .focus();
    const tip = await screen.findByRole('tooltip');
    await waitFor(() => expect(tip.textContent).toContain('The tariff adopted'));
    expect(tip.textContent).toContain('The tariff raised');
    await waitFor(() =>
      expect(document.querySelector('figure desc')?.textContent).toContain(
        '25 %. It is to be 10 % from 24 February 2026.',
      ),
    );
  });

  it('shows a notice where no event sets it', async () => {
    show({ snapshot: { duties: [duty({ total: 0 })] } });
    const zero = within(await figureOf(US_IN)).getByRole('button', { name: '0 %' });
    zero.focus();
    const tip = await screen.findByRole('tooltip');
    expect(tip.textContent).toBe('no measure on record.Press for every report.');
    await userEvent.click(zero);
    const panel = await screen.findByRole('dialog', { name: US_IN });
    await within(panel).findByText(/^No measure on record bears on it at this date/);
  });
});

describe('a measure', () => {
  const measure = (status: string) => ({
    slug: 'us-y',
    title: 'Another tariff',
    imposedBy: 'US',
    affects: ['IN'],
    kind: null,
    status,
    certainty: 'CERTAIN',
    rate: null,
    announcedRate: 40,
    endedHow: null,
    lawful: false,
    terms: [],
    pending: [],
    setBy: by('announced'),
    events: { edges: [] },
  });

  it.each([
    ['THREATENED', false],
    ['ANNOUNCED', false],
    ['PENDING', true],
    ['IN_FORCE', true],
    ['SUSPENDED', true],
    ['ENDED', false],
  ])('with status %s can have lost its legal basis: %s', async (status, can) => {
    show({ snapshot: { measures: [measure(status)] } });
    const card = (await screen.findByRole('heading', { name: 'Another tariff' })).closest(
      'article',
    );
    expect(card?.textContent.includes('no longer with a legal basis')).toBe(can);
  });
});

describe('a finding', () => {
  it('is explained under the words it is listed with', async () => {
    const message = 'Reports date NegotiationLaunched 2025-02-13 and 2025-03. Retract one.';
    const launch = { ...by('launch'), stream: 'negotiation/a-b', occurred: '2025-02-13' };
    const findings = [{ code: 'CONFLICTING_DATES', message, events: [launch] }];
    show({ snapshot: { findings } });
    const name =
      'Reports date “Negotiation launched” 13 February 2025 and March 2025. Retract one.';
    await userEvent.click(await screen.findByRole('button', { name }));
    expect(await screen.findByRole('dialog', { name })).toBeTruthy();
  });
});
