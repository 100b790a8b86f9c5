// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { csvOf } from '../../src/dashboard/features/chart/export/csv.js';
import { DutyChart } from '../../src/dashboard/features/chart/dutyChart.js';
import { linesOf, svgText, viewOf } from '../../src/dashboard/features/chart/export/download.js';
import {
  disputedSpans,
  rateAt,
  scheduledFrom,
  stepPath,
  stepsOf,
  within as partsWithin,
} from '../../src/dashboard/features/chart/model/steps.js';
import { rowsOf } from '../../src/dashboard/features/chart/model/rows.js';
import { ticksBetween, tickWords } from '../../src/dashboard/features/chart/model/ticks.js';
import { EventCacheProvider } from '../../src/dashboard/api/cache/eventCache.js';
import { TIMELINE } from './history.js';
import { mockServer } from './mockServer.js';

afterEach(cleanup);

const on = (day: string) => Date.parse(`2025-${day}T00:00:00Z`);
const RANGE = [on('03-01'), on('07-01')] as const;
const SCHEDULE = [
  { from: '2000-01-01T00:00:00.000Z', until: '2025-04-01T00:00:00.000Z', total: 0 },
  { from: '2025-04-01T00:00:00.000Z', until: '2025-05-01T00:00:00.000Z', total: 10 },
  { from: '2025-05-01T00:00:00.000Z', until: null, total: 25 },
].map((step) => ({ ...step, expression: `${step.total} %`, layers: [], setBy: [] }));

describe('the steps of a duty', () => {
  const steps = stepsOf(SCHEDULE, RANGE);

  it('fill the range of the chart, each up to the next', () => {
    expect(steps).toEqual([
      { from: on('03-01'), to: on('04-01'), total: 0 },
      { from: on('04-01'), to: on('05-01'), total: 10 },
      { from: on('05-01'), to: on('07-01'), total: 25 },
    ]);
    expect(rateAt(steps, on('05-01') - 1)).toBe(10);
    expect(rateAt(steps, on('05-01'))).toBe(25);
    expect(rateAt(steps, on('07-01'))).toBeNull();
  });

  it('are drawn as horizontal and vertical lines', () => {
    const day = (at: number) => (at - RANGE[0]) / 86_400_000;
    expect(stepPath(steps, day, (total) => 100 - total)).toBe('M0 100V100H31V90H61V75H122');
    expect(stepPath(steps, day, (total) => 100 - total, true)).toMatch(/V100Z$/);
    expect(stepPath([], day, (total) => total)).toBe('');
  });

  it('that are only scheduled begin at the view and step where a change is pending', () => {
    const pending = [
      { at: '2025-06-01T00:00:00Z', total: 50 },
      { at: '2024-01-01T00:00:00Z', total: 99 },
    ];
    expect(scheduledFrom(on('05-15'), 25, pending, RANGE[1])).toEqual([
      { from: on('05-15'), to: on('06-01'), total: 25 },
      { from: on('06-01'), to: on('07-01'), total: 50 },
    ]);
    expect(scheduledFrom(RANGE[1], 25, pending, RANGE[1])).toEqual([]);
  });

  it('are hatched while disputed, and no longer', () => {
    const spans = disputedSpans(TIMELINE, 'duties.US-IN.disputed', RANGE[1]);
    expect(spans).toEqual([{ from: on('04-20'), to: on('04-30') }]);
    expect(partsWithin(steps, [{ from: on('04-20'), to: on('05-10') }])).toEqual([
      { from: on('04-20'), to: on('05-01'), total: 10 },
      { from: on('05-01'), to: on('05-10'), total: 25 },
    ]);
  });

  it('stay disputed to the end when nothing settles it', () => {
    const open = TIMELINE.slice(0, 5);
    expect(disputedSpans(open, 'duties.US-IN.disputed', RANGE[1])).toEqual([
      { from: on('04-20'), to: RANGE[1] },
    ]);
  });
});

describe('the time axis of a chart', () => {
  it.each([
    ['03-01', '03-04', 8, ['Mar', '2 Mar', '3 Mar', '4 Mar']],
    ['03-01', '07-01', 6, ['Mar', 'Apr', 'May', 'Jun', 'Jul']],
  ])('from %s to %s, with room for %i, is marked at %j', (from, to, most, words) => {
    expect(ticksBetween(on(from), on(to), most).map(tickWords)).toEqual(words);
  });

  it('has year ticks over long spans, and never more ticks than the limit', () => {
    const ticks = ticksBetween(Date.UTC(2000, 4, 1), Date.UTC(2026, 4, 1), 7);
    expect(ticks.map(tickWords)).toEqual(['2005', '2010', '2015', '2020', '2025']);
  });
});

