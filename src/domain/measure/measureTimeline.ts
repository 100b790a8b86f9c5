/**
 * The timeline of a measure: its status and terms at any instant, by the decisions about it.
 *
 * The latest decision that covers an instant governs it. Decisions are therefore applied in the
 * order they were taken, each replacing what earlier ones had scheduled for the same time.
 * Intervals are half-open; instants are epoch milliseconds.
 */
import type { EventData } from '../../../events/catalogue.js';
import { effectiveInstant } from '../../../events/time/bounds.js';
import type { TopicFact, KnowledgeView } from '../streamState/knowledgeView.js';

type Decision = TopicFact<'decisions'>;
type Adopted = EventData<'MeasureAdopted'>;

/** The terms in force at an instant: of each, what the latest decision that states it says. */
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

export type TimelineStatus = 'NONE' | 'ACTIVE' | 'SUSPENDED' | 'ENDED';

interface Interval {
  readonly from: number;
  readonly to: number;
  readonly status: TimelineStatus;
  /** The decision that set the status. */
  readonly setBy: Decision | undefined;
}

/** A measure at one instant. */
export interface MeasureState {
  readonly status: TimelineStatus;
  /** Undefined until it is first adopted and effective. */
  readonly terms: Terms | undefined;
  /** The decision that set the status; for an expiry, the one that set the end. */
  readonly setBy: Decision | undefined;
  /** The decision that set the rate. */
  readonly rateSetBy: Decision | undefined;
  /** The decision that set the clause on goods in transit. */
  readonly inTransitSetBy: Decision | undefined;
  readonly endedHow: EventData<'MeasureEnded'>['how'] | undefined;
  /** The instant at which it expired or was ended, while it is ended. */
  readonly endedAt: number | undefined;
}

const NOT_ADOPTED: Interval = { from: -Infinity, to: Infinity, status: 'NONE', setBy: undefined };

export class MeasureTimeline {
  readonly zone: string;
  /** The decisions applied, in the order they were taken. */
  readonly decisions: readonly Decision[];
  readonly #intervals: readonly Interval[];
  #changeInstants: readonly number[] | undefined;

