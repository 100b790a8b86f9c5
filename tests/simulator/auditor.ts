/**
 * Checks every promise of `EventLog` and of subscriptions, by what clients saw and by the log as it is
 * in the end. It knows nothing of servers, databases or faults.
 */
import type { AnyEvent } from '../../events/catalogue.js';
import { targetEventId } from '../../events/links.js';
import type { Verification } from '../../src/log/core/verify.js';
import type {
  AppendCall,
  History,
  NegotiationSubscription,
  Seen,
  Subscription,
} from './clients/history.js';
import { labelOf } from './clients/writer.js';

/** The log when all is over. */
export interface End {
  readonly events: readonly AnyEvent[];
  readonly verification: Verification;
}

/** What was promised and not kept. */
export function audit(history: History, end: End): readonly string[] {
  return [...history.errors, ...new Audit(history, end).problems()];
}

class Audit {
  readonly #histories = new Map<string, readonly AnyEvent[]>();

  constructor(
    readonly history: History,
    readonly end: End,
  ) {}

  *problems(): Generator<string> {
    yield* this.#log();
    yield* this.#exactlyOnce();
    for (const call of this.history.appends) yield* this.#append(call);
    yield* this.#order();
    yield* this.#reads();
    yield* this.#pinned();
    for (const subscription of this.history.subscriptions) yield* this.#subscription(subscription);
    for (const connection of this.history.negotiations) yield* this.#updates(connection);
    yield* this.#lastUpdate();
  }

