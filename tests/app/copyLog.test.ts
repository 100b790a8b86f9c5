import { beforeEach, describe, expect, it } from 'vitest';
import { copyLog, CopyRefused } from '../../src/app/transfer/copyLog.js';
import { verify } from '../../src/log/core/verify.js';
import type { EventLog, StoredRecord } from '../../src/log/core/eventLog.js';
import { MemoryLog } from '../../src/log/memory/memoryLog.js';
import {
  Clock,
  collect,
  OTHER_TALKS,
  retraction,
  statement,
  uuid,
} from '../support/logFixtures.js';

let from: EventLog;
let to: EventLog;

beforeEach(async () => {
  from = new MemoryLog('memory:from', new Clock());
  to = new MemoryLog('memory:to');
  const many = Array.from({ length: 1_100 }, (_, n) => statement(`${n}`, { id: uuid(n + 1) }));
  await from.append({ events: many, recordedBy: 'desk' });
  await from.append({
    events: [
      statement('both', { also: [OTHER_TALKS], certainty: 'CONFIRMED', timeZone: 'Asia/Kolkata' }),
      retraction(uuid(1)),
      statement('once', { recordedAt: '2025-11-05T08:00:00+05:30', recordedBy: 'someone' }),
    ],
    restore: true,
  });
});

describe('a copy of a log', () => {
  it('has the same events with the same hashes', async () => {
    const { position, hash } = await from.head();
    const copied = await copyLog(from, to);
    expect(copied).toEqual({ events: 1_103, existing: 0, head: { position, hash } });
    expect(await collect(to)).toEqual(await collect(from));
    expect(await verify(to, { expectedHead: { position, hash } })).toMatchObject({ ok: true });
  });

  it('is brought up to date by another copy', async () => {
    await copyLog(from, to);
    await from.append({ events: [statement('later')] });
    expect(await copyLog(from, to)).toMatchObject({ events: 1, existing: 1_103 });
    expect(await copyLog(from, to)).toMatchObject({ events: 0, existing: 1_104 });
    expect(await to.head()).toEqual(await from.head());
  });

  it('is checked without writing in a dry run', async () => {
    expect(await copyLog(from, to, { dryRun: true })).toMatchObject({ events: 1_103 });
    expect((await to.head()).position).toBe(0);
  });

  it('reports its progress', async () => {
    const told: string[] = [];
    await copyLog(from, to, { onProgress: (stage, count) => told.push(`${stage} ${count}`) });
    expect(told).toEqual([
      'checked 500',
      'checked 1000',
      'checked 1103',
      'copied 500',
      'copied 1000',
      'copied 1103',
    ]);
  });

  it('is refused into a log that has other events, before or after', async () => {
    await to.append({ events: [statement('their own')] });
    await expect(copyLog(from, to)).rejects.toThrow(/not the first of memory:from/);
    const ahead = new MemoryLog('memory:ahead');
    await copyLog(from, ahead);
    await ahead.append({ events: [statement('more')] });
    await expect(copyLog(from, ahead)).rejects.toBeInstanceOf(CopyRefused);
  });

  it('is refused from a log whose content was changed', async () => {
    const records = from.records.bind(from);
    from.records = async function* (after): AsyncGenerator<readonly StoredRecord[]> {
      for await (const page of records(after))
        yield page.map((row) =>
          row.position === 7 ? { ...row, body: row.body.replace('"6"', '"six"') } : row,
        );
    };
    await expect(copyLog(from, to)).rejects.toThrow(/broken at position 7.*Nothing was copied/);
    expect((await to.head()).position).toBe(0);
  });
});
