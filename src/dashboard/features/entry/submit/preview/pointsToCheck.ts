/** What a form itself questions of an event before it is recorded, beside what the server finds. */
import type {
  EventCorrectedInput,
  EventInput,
  FindingFieldsFragment,
} from '../../../../generated/graphql.js';
import { hasNotBegun, placeOfZone } from '../../dates/formZone.js';
import { type Field, inputFields } from '../../model/formSchema.js';

type Point = FindingFieldsFragment;

const point = (code: string, message: string): Point => ({ code, message, events: [] });

/** What an event tells, or what its correction makes of the event. */
const told = (event: EventInput): Pick<EventCorrectedInput, 'occurred' | 'sources'> =>
  event.data.eventCorrected ?? event;

/** What is told as happened on a day that has not begun where its dates are read. */
function ofDate(event: EventInput, zone: string, now: number): readonly Point[] {
  const isAboutOther = event.data.eventRetracted ?? event.data.sourceAdded;
  const { occurred } = told(event);
  if (isAboutOther || typeof occurred !== 'string' || !hasNotBegun(occurred, zone, now)) return [];
  return [
    point(
      'NOT_BEGUN',
      `${occurred} has not begun in ${placeOfZone(zone)} yet. Enter when it was decided or announced, and what it is about as its own date.`,
    ),
  ];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every HS code of an input, also those of inputs within it. */
function codesOf(fields: readonly Field[], input: unknown): readonly string[] {
  if (!isRecord(input)) return [];
  return fields.flatMap(({ name, type }) => {
    const value = input[name];
    if (value === undefined || value === null) return [];
    const values = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    if (type === 'HSCode') return values as readonly string[];
    const inner = inputFields(type);
    return inner ? values.flatMap((each) => codesOf(inner, each)) : [];
  });
}

/** Chapters 01 to 97; 77 is reserved for future use, 98 and 99 are left to national tariffs. */
const isChapter = (chapter: string): boolean =>
  chapter !== '77' && Number(chapter) >= 1 && Number(chapter) <= 97;

/** Codes of chapters that the Harmonized System (WCO) does not have. */
function ofCodes(fields: readonly Field[], data: unknown): readonly Point[] {
  const codes = codesOf(fields, data).filter((code) => !isChapter(code.slice(0, 2)));
  return [...new Set(codes)].map((code) =>
    point(
      'NO_SUCH_CHAPTER',
      Number(code.slice(0, 2)) > 97
        ? `HS ${code}: chapters 98 and 99 are of national tariffs, not of the Harmonized System. Correct the code, or leave it if a national line is meant.`
        : `HS ${code}: the Harmonized System has no chapter ${code.slice(0, 2)}; its chapters are 01 to 97 without 77. Correct the code.`,
    ),
  );
}

/** Sources that nobody can look up by what is entered. */
const ofSources = ({ sources }: Pick<EventInput, 'sources'>): readonly Point[] =>
  (sources ?? [])
    .filter(({ url }) => !url)
    .map(({ publisher, title }) =>
      point(
        'SOURCE_WITHOUT_ADDRESS',
        `The source ${[publisher, title].filter(Boolean).join(': ')} has no address. Add it where it can be read online.`,
      ),
    );

/**
 * The points to check of an event before it is recorded. `fields` are those of its data, `zone` is that
 * in which the server reads its dates.
 */
export function pointsToCheck(
  event: EventInput,
  fields: readonly Field[],
  zone: string,
  now: number = Date.now(),
): readonly Point[] {
  const { eventCorrected, ...other } = event.data;
  const data: unknown = eventCorrected ? eventCorrected.data : Object.values(other)[0];
  return [...ofDate(event, zone, now), ...ofCodes(fields, data), ...ofSources(told(event))];
}
