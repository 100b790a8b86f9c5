/** Calendar days in IANA time zones, by the zone data of the runtime (Intl). */
import { DAY_MS, utcDay, utcStartOfDay } from './days.js';

/**
 * One formatter a zone: to make one costs a thousand uses. By the name in lower case, which zones may
 * be written in: there are about 600.
 */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The start of each day asked about, by zone and day. */
const dayStarts = new Map<string, number>();
const DAY_STARTS_LIMIT = 20_000;

function formatterOf(zone: string): Intl.DateTimeFormat {
  const name = zone.toLowerCase();
  let formatter = formatters.get(name);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-u-ca-iso8601', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(name, formatter);
  }
  return formatter;
}

/** Earlier instants use the offset of 1800 (local mean time): Intl's dates turn Julian further back. */
const EARLIEST_OFFSET = Date.UTC(1800, 0, 1);

/** How far the zone's clocks are ahead of UTC at `instant`, in milliseconds. */
function offset(instant: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const second = Math.floor(Math.max(instant, EARLIEST_OFFSET) / 1000) * 1000;
  const fields: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(second))
    fields[type] = Number(value);
  const { year = 0, month = 1, day, hour, minute, second: seconds } = fields;
  return Date.UTC(year, month - 1, day, hour, minute, seconds) - second;
}

/**
 * The first instant of a calendar day in a zone, in epoch milliseconds. Where clocks skip
 * midnight, the day begins at the instant they skip. O(1) for a day asked before.
 *
 * @throws RangeError when `zone` is no IANA time zone
 */
export function startOfDay(day: string, zone: string): number {
  const key = `${zone} ${day}`;
  const cached = dayStarts.get(key);
  if (cached !== undefined) return cached;
  const wall = utcStartOfDay(day);
  const before = wall - offset(wall - DAY_MS, zone);
  const after = wall - offset(wall + DAY_MS, zone);
  const real = [before, after].filter((instant) => instant + offset(instant, zone) === wall);
  const start = real.length > 0 ? Math.min(...real) : before;
  if (dayStarts.size >= DAY_STARTS_LIMIT) dayStarts.clear();
  dayStarts.set(key, start);
  return start;
}

/** The calendar day (`YYYY-MM-DD`) of an instant in a zone; with a signed six-digit year after 9999. */
export function dayOf(instant: number, zone: string): string {
  return utcDay(instant + offset(instant, zone));
}
