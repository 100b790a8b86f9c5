/** The addresses and columns of docs/data.md are there. */
import { readFileSync } from 'node:fs';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import { serveCommand } from '../../src/cli/commands/serve.js';
import { chartOptions } from '../../src/dashboard/features/embed/chartOptions.js';
import { MemoryLog } from '../../src/log/memory/memoryLog.js';
import { shippedEvents } from '../support/record.js';
import { sharedServer } from '../server/testServer.js';

const read = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const page = read('data.md');

const log = new MemoryLog();
await new Parley(log).append(shippedEvents(), { restore: true });
const server = sharedServer(() => ({ log }));

/** The addresses in recipes and in the page of another site. */
const addresses = [
  ...new Set(
    [...page.matchAll(/['"](?:SERVER)?(\/api\/[^'"]+)['"]/g)].map(([, address]) => address!),
  ),
];

describe('docs/how-do-i.md, on a chart on a page', () => {
  const [, chart = ''] =
    /^## … put a chart on a page\?$([\s\S]*?)^## /m.exec(read('how-do-i.md')) ?? [];

  it('gives commands, addresses and parameters that are there', async () => {
    const [, command = ''] = /^curl 'http:\/\/127\.0\.0\.1:4000(\/[^']+)'$/m.exec(chart) ?? [];
    expect((await (await fetch(server().url + command)).text()).split('\r\n')[0]).toBe(
      'from,until,percentage_points',
    );
    const [, frame = ''] = /src="https:\/\/parley\.example(\/[^"]+)"/.exec(chart) ?? [];
    const named = [...chart.matchAll(/`(\/(?:embed|share)\/[^`]+)`/g)].map(([, path]) => path!);
    expect(named).toHaveLength(2);
    for (const path of [frame, ...named])
      expect((await fetch(server().url + path)).status).toBe(200);
    const options = chartOptions('/embed/x/duty', '');
    const { clock, hasTitle: _, slug: __, unreadDates: ___, ...others } = options;
    const parameters = [...chart.matchAll(/^\| (`.+?`) +\|/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(parameters.sort()).toEqual(
      [...Object.keys(clock), ...Object.keys(others), 'title'].sort(),
    );
  });
});

describe('docs/data.md', () => {
  it('has addresses in its recipes', () => {
    expect(addresses.length).toBeGreaterThan(4);
  });

  it.each(addresses)('names %s, which answers', async (address) => {
    const response = await fetch(server().url + address);
    expect(response.status).toBe(200);
    if (address.includes('.parquet')) {
      const rows = await parquetReadObjects({ file: await response.arrayBuffer() });
      expect(rows[0]).toHaveProperty('type');
    } else if (address.includes('.csv')) {
      const [header, first] = (await response.text()).split('\r\n');
      expect(header).toBe('from,until,percentage_points');
      expect(first).toMatch(/^\d{4}-\d{2}-\d{2}T[^,]+,[^,]*,\d/);
    } else expect(await response.json()).toContainEqual(expect.objectContaining({ total: 50 }));
  });

  it.each([...page.matchAll(/^\| `(\/feeds\/[^`]+)`/gm)].map(([, path]) => path!))(
    'names %s, which answers',
    async (path) => {
      const slug = path.includes('measure') ? 'us-recip-in' : 'in-us-bta';
      const feed = path.replace('SLUG', slug).replace('CODE', 'IN');
      expect((await fetch(server().url + feed)).status).toBe(200);
    },
  );

  it('names flags that exist', () => {
    const flags = new Set(serveCommand().options.map(({ long }) => long));
    for (const flag of ['--public', '--cors-origin', '--tokens', '--private-webhooks']) {
      expect(page).toContain(flag);
      expect(flags).toContain(flag);
    }
  });
});
