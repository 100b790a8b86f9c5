/** Reads when a measure takes effect: a day, or a date and time with its UTC offset. */
import { isInstant, isInstantOrDay, tryParseEdtf } from '../../../../../events/time/edtf.js';
import { type DateReading, readDate, reading } from './plainDates.js';

const TIMED =
  /^(.+?),? (?:at )?(\d{1,2}):(\d\d)(?: ?(am|pm|a\.m\.|p\.m\.))? ?(z|utc|(?:utc|gmt)?[+-−]\d{1,2}(?::?\d\d)?)$/i;

/** Reads "27 August 2025" or "27 August 2025 00:01 UTC-4"; an ISO 8601 instant is returned unchanged. */
export function readEffectiveTime(text: string, today: string): DateReading {
  const trimmed = text.trim();
  if (/^\d{4}-\d\d-\d\dT/.test(trimmed) || isInstant(trimmed)) return reading(() => trimmed);
  const [, date = trimmed, hours, minutes = '', half = '', zone = ''] = TIMED.exec(trimmed) ?? [];
  const day = readDate(date, today);
  if (day.problem !== undefined) return { ...day, readings: daysIn(day.readings ?? []) };
  if (!isInstantOrDay(day.edtf))
    return {
      problem:
        'Give the exact day, such as 27 August 2025, or the date and time with the UTC offset.',
    };
  if (hours === undefined) return day;
  const hour = (Number(hours) % (half ? 12 : 24)) + (/^p/i.test(half) ? 12 : 0);
  const time = `${String(hour).padStart(2, '0')}:${minutes}:00`;
  return reading(() => `${day.edtf}T${time}${offsetOf(zone)}`);
}

/** The days among readings, also those about which one is; the first day of each where none names one. */
function daysIn(readings: readonly string[]): readonly string[] {
  const days = readings.map((edtf) => edtf.replace(/[~?%]$/, '')).filter(isInstantOrDay);
  const firsts = readings.flatMap((edtf) => {
    const from = tryParseEdtf(edtf)?.from;
    return from?.kind === 'date' ? [from.first] : [];
  });
  return [...new Set(days.length > 0 ? days : firsts)];
}

function offsetOf(zone: string): string {
  const parts = /([+-−])(\d{1,2}):?(\d\d)?$/.exec(zone);
  if (!parts) return 'Z';
  return `${parts[1] === '+' ? '+' : '-'}${(parts[2] ?? '').padStart(2, '0')}:${parts[3] ?? '00'}`;
}
