/** Wall-clock time in a zone: the little that dates need, memoised because dates repeat. */

export const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const midnights = new Map<string, number>();
const MEMO_LIMIT = 20_000;

function format(zone: string): Intl.DateTimeFormat {
  let known = formats.get(zone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-u-ca-iso8601', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, known);
  }
  return known;
}

/** Before zones were agreed every place kept one local mean time; Intl's dates go Julian further back. */
const FIRST_ZONES = Date.UTC(1800, 0, 1);

/** How far the zone's clocks are ahead of UTC at `instant`, in milliseconds. */
function offset(instant: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const second = Math.floor(Math.max(instant, FIRST_ZONES) / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of format(zone).formatToParts(second)) part[type] = Number(value);
  const { year = 0, month = 1, day, hour, minute, second: seconds } = part;
  return Date.UTC(year, month - 1, day, hour, minute, seconds) - second;
}

/** `YYYY-MM-DD`; with a sign and six digits in the year after 9999. */
const dateOf = (instant: number): string => new Date(instant).toISOString().replace(/T.*/, '');

/**
 * The first instant of a calendar day in a zone, in epoch milliseconds. Where clocks skip
 * midnight, the day begins at the instant they skip.
 */
export function startOfDay(date: string, zone: string): number {
  const key = `${zone} ${date}`;
  const known = midnights.get(key);
  if (known !== undefined) return known;
  const wall = Date.parse(`${date}T00:00:00Z`);
  const before = wall - offset(wall - DAY_MS, zone);
  const after = wall - offset(wall + DAY_MS, zone);
  const real = [before, after].filter((instant) => instant + offset(instant, zone) === wall);
  const start = real.length > 0 ? Math.min(...real) : before;
  if (midnights.size >= MEMO_LIMIT) midnights.clear();
  midnights.set(key, start);
  return start;
}

/** The calendar day (`YYYY-MM-DD`) that `instant` falls on in a zone. */
export function dayOf(instant: number, zone: string): string {
  return dateOf(instant + offset(instant, zone));
}

/** The calendar day `days` after `date`. */
export function addDays(date: string, days: number): string {
  return dateOf(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS);
}
