/** What stands in a form, field by field, for reading. */
import { placeWords } from '../fields/summary.js';
import type { Value, Values } from '../model/values.js';

export interface Typed {
  readonly label: string;
  readonly value: string;
}

/** Every field that holds something else than it began with, in the order of the form. */
export function typedIn(values: Values, initial: Values): readonly Typed[] {
  const before = new Map(leaves(initial, ''));
  return leaves(values, '')
    .filter(([path, value]) => before.get(path) !== value)
    .map(([path, value]) => ({ label: placeWords(path), value }));
}

function leaves(value: Value | undefined, path: string): readonly (readonly [string, string])[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return value.trim() === '' ? [] : [[path, value]];
  return Array.isArray(value)
    ? (value as readonly Values[]).flatMap((each, index) => leaves(each, `${path}[${index}]`))
    : Object.entries(value).flatMap(([key, inner]) =>
        leaves(inner as Value, path === '' ? key : `${path}.${key}`),
      );
}
