/**
 * `parley/events`: what can be recorded. `parseEvent` checks an event as it is sent and names every
 * problem with its path; `catalogue` states each event type with the schema of its data.
 */
export {
  type AnyEvent,
  catalogue,
  EVENT_TYPES,
  type EventData,
  type EventOf,
  type EventType,
  isEventType,
  summarize,
} from '../events/catalogue.js';
export { type Certainty, type Recorded, type Source, type SourceKind } from '../events/envelope.js';
export { type EventDraft, parseEvent, type ParseResult, type Problem } from '../events/parse.js';
export { type StreamKind, streamKind, streamSlug } from '../events/streams.js';
