/**
 * Whether events may be appended, given what is known: what the shape alone cannot tell. What the
 * world can really do is accepted, however odd; only what cannot mean anything is refused.
 */
import { type AnyEvent, type EventType, targetEventId } from '../../../events/catalogue.js';
import { checkData, type EventDraft, type Problem } from '../../../events/parse.js';
import { effectiveInstant } from '../../../events/time/bounds.js';
import { effectProblems, streamsForEffect } from './effect.js';
import { emptyStreamState, fold } from '../streamState/streamState.js';
import { topicsByType, type Topic } from '../streamState/topics.js';
import { KnowledgeView } from '../streamState/knowledgeView.js';

/** What is known about an event that another one is about. */
export interface TargetEvent {
  readonly type: EventType;
  readonly data: unknown;
  readonly retracted: boolean;
}

/** What a decision draws on: events and measures in the log, and those earlier in the batch. */
export interface DecisionContext {
  event(id: string): TargetEvent | undefined;
  /** What is known of a stream; undefined when nothing is recorded in it. */
  knowledge(stream: string): KnowledgeView | undefined;
}

/** Events that change a measure which must exist for that. */
const CHANGES = new Set<EventType>([
  'MeasureAmended',
  'MeasureSuspended',
  'MeasureResumed',
  'ExemptionGranted',
  'MeasureEnded',
]);

/** The events and streams that must be looked up before {@link decide} can answer. */
export function requiredLookups(events: readonly EventDraft[]): {
  readonly ids: readonly string[];
  readonly streams: readonly string[];
} {
  const ids = events.flatMap((event) => targetEventId(event) ?? []);
  const streams = events.flatMap((event) => [
    ...(CHANGES.has(event.type) ? measuresOf(event) : []),
    ...streamsForEffect(event),
  ]);
  return { ids: [...new Set(ids)], streams: [...new Set(streams)] };
}

/** The measures an event acts on: its own stream and those it also belongs to. */
const measuresOf = (event: EventDraft): readonly string[] =>
  [event.stream, ...(event.also ?? [])].filter((stream) => stream.startsWith('measure/'));

/** Every problem with appending these events in this order; empty when they may be appended. */
export function decide(events: readonly EventDraft[], known: DecisionContext): readonly Problem[] {
  const batch = new Batch(known);
  return events.flatMap((event, index) => {
    const problems = [
      ...aboutProblems(event, batch),
      ...measureProblems(event, batch),
      ...effectProblems(event, (stream) => batch.knowledge(stream)),
    ];
    batch.take(event, index);
    return problems.map((problem) => ({ ...problem, path: `events[${index}].${problem.path}` }));
  });
}

/** Positions of events that are not recorded: after any that a log gives, and still a GraphQL Int. */
const AFTER_ALL = 2 ** 31 - 1_000_000;

/** A draft as an event that comes after all that are recorded, in the order of its batch. */
export function unrecordedEvent(draft: EventDraft, index: number): AnyEvent {
  return {
    also: [],
    sources: [],
    certainty: 'REPORTED',
    ...draft,
    id: draft.id ?? `batch ${index}`,
    recordedAt: '',
    recorded: 0,
    position: AFTER_ALL + index,
    revision: 0,
    hash: '',
  } as AnyEvent;
}

/** What is about an event matters wherever that event is: elsewhere it finds nothing. */
export const bearsOnStream = (event: AnyEvent, stream: string): boolean =>
  targetEventId(event) !== undefined || event.stream === stream || event.also.includes(stream);

/** Filed under what says that a measure exists, from when, and in which zone its dates are read. */
const founds = ({ type }: EventDraft): boolean =>
  topicsByType[type].some((topic) => FOUNDING.has(topic)) && !CHANGES.has(type);

const FOUNDING: ReadonlySet<Topic> = new Set(['announcements', 'decisions', 'about']);

/** What is known, and what the events earlier in the batch add to it. */
class Batch implements DecisionContext {
  readonly #events = new Map<string, TargetEvent>();
  readonly #founding: AnyEvent[] = [];
  readonly #taken: AnyEvent[] = [];
  /** The streams asked for, each with how many of the events taken are in it. */
  readonly #streams = new Map<
    string,
    { readonly upTo: number; readonly knowledge: KnowledgeView | undefined }
  >();
  readonly #measures = new Map<
    string,
    { readonly added: number; readonly knowledge: KnowledgeView }
  >();

  constructor(readonly known: DecisionContext) {}

  event(id: string): TargetEvent | undefined {
    return this.#events.get(id) ?? this.known.event(id);
  }