const duty = (over: object = {}) => ({
  imposedBy: 'US',
  ...{ on: 'IN', timeZone: 'UTC', total: 10 },
  ...{ expression: '10 %', range: null, coverage: { status: 'PARTIAL' as const, note: null } },
  disputed: false,
  layers: [],
  pending: [
    {
      at: '2025-05-01T00:00:00.000Z',
      ...{ total: 25, expression: '25 %' },
      ...{ measure: { slug: 'us-x', title: 'A tariff' }, setBy: { id: 'amended' } },
    },
  ],
  schedule: SCHEDULE,
  ...over,
});

function show(over: object = {}) {
  render(
    <ApiProvider client={mockServer({}).client}>
      <EventCacheProvider>
        <DutyChart
          duty={duty()}
          at={on('04-10')}
          atWords="10 April 2025"
          clocks={{ at: '2025-04-10', knownAt: null, publicAt: null }}
          range={RANGE}
          disputed={[{ from: on('04-02'), to: on('04-05') }]}
          announced={[
            { id: 'x', at: on('03-10'), rate: 40, summary: 'Announced', occurred: '2025-03-10' },
          ]}
          events={[]}
          onDay={() => undefined}
          {...over}
        />
      </EventCacheProvider>
    </ApiProvider>,
  );
  return screen.getByRole<HTMLElement & SVGSVGElement>('img');
}

/** The rates at which a path stands level, by the places of the grid of the chart. */
function levels(svg: Element, path: Element | null): readonly number[] {
  const grid = [...svg.querySelectorAll('.chart-axes g')].flatMap((tick) => {
    const rate = /^(\d+) %$/.exec(tick.textContent);
    const y = tick.querySelector('.chart-grid')?.getAttribute('y1');
    return rate && y ? [[Number(rate[1]), Number(y)] as const] : [];
  });
  const [[low, bottom], [high, top]] = [grid.at(0)!, grid.at(-1)!];
  const ys = [...(path?.getAttribute('d') ?? '').matchAll(/[MV](?:[\d.]+ )?([\d.]+)/g)];
  return [
    ...new Set(
      ys.map(([, y]) => Math.round(low + ((Number(y) - bottom) * (high - low)) / (top - bottom))),
    ),
  ];
}

