// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chartSvg } from '../../src/dashboard/features/chart/export/chartFile.js';
import { csvOf } from '../../src/dashboard/features/chart/export/csv.js';
import { viewOf } from '../../src/dashboard/features/chart/export/download.js';
import { DARK_PAINT, LIGHT_PAINT } from '../../src/dashboard/features/chart/export/paint.js';
import { textElement } from '../../src/dashboard/features/chart/export/svg.js';
import { dutyTable, eventTable } from '../../src/dashboard/features/chart/export/tables.js';
import { chartFileOf } from '../../src/dashboard/features/chart/export/take.js';
import { duty, happened, on, RANGE } from './chartFixtures.js';

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
    const [header, ...rows] = dutyTable(charted(), sources, false);
    const cells = rows.map((row) => Object.fromEntries(header!.map((name, i) => [name, row[i]])));
    expect(cells).toMatchObject([
      { From: '', Until: '2025-04-01', 'Duty in percentage points': 0, Status: 'in force' },
      {
        ...{ From: '2025-03-10', Status: 'announced, no legal act', 'Event IDs': 'x' },
        ...{ Sources: 'The Hindu', 'Links to sources': 'https://a.test/1' },
      },
      {
        ...{ 'Imposed by': 'The United States', 'On goods of (code)': 'IN', Duty: '10 %' },
        ...{ From: '2025-04-01', 'From, exact time': '2025-04-01T00:00+00:00' },
      },
      { From: '2025-05-01', Until: '', Status: 'scheduled', Certainty: 'reported' },
    ]);
    expect(eventTable(charted().events, sources)).toEqual([
      ['Date', 'Part', 'What happened', 'Sources', 'Links to sources', 'Event IDs'],
      ['2025-04-12', 'Statements', 'Said "soon"', 'The Hindu', 'https://a.test/1', 'said'],
    ]);
    expect(csvOf([['=1+1', 'a "b", c', 5]])).toBe(`'=1+1,"a ""b"", c",5\r\n`);
  });

  it('can be downloaded as a drawing with title, view, sources, date of data, credit and licence', () => {
    const { schedule, timeZone: zone } = duty();
    const input = {
      ...({ schedule, zone, range: RANGE, width: 300, size: 'large', everyEvent: false } as const),
      ...{ disputed: charted().disputed, announced: [], events: [], overlay: null },
      today: on('06-15'),
    };
    const view = {
      ...{ id: 'x', at: on('04-10'), words: '10 April 2025: 10 %', total: 10, scheduled: [] },
      ...{ today: on('06-15'), other: null },
    };
    const clocks = { at: '2025-04-10', knownAt: null, publicAt: null };
    const head = {
      position: 1,
      recordedAt: '2025-06-15T10:00:00Z',
      seenAt: '2025-06-15T10:00:00Z',
    };
    const { svg } = chartSvg(
      chartFileOf({ ...charted(), input, view, clocks, head, hypothetical: false }),
    );
    expect(svg).not.toMatch(/<style|style=|var\(|undefined|NaN/);
    const file = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    const words = [...file.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(words.slice(0, 3)).toEqual([
      'Duty of the United States on India',
      'Percentage points of the customs value of goods in general, on top of the ordinary duty. Not every duty is on record.',
      'On 10 April 2025, as recorded by 15 June 2025, 10:00 UTC.',
    ]);
    expect(words.slice(-2)).toEqual([
      'Source: the events on record. Data as of 15 June 2025.',
      expect.stringMatching(/^Chart: Parley, MIT licence · .*at=2025-04-10&knownAt=2025-06-15/),
    ]);
    expect(file.getAttribute('width')).toBe('960');
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
    const [header = [], ...rows] = dutyTable(charted, new Map(), true);
    expect(rows.map((row) => row[header.indexOf('Status')])).toEqual([
      'hypothetical, in force',
      'hypothetical, scheduled',
    ]);
  });
});
