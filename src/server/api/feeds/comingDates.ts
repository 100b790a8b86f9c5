/** Dates to come as events of a calendar. */
import { areaName, isArea } from '../../../../events/codes/areas.js';
import { addDays, utcStartOfDay } from '../../../../events/time/days.js';
import { type EdtfEnd, parseEdtf } from '../../../../events/time/edtf.js';
import type { ComingDate } from '../../../domain/history/comingDates.js';
import type { MeasureTerm } from '../../../domain/measure/measureView.js';
import { dateValue, instantValue, type Property, textValue } from './icalendar.js';

/** A date to come of a negotiation. */
export interface CalendarDate {
  readonly date: ComingDate;
  readonly title: string;
  /** The page that shows it. */
  readonly page: string;
  /** Names the log, so that identifiers are unique among logs. */
  readonly log: string;
}

/** Years have four digits in iCalendar. */
const LAST_DAY = '9999-12-31';

/** From when to when; undefined where the date has no first or no last day. */
function span(from: EdtfEnd, to: EdtfEnd): readonly Property[] | undefined {
  if (to.kind === 'instant' && to.at >= utcStartOfDay(LAST_DAY)) return undefined;
  if (from.kind === 'instant' && to.kind === 'instant')
    return [
      ['DTSTART', instantValue(from.at)],
      ...(from === to ? [] : [['DTEND', instantValue(to.at)] as const]),
    ];
  const first = from.kind === 'date' ? from.first : from.kind === 'instant' ? from.date : undefined;
  const last = to.kind === 'date' ? to.last : to.kind === 'instant' ? to.date : undefined;
  if (first === undefined || last === undefined || last >= LAST_DAY) return undefined;
  return [
    ['DTSTART;VALUE=DATE', dateValue(first)],
    // Exclusive.
    ['DTEND;VALUE=DATE', dateValue(addDays(last, 1))],
  ];
}

/** Whether a date is one day or an instant, and not approximate. */
function isExact(text: string): boolean {
  const { from, to } = parseEdtf(text);
  return [from, to].every(
    (end) =>
      end.kind === 'instant' || (end.kind === 'date' && end.day !== null && end.qualifier === null),
  );
}

const nameOf = (code: string): string => (isArea(code) ? areaName(code) : code);

interface Said {
  readonly what: string;
  /** EDTF; an instant for a duty. */
  readonly when: string | number;
  readonly place?: string | null;
  readonly notes: readonly string[];
  readonly isOff?: boolean;
}

function said(date: ComingDate): Said {
  switch (date.kind) {
    case 'ROUND': {
      const { number, part, track, dates, place, status, setBy } = date.round;
      const name = `${number === null ? 'Talks' : `Round ${number}`}${part === null ? '' : ` (part ${part})`}${track === null ? '' : `, ${track}`}`;
      // Without a new date it stays where it was, called off.
      const isOff =
        status === 'POSTPONED' && setBy.type === 'RoundPostponed' && setBy.data.to === undefined;
      const what = isOff ? `Postponed, no new date: ${name}` : name;
      return { what, when: dates, place, notes: [], isOff };
    }
    case 'TARGET': {
      const { what, due, slips } = date.target;
      const notes =
        slips === 0 ? [] : [`The date has been moved ${slips === 1 ? 'once' : `${slips} times`}.`];
      return { what: `Due: ${what}`, when: due, notes };
    }
    case 'DUTY': {
      const { duty, change } = date;
      const on = `${nameOf(duty.imposedBy)}, duty on goods of ${nameOf(duty.on)}`;
      const then = change.total === null ? 'no plain percentage' : `${change.total} %`;
      return {
        what: `${on}: ${then}`,
        when: change.at,
        notes: ['For goods of any kind; a code may be charged otherwise.'],
      };
    }
    case 'MEASURE': {
      const { measure, term, when } = date;
      const what = term === null ? 'ends' : changeWords(term);
      const notes = measure.goods === null ? [] : ['On some goods only.'];
      return { what: `${measure.title}: ${what}`, when, notes };
    }
  }
}

function changeWords({ status, expression }: MeasureTerm): string {
  if (status === 'SUSPENDED') return 'suspended';
  return expression === null ? 'takes effect' : `takes effect at ${expression}`;
}

/** The act behind a date: what it says, who says so. */
function actLines({ setBy }: ComingDate, act: string): readonly string[] {
  const { certainty, sources, occurred } = setBy;
  const cited = sources.map(
    ({ publisher, title, url, kind }) =>
      [publisher, title, url].filter((part) => part !== undefined).join(', ') || kind,
  );
  return [
    `By: ${act} (${occurred}, ${certainty})`,
    ...(cited.length === 0
      ? ['No source is on record.']
      : cited.map((source) => `Source: ${source}`)),
  ];
}

/**
 * The event of a calendar; undefined where no day can be named.
 *
 * @param act What the event behind the date says, in a sentence.
 */
export function calendarEvent(
  { date, title, page, log }: CalendarDate,
  act: string,
): readonly Property[] | undefined {
  const { what, when, place, notes, isOff = false } = said(date);
  const { from, to } = typeof when === 'string' ? parseEdtf(when) : instantEnds(when);
  const dates = span(from, to);
  if (!dates) return undefined;
  const exact = typeof when === 'number' || isExact(when);
  const { setBy, sequence, key, kind } = date;
  const description = [
    title,
    ...(exact ? [] : [`The date is known only as ${when}.`]),
    ...notes,
    ...actLines(date, act),
  ].join('\n');
  return [
    ['UID', textValue(`${key}@${log}`)],
    ['DTSTAMP', instantValue(setBy.event.recorded)],
    ['SEQUENCE', String(sequence)],
    ...dates,
    ['SUMMARY', textValue(`${what} (${title})`)],
    ['DESCRIPTION', textValue(description)],
    ...(place == null ? [] : [['LOCATION', textValue(place)] as const]),
    ['URL', page],
    ['CATEGORIES', kind],
    [
      'STATUS',
      isOff ? 'CANCELLED' : exact && setBy.certainty === 'CONFIRMED' ? 'CONFIRMED' : 'TENTATIVE',
    ],
    ['TRANSP', 'TRANSPARENT'],
  ];
}

function instantEnds(at: number): { readonly from: EdtfEnd; readonly to: EdtfEnd } {
  const text = new Date(at).toISOString();
  const end = {
    kind: 'instant',
    at,
    date: text.slice(0, 10),
    time: text.slice(11, 19),
    offset: 'Z',
  } as const;
  return { from: end, to: end };
}

/** What has no day, in words, so that it is not left out in silence. */
export const withoutDay = ({ date, title }: CalendarDate): string =>
  `${said(date).what} (${title}), ${String(said(date).when)}`;
