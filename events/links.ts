/** In which histories an event appears: its own stream's, others it names, those of what it targets. */
import type { AnnotationEvent, AnyEvent } from './catalogue.js';

const ANNOTATIONS: Readonly<Record<AnnotationEvent['type'], true>> = {
  EventCorrected: true,
  EventRetracted: true,
  SourceAdded: true,
};

/** The ID of the event that a correction, retraction or added source is about; undefined for others. */
export function targetEventId(event: { type: string; data: unknown }): string | undefined {
  return Object.hasOwn(ANNOTATIONS, event.type)
    ? (event.data as { event: string }).event
    : undefined;
}

/** What decides in which histories an event appears. */
export interface EventLinks {
  readonly position: number;
  readonly stream: string;
  readonly also: readonly string[];
  /** The id of the event that it targets. */
  readonly target: string | undefined;
}

export function linksOf(event: AnyEvent): EventLinks {
  const { position, stream, also } = event;
  return { position, stream, also, target: targetEventId(event) };
}

/**
 * Every stream in whose history an event appears, once each, its own first: its own, `also`, and
 * those of the event it targets, if that event precedes it. O(length of the target chain).
 */
export function linkedStreams(
  event: EventLinks,
  find: (id: string) => EventLinks | undefined,
): ReadonlySet<string> {
  const streams = new Set<string>();
  let next: EventLinks | undefined = event;
  while (next) {
    const current: EventLinks = next;
    streams.add(current.stream);
    for (const stream of current.also) streams.add(stream);
    next = current.target === undefined ? undefined : find(current.target);
    if (next && next.position >= current.position) next = undefined;
  }
  return streams;
}
