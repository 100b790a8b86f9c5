import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { openLog } from '../../src/log/openLog.js';
import { verify } from '../../src/log/core/verify.js';
import { statement, summaries } from '../support/logFixtures.js';
import { newDirectory } from './smallDisk.js';

/** Another process that takes the file for itself, as a backup by other means does. */
interface Other {
  lock(): void;
  letGo(): void;
}

let url: string;
let other: Other;

beforeEach(async () => {
  const file = path.join(newDirectory(), 'log.db');
  url = `sqlite:${file}`;
  await (await openLog(url)).close();
  const db = new Database(file);
  onTestFinished(() => void db.close());
  other = { lock: () => db.exec('BEGIN IMMEDIATE'), letGo: () => db.exec('ROLLBACK') };
});

async function open(busyTimeoutMs: number): Promise<EventLog> {
  const log = await openLog(url, { busyTimeoutMs });
  onTestFinished(() => log.close());
  return log;
}

describe('a log whose file another process keeps locked', () => {
  it('is readable meanwhile, and records a waiting append when it is unlocked', async () => {
    const log = await open(60_000);
    await log.append({ events: [statement('before')] });
    other.lock();
    let done = false;
    const waiting = log.append({ events: [statement('after')] }).finally(() => (done = true));
    for (let reads = 0; reads < 20; reads++) expect(await summaries(log)).toEqual(['before']);
    expect(done).toBe(false);
    other.letGo();
    expect((await waiting).events[0]?.position).toBe(2);
    expect(await verify(log)).toMatchObject({ ok: true, count: 2 });
  });

  it('refuses an append that waited too long, records none of it, and works once unlocked', async () => {
    const log = await open(50);
    other.lock();
    const append = { events: [statement('a'), statement('b')], idempotencyKey: 'k' };
    await expect(log.append(append)).rejects.toMatchObject({
      code: 'LOG_UNAVAILABLE',
      message: expect.stringMatching(/another process kept it locked\. Try again/),
    });
    expect(await summaries(log)).toEqual([]);
    other.letGo();
    expect(await log.append(append)).toMatchObject({ repeated: false });
    expect(await summaries(log)).toEqual(['a', 'b']);
  });

  it('still answers reads of a past knownAt, but does not pin them', async () => {
    const log = await open(50);
    const parley = new Parley(log);
    const launch = {
      stream: 'negotiation/a-b',
      type: 'NegotiationLaunched',
      occurred: '2025-02-13',
      certainty: 'INFERRED',
      data: { title: 'A and B', parties: ['IN', 'US'], timeZone: 'UTC' },
    };
    const [first, last] = (await parley.append([launch, { ...launch, stream: 'negotiation/c-d' }]))
      .events;
    const after = new Date(last!.recorded + 1).toISOString();
    await expect.poll(() => Date.now()).toBeGreaterThan(last!.recorded + 1);
    other.lock();
    const view = async (knownAt: string) => (await parley.negotiation('a-b', { knownAt }))?.view;
    // That nothing comes before the last event needs no promise.
    expect(await view(first!.recordedAt)).toMatchObject({ pinned: true, position: 1 });
    expect(await view(after)).toMatchObject({ pinned: false, immutable: false, position: 2 });
    other.letGo();
    expect(await view(after)).toMatchObject({ pinned: true });
  });
});
