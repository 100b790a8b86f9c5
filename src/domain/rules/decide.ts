/**
 * Whether events may be appended: the checks that need the log. An event that is possible in
 * reality is accepted, however unusual; only a meaningless one is rejected.
 */
import type { AnyEvent, EventType } from '../../../events/catalogue.js';
import { targetEventId } from '../../../events/links.js';
import { validateData, type EventDraft, type Problem } from '../../../events/parse.js';
import { effectiveInstant } from '../../../events/time/bounds.js';
import { effectProblems, type KnowledgeLookup, restsOnAreas, streamsForEffect } from './effect.js';
import { CHANGES_OF_ADOPTED } from './measureEffect.js';
import { emptyStreamState, foldUnrecorded } from '../streamState/streamState.js';
import { topicsByType, type Topic } from '../streamState/topics.js';
import { ALWAYS_RECORDED, KnowledgeView } from '../streamState/knowledgeView.js';

/** An event that a correction, retraction or added source is about. */
export interface TargetEvent {
  readonly type: EventType;
  readonly data: unknown;
  readonly retracted: boolean;
}

/** Lookups a decision needs. See {@link requiredLookups}. */
export interface DecisionContext extends KnowledgeLookup {
  event(id: string): TargetEvent | undefined;
}

/** Types that change a measure, which must have been adopted before or is withdrawn unadopted. */
const CHANGE_TYPES = new Set<EventType>([...CHANGES_OF_ADOPTED, 'MeasureEnded']);

/** The events and streams that {@link decide} will look up. O(events). */
export function requiredLookups(events: readonly EventDraft[]): {
  readonly ids: readonly string[];
  readonly streams: readonly string[];
  /** Whether it looks up every area stream too. */
  readonly areas: boolean;
} {
  const ids = events.flatMap((event) => targetEventId(event) ?? []);
  const streams = events.flatMap((event) => [
    ...(CHANGE_TYPES.has(event.type) ? measuresOf(event) : []),
    ...streamsForEffect(event),
  ]);
  const areas = events.some(restsOnAreas);
  return { ids: [...new Set(ids)], streams: [...new Set(streams)], areas };
}

/** The measure streams among an event's own stream and `also`. */
const measuresOf = (event: EventDraft): readonly string[] =>
  [event.stream, ...(event.also ?? [])].filter((stream) => stream.startsWith('measure/'));

/**
 * Every problem with appending these events in this order; empty when they may be appended.
 * O(events²).
 */
export function decide(
  events: readonly EventDraft[],
  context: DecisionContext,
): readonly Problem[] {
  const batch = new Batch(context);
  return events.flatMap((event, index) => {
    const problems = [
      ...targetProblems(event, batch),
      ...measureProblems(event, batch),
      ...effectProblems(event, batch),
    ];
    batch.add(event, index);
    return problems.map((problem) => ({ ...problem, path: `events[${index}].${problem.path}` }));
  });
}

/** Positions of unrecorded events: after any that a log assigns, and within a GraphQL Int. */
const FIRST_UNRECORDED_POSITION = 2 ** 31 - 1_000_000;

/** A draft as an event after all recorded ones, in the order of its batch; known in every view. */
export function unrecordedEvent(draft: EventDraft, index: number): AnyEvent {
  return {
    also: [],
    sources: [],
    certainty: 'REPORTED',
    ...draft,
    id: draft.id ?? `batch ${index}`,
    recordedAt: '',
    recorded: ALWAYS_RECORDED,
    position: FIRST_UNRECORDED_POSITION + index,
    revision: 0,
    hash: '',
  } as AnyEvent;
}

/**
 * Whether an event can change a stream's state. True for every annotation: its target may be in any
 * stream.
 */
export const bearsOnStream = (event: AnyEvent, stream: string): boolean =>
  targetEventId(event) !== undefined || event.stream === stream || event.also.includes(stream);

