/** The recipes of docs/data.md, each run by its tool against a server, where the tool is there. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import * as Plot from '@observablehq/plot';
import { Window } from 'happy-dom';
import { afterAll, describe, expect, it } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import { MemoryLog } from '../../src/log/memory/memoryLog.js';
import { sharedServer } from '../server/testServer.js';
import { shippedEvents } from '../support/record.js';

const page = readFileSync(new URL('../../docs/data.md', import.meta.url), 'utf8');

const log = new MemoryLog();
await new Parley(log).append(shippedEvents(), { restore: true });
const server = sharedServer(() => ({ log }));

const directory = mkdtempSync(path.join(tmpdir(), 'parley-recipes-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** The text under the heading of a tool. */
function recipeOf(tool: string): string {
  const [, text] = new RegExp(`^### ${tool}\n([\\s\\S]*?)(?=^##)`, 'm').exec(page) ?? [];
  if (text === undefined) throw new Error(`docs/data.md has no recipe for ${tool}.`);
  return text;
}

/** The code of a recipe in a language, with the address of the server in it. */
function codeOf(tool: string, language: string): string {
  const [, code] =
    new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'm').exec(recipeOf(tool)) ?? [];
  if (code === undefined) throw new Error(`The recipe for ${tool} has no ${language}.`);
  return code.replaceAll('SERVER', server().url);
}

const run = async (command: string, ...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)(command, args, { cwd: directory })).stdout;

/** Whether a program on this machine runs a script. */
const can = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 30_000 }).status === 0;

const SCRIPTS = [
  {
    tool: 'pandas',
    language: 'python',
    isThere: can('python3', '-c', 'import pandas, pyarrow'),
    command: ['python3', 'recipe.py'],
    prints: async () => `50 ${(await log.head()).position}\n`,
  },
  {
    tool: 'R',
    language: 'r',
    isThere: can('Rscript', '--version'),
    command: ['Rscript', 'recipe.r'],
    prints: async () => '50',
  },
] as const;

describe('the recipes', () => {
  it('of DuckDB give the highest rate and the events of each type', async () => {
    const files = [...codeOf('DuckDB', 'sh').matchAll(/^curl -o (\S+) '([^']+)'$/gm)];
    expect(files).toHaveLength(2);
    for (const [, name = '', address = ''] of files) {
      const response = await fetch(address);
      writeFileSync(path.join(directory, name), Buffer.from(await response.arrayBuffer()));
    }
    const database = await (await DuckDBInstance.create(':memory:')).connect();
    await database.run(`SET file_search_path = '${directory}'`);
    const [steps, types] = await Promise.all(
      codeOf('DuckDB', 'sql')
        .split(';')
        .filter((statement) => statement.trim() !== '')
        .map(async (statement) => (await database.runAndReadAll(statement)).getRowObjectsJS()),
    );
    expect(steps).toEqual([{ from: new Date('2025-08-27T04:01:00Z'), percentage_points: 50n }]);
    const counts = new Map<string, bigint>();
    for await (const events of log.read())
      for (const { type } of events) counts.set(type, (counts.get(type) ?? 0n) + 1n);
    expect(types).toEqual(
      [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, events]) => ({ type, events })),
    );
    database.closeSync();
  });

  it('of Observable draw a step for each rate', async () => {
    const { document } = new Window();
    const Asynchronous = Object.getPrototypeOf(async () => undefined).constructor as new (
      ...args: readonly string[]
    ) => (plot: unknown) => Promise<Element>;
    const code = codeOf('Observable', 'js');
    const withDocument = code.replace(/\.plot\(\)/, '.plot({ document: Plot.document })');
    const drawn = await new Asynchronous('Plot', withDocument)({ ...Plot, document });
    const line = drawn.querySelector('[aria-label="line"] path')?.getAttribute('d') ?? '';
    const { subject } = await new Parley(log).duty({ imposedBy: 'US', on: 'IN' });
    const steps = subject.schedule(Date.UTC(2025, 0, 1, 5), Date.UTC(2026, 3, 1, 4));
    expect(steps.length).toBeGreaterThan(5);
    // A step is a line across and one up or down.
    expect(line.split('L')).toHaveLength(2 * steps.length - 1);
  });

  it('of Grafana name an address with the columns that they read', async () => {
    const recipe = recipeOf('Grafana').replaceAll('\n', ' ');
    const [, address = ''] = /`SERVER(\/api\/[^`]+)`/.exec(recipe) ?? [];
    const [header] = (await (await fetch(server().url + address)).text()).split('\r\n');
    const named = [...recipe.matchAll(/`(\w+)` as (?:time|number)/g)].map(([, name]) => name);
    expect(named).toEqual(['from', 'percentage_points']);
    expect(header!.split(',')).toEqual(expect.arrayContaining(named));
  });

  for (const { tool, language, isThere, command, prints } of SCRIPTS) {
    it(`of ${tool} ${isThere ? 'print what it reads' : `are read, not run: ${tool} is not on this machine`}`, async () => {
      const code = codeOf(tool, language);
      for (const [, address] of code.matchAll(/"(http[^"]+)"/g))
        expect((await fetch(address!)).status).toBe(200);
      if (!isThere) return;
      const [program, file] = command;
      writeFileSync(path.join(directory, file), code);
      expect(await run(program, file)).toBe(await prints());
    });
  }
});
