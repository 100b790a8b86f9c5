/** Several measures in force on one good: who replaces, excludes or precedes whom. */
import type { Fact, TopicFact } from '../streamState/knowledgeView.js';
import { type Good, matchesSlugPattern } from '../measure/goodsScope.js';
import type { ApplicableMeasure } from './applicability.js';
import { type Layer, type LayerReason, roundPoints } from './layer.js';

/** Who gives way to whom among the measures in force on one good. */
export class PrecedenceResolution {
  readonly #outcomes = new Map<ApplicableMeasure, { reason: LayerReason; setBy: Fact } | null>();

  constructor(
    readonly candidates: readonly ApplicableMeasure[],
    readonly order: TopicFact<'precedence'> | undefined,
  ) {}

  /** Why a candidate gives way; null when it does not. */
  #givesWay(one: ApplicableMeasure): { reason: LayerReason; setBy: Fact } | null {
    const known = this.#outcomes.get(one);
    if (known !== undefined) return known;
    // Two measures that exclude each other: the one asked about first gives way.
    this.#outcomes.set(one, { reason: 'EXCLUDED', setBy: one.setBy });
    const outcome = this.#replaced(one) ?? this.#excluded(one) ?? this.#preceded(one) ?? null;
    this.#outcomes.set(one, outcome);
    return outcome;
  }

  /** In lieu: whatever replaces it and is in force on the good, even if it gives way itself. */
  #replaced(one: ApplicableMeasure) {
    const by = this.candidates.find(
      (other) =>
        other !== one && other.terms.replaces?.some((slug) => matchesSlugPattern(slug, one.slug)),
    );
    return by && { reason: 'REPLACED' as const, setBy: by.setBy };
  }

  #excluded(one: ApplicableMeasure) {
    const by = this.candidates.find(
      (other) =>
        other !== one &&
        one.terms.excludedBy?.some((pattern) => matchesSlugPattern(pattern, other.slug)) &&
        this.#bites(other),
    );
    return by && { reason: 'EXCLUDED' as const, setBy: by.setBy };
  }

  #preceded(one: ApplicableMeasure) {
    const groups = this.order?.data.order ?? [];
    const own = groups.findIndex((group) =>
      group.some((slug) => matchesSlugPattern(slug, one.slug)),
    );
    if (!this.order || own < 1) return undefined;
    const earlier = groups.slice(0, own).flat();
    const first = this.candidates.find(
      (other) =>
        other !== one &&
        earlier.some((slug) => matchesSlugPattern(slug, other.slug)) &&
        this.#bites(other),
    );
    return first && { reason: 'PRECEDED' as const, setBy: this.order };
  }

  /** Whether it applies to the good: not let off entirely, and not giving way. */
  #bites(one: ApplicableMeasure): boolean {
    const letOff = one.exemption !== undefined && one.exemption.data.rate === undefined;
    return !letOff && this.#givesWay(one) === null;
  }

  /** The layer a candidate makes. */
  layer(one: ApplicableMeasure, goods: Good, mfnRate: number | undefined): Layer {
    const { terms, slug, knowledge, exemption } = one;
    const diverted = goods.transshipped === true && terms.transshipmentRate !== undefined;
    const rate = (diverted ? terms.transshipmentRate : undefined) ?? terms.rate;
    const layer = { measure: knowledge, slug, rate, applies: true, setBy: one.setBy };
    const lost = this.#givesWay(one);
    if (lost) return { ...layer, applies: false, ...lost };
    if (exemption) {
      const reduced = exemption.data.rate;
      return {
        ...layer,
        rate: reduced ?? rate,
        applies: reduced !== undefined,
        reason: 'EXEMPT',
        setBy: exemption,
      };
    }
    if (terms.capTotalAt !== undefined && !diverted) {
      const capped = roundPoints(Math.max(0, terms.capTotalAt - (mfnRate ?? 0)));
      if (capped !== rate) return { ...layer, rate: capped, applies: capped > 0, reason: 'CAPPED' };
    }
    return { ...layer, reason: one.inTransit ? 'IN_TRANSIT' : 'IN_FORCE' };
  }
}
