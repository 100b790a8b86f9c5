/** The recorded event that a form corrects, retracts or adds sources to, with its current content. */
import type { EventInFullQuery } from '../../../generated/graphql.js';
import { fromInput, type FormValues } from './formValues.js';
import { type Field, inputFields, eventTypeOf } from './formSchema.js';

export interface TargetEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  /** The zone of its dates; null where it is that of its stream. */
  readonly timeZone: string | null;
  readonly also: readonly string[];
  readonly summary: string;
  readonly retracted: boolean;
  /** The fields of its data; empty for a type that this build does not have. */
  readonly fields: readonly Field[];
  /** Its content with all corrections applied, in the shape of the input types. */
  readonly content: EventContent;
}

interface EventContent {
  readonly occurred: string;
  readonly certainty: string;
  readonly sources: readonly object[];
  readonly data: unknown;
}

type EventDetails = NonNullable<EventInFullQuery['event']>;

/** The event with each part as last corrected, and with the sources added since. */
export function targetEvent(event: EventDetails): TargetEvent {
  const { id, type, stream, timeZone, also, summary, retracted } = event;
  const eventType = eventTypeOf(type);
  return {
    id,
    type,
    stream,
    timeZone,
    also,
    summary,
    retracted,
    fields: (eventType && inputFields(eventType.input)) ?? [],
    content: currentContent(event),
  };
}

function currentContent({
  occurred,
  certainty,
  sources,
  data,
  corrections,
}: EventDetails): EventContent {
  const applied = corrections
    .filter(({ retracted }) => !retracted)
    .sort((a, b) => a.position - b.position);
  return applied.reduce<EventContent>(
    (content, correction) => {
      if (correction.type === 'EventCorrected')
        return { ...content, ...correctedParts(correction.data as Partial<EventContent>) };
      if (correction.type !== 'SourceAdded') return content;
      const { sources: added } = correction.data as { sources: readonly object[] };
      return { ...content, sources: [...content.sources, ...added] };
    },
    { occurred, certainty, sources: sources.map(withoutNulls), data },
  );
}

/** The parts of an event that a correction replaces. */
const correctedParts = ({
  occurred,
  certainty,
  sources,
  data,
}: Partial<EventContent>): Partial<EventContent> =>
  withoutNulls({ occurred, certainty, sources, data });

const withoutNulls = <Shape extends object>(shape: Shape): Partial<Shape> =>
  Object.fromEntries(
    Object.entries(shape).filter(
      ([key, value]) => value !== null && value !== undefined && key !== '__typename',
    ),
  ) as Partial<Shape>;

/** The initial values of a correction form. */
export function correctionValues({ fields, content }: TargetEvent): FormValues {
  return {
    occurred: content.occurred,
    certainty: content.certainty,
    sources: content.sources.map((source) => fromInput(inputFields('SourceInput') ?? [], source)),
    data: fromInput(fields, content.data),
  };
}

/** The parts that differ from the event's content; each replaces the whole part. */
export function changedParts(
  { content }: TargetEvent,
  edited: Partial<EventContent>,
): Partial<EventContent> {
  return Object.fromEntries(
    Object.entries(edited).filter(
      ([part, value]) =>
        canonicalJson(value) !== canonicalJson(content[part as keyof EventContent]),
    ),
  );
}

/** JSON with sorted keys, so that equal values are equal texts. */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

export interface ValueChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The differences from the event's content, value by value. */
export function listChanges(
  { content }: TargetEvent,
  edited: Partial<EventContent>,
): readonly ValueChange[] {
  const change = changedParts({ content } as TargetEvent, edited);
  return Object.keys(change).flatMap((part) => {
    const before = flatten(content[part as keyof EventContent], part);
    const after = flatten(change[part as keyof EventContent], part);
    const paths = new Set([...before.keys(), ...after.keys()]);
    return [...paths].flatMap((path) => {
      const [from = null, to = null] = [before.get(path), after.get(path)];
      return from === to ? [] : [{ path, before: from, after: to }];
    });
  });
}

function flatten(
  value: unknown,
  path: string,
  into = new Map<string, string>(),
): Map<string, string> {
  if (Array.isArray(value))
    value.forEach((item, index) => flatten(item, `${path} ${index + 1}`, into));
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      flatten(inner, path === 'data' ? key : `${path} ${key}`, into);
  else if (value !== undefined && value !== null)
    into.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  return into;
}
