/**
 * The timeline of a measure: its status and terms at any instant, by the decisions about it.
 *
 * The latest decision that covers an instant governs it. Decisions are therefore applied in the
 * order they were taken, each replacing what earlier ones had scheduled for the same time.
 * Intervals are half-open; instants are epoch milliseconds.
 */
import type { EventData } from '../../../events/catalogue.js';
import { effectiveInstant } from '../../../events/time/bounds.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import {
  type Decision,
  endSuspension,
  holdSuspensionUntil,
  type Interval,
  intervalAt,
  NOT_ADOPTED,
  overlay,
  suspendedSince,
  type TimelineStatus,
} from './statusIntervals.js';
import { adoptedTerms, amendedTerms, setsAmount, type Terms } from './terms.js';

export type { Decision } from './statusIntervals.js';

/** A measure at one instant. */
export interface MeasureState {
  readonly status: TimelineStatus;
  /** Undefined until it is first adopted and effective. */
  readonly terms: Terms | undefined;
  /** The decision that set the status; for an expiry, the one that set the end. */
  readonly setBy: Decision | undefined;
  /** The decision that set how much is taken; the amendment that reverted, once it has. */
  readonly rateSetBy: Decision | undefined;
  /** The decision that set the clause on goods in transit. */
  readonly inTransitSetBy: Decision | undefined;
  readonly endedHow: EventData<'MeasureEnded'>['how'] | undefined;
  /** The instant at which it expired or was ended, while it is ended. */
  readonly endedAt: number | undefined;
}

export class MeasureTimeline {
  readonly zone: string;
  /** The decisions applied, in the order they were taken. */
  readonly decisions: readonly Decision[];
  readonly #intervals: readonly Interval[];
  /** By adoption: the decision that set its day anew. */
  readonly #commencedBy: ReadonlyMap<Decision, Fact<'MeasureCommenced'>>;
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
    this.#commencedBy = commencements(decisions, this.zone);
    this.#intervals = decisions.reduce<readonly Interval[]>(
      (before, decision) => this.#apply(before, decision),
      [NOT_ADOPTED],
    );
  }

  /** The instant from which a decision takes effect, in the zone of the measure; Infinity while unset. */
  effectiveFrom(decision: Decision): number {
    const { data } = this.#commencedBy.get(decision) ?? decision;
    return this.#instant(data.effectiveFrom);
  }

  /** The decision that brings the terms of an adoption or amendment into effect. */
  #effectedBy(decision: Decision): Decision {
    return this.#commencedBy.get(decision) ?? decision;
  }

  #instant(text: string | undefined): number {
    return text === undefined ? Infinity : effectiveInstant(text, this.zone);
  }

  #apply(intervals: readonly Interval[], setBy: Decision): readonly Interval[] {
    const from = this.effectiveFrom(setBy);
    switch (setBy.type) {
      case 'MeasureAdopted': {
        const held = holdSuspensionUntil(intervals, setBy, from);
        const by = this.#effectedBy(setBy);
        return overlay(held, from, Infinity, () => ({ status: 'ACTIVE', setBy: by }));
      }
      case 'MeasureAmended': {
        if (!setsAmount(setBy.data)) return intervals;
        const held = holdSuspensionUntil(intervals, setBy, from);
        const current = intervalAt(held, from);
        // Terms that begin within a suspension end it; terms set back before it leave it alone.
        if (current.status !== 'SUSPENDED' || from <= suspendedSince(held, current)) return held;
        return endSuspension(held, from, setBy, this.#instant(setBy.data.revertsAt));
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
        return intervals;
      case 'MeasureReinstated':
        return overlay(intervals, from, Infinity, (old) =>
          old.status === 'ENDED' ? { status: 'ACTIVE', setBy } : old,
        );
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
      terms: adopted && adoptedTerms(adopted.data),
      setBy,
      rateSetBy: adopted && this.#effectedBy(adopted),
      inTransitSetBy: adopted,
      endedHow: setBy?.type === 'MeasureEnded' ? setBy.data.how : undefined,
      endedAt: setBy?.type === 'MeasureEnded' ? this.effectiveFrom(setBy) : undefined,
    };
    return adopted ? this.#withChanges(state, adopted, covering, at) : state;
  }

  /** The state of an adopted measure with what later decisions changed by `at`. */
  #withChanges(
    state: MeasureState,
    adopted: Decision,
    covering: readonly Decision[],
    at: number,
  ): MeasureState {
    let { terms, rateSetBy, inTransitSetBy } = state;
    let endSetBy: Decision = adopted;
    const reverted: Decision[] = [];
    for (const change of covering.slice(covering.indexOf(adopted) + 1)) {
      if (!terms) break;
      if (change.type === 'MeasureReinstated') {
        if (change.data.until === undefined) continue;
        terms = { ...terms, until: change.data.until };
        endSetBy = change;
      }
      if (change.type !== 'MeasureAmended') continue;
      const { data } = change;
      if (this.#instant(data.revertsAt) <= at) {
        if (setsAmount(data)) reverted.push(change);
        continue;
      }
      terms = amendedTerms(terms, data);
      if (setsAmount(data)) rateSetBy = change;
      if (data.inTransit !== undefined) inTransitSetBy = change;
      if (data.until !== undefined || data.removes?.includes('until')) endSetBy = change;
    }
    rateSetBy = this.#returnedBy(reverted, rateSetBy);
    const until = this.#instant(terms?.until);
    const expired = at >= until && state.status !== 'ENDED';
    return {
      ...state,
      ...(expired && { status: 'ENDED', setBy: endSetBy, endedHow: 'EXPIRED', endedAt: until }),
      terms,
      rateSetBy,
      inTransitSetBy,
    };
  }

  /**
   * What brought the amount about: of the amendments that reverted, only the last that governed up to
   * then, and only where nothing has set the amount since.
   */
  #returnedBy(reverted: readonly Decision[], setBy: Decision | undefined): Decision | undefined {
    let [by, since] = [setBy, setBy ? this.effectiveFrom(setBy) : -Infinity];
    for (const amendment of reverted) {
      const end = 'revertsAt' in amendment.data ? this.#instant(amendment.data.revertsAt) : since;
      if (end > since && this.stateAt(end - 1).rateSetBy === amendment)
        [by, since] = [amendment, end];
    }
    return by;
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
      if ('revertsAt' in decision.data) instants.add(this.#instant(decision.data.revertsAt));
      if ('inTransit' in decision.data)
        instants.add(this.#instant(decision.data.inTransit?.enteredBefore));
    }
    return [...instants].filter(Number.isFinite).sort((a, b) => a - b);
  }
}

/**
 * The last MeasureCommenced after each adoption and before the next one, of those decided before the
 * day they move had come. O(decisions).
 */
function commencements(
  decisions: readonly Decision[],
  zone: string,
): ReadonlyMap<Decision, Fact<'MeasureCommenced'>> {
  const commenced = new Map<Decision, Fact<'MeasureCommenced'>>();
  let adopted: Decision | undefined;
  for (const decision of decisions) {
    if (decision.type === 'MeasureAdopted') adopted = decision;
    if (decision.type !== 'MeasureCommenced' || !adopted) continue;
    const { effectiveFrom } = (commenced.get(adopted) ?? adopted).data;
    const day = effectiveFrom === undefined ? Infinity : effectiveInstant(effectiveFrom, zone);
    if (day > decision.began.min) commenced.set(adopted, decision);
  }
  return commenced;
}
