import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEED } from '../support/seed.js';
import { type PlantedBug, PLANTED_BUGS } from './plantedBugs.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Enough for the bug that hides best. */
const SEEDS = 500;

type Simulation = typeof import('./simulation.js');

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'parley-planted-'));
});
afterAll(() => rm(directory, { recursive: true }));

/** The simulation with all that it runs, as one module, with a bug in it. */
async function planted({ file, from, to }: PlantedBug, name: string): Promise<Simulation> {
  const target = path.join(ROOT, file);
  const text = await readFile(target, 'utf8');
  expect(text.split(from), `${file} is not what the bug was planted in`).toHaveLength(2);
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    plugins: [
      {
        name: 'planted-bug',
        enforce: 'pre',
        load: (id) => (id === target ? text.replace(from, () => to) : undefined),
      },
    ],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: directory,
      emptyOutDir: false,
      minify: false,
      target: 'es2023',
      rolldownOptions: {
        input: path.join(ROOT, 'tests/simulator/simulation.ts'),
        output: { entryFileNames: `${name}.mjs` },
      },
    },
  });
  const url = pathToFileURL(path.join(directory, `${name}.mjs`)).href;
  return (await import(/* @vite-ignore */ url)) as Simulation;
}

describe('the simulator finds a log that', () => {
  it.each(PLANTED_BUGS.map((bug, index) => ({ ...bug, index })))(
    '$name',
    async (bug) => {
      const { simulate } = await planted(bug, `bug-${bug.index}`);
      let problems: readonly string[] = [];
      for (let seed = SEED; problems.length === 0 && seed < SEED + SEEDS; seed++)
        ({ problems } = await simulate(seed));
      expect(problems).not.toEqual([]);
    },
    120_000,
  );
});
