/**
 * From the catalogue's schemas to GraphQL types: objects and enums take the name of their `id`,
 * strings the scalar they state, and everything its description. Nothing here knows an event.
 */
import type { FieldRef } from '@pothos/core';
import type { EnumRef, InputObjectRef, ObjectRef } from '@pothos/core';
import type { z } from 'zod';
import { builder } from '../builder.js';
import { valueDescription } from './enumDescriptions.js';

type Schema = z.core.$ZodType;
type Types = (typeof builder)['$inferSchemaTypes'];
type OutputObject = ObjectRef<Types, object, object>;
type InputObject = InputObjectRef<Types, object>;
type Enum = EnumRef<Types, string>;

/** What a schema says once optional and array wrappers are taken off. */
interface Field {
  readonly base: Schema;
  /** 0 for a single value, 1 for a list, 2 for a list of lists. */
  readonly depth: number;
  readonly optional: boolean;
  readonly description: string;
}

const objects = new Map<string, OutputObject>();
const inputs = new Map<string, InputObject>();
const enums = new Map<string, Enum>();

const metaOf = (schema: Schema) => (schema as z.ZodType).meta() ?? {};

/** The part of a Zod schema's definition that is read here. */
interface Def {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly entries?: Readonly<Record<string, string>>;
}

const defOf = (schema: Schema): Def => schema._zod.def;

/** A description given later makes a copy that forgets the id; the original knows it. */
function identityOf(schema: Schema): { id: string; description: string } | undefined {
  for (
    let schemaOrParent: Schema | undefined = schema;
    schemaOrParent;
    schemaOrParent = schemaOrParent._zod.parent
  ) {
    const { id, description } = metaOf(schemaOrParent);
    if (id !== undefined) return { id, description: description ?? '' };
  }
  return undefined;
}

export function fieldOf(schema: Schema): Field {
  let base = schema;
  let depth = 0;
  let optional = false;
  let description = '';
  for (;;) {
    description ||= metaOf(base).description ?? '';
    const { type, innerType, element } = defOf(base);
    if (type === 'optional' && innerType) {
      optional = true;
      base = innerType;
    } else if (type === 'array' && element) {
      depth += 1;
      base = element;
    } else break;
  }
  return { base, depth, optional, description };
}

/** The fields of an object schema, in the order they are stated. */
export const fieldsOf = (schema: Schema): readonly (readonly [string, Field])[] =>
  Object.entries(defOf(schema).shape ?? {}).map(([key, fieldName]) => [key, fieldOf(fieldName)]);

/** The name of the scalar for a schema that is neither an object nor an enum. */
function scalarOf(schema: Schema): string {
  switch (defOf(schema).type) {
    case 'string':
      return metaOf(schema).scalar ?? 'String';
    case 'number':
      return (schema as z.ZodNumber).format?.includes('int') ? 'Int' : 'Float';
    case 'boolean':
      return 'Boolean';
    case 'record':
      return 'JSON';
    default:
      throw new Error(
        `The GraphQL schema has no type for a ${defOf(schema).type} in the catalogue`,
      );
  }
}

/** Whether a value of the schema is taken as it is, nulls and all. */
export const isJson = (schema: Schema): boolean =>
  defOf(schema).type === 'record' || metaOf(schema).scalar === 'JSON';

function enumOf(schema: Schema, fallbackName: string): Enum {
  const { id, description } = identityOf(schema) ?? { id: fallbackName, description: '' };
  let ref = enums.get(id);
  if (!ref) {
    const values = Object.values(defOf(schema).entries ?? {});
    ref = builder.enumType(id, {
      description: description || metaOf(schema).description || valueDescription(id, id),
      values: Object.fromEntries(
        values.map((value) => [value, { description: valueDescription(id, value) }]),
      ),
    });
    enums.set(id, ref);
  }
  return ref;
}

function objectOf(schema: Schema, fallbackName: string): OutputObject {
  const { id, description } = identityOf(schema) ?? { id: fallbackName, description: '' };
  let ref = objects.get(id);
  if (!ref) {
    ref = builder.objectRef<object>(id);
    objects.set(id, ref);
    builder.objectType(ref, {
      description: description || metaOf(schema).description || id,
      fields: (t) =>
        Object.fromEntries(
          fieldsOf(schema).map(([key, field]) => [key, outputField(t, key, field, id)]),
        ),
    });
  }
  return ref;
}

function inputOf(schema: Schema, fallbackName: string): InputObject {
  const { id, description } = identityOf(schema) ?? { id: fallbackName, description: '' };
  let ref = inputs.get(id);
  if (!ref) {
    ref = inputType(
      `${id}Input`,
      description || metaOf(schema).description || id,
      schema,
      fallbackName,
    );
    inputs.set(id, ref);
  }
  return ref;
}

const capital = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1);

type Output = Parameters<Parameters<typeof builder.objectType>[1]['fields'] & object>[0];

/** A field that hands out `key` of its parent, or of what `from` finds in it. */
export function outputField(
  t: Output,
  key: string,
  { base, depth, optional, description }: Field,
  fallbackName: string,
  source: (parent: never) => object = (parent) => parent,
): FieldRef<(typeof builder)['$inferSchemaTypes'], string> {
  const fieldName = `${fallbackName}${capital(key)}`;
  const { type: kind } = defOf(base);
  const namedType: unknown =
    kind === 'object'
      ? objectOf(base, fieldName)
      : kind === 'enum'
        ? enumOf(base, fieldName)
        : scalarOf(base);
  const type =
    depth === 0 ? namedType : depth === 1 ? [namedType] : [t.listRef(namedType as never)];
  return t.field({
    type: type as 'String',
    nullable: optional as false,
    description,
    resolve: (parent) => (source(parent as never) as Record<string, string>)[key] as string,
  });
}

type Input = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** The fields of an input with the keys of an object schema. */
export function inputFields(t: Input, schema: Schema, fallbackName: string) {
  return Object.fromEntries(
    fieldsOf(schema).map(([key, field]) => {
      const fieldName = `${fallbackName}${capital(key)}`;
      const { type: kind } = defOf(field.base);
      const namedType: unknown =
        kind === 'object'
          ? inputOf(field.base, fieldName)
          : kind === 'enum'
            ? enumOf(field.base, fieldName)
            : scalarOf(field.base);
      const type =
        field.depth === 0
          ? namedType
          : field.depth === 1
            ? [namedType]
            : [t.listRef(namedType as never, { required: true })];
      const required = !field.optional as false;
      const { description } = field;
      return [key, t.field({ type: type as 'String', required, description })];
    }),
  );
}

/** An input object with the keys of an object schema. */
export const inputType = (
  name: string,
  description: string,
  schema: Schema,
  fallbackName: string,
): InputObject =>
  builder.inputType(name, { description, fields: (t) => inputFields(t, schema, fallbackName) });

/** The enum made of a catalogue schema, for answers that use its words. */
export const enumFrom = <Value extends string>(schema: z.ZodType<Value | undefined>) =>
  enumOf(fieldOf(schema).base, 'Value') as EnumRef<Types, Value>;

/** The object type made of a catalogue schema. */
export const objectFrom = <Shape extends object>(schema: z.ZodType<Shape | undefined>) =>
  objectOf(fieldOf(schema).base, 'Value') as unknown as ObjectRef<Types, Shape>;

/** The input type made of a catalogue schema. */
export const inputFrom = (schema: z.ZodType) => inputOf(fieldOf(schema).base, 'Value');
