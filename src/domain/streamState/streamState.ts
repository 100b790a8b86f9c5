/**
 * The dossier: everything said in one stream, in log order, filed by the question it bears on.
 *
 * It only grows. A past state of knowledge is therefore a prefix of every timeline, an append
 * never invalidates a dossier taken earlier, and Immer shares what two of them have in common.
 * Nothing here looks at a clock: what stood when is for `view/` to say.
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

/** The dossier of a stream about which nothing is known. */
export function emptyStreamState(stream: string): StreamState {
  return { stream, position: 0, recorded: -Infinity, revision: 0, eventsByTopic: {} };
}

interface Draft {
  position: number;
  recorded: number;
  revision: number;
  timelines: { [topic: string]: AnyEvent[] };
}

/** Files one event. Never throws, removes or overwrites. */
export function evolve(draft: Draft, stream: string, event: AnyEvent): void {
  for (const topic of topicsByType[event.type]) (draft.timelines[topic] ??= []).push(event);
  draft.position = event.position;
  draft.recorded = event.recorded;
  if (event.stream === stream) draft.revision = event.revision;
}

/** The dossier after these events, which must follow its last one in log order. */
export function fold(streamState: StreamState, events: readonly AnyEvent[]): StreamState {
  if (events.length === 0) return streamState;
  return produce(streamState, (draft) => {
    const additions: Draft = { position: 0, recorded: 0, revision: draft.revision, timelines: {} };
    for (const event of events) evolve(additions, streamState.stream, event);
    const timelines = draft.eventsByTopic as Draft['timelines'];
    // Frozen here, so that Immer need not walk what it could not have changed.
    for (const [topic, added] of Object.entries(additions.timelines)) {
      const before: readonly AnyEvent[] | undefined = streamState.eventsByTopic[topic as Topic];
      timelines[topic] = Object.freeze(before ? before.concat(added) : added) as AnyEvent[];
    }
    draft.position = additions.position;
    draft.recorded = additions.recorded;
    draft.revision = additions.revision;
  });
}
