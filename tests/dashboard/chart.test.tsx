// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { DutyChart } from '../../src/dashboard/features/chart/dutyChart.js';
import { EventCacheProvider } from '../../src/dashboard/api/cache/eventCache.js';
import { duty, happened, on, RANGE, SCHEDULE } from './chartFixtures.js';
import { mockServer } from './mockServer.js';

afterEach(cleanup);

function show(over: object = {}) {
  render(
    <ApiProvider client={mockServer({}).client}>
      <EventCacheProvider>
        <DutyChart
          duty={duty()}
          at={on('04-10')}
          today={on('06-15')}
          compared={null}
          embed={null}
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
  const grid = [...svg.querySelectorAll('.chart-axes > g')].flatMap((tick) => {
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
      '10 April 2025: 10 %. It is to be 25 %, reported from 1 May 2025.',
    );
  });

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
        'From | Until | Duty | Certainty | Status | Made up of',
        'the beginning | 1 April 2025, 00:00 UTC | 0 % | – | in force | ',
        '10 March 2025 |  | 40 % | – | announced, no legal act | ',
        '1 April 2025, 00:00 UTC | 1 May 2025, 00:00 UTC | 10 % | – | in force, disputed 2–4 April 2025 | ',
        '1 May 2025, 00:00 UTC | further notice | 25 % | reported | scheduled | ',
      ],
      ['Date | Part | What happened', '12 April 2025 | Statements | Said "soon"'],
    ]);
  });

  it('distinguishes what was scheduled from what came instead', async () => {
    show({ duty: duty({ pending: [{ at: '2025-06-01T00:00:00.000Z', total: 50 }] }) });
    const [rows] = await tables();
    expect(rows!.slice(4)).toEqual([
      '10 April 2025, 00:00 UTC | 1 June 2025, 00:00 UTC | 10 % | – | scheduled | ',
      '1 May 2025, 00:00 UTC | further notice | 25 % | reported | later | ',
      '1 June 2025, 00:00 UTC | further notice | 50 % | – | scheduled | ',
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

  it('has a key of what it draws, in which nothing moves as the view does', () => {
    const entries = () =>
      [...document.querySelectorAll('.chart-legend li')].map((each) => [
        each.textContent,
        each.getAttribute('data-drawn') === 'true',
      ]);
    const still = [
      ['confirmed', true],
      ['reported, not confirmed', true],
      ['announced, no legal act', true],
    ];
    show();
    expect(entries()).toEqual([...still, ['disputed', true], ['decided for later', true]]);
    cleanup();
    show({ disputed: [{ from: on('04-20'), to: on('04-30') }] });
    expect(entries()).toEqual([...still, ['disputed', false], ['decided for later', true]]);
  });

  it('labels its steps with rate and act, and names events in words', () => {
    const layers = [{ measure: { slug: 'us-x', title: 'A tariff' }, expression: '10 %' }];
    const named = happened({ type: 'FrameworkAgreed', summary: 'Framework agreed' });
    show({
      duty: duty({ schedule: SCHEDULE.with(1, { ...SCHEDULE[1]!, layers }) as never }),
      events: [named],
    });
    const words = [...document.querySelectorAll('.chart-label')].map((each) => each.textContent);
    expect(words.join(' ')).toMatch(/10 %A tarifffrom 1 Apr 2025/);
    expect(document.body.textContent).toContain('12 Apr 2025: Framework agreed');
  });

  it('reads the same to the pointer and to the arrow keys', () => {
    show({
      events: [happened({ from: on('05-01'), to: on('05-02') - 1, occurred: '2025-05-01' })],
    });
    const reader = screen.getByRole('slider', { name: /^Duty of the United States on India/ });
    fireEvent.keyDown(reader, { key: 'ArrowRight' });
    const spoken = '1 May 2025: 25 %, reported. 1 May 2025: Said "soon"';
    expect(reader.getAttribute('aria-valuetext')).toBe(spoken);
    expect(document.querySelector('.chart-readout')?.textContent).toBe(spoken.replace('. ', ''));
    fireEvent.keyDown(reader, { key: 'Escape' });
    expect(document.querySelector('.chart-readout')).toBeNull();
  });
});
