/** One run: servers on one log, clients, faults, and the verdict, all of it from one seed. */
import type { AnyEvent } from '../../events/catalogue.js';
import { verify } from '../../src/log/core/verify.js';
import { SeededRandom } from '../cluster/seededRandom.js';
import { audit, type End } from './auditor.js';
import { SimulatedDatabase } from './system/database.js';
import { Faults, FAULTS } from './system/faults.js';
import { History } from './clients/history.js';
import { SimulatedProcess } from './system/process.js';
import { follow, readPages, readPinned, type ReaderContext, subscribe } from './clients/readers.js';
import { Scheduler } from './system/scheduler.js';
import { SimulatedServer } from './system/server.js';
import { SimulatedLog } from './system/simulatedLog.js';
import { SHARED, slugOf, Writer } from './clients/writer.js';

/** How long clients may take once nothing goes wrong any more, in virtual milliseconds. */
const PATIENCE_MS = 60_000;
/** After so long a tail that is told of nothing has polled the log. */
const POLLED_MS = { notify: 4_000, poll: 500 };
/** By then every subscriber has received everything: two polls of the slowest tail. */
const CATCH_UP_MS = 20_000;

export interface Run {
  readonly seed: number;
  /** What was promised and not kept; empty when all was. */
  readonly problems: readonly string[];
  readonly faults: readonly string[];
  readonly steps: number;
  readonly events: number;
  /** The same for every run of this seed. */
  readonly trace: string;
}

export async function simulate(seed: number): Promise<Run> {
  const random = new SeededRandom(seed, 'simulation');
  const scheduler = new Scheduler(random);
  const losses = { lossOneIn: random.pick([0, 12, 40]), lostHintOneIn: random.pick([0, 2, 8]) };
  const database = new SimulatedDatabase(scheduler, losses);
  const mode = random.pick(['notify', 'poll'] as const);
  const servers = Array.from(
    { length: random.between(1, 3) },
    () =>
      new SimulatedServer(database, losses, {
        mode,
        bufferSize: random.pick([2, 4, 1_000]),
        cacheBytes: random.pick([1, 20_000, 1e6]),
        skew: random.between(-1_000, 1_000),
      }),
  );
  const history = new History();
  const faults = new Faults(
    database,
    servers,
    FAULTS.filter(() => random.oneIn(2)),
  );
  const leaving = new AbortController();
  const retractable: string[] = [];
  const writers = Array.from(
    { length: random.between(1, 3) },
    (_, n) => new Writer(`desk-${n}`, servers, random, history, retractable),
  );
  const context: ReaderContext = { servers, random, history, signal: leaving.signal };
  const slugs = [...SHARED, ...writers.map(({ stream }) => stream)].map(slugOf);

  const writing = new Clients(history.errors, [
    ...writers.map((writer, n) =>
      writer.write(random.between(1, 6), n === 0 ? [writer.stream, ...SHARED] : [writer.stream]),
    ),
  ]);
  const reading = new Clients(history.errors, [
    subscribe(context, 'fast', undefined, 5),
    subscribe(context, 'slow', undefined, 800),
    subscribe(context, 'filtered', [SHARED[0]], 50),
    readPages(context),
    readPinned(context, slugs),
    // What a negotiation shows is dear to compute, so that not every run does.
    ...(random.oneIn(2) ? [follow(context, random.pick(slugs))] : []),
  ]);
  const failing = new Clients(history.errors, [faults.happen()]);
  await scheduler.runUntil(() => writing.left === 0, PATIENCE_MS);
  faults.end();
  Object.assign(losses, { lossOneIn: 0, lostHintOneIn: 0 });
  if (!(await scheduler.runUntil(() => writing.left === 0, PATIENCE_MS)))
    history.errors.push('an append was not answered, though nothing goes wrong any more');
  const isCaughtUp = () =>
    history.subscriptions.every(
      ({ streams, received }) => streams || received.length === database.store.head.position,
    );
  await scheduler.runUntil(isCaughtUp, CATCH_UP_MS);
  // Whoever sees more than there is sees it by the next poll.
  await scheduler.runUntil(() => false, POLLED_MS[mode]);
  const end = await readEnd(scheduler, database);
  leaving.abort();
  if (!(await scheduler.runUntil(() => reading.left + failing.left === 0, PATIENCE_MS)))
    history.errors.push('a subscription did not end when its reader left');
  const problems = end ? audit(history, end) : [...history.errors, 'the log cannot be read'];
  return {
    seed,
    problems,
    faults: faults.happened,
    steps: scheduler.steps,
    events: end?.events.length ?? 0,
    trace: `${scheduler.steps} ${scheduler.now} ${end?.events.map(({ recordedAt }) => recordedAt).join()}`,
  };
}

/** Clients at work: how many are, and what they failed with. */
class Clients {
  left: number;

  constructor(errors: string[], working: readonly Promise<void>[]) {
    this.left = working.length;
    for (const work of working)
      void work
        .catch((error: unknown) => errors.push(`a client failed: ${String(error)}`))
        .then(() => (this.left -= 1));
  }
}

/** The log as someone reads it who comes when all is over; undefined when it cannot be read. */
async function readEnd(
  scheduler: Scheduler,
  database: SimulatedDatabase,
): Promise<End | undefined> {
  const process = new SimulatedProcess(scheduler, { lossOneIn: 0 });
  const log = new SimulatedLog(database, process, 'poll');
  let end: End | undefined;
  const reading = (async () => {
    const events: AnyEvent[] = [];
    for await (const page of log.read()) events.push(...page);
    end = { events, verification: await verify(log) };
  })();
  let isOver = false;
  void reading.catch(() => undefined).then(() => (isOver = true));
  await scheduler.runUntil(() => isOver, PATIENCE_MS);
  return end;
}
