/** How firmly the figures of a view are held, by the paths of differences and explanations. */
import type { CertaintyOfFiguresFragment, EventCertainty } from '../../generated/graphql.js';

export type Certainties = ReadonlyMap<string, EventCertainty | null>;

/** Of every duty and what it is made of, every measure and its terms; empty where there is no view. */
export function certaintiesOf(view: CertaintyOfFiguresFragment | null): Certainties {
  const certainties = new Map<string, EventCertainty | null>();
  for (const { imposedBy, on, layers, leastCertainty } of view?.duties ?? []) {
    const path = `duties.${imposedBy}-${on}`;
    certainties.set(`${path}.total`, leastCertainty).set(`${path}.expression`, leastCertainty);
    for (const layer of layers)
      certainties.set(`${path}.layers.${layer.measure?.slug ?? 'mfn'}.rate`, layer.leastCertainty);
  }
  for (const { slug, leastCertainty, terms } of view?.measures ?? []) {
    certainties.set(`measures.${slug}.rate`, leastCertainty);
    for (const term of terms)
      certainties.set(`measures.${slug}.terms.${term.from}.rate`, term.leastCertainty);
  }
  return certainties;
}
