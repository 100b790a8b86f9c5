/** Days, weeks and months around the day of a report. Days are `YYYY-MM-DD`. */
import { addDays, DAY_MS, lastDayOfMonth, utcStartOfDay } from '../../../../events/time/days.js';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

const two = (number: number): string => String(number).padStart(2, '0');

export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const monthText = (year: number, month: number): string => `${year}-${two(month)}`;

/** The month a number of months after that of a day. */
export function monthAfter(day: string, count: number): string {
  const months = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + count;
  return monthText(Math.floor(months / 12), (months % 12) + 1);
}

/** A day of the calendar; undefined when there is none, such as 31 June. */
export function dayText(year: number, month: number, day: number): string | undefined {
  const text = `${monthText(year, month)}-${two(day)}`;
  const last = lastDayOfMonth(String(year), month);
  return day >= 1 && text <= last ? text : undefined;
}

export const lastDay = (month: string): string =>
  lastDayOfMonth(month.slice(0, 4), Number(month.slice(5, 7)));

/** 0 for Monday. */
export const weekdayOf = (day: string): number => (Math.floor(utcStartOfDay(day) / DAY_MS) + 3) % 7;

/** Monday to Sunday of the week a number of weeks after that of a day, as an interval. */
export function weekText(day: string, count: number): string {
  const monday = addDays(day, count * 7 - weekdayOf(day));
  return `${monday}/${addDays(monday, 6)}`;
}

/** The last such weekday on or before a day. */
export const weekdayBefore = (day: string, weekday: number): string =>
  addDays(day, -((weekdayOf(day) - weekday + 7) % 7));
