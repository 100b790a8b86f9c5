/** The events held by a stream state. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type { StreamState } from '../../domain/streamState/streamState.js';

const topicLists = ({ eventsByTopic }: StreamState): readonly (readonly AnyEvent[])[] =>
  Object.values(eventsByTopic);

/** Every event of a stream state, once, in no particular order. O(events). */
export const eventsOf = (state: StreamState): ReadonlySet<AnyEvent> =>
  new Set(topicLists(state).flat());

/** Number of topic entries; at least the number of events, as one event may have several. O(topics). */
export const entryCount = (state: StreamState): number =>
  topicLists(state).reduce((sum, events) => sum + events.length, 0);