describe('the chart of a duty', () => {
  it('draws what is in force solid, what is scheduled dashed, and announced rates as marks only', () => {
    const svg = show();
    expect(levels(svg, svg.querySelector('.chart-solid'))).toEqual([0, 10, 25]);
    expect(levels(svg, svg.querySelector('.chart-scheduled'))).toEqual([10, 25]);
    expect(svg.querySelectorAll('.chart-announced path')).toHaveLength(1);
    expect(svg.querySelectorAll('.chart-disputed rect')).toHaveLength(1);
    const clip = svg.querySelector('clipPath rect')!;
    const end = Number(clip.getAttribute('x')) + Number(clip.getAttribute('width'));
    expect(end).toBeCloseTo(Number(svg.querySelector('.chart-now line')?.getAttribute('x1')));
  });

  it('has a text alternative', () => {
    const svg = show();
    expect(svg.querySelector('title')?.textContent).toBe(
      'Duty of the United States on India over time',
    );
    expect(svg.querySelector('desc')?.textContent).toContain(
      '10 April 2025: 10 %. It is to be 25 % from 1 May 2025.',
    );
  });

  const SAID = {
    id: 'said',
    type: 'StatementMade',
    occurred: '2025-04-12',
    summary: 'Said "soon"',
    from: on('04-12'),
    to: on('04-13') - 1,
    measure: null,
  };
  const happened = (over: object = {}) => ({ ...SAID, ...over }) as never;

  /** The rows of the tables below the chart, once it is opened. */
  async function tables(): Promise<readonly (readonly string[])[]> {
    const details = screen.getByText(/as a table$/).closest('details')!;
    expect(details.querySelector('table')).toBeNull();
    details.open = true;
    fireEvent(details, new Event('toggle'));
    return (await within(details).findAllByRole('table')).map((table) =>
      [...table.querySelectorAll('tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent).join(' | '),
      ),
    );
  }

  it('has the same data in a table that renders when it is opened', async () => {
    show({ events: [happened(), happened({ id: 'x', type: 'SourceAdded' })] });
    expect(await tables()).toEqual([
      [
        'From | Until | Duty | Status',
        'the beginning | 1 April 2025, 00:00 UTC | 0 % | in force',
        '10 March 2025 |  | 40 % | announced, no legal act',
        '1 April 2025, 00:00 UTC | 1 May 2025, 00:00 UTC | 10 % | in force, disputed 2–4 April 2025',
        '1 May 2025, 00:00 UTC | further notice | 25 % | scheduled',
      ],
      ['Date | Lane | Summary', '12 April 2025 | Statements | Said "soon"'],
    ]);
  });

  it('distinguishes what was scheduled from what came instead', async () => {
    show({ duty: duty({ pending: [{ at: '2025-06-01T00:00:00.000Z', total: 50 }] }) });
    const [rows] = await tables();
    expect(rows!.slice(4)).toEqual([
      '10 April 2025, 00:00 UTC | 1 June 2025, 00:00 UTC | 10 % | scheduled',
      '1 May 2025, 00:00 UTC | further notice | 25 % | later',
      '1 June 2025, 00:00 UTC | further notice | 50 % | scheduled',
    ]);
  });

  it('lists the latest of very many events in its table, with the number of others', async () => {
    const events = Array.from({ length: 5_000 }, (_, i) =>
      happened({ id: `e${i}`, summary: `No. ${i}`, from: on('04-01') + i }),
    );
    show({ events });
    const [, rows] = await tables();
    expect(rows).toHaveLength(301);
    expect(rows!.at(-1)).toContain('No. 4999');
    expect(screen.getByText(/the latest 300; 4700 earlier ones are in the CSV only/)).toBeTruthy();
  });

  it('has "disputed" in its legend only with hatched steps', () => {
    const legend = () => document.querySelector('.chart-legend')?.textContent;
    show();
    expect(legend()).toContain('disputed');
    cleanup();
    show({ disputed: [{ from: on('04-20'), to: on('04-30') }] });
    expect(legend()).not.toContain('disputed');
  });

  it('can be downloaded as CSV, with every line and mark', () => {
    const charted = {
      duty: duty(),
      at: on('04-10'),
      disputed: [{ from: on('04-02'), to: on('04-05') }],
      announced: [
        { id: 'x', at: on('03-10'), rate: 40, summary: 'Announced', occurred: '2025-03-10' },
      ],
      events: [happened()],
    };
    expect(csvOf(rowsOf(charted)).split('\r\n')).toEqual([
      'imposed_by,on,from,until,percentage_points,status,summary',
      'US,IN,,2025-04-01T00:00:00.000Z,0,in force,',
      'US,IN,2025-03-10,,40,"announced, no legal act",Announced',
      'US,IN,2025-04-01T00:00:00.000Z,2025-05-01T00:00:00.000Z,10,"in force, disputed 2–4 April 2025",',
      'US,IN,2025-05-01T00:00:00.000Z,,25,scheduled,',
      ',,2025-04-12,,,statements,"Said ""soon"""',
      '',
    ]);
    expect(csvOf([['=1+1', 'a "b", c', 5]])).toBe(`'=1+1,"a ""b"", c",5\r\n`);
  });

  it('can be downloaded as an SVG without a style sheet, with title and legend', () => {
    const svg = show();
    const text = svgText(svg, 'On 10 April 2025');
    expect(text).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(text).not.toContain('class=');
    const file = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const words = [...file.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(words.slice(0, 8)).toEqual([
      'Duty of the United States on India',
      'On 10 April 2025.',
      'Percentage points of the customs value of all goods, on top of the ordinary duty.',
      'in force',
      'scheduled',
      'what came later',
      'disputed',
      'announced, no legal act',
    ]);
    const [, top, , height] = (file.getAttribute('viewBox') ?? '').split(' ').map(Number);
    expect(top).toBeLessThan(-60);
    expect(height).toBe(svg.viewBox.baseVal.height - top!);
  });

  it('names every clock of its view in the SVG, also where the page says "now"', () => {
    const now = { at: null, knownAt: null, publicAt: null };
    const instant = Date.parse('2025-04-10T08:30:00Z');
    const head = { position: 1, recordedAt: '2025-04-09T10:00:00Z', seenAt: '' };
    expect(viewOf(now, instant, head)).toBe(
      'On 10 April 2025, 08:30 UTC, as recorded by 9 April 2025, 10:00 UTC',
    );
    expect(viewOf({ ...now, at: '2025-03-01', publicAt: '2025-03-02' }, instant, head)).toBe(
      'On 1 March 2025, as the public could know by 2 March 2025',
    );
    expect(linesOf('one two three', 10, 45)).toEqual(['one two', 'three']);
  });
});
