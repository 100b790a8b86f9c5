/** What stands in a form, field by field, for reading. */
import type { Typed } from './conflictPart.js';
import { placeWords } from './summary.js';
import type { Value, Values } from './values.js';

/** Every field that holds something, in the order of the form. */
export const typedIn = (values: Values): readonly Typed[] => leaves(values, '');

function leaves(value: Value | undefined, path: string): readonly Typed[] {
  if (value === undefined) return [];
  if (typeof value === 'string')
    return value.trim() === '' ? [] : [{ label: placeWords(path), value }];
  return Array.isArray(value)
    ? (value as readonly Values[]).flatMap((each, index) => leaves(each, `${path}[${index}]`))
    : Object.entries(value).flatMap(([key, inner]) =>
        leaves(inner as Value, path === '' ? key : `${path}.${key}`),
      );
}
