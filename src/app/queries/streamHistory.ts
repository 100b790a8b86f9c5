/** The history behind a view: which events of a stream count in it. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type { StreamState } from '../../domain/streamState/streamState.js';
import { topicsByType, type Topic } from '../../domain/streamState/topics.js';
import type { KnowledgeView } from '../../domain/streamState/knowledgeView.js';

const TOPICS: ReadonlySet<Topic> = new Set(Object.values(topicsByType).flat());

/** The revision its own stream had reached, as far as a reading knows. */
export function revisionOf({ streamState, cutoff: { knownAt = Infinity } }: KnowledgeView): number {
  if (streamState.recorded <= knownAt) return streamState.revision;
  let revision = 0;
  for (const events of Object.values(streamState.eventsByTopic) as (readonly AnyEvent[])[])
    for (const event of events)
      if (event.stream === streamState.stream && event.recorded <= knownAt)
        revision = Math.max(revision, event.revision);
  return revision;
}

/** The events that stand, known and public, in a reading, by their ids. */
export function standing(knowledge: KnowledgeView): ReadonlyMap<string, AnyEvent> {
  const events = new Map<string, AnyEvent>();
  for (const topic of TOPICS)
    for (const { event } of knowledge.factsOn(topic)) events.set(event.id, event);
  return events;
}

/** Every event in a dossier, once. */
export const filed = ({ eventsByTopic: timelines }: StreamState): ReadonlySet<AnyEvent> =>
  new Set((Object.values(timelines) as (readonly AnyEvent[])[]).flat());