  /**
   * O(decisions × intervals).
   *
   * @param decisions those to apply, in the order they were taken; all known by default
   */
  constructor(
    knowledge: KnowledgeView,
    decisions: readonly Decision[] = knowledge.factsOn('decisions'),
  ) {
    this.zone = knowledge.zone;
    this.decisions = decisions;
    this.#intervals = decisions.reduce<readonly Interval[]>(
      (before, decision) => this.#apply(before, decision),
      [NOT_ADOPTED],
    );
  }

  /** The instant from which a decision takes effect, in the zone of the measure; Infinity while unset. */
  effectiveFrom(decision: Decision): number {
    return this.#instant(decision.data.effectiveFrom);
  }

  #instant(text: string | undefined): number {
    return text === undefined ? Infinity : effectiveInstant(text, this.zone);
  }

  #apply(intervals: readonly Interval[], setBy: Decision): readonly Interval[] {
    const from = this.effectiveFrom(setBy);
    switch (setBy.type) {
      case 'MeasureAdopted': {
        const held = holdSuspensionUntil(intervals, setBy, from);
        return overlay(held, from, Infinity, () => ({ status: 'ACTIVE', setBy }));
      }
      case 'MeasureAmended': {
        if (setBy.data.rate === undefined) return intervals;
        const held = holdSuspensionUntil(intervals, setBy, from);
        const current = intervalAt(held, from);
        // Terms that begin within a suspension end it; terms set back before it leave it alone.
        if (current.status !== 'SUSPENDED' || from <= suspendedSince(held, current)) return held;
        return endSuspension(held, from, setBy);
      }
      case 'MeasureSuspended': {
        const until = this.#instant(setBy.data.until);
        const last = intervalAt(intervals, until);
        const shortened =
          last.status === 'SUSPENDED' && suspendedSince(intervals, last) <= from
            ? endSuspension(intervals, until, setBy)
            : intervals;
        return overlay(shortened, from, until, (old) =>
          old.status === 'ENDED' || old.status === 'NONE' ? old : { status: 'SUSPENDED', setBy },
        );
      }
      case 'MeasureResumed':
        return intervalAt(intervals, from).status === 'SUSPENDED'
          ? endSuspension(intervals, from, setBy)
          : intervals;
      case 'MeasureCommenced':
      case 'MeasureReinstated':
        return intervals;
      case 'MeasureEnded':
        return overlay(intervals, from, Infinity, () => ({ status: 'ENDED', setBy }));
    }
  }

  /** The measure at `at`. O(decisions). */
  stateAt(at: number): MeasureState {
    const { status, setBy } = intervalAt(this.#intervals, at);
    const covering = this.decisions.filter((decision) => this.effectiveFrom(decision) <= at);
    const adopted = covering.findLast((decision) => decision.type === 'MeasureAdopted');
    const state: MeasureState = {
      status: adopted || status === 'ENDED' ? status : 'NONE',
      terms: adopted?.data,
      setBy,
      rateSetBy: adopted,
      inTransitSetBy: adopted,
      endedHow: setBy?.type === 'MeasureEnded' ? setBy.data.how : undefined,
      endedAt: setBy?.type === 'MeasureEnded' ? this.effectiveFrom(setBy) : undefined,
    };
    if (!adopted) return state;
    let { rateSetBy, inTransitSetBy } = state;
    let endSetBy: Decision = adopted;
    const terms: Terms = { ...adopted.data };
    for (const amended of covering.slice(covering.indexOf(adopted) + 1)) {
      if (amended.type !== 'MeasureAmended') continue;
      const { effectiveFrom: _from, instrument: _instrument, ...changes } = amended.data;
      Object.assign(terms, changes);
      if (changes.rate !== undefined) rateSetBy = amended;
      if (changes.inTransit !== undefined) inTransitSetBy = amended;
      if (changes.until !== undefined) endSetBy = amended;
    }
    const until = this.#instant(terms.until);
    const expired = at >= until && status !== 'ENDED';
    return {
      ...state,
      ...(expired && { status: 'ENDED', setBy: endSetBy, endedHow: 'EXPIRED', endedAt: until }),
      terms,
      rateSetBy,
      inTransitSetBy,
    };
  }

  /** Every instant at which status or terms may change, ascending. Computed once. */
  changeInstants(): readonly number[] {
    return (this.#changeInstants ??= this.#collectChangeInstants());
  }

  #collectChangeInstants(): readonly number[] {
    const instants = new Set<number>();
    for (const { from, to } of this.#intervals) instants.add(from).add(to);
    for (const decision of this.decisions) {
      instants.add(this.effectiveFrom(decision));
      if ('until' in decision.data) instants.add(this.#instant(decision.data.until));
      if ('inTransit' in decision.data)
        instants.add(this.#instant(decision.data.inTransit?.enteredBefore));
    }
    return [...instants].filter(Number.isFinite).sort((a, b) => a - b);
  }
}

function intervalAt(intervals: readonly Interval[], at: number): Interval {
  return (
    intervals.find((interval) => interval.from <= at && at < interval.to) ??
    intervals.at(-1) ??
    NOT_ADOPTED
  );
}

/** Since when the measure has been suspended without a break, up to this interval. */
function suspendedSince(intervals: readonly Interval[], interval: Interval): number {
  let since = interval.from;
  for (const earlier of intervals.toReversed())
    if (earlier.to === since && earlier.status === 'SUSPENDED') since = earlier.from;
  return since;
}

type Change = (old: Interval) => {
  readonly status: TimelineStatus;
  readonly setBy: Decision | undefined;
};

/** The intervals with a change applied to `[from, to)`. */
function overlay(
  intervals: readonly Interval[],
  from: number,
  to: number,
  change: Change,
): readonly Interval[] {
  if (from >= to) return intervals;
  return intervals.flatMap((old) => {
    const start = Math.max(old.from, from);
    const end = Math.min(old.to, to);
    if (start >= end) return [old];
    const { status, setBy } = change(old);
    return [
      { ...old, to: start },
      { from: start, to: end, status, setBy },
      { ...old, from: end },
    ].filter((interval) => interval.from < interval.to);
  });
}

/** Ends the suspension that covers `from`, its extensions included. */
function endSuspension(
  intervals: readonly Interval[],
  from: number,
  setBy: Decision,
): readonly Interval[] {
  let end = from;
  for (const interval of intervals)
    if (interval.status === 'SUSPENDED' && interval.from <= end && end < interval.to)
      end = interval.to;
  return overlay(intervals, from, end, () => ({ status: 'ACTIVE', setBy }));
}

/** Keeps a measure that is suspended when new terms are decided suspended until they begin. */
function holdSuspensionUntil(
  intervals: readonly Interval[],
  setBy: Decision,
  from: number,
): readonly Interval[] {
  const decidedAt = setBy.began.max;
  if (intervalAt(intervals, decidedAt).status !== 'SUSPENDED' || from <= decidedAt)
    return intervals;
  return overlay(intervals, decidedAt, from, (old) =>
    old.status === 'ACTIVE' ? { status: 'SUSPENDED', setBy } : old,
  );
}
