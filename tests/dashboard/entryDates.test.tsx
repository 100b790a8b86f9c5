import { describe, expect, it } from 'vitest';
import { readEffectiveTime } from '../../src/dashboard/features/entry/dates/effectiveTime.js';
import { readDate } from '../../src/dashboard/features/entry/dates/plainDates.js';

const TODAY = '2025-11-01';

describe('a date in plain words', () => {
  it.each([
    ['March 2025', '2025-03'],
    ['mar 2025', '2025-03'],
    ['Sept. 2025', '2025-09'],
    ['2025', '2025'],
    ['15 August 2025', '2025-08-15'],
    ['15th of August, 2025', '2025-08-15'],
    ['August 15, 2025', '2025-08-15'],
    ['Aug 5 2025', '2025-08-05'],
    ['on 5 May 2025', '2025-05-05'],
    ['between 18 July and 27 August 2025', '2025-07-18/2025-08-27'],
    ['between 18 July 2025 and 27 August 2025', '2025-07-18/2025-08-27'],
    ['from 28 December 2025 to 3 January 2026', '2025-12-28/2026-01-03'],
    ['18–22 July 2025', '2025-07-18/2025-07-22'],
    ['18 to 22 July 2025', '2025-07-18/2025-07-22'],
    ['July to August 2025', '2025-07/2025-08'],
    ['2025-08-04 to 2025-08-08', '2025-08-04/2025-08-08'],
    ['2025-08-04 - 2025-08-08', '2025-08-04/2025-08-08'],
    ['18 July – 22 July 2025', '2025-07-18/2025-07-22'],
    ['Friday 15 August 2025', '2025-08-15'],
    ['on Friday, August 15, 2025', '2025-08-15'],
    ['about 15 August 2025', '2025-08-15~'],
    ['circa March 2025', '2025-03~'],
    ['possibly 15 August 2025', '2025-08-15?'],
    ['possibly about 15 August 2025', '2025-08-15%'],
    ['between 18 July and about 27 August 2025', '2025-07-18/2025-08-27~'],
    ['since 16 September 2025', '2025-09-16/'],
    ['from 16 September 2025', '2025-09-16/'],
    ['16 September 2025 onwards', '2025-09-16/'],
    ['until 2 November 2025', '../2025-11-02'],
    ['by 2 November 2025', '../2025-11-02'],
    ['before 2 November 2025', '../2025-11-01'],
    ['before 1 March 2025', '../2025-02-28'],
    ['before January 2025', '../2024-12'],
    ['after 31 December 2025', '2026-01-01/'],
    ['Q3 2025', '2025-07/2025-09'],
    ['the 1990s', '199X'],
    ['Jan 12-14, 2026', '2026-01-12/2026-01-14'],
    ['January 12 – 14 2026', '2026-01-12/2026-01-14'],
    ['Dec. 30 - Jan. 2, 2026', '2025-12-30/2026-01-02'],
    ['15/08/2025', '2025-08-15'],
    ['8/15/25', '2025-08-15'],
    ['last week', '2025-10-20/2025-10-26'],
    ['today', '2025-11-01'],
    ['Yesterday', '2025-10-31'],
    ['tomorrow', '2025-11-02'],
    ['since yesterday', '2025-10-31/'],
  ])('“%s” is recorded as %s', (written, edtf) => {
    expect(readDate(written, TODAY)).toEqual({ edtf });
  });

  it.each([
    '2025-03',
    '2025-08-04/2025-08-08',
    '2025-08-15~',
    '2025-09-16/',
    '../2025-11-02',
    '2025-07-18/2025-08-27~',
    '2025-XX-XX',
    '199X',
    '2025-08-27T00:01:00-04:00',
  ])('EDTF is left as it is written: %s', (edtf) => {
    expect(readDate(edtf, TODAY)).toEqual({ edtf });
  });

  it.each([
    ['fall 2025', '“fall” means different months to different readers'],
    ['early autumn 2025', 'write the months'],
    ['2025-23', 'write the months meant'],
    ['2025-21/2025-22', 'write the months meant'],
    ['1.2.25', 'can be read in two ways'],
    ['mid March 2025', 'does not say which days'],
    ['about mid-July 2025', 'does not say which days'],
    ['late 2025', 'does not say which months'],
    ['last Friday', 'more than one day'],
    ['Jan 12', 'Add the year'],
    ['Thursday 15 August 2025', '2025-08-15 is a Friday, not a Thursday'],
    ['Friday March 2025', 'Only a day has a weekday'],
    ['..', 'could not be read as a date'],
    ['../..', 'could not be read as a date'],
    ['/', 'could not be read as a date'],
    ['15 August', 'Add the year'],
    ['Nov 23-25', 'Add the year'],
    ['30 February 2025', 'a day that does not exist (2025-02-30)'],
    ['2025-13', 'has no month 13'],
    ['27 August to 18 July 2025', 'ends before it starts'],
    ['2025-08-15/2025-08-01', 'ends before it starts'],
    ['2025-XX-05', 'is not EDTF level 1'],
    ['soon', 'could not be read as a date'],
    ['between then and now', 'could not be read as a date'],
    ['', 'could not be read as a date'],
  ])('“%s” is refused, and the problem says what to write instead', (written, why) => {
    const read = readDate(written, TODAY);
    expect(read).not.toHaveProperty('edtf');
    expect(read.problem).toContain(why);
  });
});

