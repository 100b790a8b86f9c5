/** Reads and immutably sets form values by path, such as `data.leads[0].name`. */
import type { FieldValue, FormValues } from './formValues.js';

const segmentsOf = (path: string): readonly string[] =>
  path.split(/[.[\]]+/).filter((segment) => segment !== '');

/** The value at a path, or undefined. */
export function valueAt(values: FormValues, path: string): FieldValue | undefined {
  let value: FieldValue | undefined = values;
  for (const segment of segmentsOf(path)) {
    if (typeof value !== 'object') return undefined;
    value = (value as FormValues)[segment];
  }
  return value;
}

/** A copy of `values` with another value at a path; missing parents are created. */
export function setValueAt(
  values: FormValues,
  path: string,
  value: FieldValue | undefined,
): FormValues {
  return setAtSegments(values, segmentsOf(path), value) as FormValues;
}

function setAtSegments(
  parent: FieldValue | undefined,
  [segment, ...rest]: readonly string[],
  value: FieldValue | undefined,
): FieldValue | undefined {
  if (segment === undefined) return value;
  if (Array.isArray(parent) || (parent === undefined && /^\d+$/.test(segment))) {
    const list = [...((parent ?? []) as readonly FormValues[])];
    list[Number(segment)] = setAtSegments(list[Number(segment)], rest, value) as FormValues;
    return list;
  }
  const values = typeof parent === 'object' ? (parent as FormValues) : {};
  return { ...values, [segment]: setAtSegments(values[segment], rest, value) };
}

/** Whether a path is `outer` or lies below it. */
export const isWithin = (path: string, outer: string): boolean =>
  path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);

/** The DOM id of the input for a path. */
export const fieldId = (path: string): string => `entry-${path.replace(/[^\w]+/g, '-')}`;
