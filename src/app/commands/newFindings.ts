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
import type { StreamStateCache } from '../readModel/streamStateCache.js';
import { relaunches } from './relaunches.js';
import { firstEvents, similarStreams } from './similarStreams.js';

/**
 * Findings of the negotiations concerned by these events that were not there at `before`, viewed at
 * the instant `at`, after those about the names of new streams and about launches of old ones. O(negotiations x measures) when a measure or an area is among the streams touched.
 */
export async function newFindings(
  streamStates: StreamStateCache,
  events: readonly AnyEvent[],
  before: Head,
  at: number,
): Promise<readonly Finding[]> {
  const touched = new Set(events.flatMap(({ stream, also }) => [stream, ...also]));
  // New streams are in the log by now or, in a dry run, are not.
  const streamsOf = async (kind: StreamKind) => {
    const recorded = await streamStates.streams(`${kind}/`, before.position);
    const added = [...touched].filter((stream) => streamKind(stream) === kind);
    return [...new Set([...recorded, ...added])].sort();
  };
  const [measures, areas] = await Promise.all([streamsOf('measure'), streamsOf('area')]);
  const found: Finding[] = [...(await similarStreams(firstEvents(events), streamsOf))];
  for (const stream of await affectedNegotiations(streamStates, touched, before)) {
    const states = await Promise.all(
      [stream, ...areas, ...measures].map((name) => streamStates.state(name, before.position)),
    );
    const findings = (viewOf: (state: StreamState) => KnowledgeView) => {
      const [negotiation, ...others] = states.map(viewOf);
      const related: RelatedStreams = {
        measures: others.slice(areas.length),
        rulebook: () => undefined,
        areas: knownAreas(others.slice(0, areas.length)),
        areaStreams: others.slice(0, areas.length),
      };
      return negotiation ? findingsOf(new NegotiationView(negotiation, at, related)) : [];
    };
    const cutoff = { knownAt: before.recorded };
    const [negotiation] = states;
    const known = negotiation && streamStates.knowledgeView(negotiation, cutoff);
    found.push(...relaunches(known, stream, events));
    const old = findings((state) => streamStates.knowledgeView(state, cutoff));
    const now = findings((state) => new KnowledgeView(fold(state, eventsNotIn(state, events))));
    const oldKeys = new Set(old.map(findingKey));
    found.push(...now.filter((finding) => !oldKeys.has(findingKey(finding))));
  }
  return found;
}

/** The negotiations touched; a measure or an area may belong to the view of any negotiation. */
async function affectedNegotiations(
  streamStates: StreamStateCache,
  touched: ReadonlySet<string>,
  before: Head,
): Promise<readonly string[]> {
  const streams = [...touched];
  const all = streams.some((stream) => ['measure', 'area'].includes(streamKind(stream)))
    ? await streamStates.streams('negotiation/', before.position)
    : [];
  const direct = streams.filter((stream) => streamKind(stream) === 'negotiation');
  return [...new Set([...direct, ...all])];
}

/** Those of the events that belong to a state and are not in it yet. In a dry run none is. */
const eventsNotIn = (state: StreamState, events: readonly AnyEvent[]): readonly AnyEvent[] =>
  events.filter(
    ({ stream, also, position }) =>
      position > state.position && [stream, ...also].includes(state.stream),
  );

const findingKey = (finding: Finding): string =>
  `${finding.code} ${finding.events.map(({ event }) => event.id).join(' ')}`;
