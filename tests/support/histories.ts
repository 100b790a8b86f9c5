/**
 * Flattened views of random logs: the inputs of the property tests of diff, timeline and what-if.
 */
import fc from 'fast-check';
import type { AnyEvent, EventType } from '../../events/catalogue.js';
import {
  type StreamState,
  emptyStreamState,
  fold,
} from '../../src/domain/streamState/streamState.js';
import type { Change } from '../../src/domain/history/diff.js';
import type { FlatView, FlatValue } from '../../src/domain/history/flatten.js';
import { KnowledgeView } from '../../src/domain/streamState/knowledgeView.js';
import { knownAreas } from '../../src/domain/area/knownAreas.js';
import { NegotiationView } from '../../src/domain/negotiation/negotiationView.js';
import { idOf } from './given.js';
import { appearsIn, type Question } from './oracle.js';
import { dutyLogs, instants, logs, publics } from './logs.js';
import { CLUB, MEASURES, RULEBOOK } from './dutyOracle/universe.js';

const LAUNCHED = Date.UTC(2025, 0, 31);

/** Events that replace some statements, so that every segment of a view occurs. */
const REPLACEMENTS: readonly ((occurred: string, n: number) => readonly [EventType, object])[] = [
  () => ['MeetingHeld', { level: 'MINISTERIAL' }],
  () => ['TrackOpened', { track: 'goods', title: 'Goods' }],
  (dates, n) => ['RoundScheduled', { dates, ...(n % 2 && { round: n % 3 }) }],
  (was, n) => ['RoundPostponed', { was, ...(n % 2 && { to: '2025-06-30' }) }],
  (_, n) => ['AgreementConcluded', { title: n % 2 ? 't' : 'u' }],
  () => ['AgreementEnteredIntoForce', { mode: 'PROVISIONAL', effectiveFrom: '2025-04-20/2025-06' }],
];

function diversified(event: AnyEvent, log: readonly AnyEvent[]): AnyEvent {
  const { position: n } = event;
  if (event.type === 'StatementMade' && n % 4 !== 0) {
    const [type, data] = REPLACEMENTS[n % REPLACEMENTS.length]!(event.occurred, n);
    return { ...event, type, data } as AnyEvent;
  }
  if (event.type === 'MeasureAnnounced' && n % 2 === 0)
    return { ...event, data: { ...event.data, effectiveFrom: log[n % log.length]!.occurred } };
  if (event.type !== 'EventCorrected' || event.data.data === undefined) return event;
  const target = log.find(({ id }) => id === event.data.event);
  if (target?.type !== 'StatementMade') return event;
  const { data: _, ...rest } = event.data;
  return { ...event, data: { ...rest, occurred: '2025-05' } };
}

/** Most logs begin with a launch: without parties no measure belongs to a negotiation. */
const launches: fc.Arbitrary<AnyEvent | undefined> = fc.option(
  fc.constantFrom('2024-12', '2025-03-09', '2025-04-01/2025-05').map((occurred) => ({
    ...{ id: idOf(900), stream: 'negotiation/a', also: [], type: 'NegotiationLaunched', occurred },
    data: { title: 't', parties: ['IN', 'US'], timeZone: 'America/New_York' },
    ...{ sources: [], certainty: 'REPORTED', hash: '' },
    ...{ position: 1, revision: 1, recorded: LAUNCHED },
    recordedAt: new Date(LAUNCHED).toISOString(),
  })),
  { nil: undefined, freq: 4 },
);

const historiesOf = (
  about: fc.Arbitrary<readonly AnyEvent[]>,
  launching: fc.Arbitrary<AnyEvent | undefined>,
): fc.Arbitrary<readonly AnyEvent[]> =>
  fc.tuple(about, launching).map(([log, launch]) => {
    const events = log.map((event) => diversified(event, log));
    if (!launch) return events.map((event) => Object.freeze(event));
    const later = events.map((event) => ({ ...event, position: event.position + 1 }));
    return [launch, ...later].map((event) => Object.freeze(event));
  });

/** Logs of the universe in which meetings, tracks and plans for rounds replace some statements. */
export const histories = historiesOf(logs, launches);

/** Logs of measures between the parties of a negotiation. */
export const dutyHistories = historiesOf(
  dutyLogs,
  launches.filter((launch) => launch !== undefined),
);

const streamStateOf = (log: readonly AnyEvent[], stream: string): StreamState =>
  fold(
    emptyStreamState(stream),
    log.filter((event) => appearsIn(event, log).includes(stream)),
  );

/** A negotiation at a question, folded from the log on each call. */
export function viewOf(log: readonly AnyEvent[], stream: string, question: Question) {
  const { at, knownAt, publicAt } = question;
  const read = (name: string) => new KnowledgeView(streamStateOf(log, name), { knownAt, publicAt });
  const measures = MEASURES.map(read);
  const rulebook = read(RULEBOOK);
  const areaStreams = [read(CLUB)];
  return new NegotiationView(read(stream), at, {
    measures,
    rulebook: (code) => (code === 'US' ? rulebook : undefined),
    areas: knownAreas(areaStreams),
    areaStreams,
  });
}

/** A random knowledge cutoff. */
export const knowledge = (log: readonly AnyEvent[]): fc.Arbitrary<Omit<Question, 'at'>> =>
  fc.record({
    knownAt: fc.oneof(
      { weight: 2, arbitrary: fc.constant(Infinity) },
      { weight: 3, arbitrary: fc.constantFrom(...log.map(({ recorded }) => recorded)) },
    ),
    publicAt: publics,
  });

export const questions = (log: readonly AnyEvent[]): fc.Arbitrary<Question> =>
  fc
    .tuple(instants, knowledge(log))
    .map(([at, { knownAt, publicAt }]) => ({ at, knownAt, publicAt }));

/** The values of a flattened view; paths without a value are left out. */
export const held = (flat: FlatView): Readonly<Record<string, FlatValue>> =>
  Object.fromEntries(
    [...flat]
      .map(([path, { value }]) => [path, value] as const)
      .filter(([, value]) => value !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The values of a flattened view, each with the ids of the events that set it. */
export const sourced = (flat: FlatView): Readonly<Record<string, readonly unknown[]>> =>
  Object.fromEntries(
    [...flat].map(([path, { value, setBy }]) => [path, [value, ...setBy.map((f) => f.event.id)]]),
  );

/** The values after applying the changes; null removes a path. */
export function applied(
  before: Readonly<Record<string, FlatValue>>,
  changes: readonly Change[],
): Readonly<Record<string, FlatValue>> {
  const after = new Map(Object.entries(before));
  for (const { path, after: value } of changes)
    if (value === null) after.delete(path);
    else after.set(path, value);
  return Object.fromEntries([...after].sort(([a], [b]) => (a < b ? -1 : 1)));
}

let count = 500;

/** An annotation of `target`, recorded after all events of the log. */
export function about(
  log: readonly AnyEvent[],
  type: 'EventCorrected' | 'EventRetracted',
  target: AnyEvent,
  data: object,
): AnyEvent {
  const last = log.at(-1)!;
  count += 1;
  return Object.freeze({
    ...target,
    id: idOf(count),
    type,
    also: [],
    occurred: '2025-06-30',
    data: { event: target.id, reason: 'r', ...data },
    sources: [],
    position: last.position + 1,
    recorded: last.recorded + 1,
    recordedAt: new Date(last.recorded + 1).toISOString(),
  });
}
