/** What a knowledge view says of its stream's history. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type { KnowledgeView } from '../../domain/streamState/knowledgeView.js';
import { TOPICS } from '../../domain/streamState/topics.js';
import { eventsOf } from '../readModel/stateEvents.js';

/**
 * The revision that a stream had reached within a knowledge view. O(1) when the view knows every
 * event, else O(events).
 */
export function revisionOf({ streamState, cutoff: { knownAt = Infinity } }: KnowledgeView): number {
  if (streamState.recorded <= knownAt) return streamState.revision;
  let revision = 0;
  for (const event of eventsOf(streamState))
    if (event.stream === streamState.stream && event.recorded <= knownAt)
      revision = Math.max(revision, event.revision);
  return revision;
}

/** The events that are known, public and not retracted, by id. O(events). */
export function effectiveEvents(knowledge: KnowledgeView): ReadonlyMap<string, AnyEvent> {
  const events = new Map<string, AnyEvent>();
  for (const topic of TOPICS)
    for (const { event } of knowledge.factsOn(topic)) events.set(event.id, event);
  return events;
}
