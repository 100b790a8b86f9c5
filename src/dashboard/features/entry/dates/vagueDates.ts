/**
 * What a vague date may mean: parts of months and years, seasons, days of the week, and dates without
 * a year. Each reading is EDTF; none is taken unless someone chooses it.
 */
import { addDays } from '../../../../../events/time/days.js';
import { tryParseEdtf } from '../../../../../events/time/edtf.js';
import { MONTH, monthNumber, WEEKDAYS } from './dateWordPatterns.js';

const PART = '(early|mid|middle of|late|beginning of|start of|end of)';
const OF_MONTH = new RegExp(
  `^(?:about |around |the )?${PART}[- ]?${MONTH}(?:,? (?:of )?(\\d{4}))?$`,
);
const OF_YEAR = new RegExp(`^(?:about |around |the )?${PART}[- ]?(\\d{4})$`);
const SEASON =
  /^(?:about |around |the )?(?:(?:early|mid|late)[- ]?)?(spring|summer|autumn|fall|winter)(?: of)?,?(?: (\d{4}))?$/;
const NUMBERS = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})$/;
const WEEKDAY = new RegExp(`^(?:(last|this|next) )?(${WEEKDAYS.join('|')})$`);
const WEEK = /^(last|this|next) week$/;
const DAY_OF_MONTH = new RegExp(
  `^(?:(\\d{1,2})(?:st|nd|rd|th)? ${MONTH}|${MONTH} (\\d{1,2})(?:st|nd|rd|th)?)$`,
);

const MONTH_ALONE = new RegExp(`^${MONTH}$`);
const DAYS_OF_MONTH = new RegExp(`^(\\d{1,2}) ?(?:-|to) ?(\\d{1,2}) ${MONTH}$`);

/** The first month of each season north of the equator; south of it, it is half a year later. */
const SEASON_STARTS = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 } as const;

const two = (number: number): string => String(number).padStart(2, '0');
const dayOf = (year: number, month: number, day: number): string =>
  `${year}-${two(month)}-${two(day)}`;
const lastDayOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();
const isDate = (edtf: string): boolean => tryParseEdtf(edtf) !== null;

/** The year said; else the one of today, then its neighbours, the closest first. */
const yearsOf = (year: string | undefined, today: string): readonly number[] => {
  const now = Number(today.slice(0, 4));
  return year === undefined ? [now, now + 1, now - 1] : [Number(year)];
};

/** Three months from one, which may begin in December. */
function threeMonths(year: number, month: number): string {
  const [endYear, end] = month + 2 > 12 ? [year + 1, month - 10] : [year, month + 2];
  return `${year}-${two(month)}/${endYear}-${two(end)}`;
}

function seasonReadings(season: string, years: readonly number[]): readonly string[] {
  const north = SEASON_STARTS[season as keyof typeof SEASON_STARTS];
  const south = ((north + 5) % 12) + 1;
  return years.flatMap((year) => [
    // A winter is named by the year in which it ends as well as by that in which it begins.
    ...(north === 12
      ? [threeMonths(year, 12), threeMonths(year - 1, 12)]
      : [threeMonths(year, north)]),
    ...(south === 12 ? [threeMonths(year, 12)] : [threeMonths(year, south)]),
  ]);
}

function partOfMonth(part: string, year: number, month: number): readonly string[] {
  const last = lastDayOf(year, month);
  const on = (day: number) => dayOf(year, month, day);
  const between = (from: number, to: number) => `${on(from)}/${on(to)}`;
  switch (part) {
    case 'mid':
    case 'middle of':
      return [`${on(15)}~`, between(11, 20)];
    case 'early':
      return [between(1, 10), `${on(5)}~`];
    case 'beginning of':
    case 'start of':
      return [`${on(1)}~`, between(1, 10)];
    case 'end of':
      return [on(last), `${on(last)}~`, between(21, last)];
    default:
      return [between(21, last), `${on(25)}~`];
  }
}

function partOfYear(part: string, year: string): readonly string[] {
  switch (part) {
    case 'mid':
    case 'middle of':
      return [`${year}-05/${year}-08`, `${year}-06/${year}-07`];
    case 'late':
    case 'end of':
      return [`${year}-09/${year}-12`, `${year}-12`, ...(part === 'late' ? [] : [`${year}-12-31`])];
    default:
      return [`${year}-01/${year}-04`, `${year}-01`];
  }
}

