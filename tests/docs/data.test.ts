/** The addresses and columns of docs/data.md are there. */
import { readFileSync } from 'node:fs';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import { serveCommand } from '../../src/cli/commands/serve.js';
import { MemoryLog } from '../../src/log/memory/memoryLog.js';
import { shippedEvents } from '../support/record.js';
import { sharedServer } from '../server/testServer.js';

const page = readFileSync(new URL('../../docs/data.md', import.meta.url), 'utf8');

const log = new MemoryLog();
await new Parley(log).append(shippedEvents(), { restore: true });
const server = sharedServer(() => ({ log }));

/** The addresses in recipes and in the page of another site. */
const addresses = [
  ...new Set(
    [...page.matchAll(/['"](?:SERVER)?(\/api\/[^'"]+)['"]/g)].map(([, address]) => address!),
  ),
];

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
