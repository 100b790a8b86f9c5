/** The data of a chart as tidy tables: one kind of row each, ISO dates, sources and IDs of events. */
import type { TimelineEvent } from '../../../lib/time/timelineEvents.js';
import type { EventSourcesQuery } from '../../../generated/graphql.js';
import { capital, CERTAINTY, countryName } from '../../../lib/words/labels.js';
import { eventPath } from '../../../lib/routes.js';
import type { Clock } from '../../../lib/view.js';
import { dateInZone } from '../../../lib/time/calendarDays.js';
import { type Charted, dutyRows, eventRows } from '../model/rows.js';

type Cell = string | number;
export type Table = readonly (readonly Cell[])[];

export type Source = Extract<
  NonNullable<EventSourcesQuery['nodes'][number]>,
  { sources: unknown }
>['sources'][number];
/** Sources by the ID of their event. */
export type Sources = ReadonlyMap<string, readonly Source[]>;

/** An instant as ISO 8601 with the offset of a zone, to the minute: 2025-08-27T00:01-04:00. */
export function isoInZone(instant: string, zone: string): string {
  const at = new Date(instant);
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' },
    timeZoneName: 'longOffset',
  }).formatToParts(at);
  const part = (name: string) => parts.find(({ type }) => type === name)?.value ?? '';
  const offset = part('timeZoneName').replace('GMT', '') || '+00:00';
  return `${dateInZone(zone, instant)}T${part('hour')}:${part('minute')}${offset}`;
}

const INSTANT = /^\d{4}-\d\d-\d\dT[^/]+$/;

/** A day and its exact time, of an instant or of a date as recorded. */
const dayAndTime = (point: string | null, zone: string): readonly [day: string, time: string] =>
  point === null
    ? ['', '']
    : INSTANT.test(point)
      ? [dateInZone(zone, point), isoInZone(point, zone)]
      : [point, ''];

/** What a table is of, beside its rows. */
export interface TableBasis {
  readonly sources: Sources;
  /** The view, with every clock stated. */
  readonly view: Clock;
  /** Of the server, for addresses of events. */
  readonly origin: string;
}

/** Columns that every table ends with. */
const BASIS_HEADER = [
  ...['Sources', 'Links to sources', 'Event IDs', 'Links to events'],
  ...['Date of the view', 'As recorded by', 'As public by', 'Licence of the data'],
];

/** Who says so, where, of which events, in which view, and under what licence. */
function basisCells(ids: readonly string[], basis: TableBasis): readonly string[] {
  const { sources, view, origin } = basis;
  const all = ids.flatMap((id) => sources.get(id) ?? []);
  const distinct = (values: readonly (string | null)[]) =>
    [...new Set(values.filter((value) => value !== null))].join('; ');
  return [
    distinct(all.map(({ publisher, title }) => publisher ?? title)),
    distinct(all.map(({ url }) => url)),
    ids.join(' '),
    ids.map((id) => origin + eventPath(id)).join(' '),
    ...[view.at ?? '', view.knownAt ?? '', view.publicAt ?? '', 'not stated'],
  ];
}

/** One row a period of the duty, or a rate that was announced; hypothetical rows say so. */
export function dutyTable(charted: Charted, basis: TableBasis, hypothetical: boolean): Table {
  const { imposedBy, on, timeZone: zone } = charted.duty;
  const pair = [capital(countryName(imposedBy)), imposedBy, capital(countryName(on)), on];
  return [
    [
      ...['Imposed by', 'Imposed by (code)', 'On goods of', 'On goods of (code)'],
      ...['From', 'Until', 'From, exact time', 'Until, exact time'],
      ...['Duty in percentage points', 'Duty', 'Status', 'Certainty', 'Made up of'],
      ...BASIS_HEADER,
    ],
    ...dutyRows(charted).map(
      ({ from, until, total, expression, status, certainty, acts, events, ...row }) => {
        const [first, start] = dayAndTime(from, zone);
        const [end, stop] = dayAndTime(until, zone);
        const state = hypothetical && !row.announcement ? `hypothetical, ${status}` : status;
        return [
          ...pair,
          ...[first, end, start, stop],
          ...[total ?? '', expression, state, certainty === null ? '' : CERTAINTY[certainty], acts],
          ...basisCells(events, basis),
        ];
      },
    ),
  ];
}

/** One row an event, by date. */
export const eventTable = (events: readonly TimelineEvent[], basis: TableBasis): Table => [
  ['Date', 'Part', 'What happened', 'Recorded at', ...BASIS_HEADER],
  ...eventRows(events).map(({ id, date, lane, summary, recordedAt }) => [
    ...[date, lane, summary, recordedAt],
    ...basisCells([id], basis),
  ]),
];