/**
 * Whether an event establishes that a measure exists, from when, or in which zone its dates are
 * read.
 */
const establishes = ({ type }: EventDraft): boolean =>
  type === 'MeasureCommenced' ||
  (topicsByType[type].some((topic) => ESTABLISHING_TOPICS.has(topic)) && !CHANGE_TYPES.has(type));

const ESTABLISHING_TOPICS: ReadonlySet<Topic> = new Set(['announcements', 'decisions', 'about']);

/** The knowledge of a stream in the same view with further events, which are not recorded. */
const withUnrecorded = (
  stream: string,
  knowledge: KnowledgeView | undefined,
  added: readonly AnyEvent[],
): KnowledgeView =>
  new KnowledgeView(
    foldUnrecorded(knowledge?.streamState ?? emptyStreamState(stream), added),
    knowledge?.cutoff,
  );

/** The lookups in the log, with the events earlier in the batch added. */
class Batch implements DecisionContext {
  readonly #events = new Map<string, TargetEvent>();
  readonly #establishing: AnyEvent[] = [];
  readonly #added: AnyEvent[] = [];
  /** The streams looked up so far, each with how many of the added events it includes. */
  readonly #streams = new Map<
    string,
    { readonly upTo: number; readonly knowledge: KnowledgeView | undefined }
  >();
  readonly #measures = new Map<
    string,
    { readonly added: number; readonly knowledge: KnowledgeView }
  >();

  constructor(readonly context: DecisionContext) {}

  event(id: string): TargetEvent | undefined {
    return this.#events.get(id) ?? this.context.event(id);
  }

  get areaStreams(): readonly string[] {
    const added = this.#added.filter(({ stream }) => stream.startsWith('area/'));
    return [...new Set([...this.context.areaStreams, ...added.map(({ stream }) => stream)])];
  }

  /** The knowledge of a stream, including the batch's earlier events in it. */
  knowledge(stream: string): KnowledgeView | undefined {
    const read = this.#streams.get(stream) ?? {
      upTo: 0,
      knowledge: this.context.knowledge(stream),
    };
    const added = this.#added.slice(read.upTo).filter((event) => bearsOnStream(event, stream));
    const knowledge =
      added.length === 0 ? read.knowledge : withUnrecorded(stream, read.knowledge, added);
    this.#streams.set(stream, { upTo: this.#added.length, knowledge });
    return knowledge;
  }

  /** The knowledge of a measure, including the batch's earlier events that establish it. */
  measure(stream: string): KnowledgeView | undefined {
    const context = this.context.knowledge(stream);
    const added = this.#establishing.filter((event) => bearsOnStream(event, stream));
    const cached = this.#measures.get(stream);
    if (cached?.added === added.length) return cached.knowledge;
    if (added.length === 0) return context;
    const knowledge = withUnrecorded(stream, context, added);
    this.#measures.set(stream, { added: added.length, knowledge });
    return knowledge;
  }

  /** The first instant set for an adopted measure; undefined when it was never adopted. */
  adoptedFrom(stream: string): number | undefined {
    const knowledge = this.measure(stream);
    const decisions = knowledge?.factsOn('decisions') ?? [];
    if (!decisions.some(({ type }) => type === 'MeasureAdopted')) return undefined;
    const instants = decisions
      .filter(({ type }) => type === 'MeasureAdopted' || type === 'MeasureCommenced')
      .map(({ data: { effectiveFrom } }) =>
        effectiveFrom === undefined
          ? -Infinity
          : effectiveInstant(effectiveFrom, knowledge?.zone ?? 'UTC'),
      );
    return Math.min(...instants);
  }

  add(event: EventDraft, index: number): void {
    const { type, data } = event;
    const unrecorded = unrecordedEvent(event, index);
    this.#added.push(unrecorded);
    if (establishes(event)) this.#establishing.push(unrecorded);
    if (event.id) this.#events.set(event.id, { type, data, retracted: false });
    if (type === 'EventRetracted') {
      const id = (data as { event: string }).event;
      const target = this.event(id);
      if (target) this.#setRetracted(id, target, true);
    }
  }

  /** Retracting a retraction restores its target. */
  #setRetracted(id: string, target: TargetEvent, retracted: boolean): void {
    this.#events.set(id, { ...target, retracted });
    if (target.type !== 'EventRetracted') return;
    const innerId = (target.data as { event: string }).event;
    const innerTarget = this.event(innerId);
    if (innerTarget) this.#setRetracted(innerId, innerTarget, !retracted);
  }
}

