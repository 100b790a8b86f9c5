/** The values of a form as labelled text. */
import { pathLabel } from '../fields/problemSummary.js';
import type { FieldValue, FormValues } from '../model/formValues.js';

export interface SummaryEntry {
  readonly label: string;
  readonly value: string;
}

/** Every field whose value differs from its initial one, in the order of the form. */
export function summarizeForm(values: FormValues, initial: FormValues): readonly SummaryEntry[] {
  const before = new Map(flatten(initial, ''));
  return flatten(values, '')
    .filter(([path, value]) => before.get(path) !== value)
    .map(([path, value]) => ({ label: pathLabel(path), value }));
}

function flatten(
  value: FieldValue | undefined,
  path: string,
): readonly (readonly [string, string])[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return value.trim() === '' ? [] : [[path, value]];
  return Array.isArray(value)
    ? (value as readonly FormValues[]).flatMap((item, index) => flatten(item, `${path}[${index}]`))
    : Object.entries(value).flatMap(([key, inner]) =>
        flatten(inner as FieldValue, path === '' ? key : `${path}.${key}`),
      );
}
