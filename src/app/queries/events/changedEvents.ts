/** What a feed tells: events at a view, those first that were recorded or annotated last. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { AnyEvent } from '../../../../events/catalogue.js';
import { targetEventId } from '../../../../events/links.js';
import type { Fact } from '../../../domain/streamState/knowledgeView.js';
import { mayHaveBegun } from '../../../domain/streamState/threeValued.js';
import { cutoffIn, type View } from '../asOf.js';
import { type EventPredicate, planFilter } from './eventFilter.js';
import { FilterContext } from '../filterContext.js';
import { readMeasure } from '../measureQueries.js';
import { readNegotiation } from '../negotiationQueries.js';
import type { ReadBasis } from '../readBasis.js';

/** Whose events: one negotiation's or measure's, those that concern a party, or all. */
export type ChangesOf =
  | { readonly negotiation: string }
  | { readonly measure: string }
  | { readonly party: string }
  | 'all';

/** An event as it counts at a view, with its last change. */
export interface ChangedEvent {
  readonly event: AnyEvent;
  /** Undefined where it is retracted. */
  readonly fact: Fact | undefined;
  /** Its corrections, retraction and added sources, in log order. */
  readonly annotations: readonly Fact[];
  /** The last event that recorded or annotated it. */
  readonly lastChange: AnyEvent;
}

export interface ChangedEvents {
  /** The title of the negotiation or measure; null where the list has no such subject. */
  readonly title: string | null;
  readonly view: View;
  /** The newest change first. */
  readonly events: readonly ChangedEvent[];
}

/** Events of a page read from the log. */
const PAGE = 200;

/**
 * The `limit` events changed last; undefined where the negotiation or measure is not known at the
 * view. Reads the log from its end: O(events read until enough are found), and a party costs a
 * lookup per stream. Checks of sources are no news and are left out. Throws `BadTimePoint`.
 */
export async function readChanges(
  basis: ReadBasis,
  of: ChangesOf,
  limit: number,
): Promise<ChangedEvents | undefined> {
  const subject = await subjectOf(basis, of);
  if (!subject) return undefined;
  const { view, stream } = subject;
  const cutoff = cutoffIn({ view, asOf: basis.asOf });
  const context = new FilterContext(basis.log, basis.streamStates, view.position, cutoff);
  const filter = typeof of === 'object' && 'party' in of ? { party: of.party } : {};
  const { predicates } = await planFilter(filter, context, { inHistory: true });
  const reader = new ChangeReader(context, predicates, view);
  const changes: ChangedEvent[] = [];
  const pages = basis.log.read(
    { ...(stream && { streams: [stream] }), before: view.position + 1, backwards: true },
    PAGE,
  );
  for await (const page of pages) {
    for (const event of page) {
      const change = await reader.next(event);
      if (change) changes.push(change);
      if (changes.length === limit) return { title: subject.title, view, events: changes };
    }
    await yieldToEventLoop();
  }
  return { title: subject.title, view, events: changes };
}

interface Subject {
  readonly title: string | null;
  readonly view: View;
  readonly stream: string | undefined;
}

async function subjectOf(basis: ReadBasis, of: ChangesOf): Promise<Subject | undefined> {
  if (of === 'all' || 'party' in of)
    return { title: null, view: await basis.view(() => 'UTC'), stream: undefined };
  const stream = 'negotiation' in of ? `negotiation/${of.negotiation}` : `measure/${of.measure}`;
  const read = 'negotiation' in of ? readNegotiation : readMeasure;
  const result = await read(basis, stream);
  return result && { title: result.subject.title, view: result.view, stream };
}

/** Takes the events of the log from the last to the first, and gives each changed event once. */
class ChangeReader {
  readonly #seen = new Set<string>();

  constructor(
    readonly context: FilterContext,
    readonly predicates: readonly EventPredicate[],
    readonly view: View,
  ) {}

  async next(lastChange: AnyEvent): Promise<ChangedEvent | undefined> {
    if (lastChange.type === 'SourcesChecked') return undefined;
    const event = await this.#root(lastChange);
    if (!event || this.#seen.has(event.id)) return undefined;
    const knowledge = await this.context.knowledge(event.stream);
    const { publicAt } = this.context.cutoff;
    // At a date of publication, what was not public by then changed nothing.
    if (publicAt !== undefined && !knowledge.factOf(lastChange)) return undefined;
    this.#seen.add(event.id);
    const fact = knowledge.factOf(event);
    if (!fact && publicAt !== undefined) return undefined;
    if (fact && !mayHaveBegun(fact.began, this.view.at)) return undefined;
    for (const matches of this.predicates) if (!(await matches(event))) return undefined;
    return { event, fact, annotations: knowledge.annotationsOf(event.id), lastChange };
  }

  /** The event that an annotation is about, through annotations of annotations; else itself. */
  async #root(event: AnyEvent): Promise<AnyEvent | undefined> {
    let root = event;
    for (;;) {
      const id = targetEventId(root);
      if (id === undefined) return root;
      const [target] = await this.context.log.byId([id]);
      if (!target || target.position >= root.position) return undefined;
      root = target;
    }
  }
}
