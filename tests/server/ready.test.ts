import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Head } from '../../src/log/core/eventLog.js';
import { MemoryLog } from '../../src/log/memory/memoryLog.js';
import { openLog } from '../../src/log/openLog.js';
import { launch, startServer } from './testServer.js';

function file(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'parley-ready-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return path.join(directory, 'log.db');
}

interface ReadinessReply {
  readonly status: number;
  readonly body: { status: string; code?: string; reason?: string; position?: number };
}

async function ready(url: string): Promise<ReadinessReply> {
  const response = await fetch(`${url}/ready`);
  return { status: response.status, body: (await response.json()) as ReadinessReply['body'] };
}

async function readyAgain(url: string): Promise<ReadinessReply> {
  const end = Date.now() + 5_000;
  let answer = await ready(url);
  while (answer.status !== 200 && Date.now() < end) answer = await ready(url);
  return answer;
}

const another = (name: string) => {
  const { recordedAt: _, ...event } = launch;
  return { ...event, stream: `negotiation/${name}` };
};

/** A log whose file another connection can lock and unlock. */
async function locked() {
  const at = file();
  const log = await openLog(`sqlite:${at}`, { busyTimeoutMs: 20 });
  const other = new Database(at);
  onTestFinished(() => void other.close());
  return {
    log,
    lock: () => other.exec('BEGIN IMMEDIATE'),
    unlock: () => other.exec('ROLLBACK'),
  };
}

describe('/ready', () => {
  it('answers with the position and folds no stream', async () => {
    const { url } = await startServer();
    expect(await ready(url)).toMatchObject({ status: 200, body: { position: 1 } });
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^parley_events_folded_total 0$/m);
  });

  it('answers 503 when the log takes longer than the time limit', async () => {
    class HangingLog extends MemoryLog {
      hangs = false;
      override head(): Promise<Head> {
        return this.hangs ? new Promise(() => undefined) : super.head();
      }
    }
    const log = new HangingLog();
    const { url } = await startServer({ log, timeouts: { head: 30 } });
    log.hangs = true;
    expect(await ready(url)).toMatchObject({
      status: 503,
      body: { code: 'LOG_TOO_SLOW', reason: expect.stringContaining('0.03 seconds') },
    });
  });

  it('is 503 from an append that the engine could not record until one succeeds', async () => {
    const { log, lock, unlock } = await locked();
    const { url, parley } = await startServer({ log });
    lock();
    await expect(parley.append([another('c-d')])).rejects.toThrow('locked');
    for (let request = 0; request < 3; request += 1)
      expect(await ready(url)).toMatchObject({
        status: 503,
        body: { code: 'LOG_NOT_WRITABLE', reason: expect.stringContaining('kept it locked') },
      });
    unlock();
    await parley.append([another('c-d')]);
    expect(await ready(url)).toMatchObject({ status: 200, body: { position: 2 } });
  });

  it('recovers once writing works again, and appends nothing to find out', async () => {
    const { log, lock, unlock } = await locked();
    const { url, parley } = await startServer({ log, timeouts: { recheck: 0 } });
    lock();
    await expect(parley.append([another('c-d')])).rejects.toThrow('locked');
    expect((await ready(url)).status).toBe(503);
    unlock();
    expect(await readyAgain(url)).toMatchObject({ status: 200, body: { position: 1 } });
  });

  it('stays ready when an append is refused for its contents', async () => {
    const { url, parley } = await startServer();
    await expect(parley.append([{ ...another('c-d'), occurred: 'soon' }])).rejects.toThrow();
    await expect(
      parley.append([another('c-d')], {
        expectedRevisions: [{ stream: 'negotiation/c-d', revision: 9 }],
      }),
    ).rejects.toThrow();
    expect((await ready(url)).status).toBe(200);
  });

  it('stays 503 once a damaged page was read', async () => {
    const at = file();
    const events = Array.from({ length: 400 }, (_, index) => another(`n-${index}`));
    const filled = await openLog(`sqlite:${at}`);
    const { parley } = await startServer({ log: filled });
    await parley.append(events);
    await parley.close();
    damage(at);
    const { url, get } = await startServer({ log: await openLog(`sqlite:${at}`) });
    expect((await ready(url)).status).toBe(200);
    await get('{ events(first: 400) { edges { node { id hash } } } }');
    for (let request = 0; request < 2; request += 1)
      expect(await ready(url)).toMatchObject({
        status: 503,
        body: { code: 'LOG_DAMAGED', reason: expect.stringContaining('restore') },
      });
  });
});

/** Overwrites the page of a file in which the 100th event lies. */
function damage(at: string): void {
  const db = new Database(at);
  const size = db.pragma('page_size', { simple: true }) as number;
  const id = db.prepare('SELECT id FROM events WHERE position = 100').pluck().get() as string;
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  // Indexes hold the id, too, but not as JSON.
  const where = readFileSync(at).indexOf(`"id":"${id}"`);
  expect(where).toBeGreaterThan(0);
  const descriptor = openSync(at, 'r+');
  writeSync(descriptor, Buffer.alloc(size, 0xab), 0, size, Math.floor(where / size) * size);
  closeSync(descriptor);
}
