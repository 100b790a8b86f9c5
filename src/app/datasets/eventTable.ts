/** The events of a log as a table: one row each, as recorded. */
import { targetEventId } from '../../../events/links.js';
import { type EdtfEnd, parseEdtf } from '../../../events/time/edtf.js';
import type { SummarizedEvent } from '../parley.js';
import { instant, integer, type Table, text } from './table.js';

/** The calendar day of an end; null where it is open or unknown. */
function dayOf(end: EdtfEnd, which: 'first' | 'last'): string | null {
  if (end.kind === 'date') return end[which];
  return end.kind === 'instant' ? end.date : null;
}

const joined = (values: readonly (string | undefined)[], separator: string): string | null =>
  values.filter((value) => value !== undefined).join(separator) || null;

/** `occurred_first_day` and `occurred_last_day` are the calendar days between which it happened. */
export const eventTable: Table<SummarizedEvent> = {
  position: integer(({ position }) => position),
  id: text(({ id }) => id),
  stream: text(({ stream }) => stream),
  revision: integer(({ revision }) => revision),
  also: text(({ also }) => joined(also, ' ')),
  type: text(({ type }) => type),
  occurred: text(({ occurred }) => occurred),
  occurred_first_day: text(({ occurred }) => dayOf(parseEdtf(occurred).from, 'first')),
  occurred_last_day: text(({ occurred }) => dayOf(parseEdtf(occurred).to, 'last')),
  time_zone: text(({ timeZone }) => timeZone),
  recorded_at: instant(({ recorded }) => recorded),
  recorded_by: text(({ recordedBy }) => recordedBy),
  certainty: text(({ certainty }) => certainty),
  about_event: text((event) => targetEventId(event)),
  summary: text(({ summary }) => summary),
  data: text(({ data }) => JSON.stringify(data)),
  source_kinds: text(({ sources }) =>
    joined(
      sources.map(({ kind }) => kind),
      ' ',
    ),
  ),
  source_publishers: text(({ sources }) =>
    joined(
      sources.map(({ publisher }) => publisher),
      '; ',
    ),
  ),
  source_urls: text(({ sources }) =>
    joined(
      sources.map(({ url }) => url),
      ' ',
    ),
  ),
  source_dates: text(({ sources }) =>
    joined(
      sources.map(({ published }) => published),
      ' ',
    ),
  ),
  hash: text(({ hash }) => hash),
};
