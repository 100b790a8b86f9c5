import { expect, it } from 'vitest';
import { RestoreRefused } from '../../src/log/core/errors.js';
import {
  Clock,
  collect,
  NOON,
  statement,
  summaries,
  type SuiteContext,
} from '../support/logFixtures.js';

const at = (recordedAt: string, summary = recordedAt) => statement(summary, { recordedAt });

export function clocks({ open }: SuiteContext): void {
  it('strictly increases when the clock stands still or steps back', async () => {
    const clock = new Clock();
    const log = await open(clock);
    await log.append({ events: [statement('a'), statement('b')] });
    clock.at -= 3_600_000;
    await log.append({ events: [statement('c')] });
    clock.at += 7_200_000;
    await log.append({ events: [statement('d')] });
    expect((await collect(log)).map(({ recorded }) => recorded - NOON)).toEqual([
      0, 1, 2, 3_600_000,
    ]);
  });

  it('is stamped by the log, whatever was sent', async () => {
    const log = await open({ now: () => NOON });
    const sent = statement('a', { recordedAt: '2025-01-01T00:00:00Z', recordedBy: 'someone' });
    const { events } = await log.append({ events: [sent], recordedBy: 'desk' });
    expect(events[0]).toMatchObject({ recordedAt: '2025-11-04T12:00:00.000Z', recordedBy: 'desk' });
    const [anonymous] = (await log.append({ events: [sent] })).events;
    expect(anonymous).not.toHaveProperty('recordedBy');
  });

  it('is kept by a restore as written, and may repeat', async () => {
    const log = await open({ now: () => NOON });
    const first = statement('a', {
      recordedAt: '2025-04-29T13:30:00+05:30',
      recordedBy: 'someone',
    });
    await log.append({
      events: [first, at('2025-04-29T08:00:00Z'), statement('now')],
      restore: true,
      recordedBy: 'import',
    });
    expect((await collect(log)).map((event) => [event.recordedAt, event.recordedBy])).toEqual([
      ['2025-04-29T13:30:00+05:30', 'someone'],
      ['2025-04-29T08:00:00Z', 'import'],
      ['2025-11-04T12:00:00.000Z', 'import'],
    ]);
  });

  it('refuses a whole restore in which it would decrease', async () => {
    const log = await open();
    const refusal = log.append({
      events: [at('2025-04-29T08:00:00Z'), at('2025-04-29T07:59:59.999Z')],
      restore: true,
    });
    await expect(refusal).rejects.toBeInstanceOf(RestoreRefused);
    await expect(refusal).rejects.toMatchObject({ index: 1, last: '2025-04-29T08:00:00Z' });
    expect((await log.head()).position).toBe(0);
  });

  it('continues after an instant restored from the future', async () => {
    const log = await open({ now: () => NOON });
    await log.append({ events: [at('2026-01-01T00:00:00Z')], restore: true });
    const { events } = await log.append({ events: [statement('next')] });
    expect(events[0]?.recordedAt).toBe('2026-01-01T00:00:00.001Z');
  });

  it('finds the last position recorded at or before an instant', async () => {
    const clock = new Clock();
    const log = await open(clock);
    for (const minutes of [0, 1, 2, 3, 4]) {
      clock.at = NOON + minutes * 60_000;
      await log.append({ events: [statement(`${minutes}`)] });
    }
    const asked = [-1, 0, 59_999, 60_000, 239_999, 240_000, Infinity];
    const found = await Promise.all(asked.map((ms) => log.positionAt(NOON + ms)));
    expect(found).toEqual([0, 1, 1, 2, 4, 5, 5]);
  });

  it('never records at or before a closed timestamp', async () => {
    const clock = new Clock();
    const log = await open(clock);
    expect(await log.closeTimestamp(NOON - 1000)).toBe(true);
    clock.at = NOON - 3_600_000;
    const { events } = await log.append({ events: [statement('a')] });
    expect(events[0]?.recorded).toBe(NOON - 999);
  });

  it('does not close a timestamp that is not in the past', async () => {
    const log = await open({ now: () => NOON });
    for (const instant of [NOON, NOON + 1, Infinity, NaN])
      expect(await log.closeTimestamp(instant)).toBe(false);
    const { events } = await log.append({ events: [statement('a')] });
    expect(events[0]?.recorded).toBe(NOON);
  });

  it('writes nothing to close a timestamp before the last record, and keeps the latest', async () => {
    const clock = new Clock();
    const log = await open(clock);
    await log.append({ events: [statement('a')] });
    clock.at -= 60_000;
    expect(await log.closeTimestamp(NOON - 1)).toBe(true);
    clock.at += 120_000;
    expect(await log.closeTimestamp(NOON + 2000)).toBe(true);
    expect(await log.closeTimestamp(NOON + 1000)).toBe(true);
    clock.at = NOON;
    const { events } = await log.append({ events: [statement('b')] });
    expect(events[0]?.recorded).toBe(NOON + 2001);
  });

  it('refuses a restore at or before a closed timestamp', async () => {
    const log = await open({ now: () => NOON });
    await log.closeTimestamp(NOON - 1000);
    const pinned = new Date(NOON - 1000).toISOString();
    const refusal = log.append({ events: [at(pinned)], restore: true });
    await expect(refusal).rejects.toMatchObject({ code: 'RESTORE_REFUSED', closed: true });
    await log.append({ events: [at(new Date(NOON - 999).toISOString(), 'kept')], restore: true });
    expect(await summaries(log)).toEqual(['kept']);
  });
}
