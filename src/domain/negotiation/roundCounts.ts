/** How many rounds were completed: as reported, and as counted. */
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { mayHaveBegun } from '../streamState/threeValued.js';
import { evidenceRank } from '../party/parties.js';
import { type Round, roundsOf } from './rounds.js';

export interface RoundReport {
  readonly count: number;
  readonly by: string | null;
  readonly scope: string | null;
  readonly rule: string | null;
  /** The track whose rounds it counts; null for those of the whole negotiation. */
  readonly track: string | null;
  readonly setBy: Fact<'RoundsReported'>;
}

/** Rounds completed: what was reported and what was counted, kept apart. */
export interface TrackRoundCount {
  /** What the best report says; null when no one has said. */
  readonly reported: number | null;
  /**
   * Rounds over by the view that carry a number or are formal. A round reported several times is
   * one, and so is a round in several parts.
   */
  readonly counted: number;
  readonly reports: readonly RoundReport[];
  /** Whether a report is DISPUTED, or a later one is smaller than an earlier one. */
  readonly disputed: boolean;
}

export interface RoundCount extends TrackRoundCount {
  /** The same for each track, in the order in which they are first named. */
  readonly byTrack: readonly (TrackRoundCount & { readonly track: string })[];
}

/** Rounds that are over by `at` and count: numbered or formal ones, each in its first part on record. */
export function roundsOverBy(knowledge: KnowledgeView, at: number): readonly Round[] {
  const counted = new Map<unknown, Round>();
  for (const round of roundsOf(knowledge, at)) {
    if (round.setBy.type !== 'RoundHeld' || round.status !== 'HELD') continue;
    const { round: number } = round.setBy.data;
    if (number === undefined && round.formal !== 'YES') continue;
    const key = number === undefined ? round : JSON.stringify([round.track, number]);
    if (!counted.has(key)) counted.set(key, round);
  }
  return [...counted.values()];
}

function countOf(
  facts: readonly Fact<'RoundsReported'>[],
  rounds: readonly Round[],
): TrackRoundCount {
  const undisputed = facts.filter((fact) => fact.certainty !== 'DISPUTED');
  const best = (undisputed.length > 0 ? undisputed : facts).reduce<(typeof facts)[number] | null>(
    (a, b) => (a === null || evidenceRank(b) <= evidenceRank(a) ? b : a),
    null,
  );
  return {
    reported: best?.data.count ?? null,
    counted: rounds.length,
    reports: facts.map((fact) => ({
      count: fact.data.count,
      by: fact.data.by ?? null,
      scope: fact.data.scope ?? null,
      rule: fact.data.rule ?? null,
      track: fact.data.track ?? null,
      setBy: fact,
    })),
    disputed:
      undisputed.length < facts.length ||
      facts.some((fact, i) => i > 0 && fact.data.count < (facts[i - 1]?.data.count ?? 0)),
  };
}

/**
 * Reported and counted rounds, kept apart: a report of five never makes five rounds. A report that
 * names a track bears on the count of that track only.
 */
export function roundsCompletedOf(
  knowledge: KnowledgeView,
  at: number,
  rounds = roundsOverBy(knowledge, at),
): RoundCount {
  const facts = knowledge.factsOn('counts').filter((fact) => mayHaveBegun(fact.began, at));
  const tracks = new Set<string>();
  for (const { track } of rounds) if (track !== null) tracks.add(track);
  for (const { data } of facts) if (data.track !== undefined) tracks.add(data.track);
  return {
    ...countOf(
      facts.filter(({ data }) => data.track === undefined),
      rounds,
    ),
    byTrack: [...tracks].map((track) => ({
      track,
      ...countOf(
        facts.filter(({ data }) => data.track === track),
        rounds.filter((round) => round.track === track),
      ),
    })),
  };
}
