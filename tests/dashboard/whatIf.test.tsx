// @vitest-environment happy-dom
import {
  act,
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
} from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { DutyChart } from '../../src/dashboard/features/chart/dutyChart.js';
import { EntryLauncherProvider } from '../../src/dashboard/features/entry/entryLauncher.js';
import type { EventInput } from '../../src/dashboard/generated/graphql.js';
import {
  encodeAssumptions,
  readAssumptions,
  setAssumptions,
  writeAssumptions,
} from '../../src/dashboard/api/url/assumptions.js';
import { type NegotiationSummary, compareFigures } from '../../src/dashboard/lib/words/figures.js';
import { HYPOTHETICAL } from '../../src/dashboard/ui/hypotheticalMark.js';
import { excludeEvent, removeAssumedEvent } from '../../src/dashboard/api/url/editAssumptions.js';
import { WhatIf } from '../../src/dashboard/features/whatIf/whatIf.js';
import { mockServer } from './mockServer.js';

configure({ asyncUtilTimeout: 10_000 });

const LAUNCHED = '0195b3c0-0000-7000-8000-000000000001';
const SIGNED: EventInput = {
  stream: 'negotiation/in-us-bta',
  occurred: '2026-01',
  certainty: 'INFERRED',
  data: { agreementSigned: { title: 'Accord – “première” 協定' } },
};

beforeEach(() => history.replaceState(null, '', '/negotiation/in-us-bta'));
afterEach(cleanup);

