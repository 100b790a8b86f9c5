import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { verify } from '../../src/log/core/verify.js';
import { LogDamaged } from '../../src/log/core/errors.js';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { openLog } from '../../src/log/openLog.js';
import { SeededRandom } from '../cluster/seededRandom.js';
import { collect, OTHER_TALKS, retraction, statement, TALKS } from '../support/logFixtures.js';
import { SEED } from '../support/seed.js';
import { newDirectory } from './smallDisk.js';

const COUNT = 300;

let file: string;
let bytes: Buffer;
let ids: string[];
let instants: number[];

/** Everything that can be asked of a log, answer by answer. */
const QUESTIONS: Readonly<Record<string, (log: EventLog) => Promise<unknown>>> = {
  head: (log) => log.head(),
  all: (log) => collect(log),
  stream: (log) => collect(log, { streams: [TALKS] }),
  'another stream': (log) => collect(log, { streams: [OTHER_TALKS] }),
  type: (log) => collect(log, { types: ['EventRetracted'] }),
  ids: (log) => log.byId(ids),
  streams: (log) => log.streams(),
  about: (log) => log.byTarget(ids),
  instants: (log) => Promise.all(instants.map((instant) => log.positionAt(instant))),
};

beforeEach(async () => {
  file = path.join(newDirectory(), 'log.db');
  const log = await openLog(`sqlite:${file}`);
  const events = Array.from({ length: COUNT }, (_, n) =>
    statement(`word ${n} `.repeat(10), n % 5 === 0 ? { also: [OTHER_TALKS] } : {}),
  );
  ids = (await log.append({ events })).events.map(({ id }) => id);
  const about = ids.filter((_, n) => n % 20 === 0).map((id) => retraction(id));
  await log.append({ events: about });
  instants = (await collect(log)).map(({ recorded }) => recorded);
  await log.close();
  bytes = readFileSync(file);
});

/** Writes over the file, from a place in it. */
function overwrite(at: number, values: Buffer): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, values, 0, values.length, at);
  closeSync(descriptor);
}

async function opened(): Promise<EventLog> {
  const log = await openLog(`sqlite:${file}`, { readonly: true });
  onTestFinished(() => log.close());
  return log;
}

describe('a log file with changed bytes', () => {
  it('is reported as damaged where a word was changed', async () => {
    // The word stands in the record alone, not in an index.
    const at = bytes.indexOf('word 150 ');
    overwrite(at, Buffer.from('sword'));
    const log = await opened();
    await expect(collect(log)).rejects.toBeInstanceOf(LogDamaged);
    await expect(log.byId([ids[150]!])).rejects.toThrow(/does not match its hash/);
    expect(await verify(log)).toMatchObject({ ok: false, position: 151 });
    // What was recorded elsewhere can be saved.
    expect(await collect(log, { before: 151 })).toHaveLength(150);
    expect(await log.byId([ids[0]!])).toHaveLength(1);
  });

  it('is reported as damaged where a missing page is read', async () => {
    const size = bytes.readUInt16BE(16);
    const page = Math.floor(bytes.indexOf('word 150 ') / size) * size;
    overwrite(page, Buffer.alloc(size, 0x5a));
    const log = await opened();
    await expect(collect(log)).rejects.toBeInstanceOf(LogDamaged);
    const verified = await verify(log);
    expect(verified).toMatchObject({ ok: false, problem: expect.stringMatching(/cannot be read/) });
    expect((await log.head()).position).toBe(instants.length);
  });

  it('is reported as damaged where the columns that find an instant were changed', async () => {
    const raw = new Database(file);
    raw.exec(
      'DROP TRIGGER events_refuses_update; UPDATE events SET recorded = 1 WHERE position > 200',
    );
    raw.close();
    const log = await opened();
    await expect(log.positionAt(instants[250]!)).rejects.toBeInstanceOf(LogDamaged);
  });

  it(`reads as before, or is reported as damaged, or fails verify (seed ${SEED})`, async () => {
    const chance = new SeededRandom(SEED, 'bits');
    const before = await answers();
    for (let run = 0; run < 60; run++) {
      const at = chance.below(bytes.length);
      overwrite(at, Buffer.of(bytes[at]! ^ (1 << chance.below(8))));
      const after = await answers();
      const answered = [...after].filter(([, answer]) => answer !== DAMAGED);
      const verified = after.get('verify');
      for (const [name, answer] of answered)
        if (name !== 'verify' && answer !== before.get(name))
          expect({ at, name, verified }).toEqual({ at, name, verified: 'broken' });
      overwrite(at, bytes.subarray(at, at + 1));
    }
  }, 60_000);
});

const DAMAGED = 'damaged';

/** The answer to each question, or that the log is damaged; none where it is not even opened. */
async function answers(): Promise<ReadonlyMap<string, string>> {
  const told = (error: unknown) => {
    expect(error).toBeInstanceOf(LogDamaged);
    return DAMAGED;
  };
  let log: EventLog;
  try {
    log = await openLog(`sqlite:${file}`, { readonly: true });
  } catch (error) {
    expect(error).toMatchObject({ code: 'LOG_UNAVAILABLE' });
    return new Map();
  }
  try {
    const found = new Map<string, string>();
    for (const [name, question] of Object.entries(QUESTIONS))
      found.set(name, await question(log).then((answer) => JSON.stringify(answer), told));
    found.set('verify', await verify(log).then(({ ok }) => (ok ? 'whole' : 'broken'), told));
    return found;
  } finally {
    await log.close();
  }
}