function weekdayReadings(
  which: string | undefined,
  weekday: string,
  today: string,
): readonly string[] {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  const back = (now - WEEKDAYS.indexOf(weekday) + 7) % 7;
  const past = addDays(today, -back);
  if (which === 'last') return [addDays(past, back === 0 ? -7 : 0), addDays(past, -7)];
  if (which === 'next') return [addDays(past, 7), addDays(past, 14)];
  return [past, addDays(past, 7)];
}

/** A text that names no certain date: why, and what it may mean, the likeliest first. */
export interface VagueDate {
  /** Empty where there is one reading only. */
  readonly problem: string;
  /** EDTF. */
  readonly readings: readonly string[];
}

/** What a text in lower case may mean; undefined where it is no vague date. */
export function vagueDate(text: string, today: string): VagueDate | undefined {
  const [, part = '', month = '', year] = OF_MONTH.exec(text) ?? [];
  if (part !== '')
    return {
      problem: `“${part}” does not say which days: choose a reading, or write the days.`,
      readings: yearsOf(year, today).flatMap((each) => partOfMonth(part, each, monthNumber(month))),
    };
  const [, partYear = '', ofYear = ''] = OF_YEAR.exec(text) ?? [];
  if (ofYear !== '')
    return {
      problem: `“${partYear}” does not say which months: choose a reading, or write the months.`,
      readings: partOfYear(partYear, ofYear),
    };
  const [, season, seasonYear] = SEASON.exec(text) ?? [];
  if (season !== undefined)
    return {
      problem: `“${season}” means different months to different readers: choose a reading, or write the months, such as September to November 2025.`,
      readings: seasonReadings(season, yearsOf(seasonYear, today)),
    };
  return numbersDate(text) ?? weekDate(text, today) ?? daysWithoutYear(text, today);
}

/** Day first, as most of the world writes, or month first, as the United States does. */
function numbersDate(text: string): VagueDate | undefined {
  const [, one, other, year] = NUMBERS.exec(text) ?? [];
  if (year === undefined) return undefined;
  const said = Number(year.padStart(4, '20'));
  const both = [dayOf(said, Number(other), Number(one)), dayOf(said, Number(one), Number(other))];
  const readings = [...new Set(both)].filter(isDate);
  // Of 1/15/2026 only one is a date.
  const problem = readings.length === 1 ? '' : `“${text}” can be read in two ways: choose one.`;
  return { problem, readings };
}

function weekDate(text: string, today: string): VagueDate | undefined {
  const [, which, weekday] = WEEKDAY.exec(text) ?? [];
  if (weekday !== undefined)
    return {
      problem: `“${text}” may be more than one day: choose one.`,
      readings: weekdayReadings(which, weekday, today),
    };
  const [, week] = WEEK.exec(text) ?? [];
  if (week === undefined) return undefined;
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const offset = week === 'last' ? -7 : week === 'next' ? 7 : 0;
  const start = addDays(today, offset - sinceMonday);
  return { problem: '', readings: [`${start}/${addDays(start, 6)}`] };
}

function daysWithoutYear(text: string, today: string): VagueDate | undefined {
  const [, alone] = MONTH_ALONE.exec(text) ?? [];
  if (alone !== undefined)
    return {
      problem: 'Add the year, such as August 2025, or choose one.',
      readings: yearsOf(undefined, today).map((year) => `${year}-${two(monthNumber(alone))}`),
    };
  const one = DAY_OF_MONTH.exec(text);
  const several = DAYS_OF_MONTH.exec(text);
  const [month, ...days] = one
    ? [one[2] ?? one[3], one[1] ?? one[4]]
    : [several?.[3], several?.[1], several?.[2]];
  if (month === undefined) return undefined;
  const readings = yearsOf(undefined, today).map((year) =>
    days.map((day) => dayOf(year, monthNumber(month), Number(day))).join('/'),
  );
  return {
    problem: 'Add the year, such as 15 August 2025, or choose one.',
    readings: readings.filter(isDate),
  };
}