describe('a what-if link', () => {
  it('carries any assumptions and leaves the rest of the URL unchanged', () => {
    const event = fc.record({
      stream: fc.string({ unit: 'grapheme' }),
      occurred: fc.string(),
      data: fc.record({ roundHeld: fc.record({ place: fc.string({ unit: 'grapheme' }) }) }),
    });
    const anyAssumptions = fc.record(
      {
        without: fc.array(fc.uuid(), { minLength: 1, maxLength: 5 }),
        with: fc.array(event, { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ['with'] },
    );
    fc.assert(
      fc.property(anyAssumptions, (assumptions) => {
        const search = writeAssumptions('?at=2025-08-20', assumptions);
        expect(search).toMatch(/^\?at=2025-08-20&what-if=[\w-]+$/);
        expect(readAssumptions(search)).toEqual({ assumptions, broken: false });
      }),
    );
  });

  it('without assumptions shows the record', () => {
    expect(writeAssumptions('?at=2025-08-20', {})).toBe('?at=2025-08-20');
    expect(writeAssumptions('', { without: [], with: [] })).toBe('');
    expect(readAssumptions('?at=2025-08-20')).toEqual({ assumptions: null, broken: false });
  });

  it.each([
    ['cut off', encodeAssumptions({ with: [SIGNED] }).slice(0, -7)],
    ['of other letters', '%25%25'],
    ['no JSON', btoa('hello')],
    ['another JSON', btoa('[1]').replaceAll('=', '')],
    ['with keys that mean nothing here', btoa('{"when":"now"}').replaceAll('=', '')],
    ['with events that are none', btoa('{"with":[7]}').replaceAll('=', '')],
    ['empty', ''],
  ])('that is %s is reported as broken and carries no assumptions', (_, text) => {
    expect(readAssumptions(`?what-if=${text}`)).toEqual({ assumptions: null, broken: true });
  });
});

const connection = (nodes: readonly object[]) => ({
  edges: nodes.map((node) => ({ node, cursor: '' })),
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
});

const negotiation = (total: number, phase = 'NEGOTIATING') => ({
  slug: 'in-us-bta',
  title: 'India-US Trade Agreement',
  parties: [],
  phase: { value: phase, since: '2025-03', certainty: 'CERTAIN' },
  activity: { value: 'ACTIVE', scope: null, since: '2025-04', certainty: 'CERTAIN' },
  roundsCompleted: { reported: null, counted: 0, disputed: false },
  statements: { ...connection([]), totalCount: 0 },
  duties: [{ imposedBy: 'US', on: 'IN', total, disputed: false, pending: [] }],
  rounds: [],
  meetings: [],
  pauses: [],
  targets: [],
  agreements: [],
  measures: [],
  findings: [],
});

const launched = {
  __typename: 'NegotiationLaunched',
  id: LAUNCHED,
  type: 'NegotiationLaunched',
  occurred: '2025-02-13',
  summary: 'Talks launched',
  retracted: false,
};

const page = () => {
  const server = mockServer({
    Query: {
      negotiation: (_: unknown, { assuming }: { assuming?: object | null }) =>
        assuming ? negotiation(25, 'EXPLORATORY') : negotiation(10),
      events: () => connection([launched]),
    },
  });
  render(
    <ApiProvider client={server.client}>
      <EntryLauncherProvider>
        <WhatIf slug="in-us-bta" asOf={{ at: '2025-11-01' }} />
      </EntryLauncherProvider>
    </ApiProvider>,
  );
  return server;
};

const marked = () => document.documentElement.hasAttribute('data-what-if');
const banner = () => screen.queryByRole('region', { name: 'What if: hypothetical' });

describe('a page with assumptions', () => {
  it('is marked as hypothetical from edge to edge', () => {
    page();
    expect([marked(), banner()]).toEqual([false, null]);
    act(() => setAssumptions({ without: [LAUNCHED], with: [SIGNED] }));
    expect(marked()).toBe(true);
    expect(banner()?.textContent).toContain(
      'This is not the record: 1 event left out, 1 event added.',
    );
    act(() => setAssumptions(null));
    expect([marked(), banner()]).toEqual([false, null]);
  });

  it('is left with Escape', () => {
    history.replaceState(null, '', '/negotiation/in-us-bta?at=2025-08-20');
    page();
    act(() => setAssumptions({ without: [LAUNCHED] }));
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(banner()).toBeNull();
    expect(location.search).toBe('?at=2025-08-20');
  });

  it('is not left with Escape in a field', () => {
    page();
    act(() => setAssumptions({ without: [LAUNCHED] }));
    const field = document.body.appendChild(document.createElement('input'));
    fireEvent.keyDown(field, { key: 'Escape' });
    field.remove();
    expect(banner()).not.toBeNull();
  });

  it('shows the record when its link is broken, and says so', () => {
    history.replaceState(null, '', '/negotiation/in-us-bta?what-if=zzz');
    page();
    expect(screen.getByText('This what-if link is broken')).toBeTruthy();
    expect(marked()).toBe(false);
    fireEvent.click(screen.getByText('Continue with the record'));
    expect(location.search).toBe('');
  });
});

describe('the panel of a what-if', () => {
  it('leaves events out, includes them again, and compares the figures', async () => {
    const server = page();
    fireEvent.click(screen.getByText('What if …'));
    fireEvent.change(await screen.findByLabelText('Search events'), {
      target: { value: 'talks' },
    });
    const box = await screen.findByLabelText<HTMLInputElement>(/Talks launched/);
    expect(box.checked).toBe(true);
    fireEvent.click(box);
    expect(readAssumptions(location.search).assumptions).toEqual({ without: [LAUNCHED] });
    const table = await screen.findByRole('table', { name: /^Hypothetical/ });
    const rows = [...table.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toContainEqual(['Duty of the United States on goods of India', '10 %', '25 %']);
    expect(rows).toContainEqual(['Talks', 'Talks going on', 'Talks going on (unchanged)']);
    const requests = server.requests.filter(({ name }) => name === 'Consequences');
    expect(requests.at(-1)?.variables).toMatchObject({ assuming: { without: [LAUNCHED] } });
    fireEvent.click(screen.getByLabelText(/Talks launched/));
    await waitFor(() => expect(location.search).toBe(''));
  });

  it('removes a hypothetical event', async () => {
    act(() => setAssumptions({ with: [SIGNED] }));
    page();
    fireEvent.click(screen.getByText('Change'));
    fireEvent.click(await screen.findByText(/^Remove/));
    expect(location.search).toBe('');
  });
});

describe('assumptions', () => {
  it('can be added and removed one by one', () => {
    setAssumptions({ without: ['a'], with: [SIGNED, { ...SIGNED, occurred: '2027' }] });
    excludeEvent('b', true);
    excludeEvent('b', true);
    removeAssumedEvent(0);
    expect(readAssumptions(location.search).assumptions).toEqual({
      without: ['a', 'b'],
      with: [{ ...SIGNED, occurred: '2027' }],
    });
    excludeEvent('a', false);
    expect(readAssumptions(location.search).assumptions?.without).toEqual(['b']);
  });
});

describe('the differences between two states of a negotiation', () => {
  it('list what changed, what is new and what is gone; key figures that are the same only on request', () => {
    const before = negotiation(10) as unknown as NegotiationSummary;
    const after = {
      ...negotiation(10),
      meetings: [{ dates: '2025-04-01', level: 'LEADERS', place: 'Delhi' }],
    } as unknown as NegotiationSummary;
    const meeting = { label: 'Meeting of 1 April 2025', before: null, after: 'Leaders, Delhi' };
    expect(compareFigures(before, after)).toEqual([meeting]);
    expect(compareFigures(after, before)).toEqual([
      { ...meeting, before: meeting.after, after: null },
    ]);
    expect(
      compareFigures(before, after, { includeKeyFigures: true }).map(({ label }) => label),
    ).toEqual([
      'Phase',
      'Talks',
      'Duty of the United States on goods of India',
      'Meeting of 1 April 2025',
    ]);
  });

  it('are all new for a hypothetical negotiation', () => {
    const shifts = compareFigures(null, negotiation(0) as unknown as NegotiationSummary);
    expect(shifts.map(({ before }) => before)).toEqual(shifts.map(() => null));
    expect(shifts.length).toBeGreaterThan(2);
  });
});

describe('a chart of a what-if', () => {
  const duty = {
    ...{ imposedBy: 'US', on: 'IN', timeZone: 'UTC', total: 10, expression: '10 %' },
    coverage: { status: 'PARTIAL' as const, note: null, setBy: null },
    scope: { ordinary: false, reliefs: 0, elsewhere: [] },
    leastCertainty: 'CONFIRMED' as const,
    ...{ schedule: [], pending: [], disputed: false },
  };
  const chart = () =>
    render(
      <ApiProvider client={mockServer({}).client}>
        <DutyChart
          duty={duty as never}
          today={Date.parse('2025-06-01')}
          compared={null}
          embed={null}
          at={Date.parse('2025-06-01')}
          atWords="1 June 2025"
          clocks={{ at: '2025-06-01', knownAt: null, publicAt: null }}
          range={[Date.parse('2025-01-01'), Date.parse('2026-01-01')]}
          disputed={[]}
          announced={[]}
          events={[]}
          onDay={() => undefined}
        />
      </ApiProvider>,
    ).container;

  it('is marked in its caption, its title and its drawing', () => {
    setAssumptions({ without: [LAUNCHED] });
    const figure = chart();
    expect(figure.querySelector('figcaption')?.textContent).toContain(HYPOTHETICAL);
    expect(figure.querySelector('svg title')?.textContent).toContain('Hypothetical duty');
    expect(figure.querySelector('svg .chart-now')?.textContent).toContain(HYPOTHETICAL);
  });

  it('is not marked when it shows the record', () => {
    expect(chart().textContent).not.toMatch(/hypothetical/i);
  });
});
