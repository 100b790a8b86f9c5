/** The catalogue of event types: one table from a type's name to its definition. */
import type { z } from 'zod';
import { agreements } from './families/agreements.js';
import { areas } from './families/areas.js';
import { checks } from './families/checks.js';
import type { EventDefinition } from './define.js';
import type { Recorded } from './envelope.js';
import { corrections } from './families/corrections.js';
import { measures } from './families/measures.js';
import { process } from './families/process.js';
import { rulebook } from './families/rulebook.js';
import { statements } from './families/statements.js';
import { talks } from './families/talks.js';
import { targets } from './families/targets.js';
import { type Names, NO_NAMES, Words } from './words.js';

export const catalogue = {
  ...process,
  ...talks,
  ...targets,
  ...statements,
  ...agreements,
  ...measures,
  ...rulebook,
  ...areas,
  ...checks,
  ...corrections,
} as const;

type Catalogue = typeof catalogue;
export type EventType = keyof Catalogue;
export type EventData<Type extends EventType> = z.output<Catalogue[Type]['data']>;
/** An event of one type, as read from the log. */
export type EventOf<Type extends EventType> = Type extends EventType
  ? Recorded<Type, EventData<Type>>
  : never;
/** Any event, as read from the log: narrow it by `type`. */
export type AnyEvent = { [Type in EventType]: EventOf<Type> }[EventType];
/** An event about another event: a correction, retraction or added source. */
export type AnnotationEvent = EventOf<keyof typeof corrections>;

export const EVENT_TYPES = Object.keys(catalogue) as readonly EventType[];

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(catalogue, type);
}

/** The definition of a type. O(1). */
export function definition(type: EventType): EventDefinition {
  return catalogue[type];
}

/** What happened, in one sentence for people, with what the record has names for by name. O(data). */
export function summarize(event: Pick<AnyEvent, 'type' | 'data'>, names: Names = NO_NAMES): string {
  const { summary } = definition(event.type);
  return (summary as (data: unknown, words: Words) => string)(event.data, new Words(names));
}
