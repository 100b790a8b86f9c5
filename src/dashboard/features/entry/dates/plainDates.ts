/** Reads dates in plain English and returns them as EDTF level 1. */
import { DateError, parseEdtf, tryParseEdtf } from '../../../../../events/time/edtf.js';
import { capital } from '../../../lib/words/labels.js';
import { MONTH, WEEKDAYS } from './dateWordPatterns.js';
import { vagueDate } from './vagueDates.js';
import {
  DATE_EXAMPLES,
  movePoint,
  type Point,
  readPoint,
  UnclearDate,
  writePoint,
} from './plainDatePoint.js';

/** The date as EDTF, or the problem with the text, what to write instead, and what it may mean as EDTF. */
export type DateReading =
  | { readonly edtf: string; readonly problem?: never }
  | { readonly problem: string; readonly readings?: readonly string[] };

/** "Jan 12-14, 2026": the month before the days, as the United States writes. */
const US_DAYS = new RegExp(`^${MONTH} (\\d{1,2}) ?- ?(\\d{1,2})((?:,? \\d{4})?)$`);
/** Characters of EDTF only, with at least one year: read as EDTF and never as plain English. */
const EDTF_CHARACTERS = /^(?=.*\d\d[\dX]{2})[\dXTZ:.+~?%/-]+$/;

/**
 * Reads a date such as "between 18 July and 27 August 2025", or EDTF, which is returned unchanged.
 * `today` is the date that "today" stands for, such as 2025-11-22.
 */
export function readDate(text: string, today: string): DateReading {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  const vague = vagueDate(normalized(trimmed), today);
  if (!vague) return reading(() => dateAsEdtf(trimmed, today));
  const [only] = vague.readings;
  if (vague.problem === '' && only !== undefined) return { edtf: only };
  return vague;
}

/** In lower case, with plain hyphens, and the days before the month. */
const normalized = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/^(?:on|in) (?!the )/, '')
    .replace(US_DAYS, '$2-$3 $1$4');

/** The EDTF that `read` returns, or the problem that it throws. */
export function reading(read: () => string): DateReading {
  try {
    const edtf = read();
    parseEdtf(edtf);
    return { edtf };
  } catch (error) {
    if (!(error instanceof UnclearDate || error instanceof DateError)) throw error;
    return { problem: error.message };
  }
}

function dateAsEdtf(text: string, today: string): string {
  if (EDTF_CHARACTERS.test(text)) return text;
  const plain = normalized(text);
  const weekday = WEEKDAY.exec(plain)?.[1];
  const date = plain.replace(WEEKDAY, '').replace(US_DAYS, '$2-$3 $1$4');
  const edtf = readInterval(date, today) ?? writePoint(readPoint(date, today));
  if (weekday !== undefined) requireWeekday(edtf, weekday);
  return edtf;
}

const WEEKDAY = new RegExp(`^(${WEEKDAYS.join('|')}),? (?=.*\\d)`);

/** Refuses a day named with the wrong weekday: one of the two is a slip. */
function requireWeekday(edtf: string, weekday: string): void {
  const parsed = tryParseEdtf(edtf);
  if (!parsed || parsed.from !== parsed.to || parsed.from.kind !== 'date' || !parsed.from.day)
    throw new UnclearDate(`Only a day has a weekday: leave the weekday out. ${DATE_EXAMPLES}`);
  const actual = WEEKDAYS[new Date(`${parsed.from.first}T00:00:00Z`).getUTCDay()] ?? '';
  if (actual !== weekday)
    throw new UnclearDate(
      `${edtf} is a ${capital(actual)}, not a ${capital(weekday)}: correct one of the two.`,
    );
}

/** Reads an interval, also one with an open end; null for a single date. */
function readInterval(text: string, today: string): string | null {
  const quarter = /^(?:q([1-4])|([1-4])(?:st|nd|rd|th) quarter(?: of)?),? (\d{4})$/.exec(text);
  if (quarter) return quarterAsEdtf(Number(quarter[1] ?? quarter[2]), quarter[3] ?? '');
  const since = /^(?:since|from|starting) (.+?)(?: on| onwards?)?$/.exec(text)?.[1];
  if (since !== undefined && !/ (?:to|until|till|-) /.test(since))
    return `${writePoint(readPoint(since, today))}/`;
  const onwards = /^(.+) onwards?$/.exec(text)?.[1];
  if (onwards !== undefined) return `${writePoint(readPoint(onwards, today))}/`;
  const until = /^(?:until|till|by|up to|no later than|not after) (.+)$/.exec(text)?.[1];
  if (until !== undefined) return `../${writePoint(readPoint(until, today))}`;
  const before = /^before (.+)$/.exec(text)?.[1];
  if (before !== undefined) return `../${movePoint(readPoint(before, today), -1)}`;
  const after = /^after (.+)$/.exec(text)?.[1];
  if (after !== undefined) return `${movePoint(readPoint(after, today), 1)}/`;
  const ends =
    /^between (.+) and (.+)$/.exec(text) ??
    /^(?:from )?(.+?) (?:to|until|till|through|-) (.+)$/.exec(text) ??
    // The hyphen of a date such as 2025-08-04 does not separate two ends.
    (/\d{4}-\d/.test(text) ? null : /^(?:from )?(.+?) ?- ?(.+)$/.exec(text));
  if (!ends) return null;
  const to = readPoint(ends[2] ?? '', today);
  const from = completeFrom(readPoint(ends[1] ?? '', today), to);
  return `${writePoint(from)}/${writePoint(to)}`;
}

function quarterAsEdtf(quarter: number, year: string): string {
  const month = (offset: number) => String(quarter * 3 + offset).padStart(2, '0');
  return `${year}-${month(-2)}/${year}-${month(0)}`;
}

/** Takes over from the end what the start leaves out: "18–22 July 2025", "July to August 2025". */
function completeFrom(from: Point, to: Point): Point {
  if (from.year !== null) return from;
  if (from.month !== null) {
    // "30 December to 2 January 2026" begins in the year before.
    const isBefore = to.year !== null && from.month - (to.month ?? from.month) > 6;
    const year = isBefore ? String(Number(to.year) - 1).padStart(4, '0') : to.year;
    return { ...from, year };
  }
  return { ...from, year: to.year, month: to.month };
}
