import { expect, it } from 'vitest';
import { LogUnavailable } from '../../src/log/core/errors.js';
import {
  Clock,
  collect,
  NOON,
  statement,
  summaries,
  uuid,
  type SuiteContext,
} from '../support/logFixtures.js';

export function reopening({ open }: SuiteContext): void {
  it('holds what was acknowledged and continues from there', async () => {
    const log = await open();
    const append = { events: [statement('a', { id: uuid(1) })], idempotencyKey: 'k' };
    const { events } = await log.append(append);
    await log.close();
    const again = await open();
    expect(await collect(again)).toEqual(events);
    expect(await again.append(append)).toEqual({ events, repeated: true });
    await again.append({ events: [statement('b')] });
    expect((await collect(again)).map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('records what was still waiting when it was closed', async () => {
    const log = await open();
    const waiting = log.append({ events: [statement('a')] });
    await log.close();
    expect((await waiting).events).toHaveLength(1);
    expect(await summaries(await open())).toEqual(['a']);
  });

  it('keeps its closed timestamp though the clock stepped back', async () => {
    const log = await open({ now: () => NOON });
    expect(await log.closeTimestamp(NOON - 1)).toBe(true);
    await log.close();
    const again = await open(new Clock(NOON - 86_400_000));
    const { events } = await again.append({ events: [statement('a')] });
    expect(events[0]?.recorded).toBe(NOON);
  });

  it('is seen by other processes that have it open and write, too', async () => {
    const [one, two] = [await open({ now: () => NOON }), await open({ now: () => NOON - 1000 })];
    await one.append({ events: [statement('a')] });
    await two.append({ events: [statement('b')] });
    expect(await two.closeTimestamp(NOON - 2000)).toBe(true);
    await one.append({ events: [statement('c')] });
    expect(await summaries(two)).toEqual(['a', 'b', 'c']);
    expect((await collect(one)).map(({ recorded }) => recorded)).toEqual([
      NOON,
      NOON + 1,
      NOON + 2,
    ]);
    expect(await one.head()).toEqual(await two.head());
  });

  it('opened read-only answers and runs dry, but refuses to record or to close a timestamp', async () => {
    await (await open()).append({ events: [statement('a')] });
    const log = await open({ readonly: true });
    expect(await summaries(log)).toEqual(['a']);
    expect((await log.append({ events: [statement('b')], dryRun: true })).events).toHaveLength(1);
    await expect(log.append({ events: [statement('b')] })).rejects.toBeInstanceOf(LogUnavailable);
    expect(await log.closeTimestamp(NOON)).toBe(false);
    expect(await summaries(log)).toEqual(['a']);
  });

  it('names the cause when it is used after it was closed', async () => {
    const log = await open();
    await log.close();
    await log.close();
    await expect(log.head()).rejects.toBeInstanceOf(LogUnavailable);
    await expect(log.append({ events: [statement('a')] })).rejects.toBeInstanceOf(LogUnavailable);
    await expect(collect(log)).rejects.toBeInstanceOf(LogUnavailable);
  });
}
