/** Values that clients send: what the record knows, what it does not, and what nobody should send. */
import fc from 'fast-check';
import type { GeneratorValue } from 'fast-check';

export type Draw = GeneratorValue;

/** So long that no error may send it back whole. */
export const LONG = `long ${'z'.repeat(1_500)}`;

const KNOWN = [
  'a-b',
  'in-us-bta',
  'us-recip-in',
  'negotiation/a-b',
  'measure/m',
  'rulebook/us',
  'US',
  'IN',
  'EU',
  '*',
  '2025-11-05',
  '2025-02',
  '2025-11-05T12:00:00Z',
  '2025-08-15~',
  '../2025-11-02',
  'PARTIES',
  '720851',
  '0101.21',
  'UTC',
  'Asia/Kolkata',
  '0',
  '1',
  '-1',
  'MTA=',
] as const;

export const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...KNOWN) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '\0', '%00', '..%2f', '__proto__', '\ud800') },
  { weight: 1, arbitrary: fc.constant(LONG) },
);

export const whole = fc.oneof(
  fc.integer({ min: -2, max: 60 }),
  fc.constantFrom(2 ** 31 - 1, -(2 ** 31), 2 ** 31, Number.MAX_SAFE_INTEGER),
);

export const json = fc.oneof(
  text,
  whole,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** One of several. */
export const pick = <Item>(draw: Draw, items: readonly Item[]): Item =>
  items[draw(fc.nat, { max: items.length - 1 })]!;

/** True `percent` times of a hundred. */
export const often = (draw: Draw, percent: number): boolean => draw(fc.nat, { max: 99 }) < percent;

/** A text with a few characters left out, doubled or put in. */
export function garbled(draw: Draw, of: string): string {
  const at = draw(fc.nat, { max: of.length });
  const width = draw(fc.nat, { max: 3 });
  return (
    of.slice(0, at) + pick(draw, ['', '{', '}', '"', '\\', '\0', '🙂', '$']) + of.slice(at + width)
  );
}
