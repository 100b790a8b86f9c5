/**
 * Dates in English text, resolved against the day of the report they stand in. What is relative
 * ("last week") or lacks a year has a reading in the past and one in the future of that day; the
 * verb of its sentence decides. Seasons and parts of a month are not turned into dates.
 */
import { addDays } from '../../../../events/time/days.js';
import {
  dayText,
  lastDay,
  monthAfter,
  MONTHS,
  monthText,
  weekdayBefore,
  WEEKDAYS,
  weekText,
  yearOf,
} from './calendar.js';
import { NUMBER, numberOf, type Span } from './numbers.js';

export interface DateMention extends Span {
  /** EDTF, as what has happened. */
  readonly past: string;
  /** EDTF, as what is to come. The same as `past` where the text says the year. */
  readonly future: string;
}

type Resolved = { readonly past: string; readonly future: string } | undefined;
type Groups = Readonly<Record<string, string | undefined>>;

interface Pattern {
  readonly regex: RegExp;
  /** Undefined when it is no date after all. */
  readonly resolve: (groups: Groups, anchor: string) => Resolved;
}

const same = (date: string | undefined): Resolved =>
  date === undefined ? undefined : { past: date, future: date };

const SHORT = MONTHS.map((month) =>
  month === 'May' ? 'May' : month === 'September' ? 'Sept?\\.?' : `${month.slice(0, 3)}\\.?`,
);
const MONTH = `(?:${[...MONTHS, ...SHORT].join('|')})`;
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const YEAR = '(?:19|20)\\d\\d';
const WEEKDAY = `(?:${WEEKDAYS.join('|')})`;
const DASH = '(?:\\s?[-\u2010-\u2015]\\s?|\\s(?:to|until|through)\\s)';
const OF = ',?\\s(?:of\\s)?';

const monthNumber = (name: string | undefined): number =>
  MONTHS.findIndex((month) => month.startsWith((name ?? '-').slice(0, 3))) + 1;
const dayNumber = (text: string | undefined): number => Number.parseInt(text ?? '', 10);

/** With the year that is said, or the last one and the next one in which it lies on that side. */
function inYears(
  anchor: string,
  year: string | undefined,
  build: (year: number) => string | undefined,
): Resolved {
  if (year !== undefined) return same(build(Number(year)));
  const now = yearOf(anchor);
  const built = [now - 1, now, now + 1].flatMap((each) => build(each) ?? []);
  const startOf = (date: string) => date.split('/')[0] ?? date;
  const endOf = (date: string) => date.split('/')[1] ?? date;
  // A month or day counts as past while the report lies in it.
  const past = built.findLast((date) => startOf(date) <= anchor.slice(0, startOf(date).length));
  const future = built.find((date) => endOf(date) >= anchor.slice(0, endOf(date).length));
  return past !== undefined && future !== undefined ? { past, future } : undefined;
}

const range = (from: string | undefined, to: string | undefined): string | undefined =>
  from !== undefined && to !== undefined && from <= to ? `${from}/${to}` : undefined;

const pattern = (source: string, resolve: Pattern['resolve']): Pattern => ({
  regex: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu'),
  resolve,
});

/** `4` to `8`, whichever side the month is on. */
const days = ({ m, d1, d2, y }: Groups, anchor: string): Resolved =>
  inYears(anchor, y, (year) =>
    range(
      dayText(year, monthNumber(m), dayNumber(d1)),
      dayText(year, monthNumber(m), dayNumber(d2)),
    ),
  );

/** `30 October to 2 November`; the year said last is that of the end. */
const daysAcross = ({ m1, m2, d1, d2, y1, y2 }: Groups, anchor: string): Resolved =>
  inYears(anchor, y2 ?? y1, (year) => {
    const [first, last] = [monthNumber(m1), monthNumber(m2)];
    const start = y1 === undefined && first > last ? year - 1 : Number(y1 ?? year);
    return range(dayText(start, first, dayNumber(d1)), dayText(year, last, dayNumber(d2)));
  });

const day = ({ m, d, y }: Groups, anchor: string): Resolved =>
  inYears(anchor, y, (year) => dayText(year, monthNumber(m), dayNumber(d)));

