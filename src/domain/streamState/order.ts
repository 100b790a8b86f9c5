/**
 * The order of acts that are dated too vaguely to tell which is later. They are taken in the order
 * of their earliest dates; where another order that their dates allow gives another answer, that
 * answer is POSSIBLE until something settles it (events.md, version 2; issue 12, "the clock").
 */
import { DAY_MS } from '../../../events/time/days.js';
import type { Effect } from './effects.js';
import type { KnowledgeView, Placing } from './knowledgeView.js';
import { weakMemoize } from './threeValued.js';

/** Longer than any calendar day: acts of one day are taken in the order of the log. */
const LONGER_THAN_A_DAY = DAY_MS * 1.5;

/**
 * Where else each vague fact may stand among the others. The first launch keeps its place: what is
 * told of a negotiation comes after it. O(vague facts x facts within their dates), once a list.
 */
const placingsOf = weakMemoize((effects: readonly Effect[]): readonly Placing[] => {
  const firstLaunch = effects.find(({ fact }) => fact.type === 'NegotiationLaunched');
  const placings = effects.flatMap((effect): readonly Placing[] => {
    const { min, max } = effect.bounds;
    if (effect === firstLaunch || !(max - min > LONGER_THAN_A_DAY)) return [];
    // Among what takes effect, and among what is decided: which agreement is meant rests on that.
    const within = effects
      .filter((other) => other !== effect)
      .flatMap(({ sortInstant, fact }) => [sortInstant, fact.sortInstant])
      .filter((instant) => instant >= min && instant < max);
    if (within.length === 0) return [];
    const launched = firstLaunch?.sortInstant ?? -Infinity;
    return [...new Set(within)].flatMap((at) =>
      (at > launched ? (['BEFORE', 'AFTER'] as const) : (['AFTER'] as const)).map((side) => ({
        ...{ event: effect.fact.event.id, at, side },
      })),
    );
  });
  return placings.sort((a, b) => a.at - b.at);
});

/**
 * How many of the latest placings are tried, so that a record full of vague dates costs no more
 * than this many readings. What lies further back has mostly been settled by what followed.
 */
const PLACINGS_TRIED = 40;

const placedViews = weakMemoize((_knowledge: KnowledgeView) => new Map<string, KnowledgeView>());

function placed(knowledge: KnowledgeView, placing: Placing): KnowledgeView {
  const views = placedViews(knowledge);
  const key = `${placing.event} ${placing.at} ${placing.side}`;
  let view = views.get(key);
  if (!view) views.set(key, (view = knowledge.placing(placing)));
  return view;
}

/**
 * Whether an answer at `at` would be another if one of the facts stood elsewhere among the others,
 * as its date allows. O(1) where no date is vague.
 */
export function dependsOnOrder(
  knowledge: KnowledgeView,
  effects: readonly Effect[],
  at: number,
  answer: (knowledge: KnowledgeView) => unknown,
): boolean {
  const placings = placingsOf(effects)
    .filter((placing) => placing.at <= at)
    .slice(-PLACINGS_TRIED);
  if (placings.length === 0) return false;
  const now = answer(knowledge);
  return placings.some((placing) => answer(placed(knowledge, placing)) !== now);
}
