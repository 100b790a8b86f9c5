/**
 * The course of a measure: on what terms it stands at any instant, as decided.
 *
 * Of the decisions that cover an instant the latest taken governs, so decisions are carried out in
 * the order they were taken, each over what earlier ones had scheduled for the same time. Periods
 * are half-open.
 */
import type { EventData } from '../../../events/catalogue.js';
import { effectiveInstant } from '../../../events/time/bounds.js';
import type { TopicFact, KnowledgeView } from '../streamState/knowledgeView.js';

type Decision = TopicFact<'decisions'>;
type Adopted = EventData<'MeasureAdopted'>;

/** The terms in force at an instant, each as the latest decision that gives it says. */
export type Terms = Pick<
  Adopted,
  | 'title'
  | 'imposedBy'
  | 'affects'
  | 'kind'
  | 'rate'
  | 'goods'
  | 'replaces'
  | 'excludedBy'
  | 'capTotalAt'
  | 'inTransit'
  | 'transshipmentRate'
  | 'until'
>;

export type Standing = 'NONE' | 'ACTIVE' | 'SUSPENDED' | 'ENDED';

interface Interval {
  readonly from: number;
  readonly to: number;
  readonly standing: Standing;
  /** The decision that made it so. */
  readonly by: Decision | undefined;
}

/** What a measure is at one instant. */
export interface MeasureState {
  readonly standing: Standing;
  /** Undefined until it is first adopted and effective. */
  readonly terms: Terms | undefined;
  /** What made it stand so; for an expiry, what set the end. */
  readonly by: Decision | undefined;
  /** What set the rate. */
  readonly rateSetBy: Decision | undefined;
  /** What set the clause on goods in transit. */
  readonly inTransitSetBy: Decision | undefined;
  readonly endedHow: EventData<'MeasureEnded'>['how'] | undefined;
  /** When the present end began: the instant it expired or was ended. */
  readonly endedAt: number | undefined;
}

const NOTHING: Interval = { from: -Infinity, to: Infinity, standing: 'NONE', by: undefined };

export class MeasureTimeline {
  readonly zone: string;
  /** In the order they were taken. */
  readonly decisions: readonly Decision[];
  readonly #segments: readonly Interval[];
  #boundaries: readonly number[] | undefined;

