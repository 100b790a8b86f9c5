/** Arithmetic on calendar days written `YYYY-MM-DD`, in the proleptic Gregorian calendar. Pure. */

/** The length of a UTC day, in milliseconds. */
export const DAY_MS = 86_400_000;

/** The UTC calendar day of an instant in epoch milliseconds. A year after 9999 has a sign and six digits. */
export const utcDay = (instant: number): string =>
  new Date(instant).toISOString().replace(/T.*/, '');

/** The first instant of a calendar day in UTC, in epoch milliseconds. */
export const utcStartOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The calendar day `count` days after `day`; before it when `count` is negative. */
export const addDays = (day: string, count: number): string =>
  utcDay(utcStartOfDay(day) + count * DAY_MS);

/** The last day of a month: `lastDayOfMonth('2024', 2)` is `2024-02-29`. */
export function lastDayOfMonth(year: string, month: number): string {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  if (month === 12) return `${year}-12-31`;
  return addDays(`${year}-${pad(month + 1, 2)}-01`, -1);
}
