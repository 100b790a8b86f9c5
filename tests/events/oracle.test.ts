/**
 * npm `edtf` as a second opinion, for the forms that it bounds as the standard says. It is wrong
 * about open and unknown ends, sets and seasons, and reads every bare date in UTC.
 */
import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moment } from '../../events/time/bounds.js';
import { DateError } from '../../events/time/edtf.js';
import { SEED } from '../support/seed.js';

const two = (value: number): string => String(value).padStart(2, '0');
const year = fc.integer({ min: 0, max: 9999 }).map((value) => String(value).padStart(4, '0'));
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`);
const day = fc
  .date({
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));
const dated = fc.oneof(year, month, day);
const settings = { seed: SEED, numRuns: 500 };

const theirs = (text: string) => {
  const { min, max } = edtf(text);
  return { min, max };
};

describe(`bounds agree with npm edtf in UTC (seed ${SEED})`, () => {
  it('on years, months and days', () => {
    fc.assert(
      fc.property(dated, (text) => {
        expect(moment(text, 'UTC')).toEqual(theirs(text));
      }),
      settings,
    );
  });

  it('on closed intervals of them', () => {
    fc.assert(
      fc.property(dated, dated, (one, other) => {
        const [from, to] = theirs(one).max < theirs(other).max ? [one, other] : [other, one];
        // Theirs refuses ends that touch or overlap.
        fc.pre(theirs(from).max < theirs(to).min);
        const interval = `${from}/${to}`;
        expect(moment(interval, 'UTC')).toEqual(theirs(interval));
      }),
      settings,
    );
  });

  it('on which days exist', () => {
    const anyDay = fc.tuple(year, fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 39 }));
    fc.assert(
      fc.property(anyDay, ([y, m, d]) => {
        const text = `${y}-${two(m)}-${two(d)}`;
        const instant = Date.parse(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
        if (exists) expect(moment(text, 'UTC')).toEqual(theirs(text));
        else expect(() => moment(text, 'UTC')).toThrow(DateError);
      }),
      settings,
    );
  });
});