  /** Positions without gaps, instants that increase, a chain that holds, nothing retracted twice. */
  *#log(): Generator<string> {
    const { events, verification } = this.end;
    if (!verification.ok) yield `the log does not verify: ${verification.problem}`;
    for (const [index, { position, recorded }] of events.entries()) {
      if (position !== index + 1) yield `position ${position} is in the place of ${index + 1}`;
      const before = events[index - 1]?.recorded ?? -Infinity;
      if (recorded <= before) yield `position ${position} is recorded no later than the one before`;
    }
    const targets = events.flatMap((event) => targetEventId(event) ?? []);
    for (const target of new Set(targets))
      if (targets.filter((each) => each === target).length > 1)
        yield `${target} is retracted twice`;
  }

  /** The log holds what was acknowledged, once, and nothing that was refused or only tried. */
  *#exactlyOnce(): Generator<string> {
    const recorded = this.end.events.map(labelOf).sort();
    const acknowledged = this.history.appends
      .flatMap((call) => (call.acknowledged && !call.dryRun ? call.labels : []))
      .sort();
    const lost = without(acknowledged, recorded);
    const extra = without(recorded, acknowledged);
    for (const label of lost) yield `acknowledged and not in the log: ${label}`;
    for (const label of extra) yield `in the log and not acknowledged, or more than once: ${label}`;
  }

  /** Each append where it was acknowledged: adjacent, in order, on the revision that it expected. */
  *#append({ acknowledged, dryRun, labels, expected, refused }: AppendCall): Generator<string> {
    if (!acknowledged || dryRun) return;
    yield* this.#areInLog(acknowledged, `append of ${labels.join(', ')}`);
    const first = acknowledged[0]?.position ?? 0;
    for (const [index, { position }] of acknowledged.entries()) {
      const event = this.end.events[position - 1];
      if (position !== first + index) yield `an append was torn apart at position ${position}`;
      if (event && labelOf(event) !== labels[index])
        yield `position ${position} was acknowledged as ${labels[index]}`;
    }
    for (const { stream, revision } of expected) {
      const before = this.end.events.slice(0, first - 1);
      const actual = before.filter((event) => event.stream === stream).length;
      if (actual !== revision)
        yield `an append expected ${stream} at revision ${revision} and was recorded at ${actual}`;
    }
    if (refused !== undefined) yield `an append was acknowledged and refused: ${labels.join()}`;
  }

  /** What was acknowledged before an append or a read began comes before it. */
  *#order(): Generator<string> {
    const { appends, pages, ownReads } = this.history;
    const recorded = appends.flatMap(({ acknowledged, dryRun, began, ended }) => {
      const last = acknowledged?.at(-1)?.position;
      return last === undefined || dryRun ? [] : [{ began, ended: ended ?? Infinity, last }];
    });
    const lastBefore = (step: number) =>
      Math.max(0, ...recorded.filter(({ ended }) => ended < step).map(({ last }) => last));
    for (const { began, last } of recorded)
      if (last < lastBefore(began)) yield `position ${last} comes before one acknowledged earlier`;
    for (const { began, head } of pages)
      if (head < lastBefore(began)) yield `a read found the head at ${head}, behind what was there`;
    for (const { stream, acknowledged, shown } of ownReads)
      if (shown < acknowledged)
        yield `${stream} was shown at revision ${shown} after ${acknowledged} was acknowledged`;
  }

  /** What a reader has seen up to a position never changes, and has no gap. */
  *#reads(): Generator<string> {
    for (const { after, head, events } of this.history.pages) {
      yield* this.#areInLog(events, 'read');
      const positions = events.map(({ position }) => position);
      if (positions.some((position, index) => position !== after + 1 + index))
        yield `a read after ${after} found ${positions.join()}`;
      if (after + positions.length < head) yield `a read after ${after} ended before ${head}`;
    }
  }

  /** A pinned answer is the same for ever, and holds what was recorded by its instant. */
  *#pinned(): Generator<string> {
    for (const { slug, knownAt, position, content } of this.history.answers) {
      const known = this.end.events.filter(({ recorded }) => recorded <= Date.parse(knownAt));
      if (position !== known.length)
        yield `${slug} as known at ${knownAt} was pinned at ${position}, but ${known.length} were recorded by then`;
      const expected = this.#content(slug, known.length);
      if (content !== expected)
        yield `${slug} as known at ${knownAt} was answered ${content} instead of ${expected}`;
    }
  }

  /** Every event once, in order, without a gap, to the end of the log. */
  *#subscription({ name, streams, received, resumed }: Subscription): Generator<string> {
    yield* this.#areInLog(received, `subscription ${name}`);
    const expected = streams ? this.#inHistoryOf(streams[0] ?? '') : this.end.events;
    const positions = received.map(({ position }) => position).join();
    const all = expected.map(({ position }) => position).join();
    if (positions !== all) yield `subscription ${name} received ${positions} of ${all}`;
    if (streams) return;
    for (const { told, last } of resumed)
      if (told !== last) yield `subscription ${name} was told to resume at ${told}, not at ${last}`;
  }

  /** Each update shows the negotiation as it was at a position, and names what was recorded since. */
  *#updates({ slug, updates }: NegotiationSubscription): Generator<string> {
    const first = updates[0]?.position ?? 0;
    for (const [index, { position, content, causedBy }] of updates.entries()) {
      yield* this.#areInLog(causedBy, `update of ${slug}`);
      if (position < (updates[index - 1]?.position ?? 0)) yield `${slug} went back to ${position}`;
      const expected = this.#content(slug, position);
      if (content !== expected)
        yield `${slug} was updated at ${position} to ${content} instead of ${expected}`;
    }
    const last = updates.at(-1)?.position ?? 0;
    const named = new Set(updates.flatMap(({ causedBy }) => causedBy.map((each) => each.position)));
    for (const { position } of this.#inHistoryOf(`negotiation/${slug}`))
      if (position > first && position <= last && !named.has(position))
        yield `no update of ${slug} names the event at ${position}`;
  }

  /** Whoever still follows has seen the end. */
  *#lastUpdate(): Generator<string> {
    const connection = this.history.negotiations.at(-1);
    if (!connection) return;
    const shown = connection.updates.at(-1)?.content;
    const expected = this.#content(connection.slug, this.end.events.length);
    if (shown !== expected) yield `${connection.slug} ended as ${shown} instead of ${expected}`;
  }

  *#areInLog(events: readonly Seen[], where: string): Generator<string> {
    for (const { position, hash } of events)
      if (this.end.events[position - 1]?.hash !== hash)
        yield `${where}: what was at position ${position} is not there any more`;
  }

  #inHistoryOf(stream: string): readonly AnyEvent[] {
    let found = this.#histories.get(stream);
    if (found) return found;
    const ids = new Set<string>();
    for (const event of this.end.events) {
      const target = targetEventId(event);
      const isIn = event.stream === stream || event.also.includes(stream);
      if (isIn || (target !== undefined && ids.has(target))) ids.add(event.id);
    }
    found = this.end.events.filter(({ id }) => ids.has(id));
    this.#histories.set(stream, found);
    return found;
  }

  /** What a negotiation shows once the log has reached a position. */
  #content(slug: string, position: number): string {
    const stream = `negotiation/${slug}`;
    const events = this.#inHistoryOf(stream).filter((event) => event.position <= position);
    const launch = events.find(({ type }) => type === 'NegotiationLaunched');
    const retracted = new Set(events.flatMap((event) => targetEventId(event) ?? []));
    const statements = events.filter(
      ({ type, id }) => type === 'StatementMade' && !retracted.has(id),
    );
    // One that only the events of others mention is no negotiation.
    if (!launch && !statements.some((event) => event.stream === stream)) return 'none';
    const positions = statements.map((event) => event.position);
    return JSON.stringify([slug, launch ? 'LAUNCHED' : 'EXPLORATORY', positions]);
  }
}

/** The items of a sorted list that another has not, or not as often. */
function without(items: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return items.filter((item) => {
    const index = left.indexOf(item);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
