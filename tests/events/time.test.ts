import { describe, expect, it } from 'vitest';
import {
  effectiveInstant,
  mayPrecede,
  moment,
  period,
  timePointInstant,
} from '../../events/time/bounds.js';
import { isInstant, isInstantOrDay, printedInstant } from '../../events/time/edtf.js';
import { iso, span } from '../support/instants.js';

describe('a single date, read as a moment in UTC, lies', () => {
  it.each([
    ['2025', '2025-01-01T00:00:00.000Z … 2025-12-31T23:59:59.999Z'],
    ['0000', '0000-01-01T00:00:00.000Z … 0000-12-31T23:59:59.999Z'],
    ['9999', '9999-01-01T00:00:00.000Z … 9999-12-31T23:59:59.999Z'],
    ['2025-03', '2025-03-01T00:00:00.000Z … 2025-03-31T23:59:59.999Z'],
    ['2025-12', '2025-12-01T00:00:00.000Z … 2025-12-31T23:59:59.999Z'],
    ['2025-02', '2025-02-01T00:00:00.000Z … 2025-02-28T23:59:59.999Z'],
    ['2024-02', '2024-02-01T00:00:00.000Z … 2024-02-29T23:59:59.999Z'],
    ['1900-02', '1900-02-01T00:00:00.000Z … 1900-02-28T23:59:59.999Z'],
    ['2000-02', '2000-02-01T00:00:00.000Z … 2000-02-29T23:59:59.999Z'],
    ['2025-03-04', '2025-03-04T00:00:00.000Z … 2025-03-04T23:59:59.999Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z … 2024-02-29T23:59:59.999Z'],
    ['9999-12-31', '9999-12-31T00:00:00.000Z … 9999-12-31T23:59:59.999Z'],
    // A qualifier is a remark: it does not widen the date.
    ['2025-08-15~', '2025-08-15T00:00:00.000Z … 2025-08-15T23:59:59.999Z'],
    ['2025-08?', '2025-08-01T00:00:00.000Z … 2025-08-31T23:59:59.999Z'],
    ['2025%', '2025-01-01T00:00:00.000Z … 2025-12-31T23:59:59.999Z'],
    // Digits nobody knows: anywhere they allow.
    ['202X', '2020-01-01T00:00:00.000Z … 2029-12-31T23:59:59.999Z'],
    ['20XX', '2000-01-01T00:00:00.000Z … 2099-12-31T23:59:59.999Z'],
    ['202X~', '2020-01-01T00:00:00.000Z … 2029-12-31T23:59:59.999Z'],
    ['2025-XX', '2025-01-01T00:00:00.000Z … 2025-12-31T23:59:59.999Z'],
    ['2025-XX-XX', '2025-01-01T00:00:00.000Z … 2025-12-31T23:59:59.999Z'],
    ['2024-02-XX', '2024-02-01T00:00:00.000Z … 2024-02-29T23:59:59.999Z'],
    ['2025-04-XX?', '2025-04-01T00:00:00.000Z … 2025-04-30T23:59:59.999Z'],
    // An instant is an instant, whatever the zone of its offset.
    ['2025-08-27T00:01:00-04:00', '2025-08-27T04:01:00.000Z … 2025-08-27T04:01:00.000Z'],
    ['2025-08-27T00:01-04:00', '2025-08-27T04:01:00.000Z … 2025-08-27T04:01:00.000Z'],
    ['2025-08-27T04:01:00Z', '2025-08-27T04:01:00.000Z … 2025-08-27T04:01:00.000Z'],
    ['2025-08-27T04:01:00.25Z', '2025-08-27T04:01:00.250Z … 2025-08-27T04:01:00.250Z'],
    ['2025-01-01T00:00:00+14:00', '2024-12-31T10:00:00.000Z … 2024-12-31T10:00:00.000Z'],
    ['2025-01-01T05:30:00+05:30', '2025-01-01T00:00:00.000Z … 2025-01-01T00:00:00.000Z'],
  ])('%s: %s', (text, bounds) => {
    expect(span(moment(text, 'UTC'))).toBe(bounds);
    const { start, end } = period(text, 'UTC');
    expect([span(start), span(end)]).toEqual([bounds, bounds]);
  });
});

