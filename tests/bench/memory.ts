/** Resident memory of a server after everything in a log of a million events was read once. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLog } from '../../src/log/openLog.js';
import { writeStatements } from './fieldLog.js';
import { CLI, start } from './http.js';
import { ask } from './load.js';
import type { BenchResult } from './measure.js';

const EVENTS = 1_000_000;
const MEMORY_MB = 256;
const MARGIN_MB = 200;
const PAGE = 50;

const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;

interface Listed {
  readonly data: {
    readonly negotiations: {
      readonly edges: readonly unknown[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  };
}

const QUERY = `query ($after: String) {
  negotiations(first: ${PAGE}, after: $after, asOf: { at: "2024-01-01" }) {
    edges { node { slug title activity { value } rounds { number } parties { code } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Reads every negotiation, and returns how many there are and the highest resident memory. */
async function readAll(port: number, pid: number) {
  let [count, peak] = [0, 0];
  for (let after: string | undefined; ;) {
    const body = JSON.stringify({ query: QUERY, variables: { after } });
    const answer = await ask(port, { method: 'POST', path: '/graphql', body });
    const { edges, pageInfo } = (JSON.parse(answer.body) as Listed).data.negotiations;
    count += edges.length;
    peak = Math.max(peak, residentMb(pid));
    if (!pageInfo.hasNextPage) return { count, peak };
    after = pageInfo.endCursor;
  }
}

async function residentMemory(): Promise<BenchResult> {
  const events = Number(process.env['PARLEY_BENCH_EVENTS'] ?? EVENTS);
  const directory = mkdtempSync(path.join(tmpdir(), 'parley-memory-'));
  try {
    const url = `sqlite:${path.join(directory, 'log.db')}`;
    const log = await openLog(url);
    await writeStatements(log, events);
    await log.close();
    const options = ['--port', '0', '--log', url, '--memory', `${MEMORY_MB}`, '--deadline', '60'];
    const server = await start([CLI, 'serve', ...options, '--no-record']);
    try {
      const { count, peak } = await readAll(server.port, server.process.pid ?? 0);
      const expected = Math.ceil(events / 100);
      if (count < expected) throw new Error(`${count} negotiations were read, not ${expected}`);
      const most = MEMORY_MB + MARGIN_MB;
      return {
        name: `resident memory, --memory ${MEMORY_MB}, all of ${events.toLocaleString('en')} events read`,
        unit: 'MB',
        runs: [peak],
        median: peak,
        ok: peak <= most,
        bound: `<= ${most}`,
      };
    } finally {
      server.process.kill();
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
}

export const memoryBenches = [residentMemory];
