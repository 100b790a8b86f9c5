/** When the facts of an agreement take effect and expire, and in which order. */
import { effectiveInstant, moment } from '../../../events/time/bounds.js';
import type { Bounds } from '../../../events/time/edtf.js';
import type { Fact } from '../streamState/knowledgeView.js';
import type { AgreementFact } from './agreementFacts.js';

/** The date at which a fact takes effect or expires. */
export interface Effect {
  readonly bounds: Bounds;
  readonly edtf: string;
  readonly fact: AgreementFact;
}

/** The earliest instant of a date, or the latest where it has no earliest. */
export const startOf = ({ min, max }: Bounds): number => (Number.isFinite(min) ? min : max);

/** The facts of one agreement, in order of time, with the date at which each takes effect. */
export class EffectiveFacts {
  readonly #effects: ReadonlyMap<AgreementFact, Effect>;

  /** @param zone the time zone of dates that have none */
  constructor(
    readonly facts: readonly AgreementFact[],
    readonly zone: string,
  ) {
    this.#effects = new Map(facts.map((fact) => [fact, effectOf(fact, zone)]));
  }

  effect(fact: AgreementFact): Effect {
    return this.#effects.get(fact) ?? effectOf(fact, this.zone);
  }

  /** The facts of some types that have taken effect by `at`, in order of effect. O(n log n). */
  inEffect<Type extends AgreementFact['type']>(
    at: number,
    ...types: readonly Type[]
  ): readonly Extract<AgreementFact, { type: Type }>[] {
    return this.facts
      .filter((fact): fact is Extract<AgreementFact, { type: Type }> =>
        (types as readonly string[]).includes(fact.type),
      )
      .filter((fact) => this.effect(fact).bounds.min <= at)
      .sort((a, b) => this.order(a, b));
  }

  /** Negative when `a` takes effect before `b`: in order of effect, then of the log. */
  order(a: AgreementFact, b: AgreementFact): number {
    const between = startOf(this.effect(a).bounds) - startOf(this.effect(b).bounds);
    return between || a.event.position - b.event.position;
  }

  /** The instant of a date that a fact names, in the fact's time zone if it has one. */
  instant(fact: AgreementFact, text: string): number {
    return effectiveInstant(text, fact.event.timeZone ?? this.zone);
  }
}

const startEffect = (fact: AgreementFact): Effect => ({
  bounds: fact.began,
  edtf: fact.occurred,
  fact,
});

/** When a fact takes effect: its `effectiveFrom`, else when it occurred. */
export function effectOf(fact: AgreementFact, zone: string): Effect {
  const edtf = (fact.data as { effectiveFrom?: string }).effectiveFrom;
  if (edtf === undefined) return startEffect(fact);
  return { bounds: moment(edtf, fact.event.timeZone ?? zone), edtf, fact };
}

/** When a fact expires: its `until`; null where it has none. */
export function untilOf(fact: Fact, zone: string): Effect | null {
  const { until } = fact.data as { until?: string };
  if (until === undefined) return null;
  const instant = effectiveInstant(until, fact.event.timeZone ?? zone);
  return { bounds: { min: instant, max: instant }, edtf: until, fact: fact as AgreementFact };
}
