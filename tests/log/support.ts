/** Literal events, a clock that tests move by hand, and places to keep a log. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { AnyEvent } from '../../events/catalogue.js';
import type { EventDraft } from '../../events/parse.js';
import type { EventLog, Selection } from '../../src/log/core/eventLog.js';
import { openLog, type OpenOptions } from '../../src/log/openLog.js';
import { newSchema, type Schema } from '../support/postgres.js';

export const TALKS = 'negotiation/in-us-bta';
export const OTHER_TALKS = 'negotiation/eu-in-fta';

/** `00000000-0000-4000-8000-0000000000nn`. */
export const uuid = (n: number): string =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

const sources = [{ kind: 'PRESS' as const, publisher: 'PTI', published: '2025-11-04' }];

export const said = (summary: string, rest: Partial<EventDraft> = {}): EventDraft => ({
  stream: TALKS,
  type: 'StatementMade',
  occurred: '2025-11-04',
  data: { speaker: 'Karoline Leavitt', summary },
  sources,
  ...rest,
});

export const paused = (rest: Partial<EventDraft> = {}): EventDraft => ({
  stream: TALKS,
  type: 'TalksPaused',
  occurred: '2025-08-15~',
  data: { scope: 'FORMAL_ROUNDS' },
  sources,
  ...rest,
});

export const retracted = (event: string, rest: Partial<EventDraft> = {}): EventDraft => ({
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

/** What the statements selected say, in the order read. */
export const sayings = async (log: EventLog, selection?: Selection, pageSize?: number) =>
  (await collect(log, selection, pageSize)).map(
    ({ data }) => (data as { summary?: string }).summary,
  );

/** Waits until something is so; fails when it does not come to be. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(async () => holds(), { timeout: 15_000, interval: 10 }).toBe(true);
}

export const NOON = Date.parse('2025-11-04T12:00:00Z');

/** Stands still until it is set. */
export class Clock {
  constructor(public at = NOON) {}
  readonly now = (): number => this.at;
}

/** Somewhere that one log is kept, so that it can be opened again. */
export interface Place {
  open(options?: OpenOptions): Promise<EventLog>;
  /** Closes what was opened and removes the place. */
  leave(): Promise<void>;
}

/** The place of the test that runs; a new and empty one for each. */
export interface Setting {
  readonly open: (options?: OpenOptions) => Promise<EventLog>;
}

function place(url: string, remove: () => Promise<void>): Place {
  const opened: EventLog[] = [];
  return {
    async open(options) {
      const log = await openLog(url, options);
      opened.push(log);
      return log;
    },
    async leave() {
      for (const log of opened) await log.close();
      await remove();
    },
  };
}

/** In a schema of its own. */
export async function inPostgres(): Promise<Place & Schema> {
  const schema = await newSchema();
  return { ...place(schema.url, schema.remove), ...schema };
}

export const inMemory = async (): Promise<Place> => place('memory:', async () => {});

export async function onDisk(): Promise<Place & { readonly path: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'parley-log-'));
  const path = join(directory, 'log.db');
  const remove = () => rm(directory, { recursive: true });
  return { ...place(`sqlite:${path}`, remove), path };
}
