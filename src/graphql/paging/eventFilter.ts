/** Which events to list, and in what order. */
import { EVENT_TYPES, type EventType, isEventType } from '../../../events/catalogue.js';
import { sourceKind } from '../../../events/envelope.js';
import type { EventFilter as AppEventFilter, TimeRange } from '../../app/parley.js';
import { builder } from '../builder.js';
import { EventCertainty } from '../catalogue/event.js';
import { most } from '../inputLimits.js';
import { type OmitNullish, omitNullish } from '../omitNullish.js';
import { badInput, checkPartyCode } from '../queryErrors.js';
import { enumFrom } from '../catalogue/zodToPothos.js';

const TimeRangeInput = builder.inputType('TimeRange', {
  description: 'A range of time with both ends included; an absent end is open.',
  fields: (t) => ({
    from: t.field({
      type: 'TimePoint',
      description: 'First instant; a date means its beginning.',
    }),
    to: t.field({
      type: 'TimePoint',
      description: 'Last instant; a date means its close.',
    }),
  }),
});

export const EventFilter = builder.inputType('EventFilter', {
  description:
    'Matches events for which every given key matches, as recorded. In a list any item may match, so an empty list matches nothing. `streams`, `types`, `certainty`, `recorded` and a `text` of three or more characters use indexes; the other keys scan the log until the page is full.',
  fields: (t) => ({
    streams: t.stringList({
      description: 'In the history of one of these streams, such as negotiation/in-us-bta.',
    }),
    types: t.stringList({ description: 'Event types, such as RoundHeld.' }),
    certainty: t.field({ type: [EventCertainty], description: 'Any of these certainties.' }),
    party: t.field({
      type: 'CountryCode',
      description:
        'Concerning this party: in the history of a negotiation to which it is a party, of a measure that it imposes or that is on its goods (by name or as one of all), or of its rulebook, by itself or as a member of a group when the event occurred; or with its code in the data. Parties, groups and measures are taken as known now; in the events of a view, as known in it.',
    }),
    occurred: t.field({
      type: TimeRangeInput,
      description:
        "The bounds of `occurred` overlap this range. Dates are read in the zone of the event's own dates.",
    }),
    recorded: t.field({
      type: TimeRangeInput,
      description: 'Recorded in this range. Dates are days in UTC.',
    }),
    published: t.field({
      type: TimeRangeInput,
      description:
        "With a source that may have been published in this range. As for `publicAt`, a source without a date, and an event without a source, counts from when it was recorded, and dates are read in the zone of the event's stream.",
    }),
    sourceKinds: t.field({
      type: [enumFrom(sourceKind)],
      description: 'With a source of one of these kinds.',
    }),
    text: t.string({
      description:
        "Contained in its summary, in a string of its data, or in a source's title, publisher or quote; case and accents are ignored.",
      extensions: most(200),
    }),
  }),
});

export const EventOrder = builder.enumType('EventOrder', {
  description: 'Order of a list of events. Cursors are valid for one order only.',
  values: {
    POSITION_ASC: { description: 'By position, oldest first.' },
    POSITION_DESC: { description: 'By position, newest first.' },
    OCCURRED_ASC: {
      description:
        'By the earliest instant at which they can have occurred, then by position; unbounded dates come first. Refused when more than 20,000 events match.',
    },
    OCCURRED_DESC: { description: 'OCCURRED_ASC reversed, latest first.' },
  } as const,
});

function eventType(type: string): EventType {
  if (isEventType(type)) return type;
  throw badInput(
    `filter.types: ${JSON.stringify(type)} is not an event type. Known are ${EVENT_TYPES.join(', ')}.`,
  );
}

type Range = typeof TimeRangeInput.$inferInput;

/** Converts the input to the filter that Parley takes. Throws BAD_USER_INPUT for an unknown type or country. */
export function toFilter(input: typeof EventFilter.$inferInput | null | undefined): AppEventFilter {
  const {
    types,
    party,
    occurred,
    recorded,
    published,
    ...rest
  }: OmitNullish<typeof EventFilter.$inferInput> = omitNullish(input);
  const range = (one: Range | undefined): TimeRange | undefined => one && omitNullish(one);
  return omitNullish({
    ...rest,
    types: types?.map(eventType),
    party: party === undefined ? undefined : checkPartyCode('filter.party', party),
    occurred: range(occurred),
    recorded: range(recorded),
    published: range(published),
  });
}
