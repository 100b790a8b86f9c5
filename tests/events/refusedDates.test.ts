import { describe, expect, it } from 'vitest';
import { DateError, parseEdtf } from '../../events/time/edtf.js';

function refusal(text: string): string {
  try {
    parseEdtf(text);
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    expect(error.code).toBe('INVALID_DATE');
    expect(error.message.startsWith(`"${text}" `)).toBe(true);
    return error.message.slice(text.length + 3);
  }
  throw new Error(`"${text}" was taken`);
}

describe('a date that cannot be held is refused with what to write instead', () => {
  const DAY = /^names a day that does not exist/;
  const FORM = /^is not EDTF level 1: write 2025, /;
  it.each([
    ['2025-W10', /^is a week: write its days/],
    ['2025-W10-1', /^is a week/],
    ['2025W10', /^is a week/],
    ['2025-W10/2025-W11', /^is a week/],
    ['2025-21', /^is a season code: write the months meant, such as 2025-09\/2025-11$/],
    ['2025-24~', /^is a season code/],
    ['2025-32', /^is a season code/],
    ['2025-41', /^is a season code/],
    ['2025-09/2025-23', /^is a season code/],
    ['2025-02-29', DAY],
    ['2025-02-30', DAY],
    ['1900-02-29', DAY],
    ['2025-04-31', DAY],
    ['2025-01-32', DAY],
    ['2025-01-00', DAY],
    ['2025-02-30T10:00:00Z', DAY],
    ['2025-02-30~', DAY],
    ['2025-02-27/2025-02-30', DAY],
    ['2025-13', /^has no month 13$/],
    ['2025-00', /^has no month 00$/],
    ['2025-13-01', /^has no month 13$/],
    ['2025-21-01', /^has no month 21$/],
    ['2025-99', /^has no month 99$/],
    ['2025-13-01T00:00:00Z', /^has no month 13$/],
    ['[2025,2026]', /^is a set: enter one event per date, or an interval$/],
    ['{2025-01..2025-03}', /^is a set/],
    ['[..2025]', /^is a set/],
    ['Y12025', /^is outside the years 0000 to 9999$/],
    ['Y-17E7', /^is outside the years/],
    ['-0500', /^is outside the years/],
    ['2025-08-08/2025-08-04', /^ends before it starts$/],
    ['2025-09/2025-08', /^ends before it starts$/],
    ['2026/2025-12-31', /^ends before it starts$/],
    ['2025-03-04T10:00:00Z/2025-03-04T10:30:00+01:00', /^ends before it starts$/],
    ['2025-03-06T00:00:00Z/2025-03-04', /^ends before it starts$/],
    ['/', /^has no date at either end: give at least one$/],
    ['../..', /^has no date at either end/],
    ['../', /^has no date at either end/],
    ['/..', /^has no date at either end/],
    ['2025/03/04', /^has more than one "\/"$/],
    [
      '2025-08-27T00:01:00',
      /^is not a date-time with an offset, such as 2025-08-27T00:01:00-04:00$/,
    ],
    ['2025-08-27T24:00:00Z', /^is at 24:00, which no day has: write 00:00 of the day after/],
    ['2025-08-27T10:60:00Z', /^is not a date-time with an offset/],
    ['2025-08-27T10:00:60Z', /^is not a date-time with an offset/],
    ['2025-08-27T10Z', /^is not a date-time with an offset/],
    ['2025-08-27T10:00:00+15:00', /^is not a date-time with an offset/],
    ['2025-08-27T10:00:00+0530', /^is not a date-time with an offset/],
    ['2025-08-27T10:00:00Z~', /^is not a date-time with an offset/],
    ['2025-08-27T10:00:00[Asia/Kolkata]', /^has more|^is a set|^is not/],
    ['2025-08-27 10:00Z', FORM],
    ['', FORM],
    ['..', FORM],
    ['20250304', FORM],
    ['2025-3-4', FORM],
    ['25-03-04', FORM],
    ['04/03', FORM],
    ['4 March 2025', FORM],
    ['fall 2025', FORM],
    ['2025-03-04 ', FORM],
    [' 2025', FORM],
    ['2025\n', FORM],
    ['２０２５', FORM],
    ['2025?~', FORM],
    ['~2025', FORM],
    ['2025-03~-04', FORM],
    ['2025?-03', FORM],
    ['XXXX', FORM],
    ['2X25', FORM],
    ['20X5', FORM],
    ['202X-03', FORM],
    ['2025-XX-04', FORM],
    ['2025-1X', FORM],
    ['2025-03-0X', FORM],
    ['2025-03-04x', FORM],
    ['null', FORM],
  ])('%j', (text, reason) => {
    expect(refusal(text)).toMatch(reason);
  });
});
