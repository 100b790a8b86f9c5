/** Duties written as text where an event is entered: `"duty": "2.5 % + 7 INR/kg"`. */
import { parseExpression } from './parseExpression.js';

interface DutyTextProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The keys of data that hold a duty expression. */
const DUTY_KEYS = ['duty', 'charge'] as const;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Data with every duty that is text replaced by its expression, lines of a schedule included; the
 * same object where there is none. A text that is not understood stays and is told as a problem.
 * O(size of the lines).
 */
export function expandDutyTexts(data: unknown): {
  readonly data: unknown;
  readonly problems: readonly DutyTextProblem[];
} {
  const problems: DutyTextProblem[] = [];
  const expanded = (value: unknown, path: DutyTextProblem['path']): unknown => {
    if (!isObject(value)) return value;
    const changes = DUTY_KEYS.flatMap((key): [string, unknown][] => {
      const text = value[key];
      if (typeof text !== 'string') return [];
      const parsed = parseExpression(text);
      if (parsed.ok) return [[key, parsed.duty]];
      problems.push({ path: [...path, key], message: parsed.message });
      return [];
    });
    return changes.length > 0 ? { ...value, ...Object.fromEntries(changes) } : value;
  };
  const whole = expanded(data, []);
  if (!isObject(whole) || !Array.isArray(whole['lines'])) return { data: whole, problems };
  const before: readonly unknown[] = whole['lines'];
  const lines = before.map((line, index) => expanded(line, ['lines', index]));
  const isSame = lines.every((line, index) => line === before[index]);
  return { data: isSame ? whole : { ...whole, lines }, problems };
}
