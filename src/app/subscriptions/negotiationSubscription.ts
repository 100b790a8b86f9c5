/** A negotiation as it changes: by recorded events, and by the clock alone. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { targetEventId } from '../../../events/links.js';
import { type Change, diff } from '../../domain/history/diff.js';
import { timelineOf } from '../../domain/history/timeline.js';
import type { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import type { Head } from '../../log/core/eventLog.js';
import type { TailSubscriber } from '../../log/core/logTail.js';
import type { Timers } from '../../log/core/timers.js';
import type { AsOf, View } from '../queries/asOf.js';
import type { SubscriptionDeps } from './eventSubscription.js';

/** A negotiation at a view; no subject when it is unknown or has not begun by then. */
export interface NegotiationState {
  readonly subject: NegotiationView | undefined;
  readonly view: View;
  readonly asOf: AsOf;
}

/** One update of a subscribed negotiation. */
export interface NegotiationUpdate {
  readonly state: NegotiationState;
  /** What differs from the previous update, in order of path; empty in the first. */
  readonly changes: readonly Change[];
  /** The events recorded since; when only the clock moved, the events that the changes rest on. */
  readonly causedBy: readonly AnyEvent[];
}

/** More events than this in one batch, as after an import, make a single update. */
const MAX_SINGLE_UPDATES = 50;
/** How far ahead the next change by the clock is looked for, in milliseconds. */
const DAY_MS = 86_400_000;

/** How old a state may be that a new subscriber begins with, in milliseconds. */
const MAX_AGE_MS = 60_000;

/** The states of one negotiation at a view, as `Subscriptions` loads them and its subscribers share them. */
export interface StateSource {
  /**
   * The state at a head. With `refresh` the clock has moved since it was shared: it is computed
   * again unless nothing can have changed.
   */
  readonly load: (head: Head, refresh: boolean) => Promise<NegotiationState>;
  /** The state that subscribers at this head share by now. */
  readonly shared: (head: Head) => Promise<NegotiationState> | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly timers: Timers;
}

/** Whether the clock alone has changed nothing since a state was computed. */
export const isCurrent = ({ subject, view, asOf }: NegotiationState, at: number): boolean =>
  asOf.at !== undefined || at - view.at < delayToNextChange(subject, view.at);

/** Whether a new subscriber may begin with a state. */
export const isRecent = (state: NegotiationState, now: number): boolean =>
  (state.asOf.at !== undefined || now - state.view.at < MAX_AGE_MS) && isCurrent(state, now);

/** See `Subscriptions.negotiation`. */
export async function* subscribeToNegotiation(
  deps: SubscriptionDeps,
  slug: string,
  { load, shared, now, timers }: StateSource,
  signal: AbortSignal,
): AsyncGenerator<NegotiationUpdate, void, undefined> {
  const { log, tail } = deps;
  const subscriber = await tail.subscribe();
  try {
    let head = await log.head();
    let state = await load(head, true);
    let stateHead = head;
    yield firstUpdate(state);
    while (!state.view.immutable) {
      const page = await nextEvents(subscriber, head.position, state, { now, timers }, signal);
      if (signal.aborted) return;
      const groups = page.length > MAX_SINGLE_UPDATES ? [page] : page.map((event) => [event]);
      for (const group of groups) {
        const last = group.at(-1);
        if (!last) continue;
        head = last;
        const related = await relatedEvents(deps, `negotiation/${slug}`, group);
        if (related === undefined) continue;
        const before = await sharedBy(state, shared(stateHead));
        const update = updateFrom(before, await load(head, false), related);
        state = update.state;
        stateHead = head;
        if (update.changes.length > 0 || related.length > 0) yield update;
      }
      if (page.length > 0) continue;
      const update = updateFrom(state, await load(head, true));
      state = update.state;
      stateHead = head;
      if (update.changes.length > 0) yield update;
    }
  } finally {
    subscriber.close();
  }
}

const sharedDiffs = new WeakMap<NegotiationView, WeakMap<NegotiationView, readonly Change[]>>();

/** The diff of two views, computed once for all subscribers that share them. */
function sharedDiff(
  before: NegotiationView | undefined,
  after: NegotiationView | undefined,
): readonly Change[] {
  if (!before || !after) return diff(before, after);
  let diffs = sharedDiffs.get(before);
  if (!diffs) sharedDiffs.set(before, (diffs = new WeakMap()));
  let changes = diffs.get(after);
  if (!changes) diffs.set(after, (changes = diff(before, after)));
  return changes;
}