  /** @param decisions those to carry out, in the order they were taken; all known by default */
  constructor(
    knowledge: KnowledgeView,
    decisions: readonly Decision[] = knowledge.factsOn('decisions'),
  ) {
    this.zone = knowledge.zone;
    this.decisions = decisions;
    this.#segments = decisions.reduce<readonly Interval[]>(
      (segments, decision) => this.#carryOut(segments, decision),
      [NOTHING],
    );
  }

  /** From when a decision bites. */
  effectiveFrom(decision: Decision): number {
    return effectiveInstant(decision.data.effectiveFrom, this.zone);
  }

  #instant(text: string | undefined): number {
    return text === undefined ? Infinity : effectiveInstant(text, this.zone);
  }

  #carryOut(segments: readonly Interval[], by: Decision): readonly Interval[] {
    const from = this.effectiveFrom(by);
    switch (by.type) {
      case 'MeasureAdopted': {
        const held = holdUntil(segments, by, from);
        return overlay(held, from, Infinity, () => ({ standing: 'ACTIVE', by }));
      }
      case 'MeasureAmended': {
        if (by.data.rate === undefined) return segments;
        const held = holdUntil(segments, by, from);
        const current = segmentAt(held, from);
        // Terms that begin within a suspension end it; terms set back before it leave it alone.
        if (current.standing !== 'SUSPENDED' || from <= suspendedSince(held, current)) return held;
        return lift(held, from, by);
      }
      case 'MeasureSuspended': {
        const until = this.#instant(by.data.until);
        const before = segmentAt(segments, until);
        const moved =
          before.standing === 'SUSPENDED' && suspendedSince(segments, before) <= from
            ? lift(segments, until, by)
            : segments;
        return overlay(moved, from, until, (old) =>
          old.standing === 'ENDED' || old.standing === 'NONE' ? old : { standing: 'SUSPENDED', by },
        );
      }
      case 'MeasureResumed':
        return segmentAt(segments, from).standing === 'SUSPENDED'
          ? lift(segments, from, by)
          : segments;
      case 'MeasureEnded':
        return overlay(segments, from, Infinity, () => ({ standing: 'ENDED', by }));
    }
  }

  /** What the measure is at `at`. */
  stateAt(at: number): MeasureState {
    const { standing, by } = segmentAt(this.#segments, at);
    const covering = this.decisions.filter((decision) => this.effectiveFrom(decision) <= at);
    const adopted = covering.findLast((decision) => decision.type === 'MeasureAdopted');
    const state: MeasureState = {
      standing: adopted || standing === 'ENDED' ? standing : 'NONE',
      terms: adopted?.data,
      by,
      rateSetBy: adopted,
      inTransitSetBy: adopted,
      endedHow: by?.type === 'MeasureEnded' ? by.data.how : undefined,
      endedAt: by?.type === 'MeasureEnded' ? this.effectiveFrom(by) : undefined,
    };
    if (!adopted) return state;
    let { rateSetBy: rateBy, inTransitSetBy: transitBy } = state;
    let endBy: Decision = adopted;
    const terms: Terms = { ...adopted.data };
    for (const amended of covering.slice(covering.indexOf(adopted) + 1)) {
      if (amended.type !== 'MeasureAmended') continue;
      const { effectiveFrom: _from, instrument: _instrument, ...given } = amended.data;
      Object.assign(terms, given);
      if (given.rate !== undefined) rateBy = amended;
      if (given.inTransit !== undefined) transitBy = amended;
      if (given.until !== undefined) endBy = amended;
    }
    const until = this.#instant(terms.until);
    const expired = at >= until && standing !== 'ENDED';
    return {
      ...state,
      ...(expired && { standing: 'ENDED', by: endBy, endedHow: 'EXPIRED', endedAt: until }),
      terms,
      rateSetBy: rateBy,
      inTransitSetBy: transitBy,
    };
  }

  /** Every instant at which something may change, in order. */
  changeInstants(): readonly number[] {
    return (this.#boundaries ??= this.#turns());
  }

  #turns(): readonly number[] {
    const instants = new Set<number>();
    for (const { from, to } of this.#segments) instants.add(from).add(to);
    for (const decision of this.decisions) {
      instants.add(this.effectiveFrom(decision));
      if ('until' in decision.data) instants.add(this.#instant(decision.data.until));
      if ('inTransit' in decision.data)
        instants.add(this.#instant(decision.data.inTransit?.enteredBefore));
    }
    return [...instants].filter(Number.isFinite).sort((a, b) => a - b);
  }
}

function segmentAt(segments: readonly Interval[], at: number): Interval {
  return (
    segments.find((segment) => segment.from <= at && at < segment.to) ?? segments.at(-1) ?? NOTHING
  );
}

/** Since when it has been suspended without a break, up to this segment. */
function suspendedSince(segments: readonly Interval[], segment: Interval): number {
  let since = segment.from;
  for (const earlier of segments.toReversed())
    if (earlier.to === since && earlier.standing === 'SUSPENDED') since = earlier.from;
  return since;
}

type Change = (old: Interval) => { readonly standing: Standing; readonly by: Decision | undefined };

/** The segments with a change laid over `[from, to)`. */
function overlay(
  segments: readonly Interval[],
  from: number,
  to: number,
  change: Change,
): readonly Interval[] {
  if (from >= to) return segments;
  return segments.flatMap((old) => {
    const start = Math.max(old.from, from);
    const end = Math.min(old.to, to);
    if (start >= end) return [old];
    const { standing, by } = change(old);
    return [
      { ...old, to: start },
      { from: start, to: end, standing, by },
      { ...old, from: end },
    ].filter((segment) => segment.from < segment.to);
  });
}

/** Ends the suspension that covers `from`, however many extensions it has. */
function lift(segments: readonly Interval[], from: number, by: Decision): readonly Interval[] {
  let end = from;
  for (const segment of segments)
    if (segment.standing === 'SUSPENDED' && segment.from <= end && end < segment.to)
      end = segment.to;
  return overlay(segments, from, end, () => ({ standing: 'ACTIVE', by }));
}

/** A measure suspended when new terms are decided stays suspended until they begin. */
function holdUntil(segments: readonly Interval[], by: Decision, from: number): readonly Interval[] {
  const taken = by.began.max;
  if (segmentAt(segments, taken).standing !== 'SUSPENDED' || from <= taken) return segments;
  return overlay(segments, taken, from, (old) =>
    old.standing === 'ACTIVE' ? { standing: 'SUSPENDED', by } : old,
  );
}
