/** Resolves which of several measures in force on one good replace, exclude or precede others. */
import type { Fact, TopicFact } from '../streamState/knowledgeView.js';
import { type Good, matchesSlugPattern } from '../measure/goodsScope.js';
import type { ApplicableMeasure } from './applicability.js';
import { type Layer, type LayerReason, roundPoints } from './layer.js';

/** Which measures in force on one good are displaced, and by which. O(measures²) in all. */
export class PrecedenceResolution {
  readonly #displacements = new Map<
    ApplicableMeasure,
    { reason: LayerReason; setBy: Fact } | null
  >();

  constructor(
    readonly measures: readonly ApplicableMeasure[],
    readonly order: TopicFact<'precedence'> | undefined,
  ) {}

  /** Why a measure is displaced; null when it is not. */
  #displacement(measure: ApplicableMeasure): { reason: LayerReason; setBy: Fact } | null {
    const resolved = this.#displacements.get(measure);
    if (resolved !== undefined) return resolved;
    // Of two measures that exclude each other the one asked about first is displaced.
    this.#displacements.set(measure, { reason: 'EXCLUDED', setBy: measure.setBy });
    const outcome =
      this.#replaced(measure) ?? this.#excluded(measure) ?? this.#preceded(measure) ?? null;
    this.#displacements.set(measure, outcome);
    return outcome;
  }

  /** In lieu: any measure in force that replaces it, even one that is displaced itself. */
  #replaced(measure: ApplicableMeasure) {
    const by = this.measures.find(
      (other) =>
        other !== measure &&
        other.terms.replaces?.some((slug) => matchesSlugPattern(slug, measure.slug)),
    );
    return by && { reason: 'REPLACED' as const, setBy: by.setBy };
  }

  #excluded(measure: ApplicableMeasure) {
    const by = this.measures.find(
      (other) =>
        other !== measure &&
        measure.terms.excludedBy?.some((pattern) => matchesSlugPattern(pattern, other.slug)) &&
        this.#takesEffect(other),
    );
    return by && { reason: 'EXCLUDED' as const, setBy: by.setBy };
  }

  #preceded(measure: ApplicableMeasure) {
    const groups = this.order?.data.order ?? [];
    const rank = groups.findIndex((group) =>
      group.some((slug) => matchesSlugPattern(slug, measure.slug)),
    );
    if (!this.order || rank < 1) return undefined;
    const earlier = groups.slice(0, rank).flat();
    const first = this.measures.find(
      (other) =>
        other !== measure &&
        earlier.some((slug) => matchesSlugPattern(slug, other.slug)) &&
        this.#takesEffect(other),
    );
    return first && { reason: 'PRECEDED' as const, setBy: this.order };
  }

  /** Whether it applies to the good: not fully exempt, and not displaced. */
  #takesEffect(measure: ApplicableMeasure): boolean {
    const fullyExempt =
      measure.exemption !== undefined && measure.exemption.data.rate === undefined;
    return !fullyExempt && this.#displacement(measure) === null;
  }

  /** The layer of a measure: exempt, capped, displaced or in force. */
  layer(measure: ApplicableMeasure, goods: Good, mfnRate: number | undefined): Layer {
    const { terms, slug, knowledge, exemption } = measure;
    const transshipped = goods.transshipped === true && terms.transshipmentRate !== undefined;
    const rate = (transshipped ? terms.transshipmentRate : undefined) ?? terms.rate ?? null;
    const layer = { measure: knowledge, slug, rate, applies: true, setBy: measure.setBy };
    const displacement = this.#displacement(measure);
    if (displacement) return { ...layer, applies: false, ...displacement };
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
    if (terms.capTotalAt !== undefined && !transshipped) {
      const capped = roundPoints(Math.max(0, terms.capTotalAt - (mfnRate ?? 0)));
      if (capped !== rate) return { ...layer, rate: capped, applies: capped > 0, reason: 'CAPPED' };
    }
    return { ...layer, reason: measure.inTransit ? 'IN_TRANSIT' : 'IN_FORCE' };
  }
}