/**
 * What a subscriber has seen, as others have it that came earlier or later: where it is the same, all
 * get the same update, and what they select of it is worked out once.
 */
async function sharedBy(
  state: NegotiationState,
  loading: Promise<NegotiationState> | undefined,
): Promise<NegotiationState> {
  const other = await loading;
  if (!other || other.view.position !== state.view.position) return state;
  const [earlier, later] = other.view.at < state.view.at ? [other, state] : [state, other];
  return isCurrent(earlier, later.view.at) ? other : state;
}

const firstUpdates = new WeakMap<NegotiationState, NegotiationUpdate>();

function firstUpdate(state: NegotiationState): NegotiationUpdate {
  let update = firstUpdates.get(state);
  if (!update) firstUpdates.set(state, (update = { state, changes: [], causedBy: [] }));
  return update;
}

const sharedUpdates = new WeakMap<readonly Change[], Map<string, NegotiationUpdate>>();

function updateFrom(
  before: NegotiationState,
  state: NegotiationState,
  recorded: readonly AnyEvent[] = [],
): NegotiationUpdate {
  const changes = sharedDiff(before.subject, state.subject);
  let updates = sharedUpdates.get(changes);
  if (!updates) sharedUpdates.set(changes, (updates = new Map<string, NegotiationUpdate>()));
  const key = [before.view.position, state.view.position, ...recorded.map(({ id }) => id)].join();
  let update = updates.get(key);
  if (update?.state !== state) {
    const causes = changes.flatMap(({ causedBy }) => causedBy.map(({ event }) => event));
    const since = causes.filter(({ position }) => position > before.view.position);
    const events =
      recorded.length > 0 ? [...recorded, ...since] : since.length > 0 ? since : causes;
    const causedBy = [...new Map(events.map((e) => [e.id, e])).values()];
    update = { state, changes, causedBy };
    updates.set(key, update);
  }
  return update;
}

/** The next events; none when the clock has reached the next change, or the end of the look-ahead. */
async function nextEvents(
  subscriber: TailSubscriber,
  position: number,
  { subject, view, asOf }: NegotiationState,
  { now, timers }: Pick<StateSource, 'now' | 'timers'>,
  signal: AbortSignal,
): Promise<readonly AnyEvent[]> {
  if (signal.aborted) return [];
  const controller = new AbortController();
  const abort = () => controller.abort();
  signal.addEventListener('abort', abort);
  // The state may have been computed for another subscriber, a while ago.
  const delay =
    asOf.at === undefined
      ? Math.max(0, view.at + delayToNextChange(subject, view.at) - now())
      : undefined;
  const cancel = delay === undefined ? undefined : timers.after(delay, abort);
  try {
    return await subscriber.after(position, controller.signal);
  } finally {
    cancel?.();
    signal.removeEventListener('abort', abort);
  }
}

const nextChanges = new WeakMap<NegotiationView, number>();

/** Milliseconds from `at` to the next change by the clock alone; at most a day. */
function delayToNextChange(subject: NegotiationView | undefined, at: number): number {
  if (!subject) return DAY_MS;
  let nextChange = nextChanges.get(subject);
  if (nextChange === undefined) {
    nextChange = timelineOf(subject, at + 1, at + DAY_MS)[0]?.at ?? at + DAY_MS;
    nextChanges.set(subject, nextChange);
  }
  return nextChange - at;
}

/**
 * Those of the events that are in a negotiation's history; undefined when none of them can affect
 * its view, which includes measures and rulebooks. One lookup per level of annotation.
 */
async function relatedEvents(
  { log }: SubscriptionDeps,
  stream: string,
  events: readonly AnyEvent[],
): Promise<readonly AnyEvent[] | undefined> {
  const related: AnyEvent[] = [];
  let affectsView = false;
  for (const event of events) {
    for (let current: AnyEvent | undefined = event; current;) {
      const streams: readonly string[] = [current.stream, ...current.also];
      if (streams.includes(stream)) {
        related.push(event);
        break;
      }
      affectsView ||= streams.some((name) => !name.startsWith('negotiation/'));
      const targetId = targetEventId(current);
      const [target]: readonly (AnyEvent | undefined)[] =
        targetId === undefined ? [] : await log.byId([targetId]);
      current = target && target.position < current.position ? target : undefined;
    }
  }
  return affectsView || related.length > 0 ? related : undefined;
}
