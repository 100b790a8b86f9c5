/** What starting the command line costs: CPU time of whole processes, as ratios to `node -e 0`. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import build, { PARLEY } from '../support/builtServer.js';
import { type BenchResult, median } from './measure.js';

const RUNS = 7;
const RECORD = fileURLToPath(new URL('../../events/logs/', import.meta.url));

/** Loaded before a program: writes the CPU time that its process used, in microseconds, to fd 3. */
const METER = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeSync(3, String(user + system));
});`;

interface Case {
  readonly name: string;
  readonly args: readonly string[];
  readonly most: number;
  /** What its output must hold. */
  readonly answer: string;
}

const CASES: readonly Case[] = [
  { name: 'parley --help', args: ['--help'], most: 3, answer: 'Usage: parley' },
  { name: 'parley schema', args: ['schema'], most: 12, answer: 'type Negotiation ' },
  {
    name: 'parley state in-us-bta',
    args: ['state', 'in-us-bta', '--at', '2025-11-05'],
    most: 15,
    answer: '5 reported, 5 counted',
  },
];

function measured(directory: string, args: readonly string[], answer: string): number {
  const meter = path.join(directory, 'meter.cjs');
  const { output, status } = spawnSync(process.execPath, ['--require', meter, ...args], {
    cwd: directory,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    maxBuffer: 16 * 1024 * 1024,
  });
  if (status !== 0 || !output[1]?.includes(answer))
    throw new Error(`${args.join(' ')} ended with ${status} and not with "${answer}".`);
  return Number(output[3]);
}

/** The cases take turns with the bare process, so that all meet the same machine. */
function startup(): readonly BenchResult[] {
  build();
  const directory = mkdtempSync(path.join(tmpdir(), 'parley-startup-'));
  try {
    writeFileSync(path.join(directory, 'meter.cjs'), METER);
    const record = ['in-us-bta.jsonl', 'us-measures.jsonl'].map((name) => path.join(RECORD, name));
    const imported = [PARLEY, 'import', ...record];
    execFileSync(process.execPath, imported, { cwd: directory, stdio: 'ignore' });
    const runs = CASES.map((): number[] => []);
    for (let turn = 0; turn < RUNS; turn++) {
      const bare = measured(directory, ['-e', '0'], '');
      for (const [i, { args, answer }] of CASES.entries())
        runs[i]?.push(measured(directory, [PARLEY, ...args], answer) / bare);
    }
    return CASES.map(({ name, most }, i) => {
      const ratios = runs[i] ?? [];
      const middle = median(ratios);
      const unit = 'times node -e 0, CPU time';
      return { name, unit, runs: ratios, median: middle, ok: middle <= most, bound: `<= ${most}` };
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

export const startupBenches = [startup];
