/** Paths into what stands in a form, such as `data.leads[0].name`: read and changed without copies by hand. */
import type { Value, Values } from './values.js';

const stepsOf = (path: string): readonly string[] =>
  path.split(/[.[\]]+/).filter((step) => step !== '');

/** What stands at a path; undefined where nothing does. */
export function at(values: Values, path: string): Value | undefined {
  let found: Value | undefined = values;
  for (const step of stepsOf(path)) {
    if (typeof found !== 'object') return undefined;
    found = (found as Values)[step];
  }
  return found;
}

/** The same with another value at a path. What is in the way of it is made. */
export function put(values: Values, path: string, value: Value | undefined): Values {
  return placed(values, stepsOf(path), value) as Values;
}

function placed(
  within: Value | undefined,
  [step, ...rest]: readonly string[],
  value: Value | undefined,
): Value | undefined {
  if (step === undefined) return value;
  if (Array.isArray(within) || (within === undefined && /^\d+$/.test(step))) {
    const list = [...((within ?? []) as readonly Values[])];
    list[Number(step)] = placed(list[Number(step)], rest, value) as Values;
    return list;
  }
  const values = typeof within === 'object' ? (within as Values) : {};
  return { ...values, [step]: placed(values[step], rest, value) };
}

/** Whether a path is another one, or lies within it. */
export const isWithin = (path: string, outer: string): boolean =>
  path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);

/** The id of the element in which a path is typed. */
export const idOf = (path: string): string => `entry-${path.replace(/[^\w]+/g, '-')}`;
