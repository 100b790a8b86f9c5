/** Resolves which of several measures in force on one good replace, exclude or precede others. */
import type { Fact, TopicFact } from '../streamState/knowledgeView.js';
import { matchesSlugPattern } from '../measure/goodsScope.js';
import type { ApplicableMeasure } from './applicability.js';
import { isNothing } from './charge.js';
import type { LayerReason } from './layer.js';

export interface Displacement {
  readonly reason: LayerReason;
  readonly setBy: Fact;
}

/** Which measures in force on one good are displaced, and by which. O(measures²) in all. */
export class PrecedenceResolution {
  readonly #displacements = new Map<ApplicableMeasure, Displacement | null>();

  /** @param takes whether a measure takes anything of the good: one that lets it off does not */
  constructor(
    readonly measures: readonly ApplicableMeasure[],
    readonly order: TopicFact<'precedence'> | undefined,
    readonly takes: (measure: ApplicableMeasure) => boolean,
  ) {}

  /** Why a measure is displaced; null when it is not. */
  displacement(measure: ApplicableMeasure): Displacement | null {
    const resolved = this.#displacements.get(measure);
    if (resolved !== undefined) return resolved;
    // Of two measures that exclude each other the one asked about first is displaced.
    this.#displacements.set(measure, { reason: 'EXCLUDED', setBy: measure.setBy });
    const outcome =
      this.#replaced(measure) ?? this.#excluded(measure) ?? this.#preceded(measure) ?? null;
    this.#displacements.set(measure, outcome);
    return outcome;
  }

  /** In lieu: any measure in force that replaces it, even one displaced itself or letting the good off. */
  #replaced(measure: ApplicableMeasure): Displacement | undefined {
    const by = this.measures.find(
      (other) =>
        other !== measure &&
        other.terms.replaces?.some((slug) => matchesSlugPattern(slug, measure.slug)),
    );
    return by && { reason: 'REPLACED', setBy: by.setBy };
  }

  #excluded(measure: ApplicableMeasure): Displacement | undefined {
    const by = this.measures.find(
      (other) =>
        other !== measure &&
        measure.terms.excludedBy?.some((pattern) => matchesSlugPattern(pattern, other.slug)) &&
        this.#takesEffect(other),
    );
    return by && { reason: 'EXCLUDED', setBy: by.setBy };
  }

  #preceded(measure: ApplicableMeasure): Displacement | undefined {
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
    return first && { reason: 'PRECEDED', setBy: this.order };
  }

  #takesEffect(measure: ApplicableMeasure): boolean {
    return this.takes(measure) && this.displacement(measure) === null;
  }
}

/** Whether a measure takes something of a good: its rate is not zero, and no relief lets it off. */
export const takesSomething = ({ charge, reliefs }: ApplicableMeasure): boolean =>
  !isNothing(charge) && !reliefs.whole.some((relief) => isNothing(relief.charge));
