/** Events as a caller sends them: one key per type of the catalogue, as `EventDataInput`. */
import type { InputObjectRef } from '@pothos/core';
import { catalogue, definition, EVENT_TYPES, type EventType } from '../../../events/catalogue.js';
import { source } from '../../../events/envelope.js';
import { builder } from '../builder.js';
import { EventCertainty } from './event.js';
import { omitNullish, omitNullishDeep } from '../omitNullish.js';
import { fieldsOf, inputFrom, inputType, isJson } from './zodToPothos.js';

type Types = (typeof builder)['$inferSchemaTypes'];

/** The key of a type's data: roundHeld for RoundHeld. */
export const inputKey = (type: EventType): string =>
  `${type.charAt(0).toLowerCase()}${type.slice(1)}`;

const typeByInputKey = new Map(EVENT_TYPES.map((type) => [inputKey(type), type]));

/** The input of each type's data, also the input of its entry mutation. */
export const dataInputs = new Map(
  EVENT_TYPES.map((type) => [
    type,
    inputType(`${type}Input`, definition(type).describe, catalogue[type].data, type),
  ]),
);

export const EventDataInput = builder.inputType('EventDataInput', {
  isOneOf: true,
  description: 'Data of an event, under the key of its type; exactly one key.',
  fields: (t) =>
    Object.fromEntries(
      EVENT_TYPES.map((type) => [
        inputKey(type),
        t.field({
          type: dataInputs.get(type) as InputObjectRef<Types, object>,
          description: definition(type).describe,
        }),
      ]),
    ),
});

export const SourceInput = inputFrom(source);

export const EventInput = builder.inputType('EventInput', {
  description: 'An event to be recorded.',
  fields: (t) => ({
    id: t.id({ description: 'UUID; assigned by the log when absent.' }),
    stream: t.string({
      required: true,
      description:
        'Stream it belongs to: negotiation/<slug>, measure/<slug>, rulebook/<area> or area/<area>.',
    }),
    also: t.stringList({ description: 'Further streams whose history is to include it.' }),
    occurred: t.field({
      type: 'EDTF',
      required: true,
      description: 'When it happened, as far as known.',
    }),
    timeZone: t.string({
      description: "The IANA zone its dates are written in; its stream's own when absent.",
    }),
    certainty: t.field({
      type: EventCertainty,
      description: 'How firmly it is held; REPORTED when absent.',
    }),
    sources: t.field({
      type: [SourceInput],
      description: 'Who says so: at least one, unless certainty is INFERRED.',
    }),
    data: t.field({ type: EventDataInput, required: true, description: 'Data of the event.' }),
  }),
});

/** A type's data as sent, in the interchange format; fields of type JSON are left as they are. */
export function toData(type: EventType, data: object): object {
  const json = new Set(
    fieldsOf(catalogue[type].data).flatMap(([key, { base }]) => (isJson(base) ? [key] : [])),
  );
  const jsonEntries = Object.entries(data).filter(
    ([key, value]) => json.has(key) && value !== null,
  );
  return { ...(omitNullishDeep(data) as object), ...Object.fromEntries(jsonEntries) };
}

/** An event as sent, in the interchange format that Parley.append takes. */
export function toInterchange({ data, ...envelope }: typeof EventInput.$inferInput): object {
  // @oneOf guarantees exactly one key.
  const [key = '', content] = Object.entries(omitNullish(data))[0] ?? [];
  const type = typeByInputKey.get(key);
  return {
    ...(omitNullishDeep(envelope) as object),
    type,
    data: type && toData(type, content as object),
  };
}
