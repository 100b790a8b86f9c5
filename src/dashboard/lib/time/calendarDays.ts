/** Calendar days as points on a slider: a day is at its midnight in UTC, in epoch milliseconds. */
export const DAY_MS = 86_400_000;

/** The point of a date such as 2025-08-15, or of the day of an instant. */
export const dayStart = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);

/** The midnight, in UTC, of the day that contains an instant. */
export const dayOf = (instant: number): number => Math.floor(instant / DAY_MS) * DAY_MS;

/** The UTC date of an instant. */
export const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date that a calendar in `zone` shows at an instant. */
export function dateInZone(zone: string, instant: string | number): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  return format.format(new Date(instant));
}

/** The same date a year before; of 29 February, the 28th. */
export function yearBefore(date: string): string {
  const day = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
  return date.endsWith('-02-29') ? day.replace('-29', '-28') : day;
}
