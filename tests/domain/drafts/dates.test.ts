import { describe, expect, it } from 'vitest';
import { datesIn, readingsOf } from '../../../src/domain/drafts/reading/dates.js';

/** A Wednesday. */
const DAY = '2025-11-05';

const read = (text: string, day = DAY) =>
  datesIn(text, day).map(({ start, end, past, future }) => [text.slice(start, end), past, future]);

describe('a date in a report', () => {
  it.each([
    ['on 4 November 2025', '4 November 2025', '2025-11-04'],
    ['on the 4th of November, 2025', '4th of November, 2025', '2025-11-04'],
    ['on Tuesday, November 4, 2025', 'Tuesday, November 4, 2025', '2025-11-04'],
    ['from 14 to 17 October 2025', '14 to 17 October 2025', '2025-10-14/2025-10-17'],
    ['on Oct. 14-17, 2025', 'Oct. 14-17, 2025', '2025-10-14/2025-10-17'],
    ['between 20 and 24 April 2026', '20 and 24 April 2026', '2026-04-20/2026-04-24'],
    ['30 October – 2 November 2025', '30 October – 2 November 2025', '2025-10-30/2025-11-02'],
    ['29 December to 3 January 2026', '29 December to 3 January 2026', '2025-12-29/2026-01-03'],
    ['in March this year', 'March this year', '2025-03'],
    ['by September-October of 2026', 'September-October of 2026', '2026-09/2026-10'],
    ['in the first quarter of 2026', 'first quarter of 2026', '2026-01/2026-03'],
    ['by the end of the year', 'the end of the year', '2025-12-31'],
    ['by the end of June 2026', 'the end of June 2026', '2026-06-30'],
    ['last week', 'last week', '2025-10-27/2025-11-02'],
    ['last month', 'last month', '2025-10'],
    ['yesterday', 'yesterday', '2025-11-04'],
    ['three days ago', 'three days ago', '2025-11-02'],
    ['two weeks ago', 'two weeks ago', '2025-10-22~'],
    ['a few weeks ago', 'a few weeks ago', '../2025-11-05'],
  ])('says when, whatever the verb: %s', (text, words, date) => {
    expect(read(text)).toEqual([[words, date, date]]);
  });

  it.each([
    ['on 9 July', '2025-07-09', '2026-07-09'],
    ['on Tuesday', '2025-11-04', '2025-11-11'],
    ['in December', '2024-12', '2025-12'],
    ['on 5 November', '2025-11-05', '2025-11-05'],
  ])('without a year has a reading before and one after the report: %s', (text, past, future) => {
    expect(read(text).map(([, ...dates]) => dates)).toEqual([[past, future]]);
  });

  it.each([
    'May I speak?',
    'on 31 June 2025',
    'in the fall',
    'next Tuesday',
    'a round of 24 talks',
    'the Marching band',
    'at 10 to 12 points',
  ])('is not seen in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('is read from its words and from the text around them', () => {
    const text = 'They met on 4 November 2025.';
    const span = (words: string) => {
      const start = text.indexOf(words);
      return { start, end: start + words.length };
    };
    expect(readingsOf(text, span('4 November 2025'), DAY)).toEqual(['2025-11-04']);
    expect(readingsOf(text, span('2025'), DAY)).toEqual(['2025']);
    expect(readingsOf(text, span('met'), DAY)).toEqual([]);
  });
});