describe('an interval, read as a period in UTC, begins and ends', () => {
  const OPEN = '-Infinity';
  it.each([
    [
      '2025-08-04/2025-08-08',
      '2025-08-04T00:00:00.000Z … 2025-08-04T23:59:59.999Z',
      '2025-08-08T00:00:00.000Z … 2025-08-08T23:59:59.999Z',
    ],
    [
      '2025-09/2025-11',
      '2025-09-01T00:00:00.000Z … 2025-09-30T23:59:59.999Z',
      '2025-11-01T00:00:00.000Z … 2025-11-30T23:59:59.999Z',
    ],
    [
      '2025/2026-03-04',
      '2025-01-01T00:00:00.000Z … 2025-12-31T23:59:59.999Z',
      '2026-03-04T00:00:00.000Z … 2026-03-04T23:59:59.999Z',
    ],
    [
      '2025-07-18/2025-08-27~',
      '2025-07-18T00:00:00.000Z … 2025-07-18T23:59:59.999Z',
      '2025-08-27T00:00:00.000Z … 2025-08-27T23:59:59.999Z',
    ],
    [
      '2025-03-04/2025-03-04',
      '2025-03-04T00:00:00.000Z … 2025-03-04T23:59:59.999Z',
      '2025-03-04T00:00:00.000Z … 2025-03-04T23:59:59.999Z',
    ],
    // The end may lie within what the beginning spans.
    [
      '2025-03/2025-03-04',
      '2025-03-01T00:00:00.000Z … 2025-03-31T23:59:59.999Z',
      '2025-03-04T00:00:00.000Z … 2025-03-04T23:59:59.999Z',
    ],
    [
      '2025-03-04T10:00:00Z/2025-03-04T12:00:00+01:00',
      '2025-03-04T10:00:00.000Z … 2025-03-04T10:00:00.000Z',
      '2025-03-04T11:00:00.000Z … 2025-03-04T11:00:00.000Z',
    ],
    // Still going on, or nobody said: it ended after it began, if it did.
    [
      '2025-09-16/..',
      '2025-09-16T00:00:00.000Z … 2025-09-16T23:59:59.999Z',
      '2025-09-16T00:00:00.000Z … Infinity',
    ],
    [
      '2025-09-16/',
      '2025-09-16T00:00:00.000Z … 2025-09-16T23:59:59.999Z',
      '2025-09-16T00:00:00.000Z … Infinity',
    ],
    [
      '../2025-11-02',
      `${OPEN} … 2025-11-02T23:59:59.999Z`,
      '2025-11-02T00:00:00.000Z … 2025-11-02T23:59:59.999Z',
    ],
    [
      '/2025-11',
      `${OPEN} … 2025-11-30T23:59:59.999Z`,
      '2025-11-01T00:00:00.000Z … 2025-11-30T23:59:59.999Z',
    ],
    [
      '2025-03-04T10:00:00Z/..',
      '2025-03-04T10:00:00.000Z … 2025-03-04T10:00:00.000Z',
      '2025-03-04T10:00:00.000Z … Infinity',
    ],
    [
      '202X/2030-XX',
      '2020-01-01T00:00:00.000Z … 2029-12-31T23:59:59.999Z',
      '2030-01-01T00:00:00.000Z … 2030-12-31T23:59:59.999Z',
    ],
  ])('%s', (text, start, end) => {
    const found = period(text, 'UTC');
    expect([span(found.start), span(found.end)]).toEqual([start, end]);
  });

  it('as a moment it is a window: anywhere from the first beginning to the last end', () => {
    expect(span(moment('2025-07-18/2025-08-27~', 'UTC'))).toBe(
      '2025-07-18T00:00:00.000Z … 2025-08-27T23:59:59.999Z',
    );
    expect(span(moment('../2025-11-02', 'UTC'))).toBe('-Infinity … 2025-11-02T23:59:59.999Z');
    expect(span(moment('2025-09-16/', 'UTC'))).toBe('2025-09-16T00:00:00.000Z … Infinity');
  });
});