describe('a vague date', () => {
  it.each([
    ['mid-January 2026', ['2026-01-15~', '2026-01-11/2026-01-20']],
    ['in early March 2025', ['2025-03-01/2025-03-10', '2025-03-05~']],
    ['end of February 2024', ['2024-02-29', '2024-02-29~', '2024-02-21/2024-02-29']],
    ['spring 2026', ['2026-03/2026-05', '2026-09/2026-11']],
    ['winter 2025', ['2025-12/2026-02', '2024-12/2025-02', '2025-06/2025-08']],
    ['1/2/2026', ['2026-02-01', '2026-01-02']],
    ['Friday', ['2025-10-31', '2025-11-07']],
    ['next Monday', ['2025-11-03', '2025-11-10']],
    ['29 February', ['2024-02-29']],
    ['Jan 12', ['2025-01-12', '2026-01-12', '2024-01-12']],
    ['March', ['2025-03', '2026-03', '2024-03']],
    ['Nov 23-25', ['2025-11-23/2025-11-25', '2026-11-23/2026-11-25', '2024-11-23/2024-11-25']],
  ])('“%s” may be read as %j, of which none is taken unasked', (written, readings) => {
    const read = readDate(written, TODAY);
    expect(read).not.toHaveProperty('edtf');
    expect(read).toMatchObject({ readings });
  });

  it('without a year is offered in the years around today', () => {
    expect(readDate('mid-January', TODAY)).toMatchObject({
      readings: [2025, 2026, 2024].flatMap((year) => [
        `${year}-01-15~`,
        `${year}-01-11/${year}-01-20`,
      ]),
    });
  });

  it('is read as a time of effect only where it is a day', () => {
    const readings = (text: string) => readEffectiveTime(text, TODAY);
    expect(readings('mid-January 2026')).toMatchObject({ readings: ['2026-01-15'] });
    expect(readings('mid-January')).toMatchObject({
      readings: ['2025-01-15', '2026-01-15', '2024-01-15'],
    });
    expect(readings('January')).toMatchObject({
      readings: ['2025-01-01', '2026-01-01', '2024-01-01'],
    });
    expect(readEffectiveTime('1/2/2026', TODAY)).toMatchObject({
      readings: ['2026-02-01', '2026-01-02'],
    });
  });
});

describe('the time at which a measure takes effect', () => {
  it.each([
    ['27 August 2025', '2025-08-27'],
    ['27 August 2025 00:01 UTC-4', '2025-08-27T00:01:00-04:00'],
    ['August 27, 2025 at 12:01 a.m. -04:00', '2025-08-27T00:01:00-04:00'],
    ['27 August 2025, 1:30 pm UTC+5:30', '2025-08-27T13:30:00+05:30'],
    ['2025-08-27 09:00 UTC', '2025-08-27T09:00:00Z'],
    ['2025-08-27T00:01:00-04:00', '2025-08-27T00:01:00-04:00'],
  ])('“%s” is recorded as %s', (written, edtf) => {
    expect(readEffectiveTime(written, TODAY)).toEqual({ edtf });
  });

  it('must exist: a time that no clock shows is refused', () => {
    expect(readEffectiveTime('27 August 2025 10:75 UTC', TODAY).problem).toContain(
      'is not a date-time with an offset',
    );
  });

  it.each(['August 2025', 'between 1 and 3 August 2025', 'about 3 August 2025'])(
    'must be exact: “%s” is refused',
    (written) => {
      expect(readEffectiveTime(written, TODAY).problem).toContain('Give the exact day');
    },
  );
});
