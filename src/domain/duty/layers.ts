/**
 * The layers of the duty on one good. Layers add and never compound. Layers that do not apply are
 * returned too, each with its reason and event.
 */
import type Big from 'big.js';
import { effectiveInstant } from '../../../events/time/bounds.js';
import type { Good } from '../measure/goodsScope.js';
import { MeasureTimeline } from '../measure/measureTimeline.js';
import { timelineDecidedBy } from '../measure/measureView.js';
import type { Fact, KnowledgeView, TopicFact } from '../streamState/knowledgeView.js';
import { countsFrom } from '../streamState/effects.js';
import { type ApplicableMeasure, assessApplicability, layerOf } from './applicability.js';
import { type Charge, isLower, isNothing, percentCharge, pointsOf, ZERO } from './charge.js';
import { type Asked, type Layer, type LayerReason, rulebooksAt } from './layer.js';
import { OrdinaryDuty } from './ordinaryDuty.js';
import { PrecedenceResolution, takesSomething } from './precedenceResolution.js';
import type { FittingRelief } from './reliefFit.js';

/** Looks up the timeline of a measure: see {@link timelinesDecidedBy}. */
export type TimelineLookup = (knowledge: KnowledgeView) => MeasureTimeline;

/**
 * Timelines, computed once a measure: of decisions taken or effective by `decidedBy`, or of all
 * known decisions when it is Infinity.
 */
export function timelinesDecidedBy(decidedBy: number): TimelineLookup {
  const courses = new Map<KnowledgeView, MeasureTimeline>();
  return (knowledge) => {
    let timeline = courses.get(knowledge);
    if (!timeline) {
      timeline =
        decidedBy === Infinity
          ? new MeasureTimeline(knowledge)
          : timelineDecidedBy(knowledge, decidedBy);
      courses.set(knowledge, timeline);
    }
    return timeline;
  };
}

/** How what covers only some of the goods is counted: for the total, or for an end of the range. */
export interface Scenario {
  readonly partialMeasures: boolean;
  readonly partialReliefs: boolean;
  /** Whether what is open is taken not to bear on the goods. */
  readonly dropsUncertain: boolean;
}

export const TOTAL: Scenario = {
  partialMeasures: false,
  partialReliefs: false,
  dropsUncertain: false,
};

/** Every measure assessed for one question at one entry. */
export class Assessment {
  readonly applicable: readonly ApplicableMeasure[];
  readonly #notApplicable: readonly Layer[];
  readonly #precedence: TopicFact<'precedence'> | undefined;

  /** O(measures × decisions). */
  constructor(
    readonly asked: Asked,
    timelineOf: TimelineLookup,
  ) {
    const applicable: ApplicableMeasure[] = [];
    const notApplicable: Layer[] = [];
    for (const knowledge of asked.rules.measures) {
      const outcome = assessApplicability(knowledge, timelineOf(knowledge), asked);
      // The caller's MFN rate stands for the record's.
      const isStoodFor = outcome?.role === 'MFN' && asked.question.mfnRate !== undefined;
      if (outcome === undefined || isStoodFor) continue;
      if ('reason' in outcome) notApplicable.push(outcome);
      else applicable.push(outcome);
    }
    this.applicable = applicable;
    this.#notApplicable = notApplicable;
    this.#precedence = precedenceAt(asked);
  }

  /** Whether some measure or relief is on some of the goods only. */
  get isPartial(): boolean {
    return this.applicable.some(
      ({ isPartial, most, reliefs }) => isPartial || most !== null || reliefs.partial.length > 0,
    );
  }

  /** Whether it is open that some measure or relief is on the goods, or on how much of the value. */
  get isUncertain(): boolean {
    return this.applicable.some(({ isUncertain, reliefs }) => isUncertain || reliefs.isUncertain);
  }

