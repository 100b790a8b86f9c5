/** The page on how a duty is worked out: its commands print what it shows, and its reasons are all. */
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REASON } from '../../src/cli/text/dutyText.js';
import { type Desk, lastingDesk, PATIENCE } from '../cli/running.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(path.join(root, 'docs/duty.md'), 'utf8');

/** Each command of the page with what it prints. */
const commands = [...page.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((session) => {
      const [line = '', ...output] = session.split('\n');
      const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, plain]) => quoted ?? plain ?? '',
      );
      return [line, words, output.join('\n').trimEnd()] as const;
    }),
);

let desk: Desk;

beforeAll(() => {
  desk = lastingDesk();
  symlinkSync(path.join(root, 'examples'), desk.path('examples'));
});

afterAll(() => desk.remove());

describe('the page on how a duty is worked out', PATIENCE, () => {
  it.each(commands)('shows what is printed: %s', async (_, [program, ...args], shown) => {
    expect(program).toBe('parley');
    const { status, stdout, stderr } = await desk.parley(...args);
    expect([`${stdout}${stderr}`.trimEnd(), status]).toEqual([shown, 0]);
  });

  it('has an example of every rule', () => {
    const rules = page.split(/^## /m).filter((section) => section.includes('**Source**'));
    expect(rules.length).toBeGreaterThan(8);
    for (const section of rules) expect(section).toMatch(/^\$ parley duty /m);
  });

  it('lists every reason of a layer, in the words of the command line', () => {
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\|/gm)];
    expect(Object.fromEntries(rows.map(([, code, words]) => [code, words]))).toEqual(REASON);
  });
});
