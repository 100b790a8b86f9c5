// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chartSvg } from '../../src/dashboard/features/chart/export/chartFile.js';
import { csvOf } from '../../src/dashboard/features/chart/export/csv.js';
import { addressOf, pinnedClock } from '../../src/dashboard/api/url/pinnedView.js';
import { viewOf } from '../../src/dashboard/features/chart/export/download.js';
import { DARK_PAINT, LIGHT_PAINT } from '../../src/dashboard/features/chart/export/paint.js';
import { textElement } from '../../src/dashboard/features/chart/export/svg.js';
import { dutyTable, eventTable } from '../../src/dashboard/features/chart/export/tables.js';
import { dutyRows } from '../../src/dashboard/features/chart/model/rows.js';
import { chartFileOf } from '../../src/dashboard/features/chart/export/take.js';
import { IMAGE_WIDTHS } from '../../src/dashboard/features/chart/export/downloadable.js';
import type { SceneInput } from '../../src/dashboard/features/chart/model/scene.js';
import { textWidth } from '../../src/dashboard/lib/drawing/textWidth.js';
import { duty, happened, on, RANGE, SCHEDULE } from './chartFixtures.js';

/** The place of an element, with the moves of the groups around it. */
function leftOf(element: Element): number {
  let left = Number(element.getAttribute('x'));
  for (let around = element.parentElement; around; around = around.parentElement)
    left += Number(/translate\(([\d.]+)/.exec(around.getAttribute('transform') ?? '')?.[1] ?? 0);
  return left;
}

describe('a text in SVG', () => {
  it('is escaped, and holds no letter that XML does not have', () => {
    expect(textElement(0, 0, 'a <b> & "c"\u0007\u0000', { fill: '#000' })).toContain(
      '>a &lt;b&gt; &amp; &quot;c&quot;\ufffd\ufffd</text>',
    );
  });
});

describe('a chart', () => {
  const charted = () => ({
    duty: duty(),
    at: on('04-10'),
    disputed: [{ from: on('04-02'), to: on('04-05') }],
    announced: [
      { id: 'x', at: on('03-10'), rate: 40, summary: 'Announced', occurred: '2025-03-10' },
    ],
    events: [happened()],
  });

  it('can be downloaded as tidy CSV: a row a period, ISO dates, sources and IDs of events', () => {
    const source = {
      publisher: 'The Hindu',
      title: null,
      url: 'https://a.test/1',
      published: null,
    };
    const sources = new Map([
      ['x', [source]],
      ['said', [source]],
    ]);
    const view = { at: '2025-04-10', knownAt: '2025-06-15T10:01Z', publicAt: null };
    const basis = { sources, view, origin: 'https://a.test' };
    const [header, ...rows] = dutyTable(charted(), basis, false);
    const cells = rows.map((row) => Object.fromEntries(header!.map((name, i) => [name, row[i]])));
    expect(cells).toMatchObject([
      { From: '', Until: '2025-04-01', 'Duty in percentage points': 0, Status: 'in force' },
      {
        ...{ From: '2025-03-10', Status: 'announced, no legal act', 'Event IDs': 'x' },
        ...{ Sources: 'The Hindu', 'Links to sources': 'https://a.test/1' },
        'Links to events': 'https://a.test/events/x',
      },
      {
        ...{ 'Imposed by': 'The United States', 'On goods of (code)': 'IN', Duty: '10 %' },
        ...{ From: '2025-04-01', 'From, exact time': '2025-04-01T00:00+00:00' },
      },
      { From: '2025-05-01', Until: '', Status: 'scheduled', Certainty: 'reported' },
    ]);
    for (const row of cells)
      expect(row).toMatchObject({
        ...{ 'Date of the view': '2025-04-10', 'As recorded by': '2025-06-15T10:01Z' },
        ...{ 'As public by': '', 'Licence of the data': 'not stated' },
      });
    const [names, said] = eventTable([happened({ recordedAt: '2025-04-13T08:00:00.000Z' })], basis);
    expect(Object.fromEntries(names!.map((name, i) => [name, said![i]]))).toEqual({
      ...{ Date: '2025-04-12', Part: 'Statements', 'What happened': 'Said "soon"' },
      'Recorded at': '2025-04-13T08:00:00.000Z',
      ...{ Sources: 'The Hindu', 'Links to sources': 'https://a.test/1' },
      ...{ 'Event IDs': 'said', 'Links to events': 'https://a.test/events/said' },
      ...{ 'Date of the view': '2025-04-10', 'As recorded by': '2025-06-15T10:01Z' },
      ...{ 'As public by': '', 'Licence of the data': 'not stated' },
    });
    // Words, not names for programs: whoever opens the file in a spreadsheet reads them.
    for (const name of [...header!, ...names!]) expect(name).toMatch(/^[A-Z][a-zA-Z ,()]+$/);
    expect(csvOf([['=1+1', 'a "b", c', 5]])).toBe(`\uFEFF'=1+1,"a ""b"", c",5\r\n`);
  });

  /** The chart as a drawing laid out for a width, and its document. */
  function drawn(width: number, over: Partial<SceneInput> = {}) {
    const { schedule, timeZone: zone } = duty();
    const input: SceneInput = {
      ...{ schedule, zone, range: RANGE, width: 300, size: 'large', everyEvent: false },
      ...{ disputed: charted().disputed, announced: [], events: [], overlay: null },
      ...{ today: on('06-15'), ...over },
    };
    const view = {
      ...{
        id: 'x',
        at: on('04-10'),
        date: '10 April 2025',
        figure: '10 %',
        total: 10,
        scheduled: [],
      },
      ...{ today: on('06-15'), other: null },
    };
    const clocks = { at: '2025-04-10', knownAt: null, publicAt: null };
    const head = {
      position: 1,
      recordedAt: '2025-06-15T10:00:20.125Z',
      seenAt: '2025-06-15T10:01:00.000Z',
    };
    const taken = { ...charted(), input, view, clocks, head, hypothetical: false, width };
    const { svg } = chartSvg(chartFileOf(taken));
    return { svg, file: new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement };
  }

  it('has no row for the minute between one act and the next, and the exact times of both', () => {
    const minute = Date.parse('2025-05-01T00:01:00Z');
    const [none, first, last] = SCHEDULE;
    const gap = { ...first!, from: last!.from, until: new Date(minute).toISOString(), total: 0 };
    const schedule = [none!, first!, gap, { ...last!, from: gap.until }];
    const ended = {
      ...charted(),
      duty: duty({ schedule, pending: [], total: 25 }),
      at: on('06-01'),
    };
    const rows = dutyRows(ended).filter(({ announcement }) => !announcement);
    expect(rows.map(({ from, until, total }) => [from, until, total])).toEqual([
      [null, first!.from, 0],
      [first!.from, first!.until, 10],
      [gap.until, null, 25],
    ]);
  });

  it('can be downloaded as a drawing with title, view, sources, date of data, credit and licence', () => {
    const { svg, file } = drawn(960);
    expect(svg).not.toMatch(/<style|style=|var\(|undefined|NaN/);
    const words = [...file.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(words.slice(0, 3)).toEqual([
      'Duty of the United States on India',
      'Percentage points of the customs value of goods in general, on top of the ordinary duty. Not every duty is on record.',
      'On 10 April 2025, as recorded by 15 June 2025, 10:01 UTC.',
    ]);
    expect(words.slice(-3)).toEqual([
      'No source is on record. Data as of 15 June 2025.',
      'Made with Parley, software under the MIT licence. No licence is stated for the data.',
      expect.stringMatching(/^(?!http).*\?at=2025-04-10&knownAt=2025-06-15T10:01Z$/),
    ]);
    expect(file.getAttribute('width')).toBe('960');
  });

  it.each([320, ...IMAGE_WIDTHS.map(([width]) => width), 900, 1600])(
    'is laid out for %i pixels: every text inside, none cut, none smaller',
    (width) => {
      const layers = [
        { measure: { slug: 'us-x', title: 'A tariff on all goods' }, expression: '' },
      ];
      const publishers = Array.from({ length: 7 }, (_, i) => `A newspaper with a long name ${i}`);
      const setBy = [{ id: 'said' }];
      const { file } = drawn(width, {
        schedule: SCHEDULE.map((step) => ({ ...step, layers, setBy })),
        events: [
          happened({ publishers }),
          happened({
            id: 'deal',
            type: 'FrameworkAgreed',
            summary: 'Framework agreed: '.repeat(3),
          }),
        ],
        announced: charted().announced,
      });
      expect(file.getAttribute('width')).toBe(String(width));
      const texts = [...file.querySelectorAll('text')];
      expect(texts.length).toBeGreaterThan(20);
      for (const text of texts) {
        const number = (name: string) => Number(text.getAttribute(name));
        const bold = number('font-weight') > 400;
        const size = number('font-size');
        const extent = textWidth(text.textContent, size, bold);
        const anchor = text.getAttribute('text-anchor') ?? '';
        const left = leftOf(text) - ({ middle: extent / 2, end: extent }[anchor] ?? 0);
        expect(text.textContent).not.toContain('…');
        expect(size).toBeGreaterThanOrEqual(11);
        expect([text.textContent, left >= 0]).toEqual([text.textContent, true]);
        expect([text.textContent, left + extent <= width]).toEqual([text.textContent, true]);
      }
    },
  );

  it('writes the address of its view as short as it may be and stay the same', () => {
    const now = { at: null, knownAt: null, publicAt: null };
    const page = {
      origin: 'https://a.test',
      pathname: '/negotiation/x',
      search: '?as=map&at=2020-01-01',
    };
    const instant = Date.parse('2025-04-10T08:30:21.500Z');
    const addressAt = (recordedAt: string, seenAt: string) =>
      addressOf(page, pinnedClock(now, instant, { position: 1, recordedAt, seenAt }));
    expect(addressAt('2025-04-09T10:00:20.125Z', '2025-04-10T08:30:21.500Z')).toBe(
      'https://a.test/negotiation/x?at=2025-04-10T08:30Z&knownAt=2025-04-09T10:01Z',
    );
    // The minute is not over: more may be recorded in it.
    expect(addressAt('2025-04-10T08:30:20.125Z', '2025-04-10T08:30:21.500Z')).toBe(
      'https://a.test/negotiation/x?at=2025-04-10T08:30Z&knownAt=2025-04-10T08:30:20.125Z',
    );
  });

  it('names every clock of its view in files, also where the page says "now"', () => {
    const now = { at: null, knownAt: null, publicAt: null };
    const instant = Date.parse('2025-04-10T08:30:00Z');
    const head = { position: 1, recordedAt: '2025-04-09T10:00:00Z', seenAt: '' };
    expect(viewOf(now, instant, head)).toBe(
      'On 10 April 2025, 08:30 UTC, as recorded by 9 April 2025, 10:00 UTC',
    );
    expect(viewOf({ ...now, at: '2025-03-01', publicAt: '2025-03-02' }, instant, head)).toBe(
      'On 1 March 2025, as the public could know by 2 March 2025',
    );
  });

  it('has the colours of the page in its files, in light and in dark', () => {
    const folder = path.join(import.meta.dirname, '../../src/dashboard/ui/style');
    const css = readFileSync(path.join(folder, 'tokens.css'), 'utf8');
    const names = Object.keys(LIGHT_PAINT) as (keyof typeof LIGHT_PAINT)[];
    for (const name of names) {
      const token = name === 'other' ? 'imagined' : name;
      const [, light, dark] =
        new RegExp(`--${token}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? [];
      expect([name, LIGHT_PAINT[name], DARK_PAINT[name]]).toEqual([name, light, dark]);
    }
  });
});

describe('a table downloaded from a what-if', () => {
  it('says in every row that it is hypothetical', () => {
    const schedule = [
      { from: '2025-01-01T00:00:00Z', until: '2025-02-01T00:00:00Z', total: 10 },
      { from: '2025-02-01T00:00:00Z', until: null, total: 25 },
    ].map((step) => ({
      ...step,
      expression: `${step.total} %`,
      leastCertainty: null,
      layers: [],
      setBy: [],
    }));
    const pending = [{ at: '2025-02-01T00:00:00Z', total: 25 }];
    const who = { imposedBy: 'US', on: 'IN', timeZone: 'UTC' };
    const table = { ...duty(), ...who, total: 10, schedule, pending };
    const at = Date.parse('2025-01-15T00:00:00Z');
    const charted = { duty: table, at, disputed: [], announced: [] };
    const view = { at: '2025-01-15', knownAt: null, publicAt: null };
    const basis = { sources: new Map(), view, origin: '' };
    const [header = [], ...rows] = dutyTable(charted, basis, true);
    expect(rows.map((row) => row[header.indexOf('Status')])).toEqual([
      'hypothetical, in force',
      'hypothetical, scheduled',
    ]);
  });
});
