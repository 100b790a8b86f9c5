/**
 * Three servers on one log, while servers are killed, PostgreSQL is restarted and connections are
 * cut: what was acknowledged is there once, what is followed comes once and in order, and what was
 * answered for good stays as it was.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AnyEvent } from '../../events/catalogue.js';
import { verify } from '../../src/log/core/verify.js';
import { openLog } from '../../src/log/openLog.js';
import { TcpProxy } from '../support/tcpProxy.js';
import { changed } from '../support/postgres.js';
import { type RunningPostgres, startPostgres } from '../support/postgresServer.js';
import { SEED } from '../support/seed.js';
import { SeededRandom } from './seededRandom.js';
import { Faults } from './faults.js';
import { Member } from './member.js';
import { PinnedViews } from './pinnedViews.js';
import { Subscriber, type Transport } from './subscriber.js';
import { SHARED, Writer } from './writer.js';

/** Acknowledged events, at least, when it is over. */
const ENOUGH = 2_000;
/** A server takes its time to start where much else runs. */
const PATIENCE_MS = 120_000;

const chance = (name: string) => new SeededRandom(SEED, name);
const stopping = new AbortController();
const members: Member[] = [];
let writers: readonly Writer[] = [];
let subscribers: readonly Subscriber[] = [];
let postgres: RunningPostgres;
let wire: TcpProxy;
let pinned: PinnedViews;
/** The log when all is over, and how much of it was there before. */
let log: readonly AnyEvent[];
let shipped: number;

/** The log, read without a server. */
async function events(streams?: readonly string[]): Promise<readonly AnyEvent[]> {
  const direct = await openLog(postgres.url, { readonly: true });
  const all: AnyEvent[] = [];
  for await (const page of direct.read(streams && { streams })) all.push(...page);
  await direct.close();
  return all;
}

const acknowledged = () => writers.flatMap((writer) => writer.acknowledged);

/** Waits until so many events are acknowledged. */
async function written(count: number): Promise<void> {
  const enough = () => acknowledged().length >= count;
  await vi.waitUntil(enough, { timeout: PATIENCE_MS, interval: 10 });
}

beforeAll(async () => {
  postgres = await startPostgres();
  wire = await TcpProxy.to(postgres.port);
  const wired = changed(postgres.url, (url) => (url.port = String(wire.port)));
  members.push(await Member.at(postgres.url, ['--record']));
  members.push(...(await Promise.all([wired, postgres.url].map((url) => Member.at(url)))));
  shipped = (await events()).length;
  const names = ['desk-1', 'desk-2', 'desk-3', 'desk-4'];
  writers = names.map((name) => new Writer(name, members, chance(name)));
  const some = [SHARED[0]!, 'negotiation/desk-1'];
  const readers: readonly [Transport, (readonly string[])?][] = [
    ['sse'],
    ['sse'],
    ['sse', some],
    ['ws'],
    ['ws'],
    ['ws', some],
  ];
  subscribers = readers.map(
    ([transport, streams], n) => new Subscriber(transport, members, chance(`${n}`), streams),
  );
  pinned = new PinnedViews(members, chance('pinned'));
}, 2 * PATIENCE_MS);

beforeAll(async () => {
  const enough = new AbortController();
  const following = subscribers.map((subscriber) => subscriber.follow(stopping.signal));
  const writing = writers.map((writer) => writer.write(enough.signal));
  const faults = new Faults({ postgres, members, wire }, chance('faults'));
  const told: string[] = [];
  const course = async () => {
    for (const kind of faults.order()) {
      told.push(`with ${acknowledged().length} events acknowledged, ${kind}`);
      await faults.happen(kind);
      await written(acknowledged().length + 50);
      if (told.length % 4 === 0) await pinned.pin();
    }
    await faults.mended();
    await written(ENOUGH);
  };
  try {
    // Whoever writes, follows or asks ends before being told to only when something is wrong.
    const busy = [...writing, ...following];
    await Promise.race([written(100).then(() => pinned.pin()), Promise.all(busy)]);
    const asking = pinned.ask(enough.signal);
    await Promise.race([course(), Promise.all([...busy, asking])]);
    enough.abort();
    await Promise.all([...writing, asking]);
  } catch (error) {
    throw new Error(`SEED=${SEED}: ${told.join('; ')}`, { cause: error });
  }
  log = await events();
}, 4 * PATIENCE_MS);

afterAll(async () => {
  stopping.abort();
  for (const member of members) await member.leave();
  await wire.close();
  await postgres.stop();
}, PATIENCE_MS);

describe(`three servers on one log, after every dependency failed (seed ${SEED})`, () => {
  it('exited only when killed, and are ready', async () => {
    expect(members.filter(({ fell }) => fell)).toEqual([]);
    for (const { url } of members) {
      const ready = async () => (await fetch(`${url}/ready`)).status;
      await expect.poll(ready, { timeout: 30_000 }).toBe(200);
    }
  }, 100_000);

  it('logged that the log was unavailable, and no other error', () => {
    const errors = members.flatMap(({ journal }) =>
      journal.filter(({ level }) => level === 'error'),
    );
    expect(errors.filter(({ err }) => err?.code !== 'LOG_UNAVAILABLE')).toEqual([]);
    expect(errors).not.toEqual([]);
  });

  it('have every acknowledged event once, at its acknowledged position, and no other', () => {
    const recorded = log.slice(shipped).map(({ id, position }) => `${position} ${id}`);
    const said = acknowledged().map(({ id, position }) => `${position} ${id}`);
    expect(recorded.sort()).toEqual(said.sort());
    // Some were sent again, and some of those had been recorded the first time.
    expect(Math.max(...writers.map(({ retried }) => retried))).toBeGreaterThan(0);
    expect(Math.max(...writers.map(({ repeated }) => repeated))).toBeGreaterThan(0);
  });

  it('numbered the events without a gap, each at a later instant than the last', () => {
    expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1));
    const instants = log.slice(shipped).map(({ recorded }) => recorded);
    expect(instants.filter((at, index) => index > 0 && at <= instants[index - 1]!)).toEqual([]);
  });

  it('left a log that passes verify', async () => {
    const direct = await openLog(postgres.url, { readonly: true });
    expect(await verify(direct)).toMatchObject({ ok: true, count: log.length });
    await direct.close();
  }, 60_000);

  it('returned at once what another had acknowledged', () => {
    for (const { readElsewhere } of writers) expect(readElsewhere).toBeGreaterThan(0);
  });

  it.each(['sse', 'ws'] as const)(
    'sent each subscriber over %s every event once, in order, across reconnects',
    async (expected) => {
      for (const { seen, streams, resumed } of subscribers.filter(
        ({ transport }) => transport === expected,
      )) {
        const ids = (await events(streams)).map(({ id }) => id);
        const count = () => seen.length;
        await expect.poll(count, { timeout: 30_000 }).toBeGreaterThanOrEqual(ids.length);
        expect(seen.map(({ id }) => id)).toEqual(ids);
        expect(resumed).toBeGreaterThan(0);
      }
    },
    100_000,
  );

  it('return byte-identical responses for pinned views, before, during and after', async () => {
    expect(pinned.compared).toBeGreaterThan(0);
    await pinned.askAll();
  }, 100_000);
});
