import { expect, it } from 'vitest';
import { LogUnavailable } from '../../../src/log/core/errors.js';
import { Clock, collect, NOON, said, sayings, uuid, type Setting } from '../support.js';

export function reopening({ open }: Setting): void {
  it('holds what was acknowledged, and goes on from there', async () => {
    const log = await open();
    const append = { events: [said('a', { id: uuid(1) })], idempotencyKey: 'k' };
    const { events } = await log.append(append);
    await log.close();
    const again = await open();
    expect(await collect(again)).toEqual(events);
    expect(await again.append(append)).toEqual({ events, repeated: true });
    await again.append({ events: [said('b')] });
    expect((await collect(again)).map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('records what was still waiting when it was closed', async () => {
    const log = await open();
    const waiting = log.append({ events: [said('a')] });
    await log.close();
    expect((await waiting).events).toHaveLength(1);
    expect(await sayings(await open())).toEqual(['a']);
  });

  it('keeps a pin though the clock has stepped back', async () => {
    const log = await open({ now: () => NOON });
    expect(await log.closeTimestamp(NOON - 1)).toBe(true);
    await log.close();
    const again = await open(new Clock(NOON - 86_400_000));
    const { events } = await again.append({ events: [said('a')] });
    expect(events[0]?.recorded).toBe(NOON);
  });

  it('is seen by others who have it open, who may write too', async () => {
    const [one, two] = [await open({ now: () => NOON }), await open({ now: () => NOON - 1000 })];
    await one.append({ events: [said('a')] });
    await two.append({ events: [said('b')] });
    expect(await two.closeTimestamp(NOON - 2000)).toBe(true);
    await one.append({ events: [said('c')] });
    expect(await sayings(two)).toEqual(['a', 'b', 'c']);
    expect((await collect(one)).map(({ recorded }) => recorded)).toEqual([
      NOON,
      NOON + 1,
      NOON + 2,
    ]);
    expect(await one.head()).toEqual(await two.head());
  });

  it('read-only, it answers, runs dry, and refuses to record or to promise', async () => {
    await (await open()).append({ events: [said('a')] });
    const log = await open({ readonly: true });
    expect(await sayings(log)).toEqual(['a']);
    expect((await log.append({ events: [said('b')], dryRun: true })).events).toHaveLength(1);
    await expect(log.append({ events: [said('b')] })).rejects.toBeInstanceOf(LogUnavailable);
    expect(await log.closeTimestamp(NOON)).toBe(false);
    expect(await sayings(log)).toEqual(['a']);
  });

  it('says so when it was closed', async () => {
    const log = await open();
    await log.close();
    await log.close();
    await expect(log.head()).rejects.toBeInstanceOf(LogUnavailable);
    await expect(log.append({ events: [said('a')] })).rejects.toBeInstanceOf(LogUnavailable);
    await expect(collect(log)).rejects.toBeInstanceOf(LogUnavailable);
  });
}
