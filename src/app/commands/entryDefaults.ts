/** Entering one event by hand: what a person leaves out is filled in as they would expect. */
import { definition, type EventType } from '../../../events/catalogue.js';
import { areaZone, notAnArea } from '../../../events/codes/areas.js';
import type { Source, StreamKind } from '../../../events/envelope.js';
import type { Problem } from '../../../events/parse.js';
import { dayOf } from '../../../events/time/zones.js';
import type { Dossiers } from '../readModel/streamStateCache.js';
import { Refused } from '../errors.js';

/** One event as a person enters it. */
export interface Entry {
  readonly type: EventType;
  /**
   * The slug of the negotiation or measure, or the code of the authority or area; the whole name of
   * the stream for a type that belongs to several kinds; not for events about events.
   */
  readonly subject?: string | undefined;
  /** Today in the zone of its stream, when absent. */
  readonly occurred?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly also?: readonly string[] | undefined;
  /** REPORTED when absent; INFERRED for an event about another that cites no source of its own. */
  readonly certainty?: string | undefined;
  readonly sources?: readonly Source[] | undefined;
  /** Its sources, where `sources` is what the event itself says. */
  readonly citing?: readonly Source[] | undefined;
  readonly data: object;
}

/** An event in the interchange format, ready to be checked and appended. */
export interface EnteredEvent {
  readonly stream: string;
  readonly [key: string]: unknown;
}

/** An entry about an event that the log does not have. */
export class EventNotFound extends Error {
  readonly code = 'EVENT_NOT_FOUND';
  constructor(readonly id: string) {
    super(`No event has the id ${id}: look it up in events, or in the setBy of what it set.`);
    this.name = 'EventNotFound';
  }
}

/** The entry in the interchange format, to be appended like any other. Throws `EventNotFound`. */
export async function entered(
  dossiers: Dossiers,
  now: number,
  { type, subject, occurred, timeZone, also, data, ...given }: Entry,
): Promise<EnteredEvent> {
  const { stream: kind } = definition(type);
  const stream =
    kind === 'any'
      ? await streamOf(dossiers, data)
      : typeof kind === 'string'
        ? `${kind}/${subject ?? ''}`
        : (subject ?? '');
  const zone = timeZone ?? (await zoneOf(dossiers, stream, data));
  // A correction is the desk's own word; added sources speak for themselves.
  const own =
    type === 'SourceAdded' ? (data as { sources?: readonly Source[] }).sources : undefined;
  const sources = given.citing ?? given.sources ?? own;
  const certainty =
    given.certainty ?? (kind === 'any' && sources === undefined ? 'INFERRED' : undefined);
  return defined({
    stream,
    also,
    timeZone,
    type,
    occurred: occurred ?? dayOf(now, zone),
    certainty,
    sources,
    data,
  });
}

async function streamOf(dossiers: Dossiers, data: object): Promise<string> {
  const id = (data as { event: string }).event;
  const [target] = await dossiers.log.byId([id]);
  if (!target) throw new EventNotFound(id);
  return target.stream;
}

/** The zone of the stream as known, or as the very event that founds it says. */
async function zoneOf(dossiers: Dossiers, stream: string, data: object): Promise<string> {
  const said = data as { timeZone?: string; imposedBy?: string };
  const { position } = await dossiers.log.head();
  const streamState = await dossiers.dossier(stream, position);
  // The zone of a rulebook or an area is that of its code, even before anything is in it.
  if (streamState.position > 0 || /^(?:rulebook|area)\//.test(stream))
    return dossiers.reading(streamState).zone;
  return said.timeZone ?? (said.imposedBy === undefined ? 'UTC' : areaZone(said.imposedBy));
}

/** Names problems by what the person entered, not by where the event stands in a batch. */
export function asEntered(error: unknown, entry: Entry): unknown {
  if (!(error instanceof Refused)) return error;
  return new Refused(error.problems.flatMap((problem) => named(problem, entry)));
}

const NOT_A_SLUG: Partial<Record<StreamKind, string>> = {
  negotiation: 'is not a slug: lower-case letters, digits and single hyphens',
  measure: 'is not a slug: lower-case letters, digits and single hyphens',
};

function named(problem: Problem, { type, subject = '', citing }: Entry): readonly Problem[] {
  const path = problem.path.replace(/^events\[0\]\.?/, '');
  const { stream: kind } = definition(type);
  if (path.startsWith('data.')) return [{ ...problem, path: path.slice('data.'.length) }];
  if (path.startsWith('sources')) {
    if (citing) return [{ ...problem, path: path.replace('sources', 'citing') }];
    // What is wrong with sources that speak for themselves is named where they are said.
    if (type === 'SourceAdded') return [];
  }
  if (typeof kind !== 'string' || kind === 'any' || path !== 'stream')
    return [{ ...problem, path }];
  const message =
    problem.code === 'INVALID' ? (NOT_A_SLUG[kind] ?? notAnArea(subject)) : problem.message;
  return [{ ...problem, path: kind, message }];
}

const defined = (event: EnteredEvent): EnteredEvent =>
  Object.fromEntries(
    Object.entries(event).filter(([, value]) => value !== undefined),
  ) as unknown as EnteredEvent;
