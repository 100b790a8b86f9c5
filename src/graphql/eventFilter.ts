/** Which events to list, and in what order. */
import { type AnyEvent, EVENT_TYPES, isEventType } from '../../events/catalogue.js';
import type { Selection } from '../app/parley.js';
import { builder } from './builder.js';
import { EventCertainty } from './event.js';
import { given } from './given.js';
import { badInput } from './refusal.js';

export const EventFilter = builder.inputType('EventFilter', {
  description: 'Which events: those that match every key given.',
  fields: (t) => ({
    streams: t.stringList({
      description: 'In the history of one of these streams, such as negotiation/in-us-bta.',
    }),
    types: t.stringList({ description: 'Of one of these types, such as RoundHeld.' }),
    certainty: t.field({ type: [EventCertainty], description: 'Held in one of these ways.' }),
  }),
});

export const EventOrder = builder.enumType('EventOrder', {
  description: 'The order of a list of events.',
  values: {
    POSITION_ASC: { description: 'As they were recorded, oldest first.' },
    POSITION_DESC: { description: 'The other way round, newest first.' },
  } as const,
});

type Filter = typeof EventFilter.$inferInput;

/** The selection a filter means; an empty list selects nothing. */
export function toSelection(filter: Filter | null | undefined): Selection {
  const { types, ...selection } = given(filter);
  if (types === undefined) return selection;
  const known = types.map((type) => {
    if (isEventType(type)) return type;
    throw badInput(
      `filter.types: ${JSON.stringify(type)} is not an event type. Known are ${EVENT_TYPES.join(', ')}.`,
    );
  });
  return { ...selection, types: known };
}

/** Whether an event is in the history of one of the streams, where any are given. */
export const inStreams =
  (streams: readonly string[] | undefined) =>
  ({ stream, also }: AnyEvent): boolean =>
    streams === undefined || streams.includes(stream) || also.some((one) => streams.includes(one));
