/** Literal event drafts, a manual clock, and logs with storage of their own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { AnyEvent } from '../../events/catalogue.js';
import type { EventDraft } from '../../events/parse.js';
import type { EventLog, Selection } from '../../src/log/core/eventLog.js';
import { openLog, type OpenOptions } from '../../src/log/openLog.js';
import { newSchema, type Schema } from './postgres.js';

export const TALKS = 'negotiation/in-us-bta';
export const OTHER_TALKS = 'negotiation/eu-in-fta';

/** `00000000-0000-4000-8000-0000000000nn`. */
export const uuid = (n: number): string =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

const sources = [{ kind: 'PRESS' as const, publisher: 'PTI', published: '2025-11-04' }];

export const statement = (summary: string, rest: Partial<EventDraft> = {}): EventDraft => ({
  stream: TALKS,
  type: 'StatementMade',
  occurred: '2025-11-04',
  data: { speaker: 'Karoline Leavitt', summary },
  sources,
  ...rest,
});

export const pause = (rest: Partial<EventDraft> = {}): EventDraft => ({
  stream: TALKS,
  type: 'TalksPaused',
  occurred: '2025-08-15~',
  data: { scope: 'FORMAL_ROUNDS' },
  sources,
  ...rest,
});

export const retraction = (event: string, rest: Partial<EventDraft> = {}): EventDraft => ({
  stream: TALKS,
  type: 'EventRetracted',
  occurred: '2025-11-05',
  data: { event, reason: 'misattributed' },
  sources,
  ...rest,
});

export async function collect(
  log: EventLog,
  selection?: Selection,
  pageSize?: number,
): Promise<AnyEvent[]> {
  const events: AnyEvent[] = [];
  for await (const page of log.read(selection, pageSize)) events.push(...page);
  return events;
}

/** The summaries of the selected statements, in the order read. */
export const summaries = async (log: EventLog, selection?: Selection, pageSize?: number) =>
  (await collect(log, selection, pageSize)).map(
    ({ data }) => (data as { summary?: string }).summary,
  );

/** Waits until a condition holds; fails after 15 seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(async () => holds(), { timeout: 15_000, interval: 10 }).toBe(true);
}

export const NOON = Date.parse('2025-11-04T12:00:00Z');

/** A clock that only changes when it is set. */
export class Clock {
  constructor(public at = NOON) {}
  readonly now = (): number => this.at;
}

/** A log with its own storage, which can be opened again. */
export interface TestLog {
  open(options?: OpenOptions): Promise<EventLog>;
  /** Closes every log that was opened and removes the storage. */
  dispose(): Promise<void>;
}

/** The context of a contract suite: opens the log of the running test, which is empty at first. */
export interface SuiteContext {
  readonly open: (options?: OpenOptions) => Promise<EventLog>;
}

function testLog(url: string, remove: () => Promise<void>): TestLog {
  const opened: EventLog[] = [];
  return {
    async open(options) {
      const log = await openLog(url, options);
      opened.push(log);
      return log;
    },
    async dispose() {
      for (const log of opened) await log.close();
      await remove();
    },
  };
}

/** A log in a PostgreSQL schema of its own. */
export async function inPostgres(): Promise<TestLog & Schema> {
  const schema = await newSchema();
  return { ...testLog(schema.url, schema.remove), ...schema };
}

export const inMemory = async (): Promise<TestLog> => testLog('memory:', async () => {});

export async function onDisk(): Promise<TestLog & { readonly path: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'parley-log-'));
  const path = join(directory, 'log.db');
  const remove = () => rm(directory, { recursive: true });
  return { ...testLog(`sqlite:${path}`, remove), path };
}
