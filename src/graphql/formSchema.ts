/**
 * What a form must ask to enter each event, as one document: the dashboard's forms are made of it,
 * so a type that joins the catalogue has its form with no further work.
 */
import {
  getNamedType,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import type { z } from 'zod';
import { catalogue, definition, EVENT_TYPES } from '../../events/catalogue.js';
import { source } from '../../events/envelope.js';
import { inputKey } from './catalogue/eventInput.js';
import { schema } from './schema.js';
import { fieldsOf } from './catalogue/zodToPothos.js';

type Zod = Parameters<typeof fieldsOf>[0];

/** How an object's keys are told apart from another's, whatever their order. */
const signature = (keys: readonly string[]): string => [...keys].sort().join(' ');

/** Of a text, in characters: whoever may write more than this needs more than a line. */
const LINE = 1000;

/** What a printed schema does not tell of an object: the order of its keys, and which hold long texts. */
interface Stated {
  readonly keys: readonly string[];
  readonly long: ReadonlySet<string>;
}

const stated = new Map<string, Stated>();

function note(object: Zod): void {
  const fields = fieldsOf(object);
  if (fields.length === 0) return;
  const keys = fields.map(([key]) => key);
  const long = fields.filter(([, { base }]) => ((base as z.ZodString).maxLength ?? 0) > LINE);
  stated.set(signature(keys), { keys, long: new Set(long.map(([key]) => key)) });
  for (const [, { base }] of fields) note(base);
}

note(source);
for (const type of EVENT_TYPES) note(catalogue[type].data);

function formOf(fields: readonly GraphQLInputField[]): readonly object[] {
  const names = fields.map(({ name }) => name);
  const { keys, long } = stated.get(signature(names)) ?? { keys: names, long: new Set() };
  return [...fields]
    .sort((a, b) => keys.indexOf(a.name) - keys.indexOf(b.name))
    .map((field) => toForm(field, long.has(field.name)));
}

const depthOf = (type: GraphQLInputType): number =>
  isNonNullType(type) ? depthOf(type.ofType) : isListType(type) ? 1 + depthOf(type.ofType) : 0;

const toForm = ({ name, description, type }: GraphQLInputField, long: boolean) => ({
  name,
  says: description ?? '',
  type: getNamedType(type).name,
  ...(long && { long }),
  ...(depthOf(type) > 0 && { list: depthOf(type) }),
  ...(isNonNullType(type) && { required: true }),
});

/** The inputs, enums and scalars that entering an event touches, each under its name. */
function reached() {
  const inputs: Record<string, object> = {};
  const enums: Record<string, object> = {};
  const scalars: Record<string, string> = {};
  const visit = (type: GraphQLNamedType | undefined) => {
    if (isInputObjectType(type) && !(type.name in inputs) && !type.isOneOf) {
      const fields = Object.values(type.getFields());
      inputs[type.name] = formOf(fields);
      for (const field of fields) visit(getNamedType(field.type));
    } else if (isEnumType(type))
      enums[type.name] = type
        .getValues()
        .map(({ name, description }) => ({ value: name, says: description ?? '' }));
    else if (isScalarType(type)) scalars[type.name] = type.description ?? '';
  };
  visit(schema.getType('EventInput'));
  for (const type of EVENT_TYPES) visit(schema.getType(`${type}Input`));
  return { inputs, enums, scalars };
}

/** Every event type with the input that carries it, and all that these inputs are made of. */
export const formSchema = () => ({
  types: Object.fromEntries(
    EVENT_TYPES.map((type) => {
      const { stream, span, describe } = definition(type);
      const key = inputKey(type);
      // Where there are several kinds, the whole name of the stream is written.
      const belongs = typeof stream === 'string' ? stream : 'any';
      return [
        type,
        { key, says: describe, stream: belongs, input: `${type}Input`, ...(span && { span }) },
      ];
    }),
  ),
  ...reached(),
});