  /** The layers: MFN first, then by slug. O(measures²) where measures displace each other. */
  layers(scenario: Scenario = TOTAL): readonly Layer[] {
    const { question, goods } = this.asked;
    const isIn = (measure: ApplicableMeasure): boolean =>
      (!measure.isPartial || scenario.partialMeasures) &&
      !(measure.isUncertain && scenario.dropsUncertain);
    const measures = this.applicable.filter(isIn);
    const resolution = new PrecedenceResolution(measures, this.#precedence, takesSomething);
    const displaced = (measure: ApplicableMeasure) => resolution.displacement(measure);
    const ordinary = new OrdinaryDuty(
      measures.filter((measure) => displaced(measure) === null),
      question.mfnRate,
      (measure) => this.#net(measure, scenario, null),
      goods,
    );
    const resolved = measures.map((measure): Layer => {
      const outcome = displaced(measure) ?? ordinary.lossOf(measure);
      if (outcome)
        return this.#layer(measure, measure.charge, false, outcome.reason, outcome.setBy);
      const cap = measure.role === 'ADDITIONAL' ? ordinary.points : null;
      const { charge, reason, setBy } = this.#net(measure, scenario, cap);
      const isLetOff = isNothing(charge) && LETS_OFF.has(reason);
      const shown = isLetOff && reason !== 'CAPPED' ? measure.charge : charge;
      return this.#layer(measure, shown, !isLetOff, reason, setBy);
    });
    const partly = this.applicable
      .filter((measure) => measure.isPartial && !isIn(measure))
      .map((measure) =>
        this.#layer(measure, measure.charge, false, 'PARTLY_IN_SCOPE', measure.setBy),
      );
    const given = ordinary.givenLayer();
    return [
      ...(given ? [layerOf(given, goods)] : []),
      ...[...resolved, ...partly, ...this.#notApplicable].sort(byRoleAndSlug),
    ];
  }

  #layer(
    { knowledge, slug, role }: ApplicableMeasure,
    charge: Charge,
    applies: boolean,
    reason: LayerReason,
    setBy: Fact,
  ): Layer {
    return layerOf(
      { measure: knowledge, slug, role, charge, applies, reason, setBy },
      this.asked.goods,
    );
  }

  /** What a measure takes once capped and relieved; `ordinary` is null where no cap is to count. */
  #net(
    measure: ApplicableMeasure,
    scenario: Scenario,
    ordinary: Big | null,
  ): { readonly charge: Charge; readonly reason: LayerReason; readonly setBy: Fact } {
    const { terms, reliefs, role, inTransit, transshipped, setBy } = measure;
    const { goods } = this.asked;
    let charge =
      (scenario.partialMeasures ? measure.most : null) ??
      (scenario.partialReliefs ? measure.least : null) ??
      measure.charge;
    let reason: LayerReason = role === 'MFN' ? 'MFN' : inTransit ? 'IN_TRANSIT' : 'IN_FORCE';
    let by: Fact = setBy;
    if (terms.capTotalAt !== undefined && ordinary !== null && !transshipped) {
      const room = percentCharge(terms.capTotalAt).percent.minus(ordinary);
      const capped = percentCharge(room.gt(0) ? room : ZERO);
      if (!isEqual(capped, charge, goods)) [charge, reason] = [capped, 'CAPPED'];
    }
    const open = [...reliefs.whole, ...(scenario.partialReliefs ? reliefs.partial : [])];
    const best = lowest(open, goods);
    if (best && isLower(best.charge, charge, goods)) {
      charge = best.charge;
      reason = best.underQuota ? 'QUOTA' : 'EXEMPT';
      by = best.setBy;
    } else if (reliefs.exhaustedBy) {
      reason = 'QUOTA_EXHAUSTED';
      by = reliefs.exhaustedBy;
    }
    return { charge, reason, setBy: by };
  }
}

const LETS_OFF: ReadonlySet<LayerReason> = new Set(['CAPPED', 'EXEMPT', 'QUOTA']);

const isMfn = ({ role }: Layer): boolean => role === 'MFN';

/** MFN first, then by slug. */
const byRoleAndSlug = (a: Layer, b: Layer): number =>
  Number(isMfn(b)) - Number(isMfn(a)) || (a.slug < b.slug ? -1 : 1);

const isEqual = (a: Charge, b: Charge, goods: Good): boolean => {
  const points = pointsOf(b, goods);
  return points !== null && (pointsOf(a, goods)?.eq(points) ?? false);
};

const lowest = (reliefs: readonly FittingRelief[], goods: Good): FittingRelief | undefined =>
  reliefs.reduce<FittingRelief | undefined>(
    (best, relief) => (!best || isLower(relief.charge, best.charge, goods) ? relief : best),
    undefined,
  );

/** The order of precedence of the authority, else of a group it belongs to, at the entry. */
function precedenceAt(asked: Asked): TopicFact<'precedence'> | undefined {
  const { entry, decidedBy } = asked;
  for (const rulebook of rulebooksAt(asked)) {
    const found = rulebook.factsOn('precedence').findLast((fact) => {
      const from = effectiveInstant(fact.data.effectiveFrom, rulebook.zone);
      return from <= entry && countsFrom(fact, rulebook.zone) <= decidedBy;
    });
    if (found) return found;
  }
  return undefined;
}