const months = ({ m1, m2, y }: Groups, anchor: string): Resolved =>
  inYears(anchor, y, (year) =>
    range(monthText(year, monthNumber(m1)), monthText(year, monthNumber(m2))),
  );

const relativeYear = (anchor: string, word: string | undefined): string | undefined =>
  word === undefined ? undefined : String(yearOf(anchor) + offsetOf(word));

const offsetOf = (word: string | undefined): number =>
  word === 'last' ? -1 : word === 'next' ? 1 : 0;

const month = ({ m, y, yr }: Groups, anchor: string): Resolved =>
  inYears(anchor, y ?? relativeYear(anchor, yr), (year) => monthText(year, monthNumber(m)));

const endOf = ({ m, y, yr }: Groups, anchor: string): Resolved => {
  const said = y ?? relativeYear(anchor, yr);
  if (m === undefined) return same(`${said ?? yearOf(anchor)}-12-31`);
  return inYears(anchor, said, (year) => lastDay(monthText(year, monthNumber(m))));
};

const QUARTERS: Readonly<Record<string, number>> = { first: 0, second: 1, third: 2, fourth: 3 };

const quarter = ({ q = '', y, yr }: Groups, anchor: string): Resolved => {
  const start = (QUARTERS[q.toLowerCase()] ?? 0) * 3 + 1;
  return inYears(anchor, y ?? relativeYear(anchor, yr), (year) =>
    range(monthText(year, start), monthText(year, start + 2)),
  );
};

const DAY_WORDS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

const unit = ({ w, u = '' }: Groups, anchor: string): Resolved => {
  const offset = offsetOf(w);
  if (u === 'week') return same(weekText(anchor, offset));
  if (u === 'month') return same(monthAfter(anchor, offset));
  return same(String(yearOf(anchor) + offset));
};

const weekday = ({ w, wd = '' }: Groups, anchor: string): Resolved => {
  const index = WEEKDAYS.indexOf(wd as never);
  const past = weekdayBefore(w === 'last' ? addDays(anchor, -1) : anchor, index);
  // "Next Tuesday" may mean the one of this week or of the next: no reading is certain.
  if (w === 'next') return undefined;
  return w === 'last' ? same(past) : { past, future: addDays(past, past === anchor ? 0 : 7) };
};

const ago = ({ n = '', u = '' }: Groups, anchor: string): Resolved => {
  const count = numberOf(n);
  if (u === 'day') return same(addDays(anchor, -count));
  if (u === 'week') return same(`${addDays(anchor, -7 * count)}~`);
  return same(u === 'month' ? `${monthAfter(anchor, -count)}~` : `${yearOf(anchor) - count}~`);
};

