/**
 * A negotiation's view in segments that change independently, each with its possible change
 * points. A segment must yield every instant at which it changes; it may yield others.
 */
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { measureIdentity } from '../measure/measureView.js';
import { NegotiationView } from '../negotiation/negotiationView.js';
import { silenceInstants, trackActivityFacts, trackFacts } from '../negotiation/activity.js';
import { roundGroups } from '../negotiation/rounds.js';
import { targetGroups, targetOf } from '../negotiation/targets.js';
import { everyParty, partyChangePoints } from '../party/parties.js';
import {
  agreementChangePoints,
  areasNamedBy,
  type ChangePoint,
  changePointsOf,
  measureChangePoints,
  measureFacts,
  membershipChangePoints,
  targetChangePoints,
} from './changePoints.js';
import { dutySegment } from './dutyHistory.js';
import {
  type FlatEntry,
  type FlatValue,
  type FlatView,
  flattenActivity,
  flattenChecks,
  flattenAgreements,
  flattenOccurrence,
  flattenIdentity,
  flattenMeasure,
  flattenPhase,
  flattenRoundCount,
  flattenRounds,
  flattenTarget,
  flattenTrack,
} from './flatten.js';
import type { Segment } from './segment.js';

/** The segments of a negotiation in one state of knowledge, whatever the instant. O(facts). */
export const segmentsOf = (view: NegotiationView): readonly Segment[] => [
  ...ownSegments(view),
  ...tradeSegments(view),
];

/**
 * When a negotiation may come to be shown. Nothing is shown before the first activity: facts of other
 * streams appear with it. Where a start is unknown, any of them may come first.
 */
function firstActivityIn(knowledge: KnowledgeView): Iterable<ChangePoint> {
  const activity = knowledge.factsOn('activity');
  const inOrder = activity.every(({ began, sortInstant }) => began.min === sortInstant);
  return changePointsOf(inOrder ? activity.slice(0, 1) : activity);
}

/** The segments that no measure is part of. */
export function ownSegments({ knowledge, related }: NegotiationView): readonly Segment[] {
  const { zone } = knowledge;
  const factsOn = knowledge.factsOn.bind(knowledge);
  const activity = factsOn('activity');
  const firstActivity = () => firstActivityIn(knowledge);
  const occurrences = (topic: 'meetings' | 'statements') =>
    factsOn(topic).map((fact): Segment => ({
      prefixes: [`${topic}.${fact.event.id}`],
      flatten: ({ at }, emit) => {
        flattenOccurrence(topic, fact, at, emit);
      },
      changePoints: () => changePointsOf([fact]),
    }));
  const codes = everyParty(knowledge);
  const partyChanges = () => partyChangePoints(knowledge);
  return [
    {
      prefixes: ['title', 'parties'],
      flatten: flattenIdentity,
      *changePoints() {
        yield* firstActivity();
        yield* partyChanges();
      },
    },
    {
      prefixes: ['phase', 'rtaStatus'],
      flatten: flattenPhase,
      *changePoints() {
        yield* firstActivity();
        yield* partyChanges();
        yield* agreementChangePoints(factsOn('process'), zone);
        yield* membershipChangePoints(codes, related.areas, factsOn('agreements'));
      },
    },
    {
      prefixes: ['activity', 'pauses'],
      flatten: flattenActivity,
      *changePoints() {
        yield* changePointsOf(activity);
        yield* silenceInstants(knowledge);
      },
    },
    ...roundGroups(factsOn('rounds'), zone).map((facts): Segment => ({
      prefixes: ['rounds'],
      flatten: (atInstant, emit) => {
        flattenRounds(facts, atInstant, emit);
      },
      changePoints: () => changePointsOf(facts),
    })),
    {
      prefixes: ['roundsCompleted'],
      flatten: flattenRoundCount,
      *changePoints() {
        yield* firstActivity();
        yield* changePointsOf(factsOn('rounds'));
        yield* changePointsOf(factsOn('counts'));
      },
    },
    ...occurrences('meetings'),
    ...occurrences('statements'),
    ...factsOn('tracks').map((fact): Segment => ({
      prefixes: [`tracks.${fact.event.id}`],
      flatten: (atInstant, emit) => {
        flattenTrack(fact, atInstant, emit);
      },
      *changePoints() {
        yield* changePointsOf(trackActivityFacts(knowledge, fact.data.track));
        yield* silenceInstants(knowledge, trackFacts(knowledge, fact.data.track));
      },
    })),
    {
      prefixes: ['checkedThrough'],
      flatten: flattenChecks,
      *changePoints() {
        yield* firstActivity();
        yield* changePointsOf(factsOn('checks'));
      },
    },
    ...[...targetGroups(factsOn('targets'))].map(([slug, facts]): Segment => ({
      prefixes: [`targets.${slug}`],
      flatten: ({ at }, emit) => {
        const target = targetOf(facts, zone, at);
        if (target) flattenTarget(target, emit);
      },
      changePoints: () => targetChangePoints(facts, zone),
    })),
    {
      prefixes: ['agreements'],
      flatten: flattenAgreements,
      *changePoints() {
        yield* partyChanges();
        yield* agreementChangePoints(factsOn('agreements'), zone);
        yield* membershipChangePoints(codes, related.areas, factsOn('agreements'));
      },
    },
  ];
}

/** The measures between the parties, and the duties that come of them. */
function tradeSegments(view: NegotiationView): readonly Segment[] {
  const { knowledge, related } = view;
  const codes = everyParty(knowledge);
  const firstActivity = () => firstActivityIn(knowledge);
  const partyChanges = () => partyChangePoints(knowledge);
  return [
    ...view.measuresOfParties.map((measure): Segment => {
      const { slug } = measureIdentity(measure);
      return {
        prefixes: [`measures.${slug}`],
        flatten: (atInstant, emit) => {
          const seen = atInstant.measure(measure);
          if (seen) flattenMeasure(seen, emit);
        },
        *changePoints() {
          yield* firstActivity();
          yield* partyChanges();
          yield* measureChangePoints(measure);
          yield* membershipChangePoints(
            [...codes, ...areasNamedBy(measure)],
            related.areas,
            measureFacts(measure),
          );
        },
      };
    }),
    ...codes.flatMap((imposedBy) =>
      codes
        .filter((on) => on !== imposedBy)
        .map((on): Segment => {
          const segment = dutySegment(related, { imposedBy, on });
          return {
            ...segment,
            *changePoints() {
              yield* firstActivity();
              yield* partyChanges();
              yield* segment.changePoints();
            },
          };
        }),
    ),
  ];
}

/** The entries of a view, or of some of its segments; none before the negotiation has begun. */
export function flattenView(view: NegotiationView, segments = segmentsOf(view)): FlatView {
  const flat = new Map<string, FlatEntry>();
  if (!view.hasBegun) return flat;
  const emit = (path: string, value: FlatValue, ...setBy: readonly Fact[]) => {
    flat.set(path, { value, setBy });
  };
  for (const segment of segments) segment.flatten(view, emit);
  return flat;
}

/** The same negotiation in the same state of knowledge at another instant. O(1). */
export const viewAt = (view: NegotiationView, at: number): NegotiationView =>
  at === view.at ? view : new NegotiationView(view.knowledge, at, view.related);
