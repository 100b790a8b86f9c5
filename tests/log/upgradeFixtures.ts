/** What the logs in `fixtures/` hold, and what a server of the version before would append to them. */
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { EventDraft } from '../../events/parse.js';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { type AppendPlan, planAppend } from '../../src/log/core/planAppend.js';
import { verify } from '../../src/log/core/verify.js';
import {
  collect,
  OTHER_TALKS,
  pause,
  retraction,
  statement,
  uuid,
} from '../support/logFixtures.js';

export const fixture = (name: string) =>
  fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

export const HEAD = {
  position: 20,
  hash: 'c9db4c2f3e478ccf8d90af5af8346859339f9f4c3f89e477487c2da9601a29a3',
};
export const EU_TALKS = 'negotiation/in-eu-fta';
const IN_US_TALKS = 'negotiation/in-us-bta';
export const CLOSED = Date.parse('2026-11-24T12:30:00Z');
const CORRECTED = '01a20245-0b28-7175-b9b7-6a7b33caeca3';

/** The append that the fixtures hold under the idempotency key `fixture 2`. */
const REPEATED = {
  idempotencyKey: 'fixture 2',
  events: [
    pause({ id: uuid(5), stream: EU_TALKS, certainty: 'REPORTED' as const }),
  ] as readonly EventDraft[],
};

/** The clock lies before the closed timestamp. */
export const now = () => Date.parse('2026-11-24T12:10:00Z');

export async function expectAllData(log: EventLog): Promise<void> {
  expect(await verify(log, { expectedHead: HEAD })).toEqual({ ok: true, count: 20, head: HEAD });
  expect(await log.streams()).toEqual([
    { stream: 'measure/us-232-metals', revision: 1 },
    { stream: 'measure/us-recip-baseline', revision: 1 },
    { stream: 'measure/us-recip-in', revision: 2 },
    { stream: EU_TALKS, revision: 3 },
    { stream: IN_US_TALKS, revision: 13 },
  ]);
  const talks = await collect(log, { streams: [IN_US_TALKS] });
  expect(talks.map(({ position }) => position)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 16, 17, 18, 19,
  ]);
  expect((await log.byTarget([CORRECTED])).map(({ type }) => type)).toEqual([
    'EventCorrected',
    'SourceAdded',
  ]);
  expect(await log.append({ ...REPEATED, dryRun: true })).toMatchObject({ repeated: true });
}

export async function expectAppends(log: EventLog): Promise<void> {
  expect(await log.append(REPEATED)).toMatchObject({ repeated: true, events: [{ position: 20 }] });
  await expect(log.append({ ...REPEATED, events: [statement('other')] })).rejects.toMatchObject({
    code: 'IDEMPOTENCY_CONFLICT',
  });
  const { events } = await log.append({
    events: [statement('new', { also: [OTHER_TALKS] }), retraction(CORRECTED)],
    idempotencyKey: 'new',
    expectedRevisions: [{ stream: IN_US_TALKS, revision: 13 }],
  });
  expect(events.map(({ position, recorded }) => [position, recorded])).toEqual([
    [21, CLOSED + 1],
    [22, CLOSED + 2],
  ]);
  expect(await log.closeTimestamp(CLOSED)).toBe(true);
  expect(await verify(log, { expectedHead: HEAD })).toMatchObject({ ok: true, count: 22 });
}

/** What the version before would write for one append, on a log that ends at the fixtures' head. */
export function oldPlan(): AppendPlan {
  return planAppend(
    {
      head: { ...HEAD, recorded: CLOSED - 1, recordedAt: '' },
      closedTimestamp: CLOSED,
      revision: () => 13,
      links: (id) =>
        id === CORRECTED
          ? { position: 6, stream: IN_US_TALKS, also: [], target: undefined }
          : undefined,
      idempotencyRecord: () => undefined,
      isViolated: () => false,
      records: () => [],
    },
    {
      events: [
        statement('old', { stream: IN_US_TALKS, also: [EU_TALKS], id: uuid(31) }),
        retraction(CORRECTED, { stream: IN_US_TALKS, id: uuid(32) }),
      ],
      idempotencyKey: 'old',
    },
    now(),
  );
}
