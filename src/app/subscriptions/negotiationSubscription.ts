/** A negotiation as it changes: by what is recorded, and by the clock alone. */
import { type AnyEvent, targetEventId } from '../../../events/catalogue.js';
import { type Change, diff } from '../../domain/history/diff.js';
import { timelineOf } from '../../domain/history/timeline.js';
import type { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import type { Head } from '../../log/core/eventLog.js';
import type { TailSubscriber } from '../../log/core/logTail.js';
import type { AsOf, View } from '../queries/asOf.js';
import type { Ground } from './eventSubscription.js';

/** The negotiation at a view, and the view even where it had not begun by then. */
export interface Look {
  readonly subject: NegotiationView | undefined;
  readonly view: View;
  readonly asOf: AsOf;
}

/** What a negotiation has become. */
export interface NegotiationUpdate {
  readonly state: Look;
  /** What differs from the update before; nothing in the first. */
  readonly changes: readonly Change[];
  /** What was recorded since, or what the changes rest on where only the clock moved. */
  readonly causedBy: readonly AnyEvent[];
}

/** More events than this at once make one update: a restore is not told event by event. */
const ONE_BY_ONE = 50;
/** How far ahead the clock's next change is looked for, in milliseconds. */
const DAY = 86_400_000;

/**
 * First the state, then an update for each event that is in the negotiation's history or changes
 * its picture, and for each instant at which the clock alone changes it. Ends when the signal is
 * aborted or nothing can change any more. Throws `SlowConsumer` and `ServerStopping`.
 */
export async function* watchNegotiation(
  ground: Ground,
  slug: string,
  /** How it stands at a head; `afresh` where the clock has moved since others looked. */
  look: (head: Head, afresh: boolean) => Promise<Look>,
  signal: AbortSignal,
): AsyncGenerator<NegotiationUpdate, void, undefined> {
  const { log, tail } = ground;
  const follower = await tail.subscribe();
  try {
    let head = await log.head();
    let state = await look(head, true);
    yield { state, changes: [], causedBy: [] };
    while (!state.view.immutable) {
      const page = await next(follower, head.position, state, signal);
      if (signal.aborted) return;
      for (const group of page.length > ONE_BY_ONE ? [page] : page.map((event) => [event])) {
        const last = group.at(-1);
        if (!last) continue;
        head = last;
        const own = await concerning(ground, `negotiation/${slug}`, group);
        if (own === undefined) continue;
        const update = change(state, await look(head, false), own);
        state = update.state;
        if (update.changes.length > 0 || own.length > 0) yield update;
      }
      if (page.length > 0) continue;
      const update = change(state, await look(head, true));
      state = update.state;
      if (update.changes.length > 0) yield update;
    }
  } finally {
    follower.close();
  }
}

const compared = new WeakMap<NegotiationView, WeakMap<NegotiationView, readonly Change[]>>();

/** The same two views are compared once for all who watch. */
function changesFrom(
  before: NegotiationView | undefined,
  after: NegotiationView | undefined,
): readonly Change[] {
  if (!before || !after) return diff(before, after);
  let known = compared.get(before);
  if (!known) compared.set(before, (known = new WeakMap()));
  let changes = known.get(after);
  if (!changes) known.set(after, (changes = diff(before, after)));
  return changes;
}

function change(before: Look, state: Look, recorded: readonly AnyEvent[] = []): NegotiationUpdate {
  const changes = changesFrom(before.subject, state.subject);
  const causes = changes.flatMap(({ causedBy }) => causedBy.map(({ event }) => event));
  const since = causes.filter(({ position }) => position > before.view.position);
  const events = recorded.length > 0 ? [...recorded, ...since] : since.length > 0 ? since : causes;
  return { state, changes, causedBy: [...new Map(events.map((e) => [e.id, e])).values()] };
}

/**
 * The next events; none when the clock has come to an instant at which the picture changes, or to
 * where it must be looked for again.
 */
async function next(
  follower: TailSubscriber,
  position: number,
  { subject, view, asOf }: Look,
  signal: AbortSignal,
): Promise<readonly AnyEvent[]> {
  if (signal.aborted) return [];
  const turn = new AbortController();
  const leave = () => turn.abort();
  signal.addEventListener('abort', leave);
  const ahead = asOf.at === undefined ? millisecondsAhead(subject, view.at) : undefined;
  const timer = ahead === undefined ? undefined : setTimeout(leave, ahead);
  try {
    return await follower.after(position, turn.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
  }
}

const turns = new WeakMap<NegotiationView, number>();

function millisecondsAhead(subject: NegotiationView | undefined, at: number): number {
  if (!subject) return DAY;
  let turn = turns.get(subject);
  if (turn === undefined) {
    turn = timelineOf(subject, at + 1, at + DAY)[0]?.at ?? at + DAY;
    turns.set(subject, turn);
  }
  return turn - at;
}

/**
 * Those of the events that are in a negotiation's history; undefined when none of them can bear on
 * its picture, which shows measures and rulebooks, too.
 */
async function concerning(
  { log }: Ground,
  stream: string,
  events: readonly AnyEvent[],
): Promise<readonly AnyEvent[] | undefined> {
  const own: AnyEvent[] = [];
  let bears = false;
  for (const event of events) {
    for (let here: AnyEvent | undefined = event; here;) {
      const streams: readonly string[] = [here.stream, ...here.also];
      if (streams.includes(stream)) {
        own.push(event);
        break;
      }
      bears ||= streams.some((name) => !name.startsWith('negotiation/'));
      const target = targetEventId(here);
      const [about]: readonly (AnyEvent | undefined)[] =
        target === undefined ? [] : await log.byId([target]);
      here = about && about.position < here.position ? about : undefined;
    }
  }
  return bears || own.length > 0 ? own : undefined;
}