describe('an instant or a day', () => {
  it.each(['2025-08-27T00:01:00-04:00', '2025-08-27T04:01Z'])('%s is an instant', (text) => {
    expect([isInstant(text), isInstantOrDay(text)]).toEqual([true, true]);
  });
  it('2025-08-27 is a day', () => {
    expect([isInstant('2025-08-27'), isInstantOrDay('2025-08-27')]).toEqual([false, true]);
  });
  it.each([
    '2025',
    '2025-08',
    '2025-08-27~',
    '2025-02-30',
    '2025-02-30T00:00Z',
    '',
    '2025-08-27/..',
  ])('"%s" is neither', (text) => {
    expect([isInstant(text), isInstantOrDay(text)]).toEqual([false, false]);
  });

  it('takes effect at the start of its day in the zone of the measure, or when it says', () => {
    expect(iso(effectiveInstant('2025-08-27', 'America/New_York'))).toBe(
      '2025-08-27T04:00:00.000Z',
    );
    expect(iso(effectiveInstant('2025-12-27', 'America/New_York'))).toBe(
      '2025-12-27T05:00:00.000Z',
    );
    expect(iso(effectiveInstant('2025-08-27', 'Asia/Kolkata'))).toBe('2025-08-26T18:30:00.000Z');
    expect(iso(effectiveInstant('2025-08-27T00:01:00-04:00', 'Asia/Kolkata'))).toBe(
      '2025-08-27T04:01:00.000Z',
    );
  });

  it('is asked about at the close of its day in the zone of what is asked, or when it says', () => {
    expect(iso(timePointInstant('2025-08-27', 'America/New_York'))).toBe(
      '2025-08-28T03:59:59.999Z',
    );
    expect(iso(timePointInstant('2025-08-27', 'Asia/Kolkata'))).toBe('2025-08-27T18:29:59.999Z');
    expect(iso(timePointInstant('2025-08-27T00:00:00Z', 'Asia/Kolkata'))).toBe(
      '2025-08-27T00:00:00.000Z',
    );
  });
});

describe('an instant as programs print it', () => {
  it.each([
    '2025-08-27T00:00:00Z',
    '2025-08-27T23:59:59.999Z',
    '2024-02-29T12:00:00.000Z',
    '0001-01-01T00:00:00Z',
  ])('%s is read as any other', (text) => {
    expect(printedInstant(text)).toBe(moment(text, 'Asia/Kolkata').max);
  });

  it.each([
    '2025-02-29T00:00:00Z',
    '2025-02-30T00:00:00.000Z',
    '2025-04-31T00:00:00Z',
    '2025-13-01T00:00:00Z',
    '2025-08-27T24:00:00Z',
    '2025-08-27T12:00:60Z',
    '2025-08-27T12:00:00+02:00',
    '2025-08-27T12:00Z',
    '2025-08-27',
    '2025-08-27T12:00:00',
    ' 2025-08-27T12:00:00Z',
    '2025-08-27T12:00:00Z\n',
  ])('%j is none', (text) => {
    expect(printedInstant(text)).toBeUndefined();
  });
});

describe('whether an effect can begin before it ends, in any zone', () => {
  it.each([
    ['2025-08-27', '2025-08-28', true],
    ['2025-08-27', '2025-08-27', false],
    ['2025-08-28', '2025-08-27', false],
    ['2025-08-27T00:01:00-04:00', '2025-08-27T04:01:00.001Z', true],
    ['2025-08-27T00:01:00-04:00', '2025-08-27T04:01:00Z', false],
    // An offset later in the string is not later in time.
    ['2025-08-27T23:00:00-04:00', '2025-08-28T00:00:00+09:00', false],
    // A day against an instant: a day of slack, since the day's zone is not known here.
    ['2025-08-27', '2025-08-26T12:00:00Z', true],
    ['2025-08-27', '2025-08-25T12:00:00Z', false],
    ['2025-08-27T20:00:00Z', '2025-08-27', true],
    ['2025-08-28T20:00:00Z', '2025-08-27', false],
    // What is not a date is refused elsewhere.
    ['soon', '2025-08-27', true],
  ])('%s before %s: %s', (earlier, later, answer) => {
    expect(mayPrecede(earlier, later)).toBe(answer);
  });
});
