/**
 * The state of one stream: its events in log order, grouped by topic.
 *
 * It is append-only. A past state of knowledge is therefore a prefix of every group, an append
 * never invalidates an earlier state, and Immer shares the structure of the two. No clock is read
 * here: `KnowledgeView` and the views on it decide what held when.
 */
import { produce } from 'immer';
import type { AnyEvent, EventOf, EventType } from '../../../events/catalogue.js';
import { type TopicsByType, topicsByType, type Topic } from './topics.js';

/** Events that bear on a topic. */
export type TopicEvent<T extends Topic> = {
  [Type in EventType]: T extends TopicsByType[Type][number] ? EventOf<Type> : never;
}[EventType];

export type EventsByTopic = { readonly [T in Topic]?: readonly TopicEvent<T>[] };

export interface StreamState {
  readonly stream: string;
  /** The position of the last event folded; 0 when there is none. */
  readonly position: number;
  /** When that event was recorded, in epoch milliseconds. */
  readonly recorded: number;
  /** The stream's own revision at that position. */
  readonly revision: number;
  readonly eventsByTopic: EventsByTopic;
}

/** The state of a stream without events. */
export function emptyStreamState(stream: string): StreamState {
  return { stream, position: 0, recorded: -Infinity, revision: 0, eventsByTopic: {} };
}

interface Draft {
  position: number;
  recorded: number;
  revision: number;
  timelines: { [topic: string]: AnyEvent[] };
}

/** Adds one event to its topics. Never throws, removes or overwrites. O(topics of the type). */
export function evolve(draft: Draft, stream: string, event: AnyEvent): void {
  for (const topic of topicsByType[event.type]) (draft.timelines[topic] ??= []).push(event);
  draft.position = event.position;
  draft.recorded = event.recorded;
  if (event.stream === stream) draft.revision = event.revision;
}

/**
 * The state after these events, which must follow its last one in log order. O(events + events
 * already in the topics they belong to).
 */
export function fold(streamState: StreamState, events: readonly AnyEvent[]): StreamState {
  if (events.length === 0) return streamState;
  return produce(streamState, (draft) => {
    const additions: Draft = { position: 0, recorded: 0, revision: draft.revision, timelines: {} };
    for (const event of events) evolve(additions, streamState.stream, event);
    const timelines = draft.eventsByTopic as Draft['timelines'];
    // Frozen here, so that Immer does not walk events that cannot have changed.
    for (const [topic, added] of Object.entries(additions.timelines)) {
      const before: readonly AnyEvent[] | undefined = streamState.eventsByTopic[topic as Topic];
      timelines[topic] = Object.freeze(before ? before.concat(added) : added) as AnyEvent[];
    }
    draft.position = additions.position;
    draft.recorded = additions.recorded;
    draft.revision = additions.revision;
  });
}

/**
 * The state with events that are not recorded; where it stands in the log remains as it is. Such
 * events must be known in every view: `recorded` is `ALWAYS_RECORDED`.
 */
export function foldUnrecorded(state: StreamState, events: readonly AnyEvent[]): StreamState {
  if (events.length === 0) return state;
  const { position, recorded, revision } = state;
  return { ...fold(state, events), position, recorded, revision };
}