  /** A stream as known, with all that the batch holds of it so far. */
  knowledge(stream: string): KnowledgeView | undefined {
    const read = this.#streams.get(stream) ?? { upTo: 0, knowledge: this.known.knowledge(stream) };
    const added = this.#taken.slice(read.upTo).filter((event) => bearsOnStream(event, stream));
    const knowledge =
      added.length === 0
        ? read.knowledge
        : new KnowledgeView(fold(read.knowledge?.streamState ?? emptyStreamState(stream), added));
    this.#streams.set(stream, { upTo: this.#taken.length, knowledge });
    return knowledge;
  }

  /** A measure as known, with what the batch says of its existence and its zone. */
  measure(stream: string): KnowledgeView | undefined {
    const known = this.known.knowledge(stream);
    const added = this.#founding.filter((event) => bearsOnStream(event, stream));
    const read = this.#measures.get(stream);
    if (read?.added === added.length) return read.knowledge;
    if (added.length === 0) return known;
    const knowledge = new KnowledgeView(
      fold(known?.streamState ?? emptyStreamState(stream), added),
    );
    this.#measures.set(stream, { added: added.length, knowledge });
    return knowledge;
  }

  /** From when a measure was first adopted; undefined when it never was. */
  adoptedFrom(stream: string): number | undefined {
    const knowledge = this.measure(stream);
    const instants = (knowledge?.factsOn('decisions') ?? [])
      .filter((fact) => fact.type === 'MeasureAdopted')
      .map((fact) => effectiveInstant(fact.data.effectiveFrom, knowledge?.zone ?? 'UTC'));
    return instants.length > 0 ? Math.min(...instants) : undefined;
  }

  take(event: EventDraft, index: number): void {
    const { type, data } = event;
    const taken = unrecordedEvent(event, index);
    this.#taken.push(taken);
    if (founds(event)) this.#founding.push(taken);
    if (event.id) this.#events.set(event.id, { type, data, retracted: false });
    if (type === 'EventRetracted') {
      const id = (data as { event: string }).event;
      const target = this.event(id);
      if (target) this.#set(id, target, true);
    }
  }

  /** Retracting a retraction brings its own target back. */
  #set(id: string, target: TargetEvent, retracted: boolean): void {
    this.#events.set(id, { ...target, retracted });
    if (target.type !== 'EventRetracted') return;
    const inner = (target.data as { event: string }).event;
    const brought = this.event(inner);
    if (brought) this.#set(inner, brought, !retracted);
  }
}

function aboutProblems(event: EventDraft, batch: Batch): readonly Problem[] {
  const id = targetEventId(event);
  if (id === undefined) return [];
  const target = batch.event(id);
  if (!target)
    return [
      {
        path: 'data.event',
        code: 'UNKNOWN_EVENT',
        message: `no event has the id ${id}: look it up, and append it first if it is new`,
      },
    ];
  if (target.retracted)
    return [
      {
        path: 'data.event',
        code: 'RETRACTED_EVENT',
        message: `the event ${id} is retracted: retract the retraction to bring it back first`,
      },
    ];
  if (event.type !== 'EventCorrected') return [];
  const { data } = event.data as { data?: unknown };
  return data === undefined ? [] : dataProblems(target, data, ['data', 'data'], batch);
}

/** Whether data may stand in the place of an event's own: of its type, and about the same event. */
function dataProblems(
  target: TargetEvent,
  data: unknown,
  at: readonly string[],
  batch: Batch,
): readonly Problem[] {
  const shape = checkData(target.type, data, at);
  const id = targetEventId(target);
  if (shape.length > 0 || id === undefined) return shape;
  if ((data as { event: string }).event !== id)
    return [
      {
        path: [...at, 'event'].join('.'),
        code: 'TARGET_CHANGED',
        message: 'cannot be made about another event: retract it and enter a new one',
      },
    ];
  // A correction of a correction: what it would now say of its own target must fit that one.
  const inner = batch.event(id);
  const replaced = (data as { data?: unknown }).data;
  return target.type === 'EventCorrected' && inner && replaced !== undefined
    ? dataProblems(inner, replaced, [...at, 'data'], batch)
    : [];
}

function measureProblems(event: EventDraft, batch: Batch): readonly Problem[] {
  if (!CHANGES.has(event.type)) return [];
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

/** Whether an event stands retracted, given everything said about it and about that, in log order. */
export function isRetracted(id: string, about: readonly AnyEvent[]): boolean {
  return about.some(
    (event) =>
      event.type === 'EventRetracted' && event.data.event === id && !isRetracted(event.id, about),
  );
}
