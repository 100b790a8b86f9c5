/** The range and certainty of a duty: what covers only some of the goods, and what is open. */
import type Big from 'big.js';
import { MeasureTimeline, type Decision } from '../measure/measureTimeline.js';
import { alternativeOrders } from '../measure/decisionOrder.js';
import { otherReliefOrders } from '../measure/reliefs.js';
import type { Answer, KnowledgeView } from '../streamState/knowledgeView.js';
import { weakMemoize } from '../streamState/threeValued.js';
import { type Asked, totalPoints } from './layer.js';
import { Assessment, type Scenario, type TimelineLookup, TOTAL } from './layers.js';

export interface Range {
  /** In percentage points; null where the total is. */
  readonly points: { readonly min: Big; readonly max: Big } | null;
  readonly certainty: Answer;
}

const toggles = [false, true] as const;

/** The scenarios between which a total lies, the total itself first. */
function scenariosOf(assessment: Assessment): readonly Scenario[] {
  if (!assessment.isPartial && !assessment.isUncertain) return [TOTAL];
  return toggles.flatMap((dropsUncertain) =>
    toggles.flatMap((partialMeasures) =>
      toggles.map((partialReliefs) => ({ partialMeasures, partialReliefs, dropsUncertain })),
    ),
  );
}

/** The timelines with the decisions of one measure in another order. */
const reordered =
  (
    timelineOf: TimelineLookup,
    knowledge: KnowledgeView,
    order: readonly Decision[],
  ): TimelineLookup =>
  (each) =>
    each === knowledge ? new MeasureTimeline(knowledge, order) : timelineOf(each);

const otherPrecedences = weakMemoize((rulebook: KnowledgeView): readonly KnowledgeView[] =>
  alternativeOrders(rulebook.factsOn('precedence')).map((order) =>
    rulebook.reordered('precedence', order),
  ),
);

/** The same question under each order of decisions that their dates leave open. */
function otherOrders(asked: Asked, timelineOf: TimelineLookup): readonly Assessment[] {
  const { rules } = asked;
  const instead = (
    key: 'measures' | 'rulebooks',
    knowledge: KnowledgeView,
    others: readonly KnowledgeView[],
  ) =>
    others.map((other) => {
      const streams = rules[key].map((each) => (each === knowledge ? other : each));
      return new Assessment({ ...asked, rules: { ...rules, [key]: streams } }, timelineOf);
    });
  return [
    ...rules.measures.flatMap((knowledge) => [
      ...alternativeOrders(timelineOf(knowledge).decisions).map(
        (order) => new Assessment(asked, reordered(timelineOf, knowledge, order)),
      ),
      ...instead('measures', knowledge, otherReliefOrders(knowledge)),
    ]),
    ...rules.rulebooks.flatMap((knowledge) =>
      instead('rulebooks', knowledge, otherPrecedences(knowledge)),
    ),
  ];
}

/**
 * The range of the total, and whether it is certain. O(layers) where every measure covers all of
 * what is asked about and no decision is dated vaguely.
 */
export function rangeOf(assessment: Assessment, timelineOf: TimelineLookup): Range {
  const { goods } = assessment.asked;
  const totalsOf = (each: Assessment): readonly (Big | null)[] =>
    scenariosOf(each).map((scenario) => totalPoints(each.layers(scenario), goods));
  const total = totalPoints(assessment.layers(), goods);
  const others = otherOrders(assessment.asked, timelineOf);
  const isOrderOpen = others.some((each) => {
    const other = totalPoints(each.layers(), goods);
    return total === null ? other !== null : !other?.eq(total);
  });
  const certainty = assessment.isUncertain || isOrderOpen ? 'POSSIBLE' : 'CERTAIN';
  const totals = [...totalsOf(assessment), ...others.flatMap(totalsOf)].filter(
    (each) => each !== null,
  );
  if (total === null) return { points: null, certainty };
  return {
    points: {
      min: totals.reduce((least, each) => (each.lt(least) ? each : least), total),
      max: totals.reduce((most, each) => (each.gt(most) ? each : most), total),
    },
    certainty,
  };
}
