/** Entering one event by hand: defaults for what is left out, and errors in the entry's terms. */
import { definition, type EventType } from '../../../events/catalogue.js';
import { areaZone, notAnArea } from '../../../events/codes/areas.js';
import type { Source } from '../../../events/envelope.js';
import type { StreamKind } from '../../../events/streams.js';
import type { Problem } from '../../../events/parse.js';
import { isTimeZone } from '../../../events/codes/timeZones.js';
import { dayOf } from '../../../events/time/zones.js';
import { EventsRefused } from '../errors.js';
import type { StreamStateCache } from '../readModel/streamStateCache.js';
import type { AppendRequest, AppendResult, EventAppender } from './appendEvents.js';

/** One event as a person enters it. */
export interface EventEntry {
  readonly type: EventType;
  /**
   * Slug of the negotiation or measure, or code of the authority or area. The full name of the
   * stream for a type of several kinds of streams; absent for annotations.
   */
  readonly subject?: string | undefined;
  /** EDTF. Today in the zone of its stream, when absent. */
  readonly occurred?: string | undefined;
  /** IANA zone in which its dates are written. That of its stream, when absent. */
  readonly timeZone?: string | undefined;
  /** Further streams in whose history it appears. */
  readonly also?: readonly string[] | undefined;
  /** REPORTED when absent; INFERRED for an annotation that cites no source. */
  readonly certainty?: string | undefined;
  readonly sources?: readonly Source[] | undefined;
  /** Its own sources, for a type whose data has a key `sources`. */
  readonly citing?: readonly Source[] | undefined;
  /** What its type asks for. */
  readonly data: object;
}

/** How an entry is appended. */
export interface EntryRequest extends Omit<AppendRequest, 'expectedRevisions' | 'restore'> {
  /** Refuses the entry with `RevisionConflict` unless its stream is at this revision. */
  readonly expectedRevision?: number | undefined;
}

/** An event in the interchange format, ready to be appended. */
export interface CompletedEntry {
  readonly stream: string;
  readonly [key: string]: unknown;
}

/** An entry is about an event that the log does not have. */
export class EventNotFound extends Error {
  readonly code = 'EVENT_NOT_FOUND';
  constructor(readonly id: string) {
    super(`No event has the id ${id}: look it up in events, or in the setBy of what it set.`);
    this.name = 'EventNotFound';
  }
}

/** See `Parley.appendEntry`. */
export async function appendEntry(
  appender: EventAppender,
  streamStates: StreamStateCache,
  now: number,
  entry: EventEntry,
  { expectedRevision, ...request }: EntryRequest,
): Promise<AppendResult> {
  const event = await applyEntryDefaults(streamStates, now, entry);
  const expectedRevisions =
    expectedRevision === undefined
      ? undefined
      : [{ stream: event.stream, revision: expectedRevision }];
  return appender.append([event], { ...request, expectedRevisions }).catch((error: unknown) => {
    throw toEntryError(error, entry);
  });
}

async function applyEntryDefaults(
  streamStates: StreamStateCache,
  now: number,
  { type, subject, occurred, timeZone, also, data, ...rest }: EventEntry,
): Promise<CompletedEntry> {
  const { stream: kind } = definition(type);
  const stream =
    kind === 'any'
      ? await targetStream(streamStates, data)
      : typeof kind === 'string'
        ? `${kind}/${subject ?? ''}`
        : (subject ?? '');
  const zone = timeZone ?? (await zoneOf(streamStates, stream, data));
  // The sources that a SourceAdded adds are also the sources of the SourceAdded itself.
  const addedSources =
    type === 'SourceAdded' ? (data as { sources?: readonly Source[] }).sources : undefined;
  const sources = rest.citing ?? rest.sources ?? addedSources;
  const certainty =
    rest.certainty ?? (kind === 'any' && sources === undefined ? 'INFERRED' : undefined);
  return omitUndefined({
    stream,
    also,
    timeZone,
    type,
    // An unknown zone is refused by name when the event is checked.
    occurred: occurred ?? dayOf(now, isTimeZone(zone) ? zone : 'UTC'),
    certainty,
    sources,
    data,
  });
}

async function targetStream(streamStates: StreamStateCache, data: object): Promise<string> {
  const id = (data as { event: string }).event;
  const [target] = await streamStates.log.byId([id]);
  if (!target) throw new EventNotFound(id);
  return target.stream;
}

/** The zone of the stream as known or, for a new stream, as the entry itself gives it. */
async function zoneOf(
  streamStates: StreamStateCache,
  stream: string,
  data: object,
): Promise<string> {
  const { position } = await streamStates.log.head();
  const state = await streamStates.state(stream, position);
  // A rulebook or an area has the zone of its code, even before its first event.
  if (state.position > 0 || /^(?:rulebook|area)\//.test(stream))
    return streamStates.knowledgeView(state).zone;
  const { timeZone, imposedBy } = data as { timeZone?: string; imposedBy?: string };
  return timeZone ?? (imposedBy === undefined ? 'UTC' : areaZone(imposedBy));
}

/** The error with problems named by the keys of the entry instead of paths in a batch. */
function toEntryError(error: unknown, entry: EventEntry): unknown {
  if (!(error instanceof EventsRefused)) return error;
  return new EventsRefused(error.problems.flatMap((problem) => toEntryProblems(problem, entry)));
}

const INVALID_SLUG: Partial<Record<StreamKind, string>> = {
  negotiation: 'is not a slug: lower-case letters, digits and single hyphens',
  measure: 'is not a slug: lower-case letters, digits and single hyphens',
};

function toEntryProblems(
  problem: Problem,
  { type, subject = '', citing }: EventEntry,
): readonly Problem[] {
  const path = problem.path.replace(/^events\[0\]\.?/, '');
  const { stream: kind } = definition(type);
  if (path.startsWith('data.')) return [{ ...problem, path: path.slice('data.'.length) }];
  if (path.startsWith('sources')) {
    if (citing) return [{ ...problem, path: path.replace('sources', 'citing') }];
    // The same problem is reported under the data that the sources were taken from.
    if (type === 'SourceAdded') return [];
  }
  if (typeof kind !== 'string' || kind === 'any' || path !== 'stream')
    return [{ ...problem, path }];
  const message =
    problem.code === 'INVALID' ? (INVALID_SLUG[kind] ?? notAnArea(subject)) : problem.message;
  return [{ ...problem, path: kind, message }];
}

const omitUndefined = (event: CompletedEntry): CompletedEntry =>
  Object.fromEntries(
    Object.entries(event).filter(([, value]) => value !== undefined),
  ) as unknown as CompletedEntry;