function targetProblems(event: EventDraft, batch: Batch): readonly Problem[] {
  const id = targetEventId(event);
  if (id === undefined) return [];
  const target = batch.event(id);
  if (!target)
    return [
      {
        path: 'data.event',
        code: 'UNKNOWN_EVENT',
        message: `no event has the ID ${id}: check the ID, or append that event first`,
      },
    ];
  if (target.retracted)
    return [
      {
        path: 'data.event',
        code: 'RETRACTED_EVENT',
        message: `the event ${id} is retracted: to restore it, retract its retraction first`,
      },
    ];
  if (event.type !== 'EventCorrected') return [];
  const { data } = event.data as { data?: unknown };
  return data === undefined ? [] : dataProblems(target, data, ['data', 'data'], batch);
}

/** Whether data may replace an event's own: of the same type, and about the same target. */
function dataProblems(
  target: TargetEvent,
  data: unknown,
  at: readonly string[],
  batch: Batch,
): readonly Problem[] {
  const dataShape = validateData(target.type, data, at);
  const id = targetEventId(target);
  if (dataShape.length > 0 || id === undefined) return dataShape;
  if ((data as { event: string }).event !== id)
    return [
      {
        path: [...at, 'event'].join('.'),
        code: 'TARGET_CHANGED',
        message: 'must name the same event as before: to change it, retract and enter a new event',
      },
    ];
  // The corrected data of a correction must fit the type of that correction's own target.
  const innerId = batch.event(id);
  const replaced = (data as { data?: unknown }).data;
  return target.type === 'EventCorrected' && innerId && replaced !== undefined
    ? dataProblems(innerId, replaced, [...at, 'data'], batch)
    : [];
}

function measureProblems(event: EventDraft, batch: Batch): readonly Problem[] {
  if (!CHANGE_TYPES.has(event.type)) return [];
  const ending =
    event.type === 'MeasureEnded'
      ? (event.data as { how: string; effectiveFrom: string })
      : undefined;
  return measuresOf(event).flatMap((stream): Problem[] => {
    const from = batch.adoptedFrom(stream);
    if (from === undefined)
      return ending?.how === 'WITHDRAWN'
        ? []
        : [
            {
              path: stream === event.stream ? 'stream' : 'also',
              code: 'UNKNOWN_MEASURE',
              message: `${stream} has not been adopted, so it cannot be changed: append MeasureAdopted first${ending ? ', or end it as WITHDRAWN' : ''}`,
            },
          ];
    const zone = batch.measure(stream)?.zone ?? 'UTC';
    return ending &&
      ending.how !== 'WITHDRAWN' &&
      effectiveInstant(ending.effectiveFrom, zone) < from
      ? [
          {
            path: 'data.effectiveFrom',
            code: 'ENDS_BEFORE_START',
            message: `ends before ${stream} takes effect (${new Date(from).toISOString()}): use WITHDRAWN for a measure that never came into force`,
          },
        ]
      : [];
  });
}

/** Whether an event is retracted, by its annotations and theirs. O(annotations²). */
export function isRetracted(id: string, annotations: readonly AnyEvent[]): boolean {
  return annotations.some(
    (event) =>
      event.type === 'EventRetracted' &&
      event.data.event === id &&
      !isRetracted(event.id, annotations),
  );
}
