/** The paths of an event in the interchange format, each with its schema. */
import type { z } from 'zod';
import { definition, type EventType } from '../../events/catalogue.js';
import { envelope } from '../../events/envelope.js';
import { pathText } from '../../events/parse.js';

export type Path = readonly (string | number)[];
export type Json = Record<string, unknown>;

export interface Site {
  readonly path: Path;
  readonly value: unknown;
  readonly schema: z.ZodType;
  readonly kind: string;
  /** The scalar type of a string, where it has one. */
  readonly scalar: string | undefined;
  /** Whether a value is required. */
  readonly required: boolean;
}

type Def = {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
};

function* walk(schema: z.ZodType, value: unknown, path: Path, required = true): Generator<Site> {
  const def = schema.def as Def;
  if (def.innerType) {
    yield* walk(def.innerType, value, path, false);
    return;
  }
  yield { path, value, schema, kind: def.type, scalar: schema.meta()?.scalar, required };
  if (def.shape && typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(def.shape))
      if (Object.hasOwn(value, key)) yield* walk(inner, (value as Json)[key], [...path, key]);
  if (def.element && Array.isArray(value))
    for (const [index, inner] of value.entries())
      yield* walk(def.element, inner, [...path, index], false);
}

/** The sites of `event` that have a value, of its envelope and its data, parents first. */
export function sites(event: Json): Site[] {
  const { type, data, ...head } = event;
  return [...walk(envelope, head, []), ...walk(definition(type as EventType).data, data, ['data'])];
}

/** A copy of `event` with `value` at `path`; `undefined` removes the key. */
export function replaced(event: Json, path: Path, value: unknown): Json {
  const copy = structuredClone(event);
  const last = path.at(-1);
  if (last === undefined) throw new Error('nothing to replace: the path is empty');
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  if (value === undefined) Reflect.deleteProperty(at, last);
  // Not assigned: `__proto__` must become a key like any other, as it does in JSON.
  else
    Object.defineProperty(at, last, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return copy;
}

/** Whether a problem at `found` concerns `path` or something inside it. */
export function isAt(found: string, path: Path): boolean {
  const prefix = pathText(path);
  return found === prefix || found.startsWith(`${prefix}.`) || found.startsWith(`${prefix}[`);
}
