/** Several who have one log open, each with connections of its own, getting in each other's way. */
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { verify } from '../../src/log/core/verify.js';
import type { EventLog } from '../../src/log/core/eventLog.js';
import {
  collect,
  statement,
  summaries,
  TALKS,
  uuid,
  type SuiteContext,
} from '../support/logFixtures.js';

const codes = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.map((result) =>
    result.status === 'fulfilled' ? 'recorded' : (result.reason as { code: string }).code,
  );

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Appends one event on top of the stream as it is, however often others come first. */
async function addOnTop(log: EventLog, words: string): Promise<number> {
  for (let tries = 1; ; tries++) {
    const revision = (await log.streams(TALKS))[0]?.revision ?? 0;
    try {
      await log.append({
        events: [statement(words)],
        expectedRevisions: [{ stream: TALKS, revision }],
      });
      return tries;
    } catch (error) {
      if ((error as { code?: string }).code !== 'REVISION_CONFLICT') throw error;
    }
  }
}

export function races({ open }: SuiteContext): void {
  it('lets exactly one writer win each expected revision, from 0 on', async () => {
    const logs = [await open(), await open()];
    for (let revision = 0; revision < 10; revision++) {
      const results = await Promise.allSettled(
        logs.map((log, side) =>
          log.append({
            events: [statement(`${revision} by ${side}`)],
            expectedRevisions: [{ stream: TALKS, revision }],
          }),
        ),
      );
      expect(codes(results).sort()).toEqual(['REVISION_CONFLICT', 'recorded']);
    }
    expect((await collect(logs[0]!)).map(({ revision }) => revision)).toEqual(upTo(10));
  });

  it('loses no update of writers that read, decide and retry', async () => {
    const logs = [await open(), await open(), await open()];
    await Promise.all(
      logs.map(async (log, side) => {
        for (let n = 0; n < 8; n++) await addOnTop(log, `${n} by ${side}`);
      }),
    );
    const statement = await summaries(logs[0]!);
    expect(statement).toHaveLength(24);
    expect(new Set(statement).size).toBe(24);
  });

  it('records an id once', async () => {
    const logs = [await open(), await open()];
    for (let n = 1; n <= 10; n++) {
      const results = await Promise.allSettled(
        logs.map((log) =>
          log.append({ events: [statement('before'), statement('x', { id: uuid(n) })] }),
        ),
      );
      expect(codes(results).sort()).toEqual(['DUPLICATE_EVENT', 'recorded']);
    }
    expect((await logs[0]!.head()).position).toBe(20);
  });

  it('records an idempotency key once, and gives everyone who sent it the same events', async () => {
    const logs = [await open(), await open(), await open()];
    for (let n = 1; n <= 10; n++) {
      const append = {
        events: [statement(`${n}`), statement('and more')],
        idempotencyKey: `key ${n}`,
      };
      const results = await Promise.all(logs.map((log) => log.append(append)));
      expect(results.filter(({ repeated }) => !repeated)).toHaveLength(1);
      for (const { events } of results) expect(events).toEqual(results[0]!.events);
    }
    expect((await logs[0]!.head()).position).toBe(20);
  });

  it('refuses an idempotency key that another process uses for other events at the same time', async () => {
    const logs = [await open(), await open()];
    const results = await Promise.allSettled(
      logs.map((log, side) => log.append({ events: [statement(`${side}`)], idempotencyKey: 'k' })),
    );
    expect(codes(results).sort()).toEqual(['IDEMPOTENCY_CONFLICT', 'recorded']);
    expect((await logs[0]!.head()).position).toBe(1);
  });

  it('shows a reader no later event before an earlier one, nor part of an append', async () => {
    const [large, small, reader] = [await open(), await open(), await open()];
    const state = { writing: true };
    const written = Promise.all([
      (async () => {
        for (let n = 0; n < 4; n++)
          await large.append({
            events: Array.from({ length: 400 }, () => statement('part of many')),
          });
      })(),
      (async () => {
        for (let n = 0; n < 30; n++) {
          const refused = {
            events: [statement('no')],
            expectedRevisions: [{ stream: TALKS, revision: -1 }],
          };
          await expect(small.append(refused)).rejects.toMatchObject({ code: 'REVISION_CONFLICT' });
          await small.append({ events: [statement('alone')] });
        }
      })(),
    ]).finally(() => (state.writing = false));
    const seen: string[] = [];
    let last = 0;
    for (let looking = true; looking; looking = state.writing || last < 1630) {
      // An engine that answers at once would leave the writers no turn.
      await turn();
      for (const event of await collect(reader, { after: last }, 5_000)) {
        expect(event.position).toBe(++last);
        seen.push((event.data as { summary: string }).summary);
      }
      const parts = seen.filter((words) => words === 'part of many').length;
      expect(parts % 400).toBe(0);
    }
    await written;
    expect(seen).toHaveLength(1630);
    expect(await verify(reader)).toMatchObject({ ok: true, count: 1630 });
  });

  it('reads each event once, page by page, while others append', async () => {
    const [writer, reader] = [await open(), await open()];
    await writer.append({ events: Array.from({ length: 50 }, (_, n) => statement(`${n}`)) });
    const positions: number[] = [];
    for await (const page of reader.read({}, 7)) {
      positions.push(...page.map(({ position }) => position));
      if (page.length === 7) await writer.append({ events: [statement('a'), statement('b')] });
    }
    expect(positions).toEqual(upTo((await writer.head()).position));
    const backwards = await collect(reader, { backwards: true }, 7);
    expect(backwards.map(({ position }) => position)).toEqual(positions.reverse());
  });

  it('keeps a timestamp that one process closed while others append', async () => {
    const [one, other] = [await open(), await open()];
    const promised: { until: number; from: number }[] = [];
    await Promise.all([
      (async () => {
        for (let n = 0; n < 30; n++) await one.append({ events: [statement(`${n}`)] });
      })(),
      (async () => {
        for (let n = 0; n < 30; n++) {
          const until = Date.now() - 1;
          if (await other.closeTimestamp(until))
            promised.push({ until, from: await other.positionAt(until) });
        }
      })(),
    ]);
    expect(promised.length).toBeGreaterThan(0);
    for (const { until, from } of promised) expect(await one.positionAt(until)).toBe(from);
  });
}
