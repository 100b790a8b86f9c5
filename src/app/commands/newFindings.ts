/** The findings that an append brings about. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { type StreamKind, streamKind } from '../../../events/streams.js';
import { knownAreas } from '../../domain/area/knownAreas.js';
import { NegotiationView, type RelatedStreams } from '../../domain/negotiation/negotiationView.js';
import type { Finding } from '../../domain/rules/finding.js';
import { findingsOf } from '../../domain/rules/findings.js';
import { KnowledgeView } from '../../domain/streamState/knowledgeView.js';
import { type StreamState, fold } from '../../domain/streamState/streamState.js';
import type { Head } from '../../log/core/eventLog.js';
import type { StreamQuery } from '../../log/core/streamIndex/streamIndex.js';
import {
  everStatedAreas,
  measuresBetween,
  negotiationsOf,
  statedImposers,
  statedParties,
} from '../readModel/candidates.js';
import type { StreamStateCache } from '../readModel/streamStateCache.js';
import { relaunches } from './relaunches.js';
import { firstEvents, similarStreams } from './similarStreams.js';

/**
 * Findings of the negotiations concerned by these events that were not there at `before`, viewed at
 * the instant `at`, after those about the names of new streams and about launches of old ones. Reads the
 * negotiations touched, those of the imposers of measures touched, every one where an area is touched;
 * and of each the measures between its parties.
 */
export async function newFindings(
  streamStates: StreamStateCache,
  events: readonly AnyEvent[],
  before: Head,
  at: number,
): Promise<readonly Finding[]> {
  const touched = new Set(events.flatMap(({ stream, also }) => [stream, ...also]));
  const stateOf = (name: string) => streamStates.state(name, before.position);
  const recorded = (query: StreamQuery) => streamStates.index.streams(query, before.position);
  // New streams are in the log by now or, in a dry run, are not.
  const withNew = (names: readonly string[], kind: StreamKind) => [
    ...new Set([...names, ...[...touched].filter((stream) => streamKind(stream) === kind)]),
  ];
  const streamsOf = async (kind: StreamKind) =>
    withNew(await recorded({ prefix: `${kind}/` }), kind).sort();
  const after = (state: StreamState) => fold(state, eventsNotIn(state, events));
  const areaStreams = await streamsOf('area');
  const areas = await Promise.all(areaStreams.map(stateOf));
  const register = everStatedAreas(areas.map(after));
  const reachOf = (codes: Iterable<string>) =>
    new Set([...codes].flatMap((code) => [...register.reachOf(code)]));

  /** A measure may belong to the view of any negotiation of its imposer, an area to that of any. */
  const affected = async (): Promise<readonly string[]> => {
    if ([...touched].some((stream) => streamKind(stream) === 'area'))
      return streamsOf('negotiation');
    const measures = [...touched].filter((stream) => streamKind(stream) === 'measure');
    const states = await Promise.all(measures.map(stateOf));
    const imposers = states.flatMap((state) => [...statedImposers(after(state))]);
    const theirs = imposers.length > 0 ? await recorded(negotiationsOf(reachOf(imposers))) : [];
    return withNew(theirs, 'negotiation');
  };

  const found: Finding[] = [...(await similarStreams(firstEvents(events), streamsOf))];
  for (const stream of await affected()) {
    const negotiation = await stateOf(stream);
    const reach = reachOf(statedParties(after(negotiation)));
    const measureStreams = withNew(await recorded(measuresBetween(reach, reach)), 'measure').sort();
    const measures = await Promise.all(measureStreams.map(stateOf));
    const findings = (viewOf: (state: StreamState) => KnowledgeView) => {
      const areaViews = areas.map(viewOf);
      const related: RelatedStreams = {
        measures: measures.map(viewOf),
        rulebook: () => undefined,
        areas: knownAreas(areaViews),
        areaStreams: areaViews,
      };
      return findingsOf(new NegotiationView(viewOf(negotiation), at, related));
    };
    const cutoff = { knownAt: before.recorded };
    found.push(...relaunches(streamStates.knowledgeView(negotiation, cutoff), stream, events));
    const old = findings((state) => streamStates.knowledgeView(state, cutoff));
    const now = findings((state) => new KnowledgeView(after(state)));
    const oldKeys = new Set(old.map(findingKey));
    found.push(...now.filter((finding) => !oldKeys.has(findingKey(finding))));
  }
  return found;
}

/** Those of the events that belong to a state and are not in it yet. In a dry run none is. */
const eventsNotIn = (state: StreamState, events: readonly AnyEvent[]): readonly AnyEvent[] =>
  events.filter(
    ({ stream, also, position }) =>
      position > state.position && [stream, ...also].includes(state.stream),
  );

const findingKey = (finding: Finding): string =>
  `${finding.code} ${finding.events.map(({ event }) => event.id).join(' ')}`;
