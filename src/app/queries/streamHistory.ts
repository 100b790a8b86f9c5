/** The history behind a view: which events of a stream count in it. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type { Dossier } from '../../domain/streamState/streamState.js';
import { filing, type Topic } from '../../domain/streamState/topics.js';
import type { Reading } from '../../domain/streamState/knowledgeView.js';

const TOPICS: ReadonlySet<Topic> = new Set(Object.values(filing).flat());

/** The revision its own stream had reached, as far as a reading knows. */
export function revisionOf({ dossier, knowledge: { knownAt = Infinity } }: Reading): number {
  if (dossier.recorded <= knownAt) return dossier.revision;
  let revision = 0;
  for (const events of Object.values(dossier.timelines) as (readonly AnyEvent[])[])
    for (const event of events)
      if (event.stream === dossier.stream && event.recorded <= knownAt)
        revision = Math.max(revision, event.revision);
  return revision;
}

/** The events that stand, known and public, in a reading, by their ids. */
export function standing(reading: Reading): ReadonlyMap<string, AnyEvent> {
  const events = new Map<string, AnyEvent>();
  for (const topic of TOPICS)
    for (const { event } of reading.on(topic)) events.set(event.id, event);
  return events;
}

/** Every event in a dossier, once. */
export const filed = ({ timelines }: Dossier): ReadonlySet<AnyEvent> =>
  new Set((Object.values(timelines) as (readonly AnyEvent[])[]).flat());
