/** The zone in which the dates of a form are read: that of its event, else of its stream. */
import { tryParseEdtf } from '../../../../../events/time/edtf.js';
import { useGraphqlQuery } from '../../../api/client/useGraphqlQuery.js';
import { StreamZoneDocument } from '../../../generated/graphql.js';
import zones from '../../../generated/zones.json';
import { dateInZone } from '../../../lib/time/calendarDays.js';
import { readersZone, zoneWords } from '../../../lib/time/zonedTime.js';
import type { EntrySuggestions } from '../fields/entrySuggestions.js';
import { areaCode } from '../model/codeLists.js';
import { valueAt } from '../model/formPaths.js';
import type { FormValues } from '../model/formValues.js';

const isZone = (text: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** The zone in which an area dates its acts, by its code or its name; undefined for any other text. */
export const zoneOfArea = (area: string): string | undefined =>
  (zones as Readonly<Record<string, string>>)[areaCode('CountryCode', area)];

const textAt = (values: FormValues, path: string): string => {
  const value = valueAt(values, path);
  return typeof value === 'string' ? value.trim() : '';
};

/** The zone that a new stream gets by what the form says of it, as the server decides it. */
export function zoneOfNewStream(stream: string, values: FormValues): string | undefined {
  const [kind = '', code = ''] = stream.split('/');
  if (kind === 'area' || kind === 'rulebook') return zoneOfArea(code);
  const zone = textAt(values, 'data.timeZone');
  if (isZone(zone)) return zone;
  return kind === 'measure' ? zoneOfArea(textAt(values, 'data.imposedBy')) : undefined;
}

/** Whether a stream is that of the page or one of those suggested: no name that is still being typed. */
export const isOnRecord = (
  stream: string,
  pageStream: string | undefined,
  { negotiations, measures }: EntrySuggestions,
): boolean => {
  const slug = stream.slice(stream.indexOf('/') + 1);
  return (
    (stream !== '' && stream === pageStream) ||
    [...negotiations, ...measures].some(({ value }) => value === slug)
  );
};

/** One query for a stream on record; the reader's own zone until another one is known. */
export function useFormZone(values: FormValues, stream: string, isRecorded: boolean): string {
  const { data } = useGraphqlQuery(StreamZoneDocument, { stream }, { enabled: isRecorded });
  const own = textAt(values, 'timeZone');
  if (own !== '' && isZone(own)) return own;
  const ofStream = data?.events.edges.find(
    ({ node }) => node.stream === stream && node.timeZone === null,
  );
  return ofStream?.node.zone ?? zoneOfNewStream(stream, values) ?? readersZone();
}

/** The date that a calendar in the zone shows now. */
export const todayIn = (zone: string, now: number = Date.now()): string => dateInZone(zone, now);

/** "New York" for America/New_York. */
export const placeOfZone = (zone: string): string => zoneWords(zone).replace(/ time$/, '');

/** Whether even the first day that an EDTF date may be has not begun in a zone. */
export function hasNotBegun(edtf: string, zone: string, now: number = Date.now()): boolean {
  const from = tryParseEdtf(edtf)?.from;
  if (from?.kind === 'instant') return from.at > now;
  return from?.kind === 'date' && from.first > todayIn(zone, now);
}
