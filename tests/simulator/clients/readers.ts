/** Clients that read: the log page by page, pinned views again and again, and subscriptions. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type { SeededRandom } from '../../cluster/seededRandom.js';
import { type Answer, answerOf, type History, seen, updateOf } from './history.js';
import { isUnavailable, pause } from './patience.js';
import type { SimulatedServer } from '../system/server.js';

export interface ReaderContext {
  readonly servers: readonly SimulatedServer[];
  readonly random: SeededRandom;
  readonly history: History;
  /** Set once there is nothing more to be read. */
  readonly signal: AbortSignal;
}

/** Retries what cannot be answered at present; gives up once there is nothing more to read. */
async function untilOver(
  { servers, random, signal }: ReaderContext,
  gapMs: number,
  work: (server: SimulatedServer) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await work(random.pick(servers));
    } catch (error) {
      if (!isUnavailable(error)) throw error;
    }
    await pause(servers, random.below(gapMs));
  }
}

/** Reads from some position to the end, in pages. */
export function readPages(context: ReaderContext): Promise<void> {
  const { random, history } = context;
  return untilOver(context, 600, async (server) => {
    const { scheduler } = server.database;
    const began = scheduler.steps;
    const { head, after, events } = await server.serve(async ({ log }) => {
      const { position } = await log.head();
      const from = random.below(position + 1);
      const read: AnyEvent[] = [];
      for await (const page of log.read({ after: from }, random.between(1, 5))) read.push(...page);
      return { head: position, after: from, events: read };
    });
    history.pages.push({ began, ended: scheduler.steps, head, after, events: events.map(seen) });
  });
}

/** Asks about instants just past, and later asks some of it again elsewhere. */
export function readPinned(context: ReaderContext, slugs: readonly string[]): Promise<void> {
  const { random, history } = context;
  return untilOver(context, 600, async (server) => {
    const { scheduler } = server.database;
    const began = scheduler.steps;
    const earlier =
      history.answers.length > 0 && random.oneIn(2) ? random.pick(history.answers) : {};
    const answer = await server.serve(async (parley): Promise<Answer | undefined> => {
      const knownAt = new Date(server.process.now() - random.below(20)).toISOString();
      const asked = { slug: random.pick(slugs), at: '2026-01-01', knownAt, ...earlier };
      const result = await parley.negotiation(asked.slug, { at: asked.at, knownAt: asked.knownAt });
      if (!result?.view.immutable) return undefined;
      const { position } = result.view;
      return { ...asked, position, content: answerOf(result), began, ended: scheduler.steps };
    });
    if (answer) history.answers.push(answer);
  });
}

/** Receives pages as fast as it can take them, and resumes where it was when the connection is lost. */
export async function subscribe(
  context: ReaderContext,
  name: string,
  streams: readonly string[] | undefined,
  slowness: number,
): Promise<void> {
  const { random, history, servers, signal } = context;
  const subscription = { name, streams, received: [] as ReturnType<typeof seen>[], resumed: [] };
  history.subscriptions.push(subscription);
  const { received, resumed } = subscription as (typeof history.subscriptions)[number];
  await untilOver(context, 50, async (server) => {
    const leave = new AbortController();
    const abort = () => leave.abort();
    signal.addEventListener('abort', abort);
    const { parley, process } = server;
    const filter = streams ? { streams } : {};
    const pages = parley.subscriptions.events(filter, received.at(-1)?.position ?? 0, leave.signal);
    const enough = random.between(1, 12);
    try {
      for (let taken = 0; taken < enough; taken++) {
        // The pages of one subscription come over one connection, to the process that it began at.
        const { value, done } = await process.serve(() => pages.next());
        if (done) return;
        received.push(...value.map(seen));
        await pause(servers, random.below(slowness));
      }
    } catch (error) {
      const { code, position } = error as { code?: string; position?: number };
      if (code === 'SLOW_CONSUMER' && position !== undefined)
        resumed.push({ told: position, last: received.at(-1)?.position ?? 0 });
      throw error;
    } finally {
      leave.abort();
      signal.removeEventListener('abort', abort);
    }
  });
}

/** Follows a negotiation at one server after the other. */
export async function follow(context: ReaderContext, slug: string): Promise<void> {
  const { random, history, servers, signal } = context;
  await untilOver(context, 50, async (server) => {
    const connection = { slug, updates: [] as ReturnType<typeof updateOf>[] };
    history.negotiations.push(connection);
    const leave = new AbortController();
    const abort = () => leave.abort();
    signal.addEventListener('abort', abort);
    const { parley, process } = server;
    const updates = parley.subscriptions.negotiation(slug, {}, leave.signal);
    try {
      for (;;) {
        const { value, done } = await process.serve(() => updates.next());
        if (done) return;
        connection.updates.push(updateOf(value));
        await pause(servers, random.below(20));
      }
    } finally {
      leave.abort();
      signal.removeEventListener('abort', abort);
    }
  });
}
