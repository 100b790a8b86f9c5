/** A negotiation as it changes: by recorded events, and by the clock alone. */
import { type AnyEvent, targetEventId } from '../../../events/catalogue.js';
import { type Change, diff } from '../../domain/history/diff.js';
import { timelineOf } from '../../domain/history/timeline.js';
import type { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import type { Head } from '../../log/core/eventLog.js';
import type { TailSubscriber } from '../../log/core/logTail.js';
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

/**
 * See `Subscriptions.negotiation`. `load` gives the state at a head; with `refresh` it does not
 * share a state computed earlier, because the clock has moved since.
 */
export async function* subscribeToNegotiation(
  deps: SubscriptionDeps,
  slug: string,
  load: (head: Head, refresh: boolean) => Promise<NegotiationState>,
  signal: AbortSignal,
): AsyncGenerator<NegotiationUpdate, void, undefined> {
  const { log, tail } = deps;
  const subscriber = await tail.subscribe();
  try {
    let head = await log.head();
    let state = await load(head, true);
    yield { state, changes: [], causedBy: [] };
    while (!state.view.immutable) {
      const page = await nextEvents(subscriber, head.position, state, signal);
      if (signal.aborted) return;
      const groups = page.length > MAX_SINGLE_UPDATES ? [page] : page.map((event) => [event]);
      for (const group of groups) {
        const last = group.at(-1);
        if (!last) continue;
        head = last;
        const related = await relatedEvents(deps, `negotiation/${slug}`, group);
        if (related === undefined) continue;
        const update = updateFrom(state, await load(head, false), related);
        state = update.state;
        if (update.changes.length > 0 || related.length > 0) yield update;
      }
      if (page.length > 0) continue;
      const update = updateFrom(state, await load(head, true));
      state = update.state;
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

function updateFrom(
  before: NegotiationState,
  state: NegotiationState,
  recorded: readonly AnyEvent[] = [],
): NegotiationUpdate {
  const changes = sharedDiff(before.subject, state.subject);
  const causes = changes.flatMap(({ causedBy }) => causedBy.map(({ event }) => event));
  const since = causes.filter(({ position }) => position > before.view.position);
  const events = recorded.length > 0 ? [...recorded, ...since] : since.length > 0 ? since : causes;
  return { state, changes, causedBy: [...new Map(events.map((e) => [e.id, e])).values()] };
}

/** The next events; none when the clock has reached the next change, or the end of the look-ahead. */
async function nextEvents(
  subscriber: TailSubscriber,
  position: number,
  { subject, view, asOf }: NegotiationState,
  signal: AbortSignal,
): Promise<readonly AnyEvent[]> {
  if (signal.aborted) return [];
  const controller = new AbortController();
  const abort = () => controller.abort();
  signal.addEventListener('abort', abort);
  const delay = asOf.at === undefined ? delayToNextChange(subject, view.at) : undefined;
  const timer = delay === undefined ? undefined : setTimeout(abort, delay);
  try {
    return await subscriber.after(position, controller.signal);
  } finally {
    clearTimeout(timer);
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
