/**
 * The form of every event type as one JSON document, from which the dashboard builds its forms: a type
 * that is added to the catalogue has its form with no further work.
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
import { z } from 'zod';
import { catalogue, definition, EVENT_TYPES } from '../../events/catalogue.js';
import { source } from '../../events/envelope.js';
import { inputKey } from './catalogue/eventInput.js';
import { schema } from './schema.js';
import { fieldsOf } from './catalogue/zodToPothos.js';

type Zod = Parameters<typeof fieldsOf>[0];

/** Identifies an object type by its keys, in any order. */
const signature = (keys: readonly string[]): string => [...keys].sort().join(' ');

/** Texts that may be longer than this, in characters, get a multi-line field. */
const LONG_TEXT = 1000;

/** What the GraphQL schema does not state of an object: the order of its keys, long texts, what texts stand for. */
interface ObjectLayout {
  readonly keys: readonly string[];
  readonly long: ReadonlySet<string>;
  /** What a form takes a key for instead of its scalar. */
  readonly entered: Readonly<Record<string, string>>;
}

const layouts = new Map<string, ObjectLayout>();

function addLayout(object: Zod): void {
  const fields = fieldsOf(object);
  if (fields.length === 0) return;
  const keys = fields.map(([key]) => key);
  const long = fields.filter(([, { base }]) => ((base as z.ZodString).maxLength ?? 0) > LONG_TEXT);
  const entered = fields.flatMap(([key, { base }]) => {
    const meta = z.globalRegistry.get(base as z.ZodType)?.entered;
    return meta === undefined ? [] : [[key, meta] as const];
  });
  layouts.set(signature(keys), {
    keys,
    long: new Set(long.map(([key]) => key)),
    entered: Object.fromEntries(entered),
  });
  for (const [, { base }] of fields) addLayout(base);
}

addLayout(source);
for (const type of EVENT_TYPES) addLayout(catalogue[type].data);

const layoutOfOthers = (keys: readonly string[]): ObjectLayout => ({
  keys,
  long: new Set(),
  entered: {},
});

function formOf(fields: readonly GraphQLInputField[]): readonly object[] {
  const names = fields.map(({ name }) => name);
  const { keys, long, entered } = layouts.get(signature(names)) ?? layoutOfOthers(names);
  return [...fields]
    .sort((a, b) => keys.indexOf(a.name) - keys.indexOf(b.name))
    .map((field) => toForm(field, long.has(field.name), entered[field.name]));
}

const depthOf = (type: GraphQLInputType): number =>
  isNonNullType(type) ? depthOf(type.ofType) : isListType(type) ? 1 + depthOf(type.ofType) : 0;

const toForm = (
  { name, description, type }: GraphQLInputField,
  long: boolean,
  entered: string | undefined,
) => ({
  name,
  description: description ?? '',
  type: entered ?? getNamedType(type).name,
  ...(long && { long }),
  ...(depthOf(type) > 0 && { list: depthOf(type) }),
  ...(isNonNullType(type) && { required: true }),
});

/** The inputs, enums and scalars that event inputs reach, each under its name. */
function reachableTypes() {
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
        .map(({ name, description }) => ({ value: name, description: description ?? '' }));
    else if (isScalarType(type)) scalars[type.name] = type.description ?? '';
  };
  visit(schema.getType('EventInput'));
  for (const type of EVENT_TYPES) visit(schema.getType(`${type}Input`));
  return { inputs, enums, scalars };
}

/** Every event type with its input, and the types that these inputs reach. */
export const formSchema = () => ({
  types: Object.fromEntries(
    EVENT_TYPES.map((type) => {
      const { stream, span, describe, alsoCalled, asksFirst } = definition(type);
      const key = inputKey(type);
      // Where there are several kinds, the whole name of the stream is written.
      const belongs = typeof stream === 'string' ? stream : 'any';
      return [
        type,
        {
          key,
          description: describe,
          alsoCalled,
          stream: belongs,
          ...(Array.isArray(stream) && { kinds: stream }),
          input: `${type}Input`,
          ...(span && { span }),
          ...(asksFirst && { asksFirst }),
        },
      ];
    }),
  ),
  ...reachableTypes(),
});
