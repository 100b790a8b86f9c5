/** When the facts of an agreement take effect and expire, and in which order. */
import { effectiveInstant } from '../../../events/time/bounds.js';
import { byEffect, type Effect as EffectOf } from '../streamState/effects.js';
import type { AgreementFact } from './agreementFacts.js';
import { InstantMemo } from './instantMemo.js';

/** The date at which a fact takes effect or expires. */
export type Effect = EffectOf<AgreementFact>;

/** The facts of one agreement, in order of time, with the date at which each takes effect. */
export class EffectiveFacts {
  readonly facts: readonly AgreementFact[];
  readonly #effects: ReadonlyMap<AgreementFact, Effect>;
  readonly #memo = new InstantMemo();
  #inOrder: readonly AgreementFact[] | undefined;

  /**
   * @param effects in the order in which they were decided
   * @param zone the zone in which dates without one are read
   */
  constructor(
    readonly effects: readonly Effect[],
    readonly zone: string,
  ) {
    this.facts = effects.map(({ fact }) => fact);
    this.#effects = new Map(effects.map((effect) => [effect.fact, effect]));
  }

  /** @throws Error when the fact is none of these */
  effect(fact: AgreementFact): Effect {
    const effect = this.#effects.get(fact);
    if (!effect) throw new Error(`${fact.event.id} is no event of this agreement`);
    return effect;
  }

  /** The facts of some types that have taken effect by `at`, in order of effect. O(facts), once an instant. */
  inEffect<Type extends AgreementFact['type']>(
    at: number,
    ...types: readonly Type[]
  ): readonly Extract<AgreementFact, { type: Type }>[] {
    return this.#memo.once(at, types.join(), () =>
      this.#factsInOrder().filter(
        (fact): fact is Extract<AgreementFact, { type: Type }> =>
          (types as readonly string[]).includes(fact.type) && this.effect(fact).bounds.min <= at,
      ),
    );
  }

  #factsInOrder(): readonly AgreementFact[] {
    return (this.#inOrder ??= this.facts.toSorted((a, b) => this.order(a, b)));
  }

  /** Negative when `a` takes effect before `b`: in order of effect, then of the log. */
  order(a: AgreementFact, b: AgreementFact): number {
    return byEffect(this.effect(a), this.effect(b));
  }

  /** The instant of a date that a fact names, in the fact's time zone if it has one. */
  instant(fact: AgreementFact, text: string): number {
    return effectiveInstant(text, fact.event.timeZone ?? this.zone);
  }

  /** When a fact expires: its `until`; null where it has none. */
  until(fact: AgreementFact): Effect | null {
    const { until } = fact.data as { until?: string };
    if (until === undefined) return null;
    const instant = this.instant(fact, until);
    return { bounds: { min: instant, max: instant }, edtf: until, fact, sortInstant: instant };
  }
}
