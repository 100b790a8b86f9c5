/** How fast the log is beside what SQLite does bare; each ratio is taken within one run. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import type { EventDraft } from '../../events/parse.js';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { openLog } from '../../src/log/openLog.js';
import { type BenchResult, line, median } from './measure.js';

const RUNS = 5;

/** Statements of the length that real ones have: about 650 bytes each as JSON. */
export function drafts(count: number, from = 0): EventDraft[] {
  return Array.from({ length: count }, (_, index) => ({
    stream: `negotiation/bench-${(from + index) % 20}`,
    type: 'StatementMade' as const,
    occurred: '2025-04-23',
    data: {
      speaker: 'A chief negotiator',
      role: 'Chief negotiator',
      summary: `Statement ${from + index}: the two sides had productive discussions on tariff and non-tariff matters and agreed to continue with a view to concluding the first tranche by the autumn.`,
      stance: 'POSITIVE' as const,
      about: ['first-tranche', 'market access'],
    },
    sources: [
      {
        url: `https://example.org/press/2025/04/29/statement-${from + index}`,
        publisher: 'Ministry of Commerce',
        title: 'Statement on the bilateral trade agreement',
        published: '2025-04-29',
        kind: 'OFFICIAL' as const,
      },
    ],
    certainty: 'CONFIRMED' as const,
  }));
}

/** Made beforehand: the raw table is not charged for them, the log is. */
const ids = Array.from({ length: 40_000 }, () => v7());

/** A table as one would write it without a log: the same facts, no chain, no histories. */
function rawTable(path: string) {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    'CREATE TABLE events (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, stream TEXT NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL) STRICT',
  );
  const insert = db.prepare('INSERT INTO events (id, stream, revision, body) VALUES (?, ?, ?, ?)');
  let revision = 0;
  const add = (draft: EventDraft) =>
    insert.run(ids[revision], draft.stream, ++revision, JSON.stringify(draft));
  const addAll = db.transaction((drafts: EventDraft[]) => drafts.forEach(add));
  return { db, add, addAll };
}

async function inDirectory<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  try {
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

interface Contest {
  readonly name: string;
  readonly bound: number;
  readonly parts: readonly EventDraft[][];
  readonly ours: (log: EventLog, part: EventDraft[]) => Promise<unknown>;
  readonly raw: (table: ReturnType<typeof rawTable>, part: EventDraft[]) => unknown;
}

/** Both take turns, part by part, so that what else the machine does slows both. */
async function contest({ name, bound, parts, ours, raw }: Contest): Promise<BenchResult> {
  const runs: number[] = [];
  while (runs.length < RUNS)
    await inDirectory(async (directory) => {
      const log = await openLog(`sqlite:${join(directory, 'log.db')}`);
      const table = rawTable(join(directory, 'raw.db'));
      const total = { ours: 0, raw: 0 };
      for (const part of parts) {
        total.ours += await milliseconds(() => ours(log, part));
        total.raw += await milliseconds(() => raw(table, part));
      }
      await log.close();
      table.db.close();
      runs.push(total.raw / total.ours);
    });
  const middle = median(runs);
  const ok = middle >= bound;
  return { name, unit: 'times raw', runs, median: middle, ok, bound: `>= ${bound}` };
}

/** Durable single appends by 64 concurrent callers, against one fsynced INSERT after another. */
export function concurrentAppends(): Promise<BenchResult> {
  return contest({
    name: 'durable appends, 64 callers',
    bound: 1,
    parts: Array.from({ length: 8 }, (_, index) => drafts(640, index * 640)),
    ours: (log, part) => {
      const queue = part.values();
      const caller = async () => {
        for (const event of queue) await log.append({ events: [event] });
      };
      return Promise.all(Array.from({ length: 64 }, caller));
    },
    raw: ({ add }, part) => part.forEach(add),
  });
}

/** Batches of 1,000 events, against the same batches inserted bare in one transaction each. */
export function batchedAppends(): Promise<BenchResult> {
  return contest({
    name: 'batches of 1,000',
    bound: 0.35,
    parts: Array.from({ length: 40 }, (_, index) => drafts(1_000, index * 1_000)),
    ours: (log, events) => log.append({ events }),
    raw: ({ addAll }, events) => addAll.immediate(events),
  });
}

const STREAMED = 100_000;

/** Growth of resident memory while every event goes by, in bytes of the file; in a child process. */
export async function streamingMemory(): Promise<BenchResult> {
  const runs = await inDirectory(async (directory) => {
    const path = join(directory, 'log.db');
    const log = await openLog(`sqlite:${path}`);
    for (let from = 0; from < STREAMED; from += 1_000)
      await log.append({ events: drafts(1_000, from) });
    await log.close();
    return Array.from({ length: RUNS }, () => streamInChild(path) / statSync(path).size);
  });
  const middle = median(runs);
  const name = `memory while reading ${STREAMED.toLocaleString('en')} events`;
  return { name, unit: 'times the file', runs, median: middle, ok: middle <= 1.5, bound: '<= 1.5' };
}

function streamInChild(path: string): number {
  const child = spawnSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(import.meta.url), 'stream', path],
    { encoding: 'utf8' },
  );
  if (child.status !== 0) throw new Error(child.stderr);
  return Number(child.stdout);
}

async function printGrowth(path: string): Promise<void> {
  const log = await openLog(`sqlite:${path}`, { readonly: true });
  await log.head();
  const before = process.memoryUsage.rss();
  let peak = before;
  let seen = 0;
  for await (const events of log.read()) {
    seen += events.length;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  if (seen !== STREAMED) throw new Error(`read ${seen} events, not ${STREAMED}`);
  process.stdout.write(String(peak - before));
}

export const logBenches = [concurrentAppends, batchedAppends, streamingMemory];

const script = process.argv[1];
if (script && existsSync(script) && import.meta.url === pathToFileURL(script).href) {
  if (process.argv[2] === 'stream') await printGrowth(process.argv[3] ?? '');
  else for (const bench of logBenches) console.log(line(await bench()));
}
