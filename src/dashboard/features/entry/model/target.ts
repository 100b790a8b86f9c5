/** An event that is to be corrected, retracted or given a further source: how it stands now. */
import type { EventInFullQuery } from '../../../generated/graphql.js';
import { fromInput, type Values } from './values.js';
import { type Field, fieldsOf, kindOf } from './vocabulary.js';

export interface Target {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly also: readonly string[];
  readonly summary: string;
  readonly retracted: boolean;
  /** What it asks for; empty for a type that this dashboard was not built with. */
  readonly fields: readonly Field[];
  /** What it says with all corrections, in the shape in which it would be sent. */
  readonly standing: Standing;
}

interface Standing {
  readonly occurred: string;
  readonly certainty: string;
  readonly sources: readonly object[];
  readonly data: unknown;
}

type Found = NonNullable<EventInFullQuery['event']>;

/** The event as it stands: each part as last corrected, with the sources that were added. */
export function targetOf(event: Found): Target {
  const { id, type, stream, also, summary, retracted } = event;
  const kind = kindOf(type);
  return {
    id,
    type,
    stream,
    also,
    summary,
    retracted,
    fields: (kind && fieldsOf(kind.input)) ?? [],
    standing: standing(event),
  };
}

function standing({ occurred, certainty, sources, data, corrections }: Found): Standing {
  const said = corrections
    .filter(({ retracted }) => !retracted)
    .sort((a, b) => a.position - b.position);
  return said.reduce<Standing>(
    (now, later) => {
      if (later.type === 'EventCorrected')
        return { ...now, ...partsOf(later.data as Partial<Standing>) };
      if (later.type !== 'SourceAdded') return now;
      const { sources: added } = later.data as { sources: readonly object[] };
      return { ...now, sources: [...now.sources, ...added] };
    },
    { occurred, certainty, sources: sources.map(withoutNulls), data },
  );
}

/** The parts of an event that a correction gives anew. */
const partsOf = ({ occurred, certainty, sources, data }: Partial<Standing>): Partial<Standing> =>
  withoutNulls({ occurred, certainty, sources, data });

const withoutNulls = <Shape extends object>(shape: Shape): Partial<Shape> =>
  Object.fromEntries(
    Object.entries(shape).filter(
      ([key, value]) => value !== null && value !== undefined && key !== '__typename',
    ),
  ) as Partial<Shape>;

/** The form of a correction, filled with how the event stands. */
export function formOf({ fields, standing: now }: Target): Values {
  return {
    occurred: now.occurred,
    certainty: now.certainty,
    sources: now.sources.map((source) => fromInput(fieldsOf('SourceInput') ?? [], source)),
    data: fromInput(fields, now.data),
  };
}

/** The parts that are to be other than they stand; each replaces the whole part. */
export function differing({ standing: now }: Target, wanted: Partial<Standing>): Partial<Standing> {
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([part, value]) => ordered(value) !== ordered(now[part as keyof Standing]),
    ),
  );
}

/** JSON with sorted keys, so that equal parts are equal texts. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

export interface PartChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What would be other than it stands, value by value. */
export function changesOf(
  { standing: now }: Target,
  wanted: Partial<Standing>,
): readonly PartChange[] {
  const change = differing({ standing: now } as Target, wanted);
  return Object.keys(change).flatMap((part) => {
    const before = leaves(now[part as keyof Standing], part);
    const after = leaves(change[part as keyof Standing], part);
    const paths = new Set([...before.keys(), ...after.keys()]);
    return [...paths].flatMap((path) => {
      const [was = null, is = null] = [before.get(path), after.get(path)];
      return was === is ? [] : [{ path, before: was, after: is }];
    });
  });
}

function leaves(
  value: unknown,
  path: string,
  into = new Map<string, string>(),
): Map<string, string> {
  if (Array.isArray(value))
    value.forEach((each, index) => leaves(each, `${path} ${index + 1}`, into));
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      leaves(inner, path === 'data' ? key : `${path} ${key}`, into);
  else if (value !== undefined && value !== null)
    into.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  return into;
}