/** Longer ones first: of two that begin at one place, the first in this list counts. */
const PATTERNS: readonly Pattern[] = [
  pattern('(?<iso>\\d{4}-\\d\\d-\\d\\d)', ({ iso = '' }) =>
    same(dayText(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8)))),
  ),
  pattern(
    `(?<m1>${MONTH}) (?<d1>${DAY})(?:, (?<y1>${YEAR}))?${DASH}(?<m2>${MONTH}) (?<d2>${DAY})(?:,? (?<y2>${YEAR}))?`,
    daysAcross,
  ),
  pattern(
    `(?<d1>${DAY}) (?<m1>${MONTH})(?: (?<y1>${YEAR}))?${DASH}(?<d2>${DAY}) (?<m2>${MONTH})(?:,? (?<y2>${YEAR}))?`,
    daysAcross,
  ),
  pattern(`(?<m>${MONTH}) (?<d1>${DAY})${DASH}(?<d2>${DAY})(?:,? (?<y>${YEAR}))?`, days),
  pattern(`(?<d1>${DAY})${DASH}(?<d2>${DAY})(?: of)? (?<m>${MONTH})(?:,? (?<y>${YEAR}))?`, days),
  pattern(`(?<=between )(?<d1>${DAY}) and (?<d2>${DAY}) (?<m>${MONTH})(?:,? (?<y>${YEAR}))?`, days),
  pattern(`(?<=between )(?<m>${MONTH}) (?<d1>${DAY}) and (?<d2>${DAY})(?:,? (?<y>${YEAR}))?`, days),
  pattern(`(?:${WEEKDAY},? )?(?<m>${MONTH}) (?<d>${DAY})(?!:)(?:,? (?<y>${YEAR}))?`, day),
  pattern(
    `(?:${WEEKDAY},? (?:the )?)?(?<d>${DAY})(?: of)? (?<m>${MONTH})(?:,? (?<y>${YEAR}))?`,
    day,
  ),
  pattern(`(?<m1>${MONTH})${DASH}(?<m2>${MONTH})\\)?(?:${OF}(?<y>${YEAR}))?`, months),
  pattern(
    `(?:the )?end (?:of|of the) (?:(?<m>${MONTH})(?:${OF}(?<y>${YEAR})| (?<yr>this|last|next) year)?|(?<yr2>this|the) year)`,
    ({ m, y, yr, yr2 }, anchor) =>
      m === undefined ? endOf({ yr: yr2 && 'this' }, anchor) : endOf({ m, y, yr }, anchor),
  ),
  pattern(`(?:the )?end of (?<y>${YEAR})`, endOf),
  pattern(
    `(?<q>first|second|third|fourth) quarter(?: of (?:(?<y>${YEAR})|(?<yr>this|last|next) year))?`,
    quarter,
  ),
  pattern(`(?<m>${MONTH})(?:${OF}(?<y>${YEAR})| (?:of )?(?<yr>this|last|next) year)`, month),
  pattern(
    `(?<=(?:in|by|since|until|till|of|from|during|for|before|after|early|late|mid)[ -])(?<m>${MONTH})`,
    month,
  ),
  pattern(`^(?<m>${MONTH})$`, month),
  pattern('(?<dw>yesterday|today|tomorrow)', ({ dw = '' }, anchor) =>
    same(addDays(anchor, DAY_WORDS[dw] ?? 0)),
  ),
  pattern(
    '(?:[Ee]arlier )?(?<w>[Ll]ast|this|This|next|Next) (?<u>week|month|year)',
    (groups, anchor) => unit({ ...groups, w: groups['w']?.toLowerCase() }, anchor),
  ),
  pattern(`(?:(?<w>last|next|this|Last|Next) )?(?<wd>${WEEKDAY})`, (groups, anchor) =>
    weekday({ ...groups, w: groups['w']?.toLowerCase() }, anchor),
  ),
  pattern(`(?<n>${NUMBER}) (?<u>day|week|month|year)s? ago`, ago),
  pattern(
    '(?:[Aa] few|[Ss]everal|[Ss]ome) (?:days|weeks|months|years) (?:ago|earlier)',
    (_, anchor) => same(`../${anchor}`),
  ),
  pattern(`(?<=(?:in|since|of|by|during) )(?<y>${YEAR})`, ({ y }) => same(y)),
];

/**
 * Every date that a text states, in order, none overlapping another. `anchor` is the day of the
 * report. O(length).
 */
export function datesIn(text: string, anchor: string): readonly DateMention[] {
  const found = PATTERNS.flatMap(({ regex, resolve }, rank) =>
    [...text.matchAll(regex)].map(({ 0: words, index, groups = {} }) => {
      const resolved = resolve(groups, anchor);
      return { resolved, start: index, end: index + words.length, rank };
    }),
  ).sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank);
  const kept: DateMention[] = [];
  let last = 0;
  for (const { start, end, resolved } of found) {
    // Of "31 June 2025", which is no date, "June 2025" is none either.
    if (start < last) continue;
    last = end;
    if (resolved) kept.push({ start, end, ...resolved });
  }
  return kept;
}

/** A year alone, as a span may give it. */
const YEAR_ALONE = new RegExp(`^${YEAR}$`);

/** Every EDTF that a span may be read as: by itself, and as part of the text around it. */
export function readingsOf(text: string, { start, end }: Span, anchor: string): readonly string[] {
  const words = text.slice(start, end);
  const context = datesIn(text, anchor).filter((date) => date.start >= start && date.end <= end);
  const readings = [...context, ...datesIn(words, anchor)].flatMap(({ past, future }) => [
    past,
    future,
  ]);
  return [...new Set(YEAR_ALONE.test(words) ? [...readings, words] : readings)];
}
