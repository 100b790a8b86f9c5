/** The instants at which what facts set may change: when they begin and end, and take effect. */
import type { AreaRegister } from '../../../events/codes/areaRegister.js';
import { moment } from '../../../events/time/bounds.js';
import type { Fact, KnowledgeView, TopicFact } from '../streamState/knowledgeView.js';

/** An instant (epoch milliseconds) at which a segment may change, and the fact it is due to. */
export type ChangePoint = readonly [at: number, fact: Fact];

/** The bounds of when a fact may begin, has certainly begun, and has certainly ended. */
export function* changePointsOf(facts: readonly Fact[]): Generator<ChangePoint> {
  for (const fact of facts)
    for (const instant of [fact.began.min, fact.began.max, fact.start.max, fact.end.max])
      yield [instant, fact];
}

/**
 * The first and last instant of a date, and the first after it. Effective dates are read in the
 * zone of the stream, other dates in that of the event; here it may be either.
 */
export function* changePointsOfDate(
  edtf: string,
  fact: Fact,
  zone: string,
): Generator<ChangePoint> {
  for (const eventZone of new Set([zone, fact.event.timeZone ?? zone])) {
    const { min, max } = moment(edtf, eventZone);
    for (const instant of [min, max, max + 1]) yield [instant, fact];
  }
}

export function* agreementChangePoints(
  facts: readonly Fact[],
  zone: string,
): Generator<ChangePoint> {
  yield* changePointsOf(facts);
  for (const fact of facts) {
    const { effectiveFrom, until } = fact.data as { effectiveFrom?: string; until?: string };
    if (effectiveFrom !== undefined) yield* changePointsOfDate(effectiveFrom, fact, zone);
    if (until !== undefined) yield* changePointsOfDate(until, fact, zone);
  }
}

export function* targetChangePoints(
  facts: readonly TopicFact<'targets'>[],
  zone: string,
): Generator<ChangePoint> {
  yield* changePointsOf(facts);
  for (const fact of facts) {
    if (fact.type !== 'TargetSet') continue;
    yield* changePointsOfDate(fact.data.due, fact, zone);
    for (const { due } of fact.data.readings ?? []) yield* changePointsOfDate(due, fact, zone);
  }
}

/** The keys of a measure's data that hold effective dates. */
const EFFECTIVE_DATE_KEYS = [
  'effectiveFrom',
  'from',
  'until',
  'revertsAt',
  'legalEffectFrom',
  'inTransit',
] as const;

export function* measureChangePoints(knowledge: KnowledgeView): Generator<ChangePoint> {
  const { zone } = knowledge;
  const facts = [
    ...knowledge.factsOn('announcements'),
    ...knowledge.factsOn('decisions'),
    ...knowledge.factsOn('reliefs'),
  ];
  yield* changePointsOf(facts);
  for (const fact of facts)
    for (const key of EFFECTIVE_DATE_KEYS) {
      const value = (fact.data as Partial<Record<(typeof EFFECTIVE_DATE_KEYS)[number], unknown>>)[
        key
      ];
      const edtf =
        typeof value === 'string'
          ? value
          : (value as { enteredBefore?: string } | undefined)?.enteredBefore;
      if (edtf !== undefined) yield* changePointsOfDate(edtf, fact, zone);
    }
  for (const fact of knowledge.factsOn('reliefs')) {
    const { quota } = fact.data as { quota?: { from: string; until: string } };
    for (const edtf of quota ? [quota.from, quota.until] : [])
      yield* changePointsOfDate(edtf, fact, zone);
  }
}

/** The areas that a measure or its reliefs name, in whatever part, at any time. O(facts). */
export const areasNamedBy = (measure: KnowledgeView): readonly string[] =>
  [...measureFacts(measure), ...measure.factsOn('reliefs')].flatMap(({ data }) => [
    ...('imposedBy' in data ? [data.imposedBy ?? ''] : []),
    ...('affects' in data ? (data.affects ?? []) : []),
    ...('exceptFor' in data ? (data.exceptFor ?? []) : []),
  ]);

/** What sets whom a measure reaches. */
export const measureFacts = (measure: KnowledgeView): readonly Fact[] => [
  ...measure.factsOn('announcements'),
  ...measure.factsOn('decisions'),
];

/**
 * The instants at which someone may enter or leave one of these areas. Then the clock alone changes
 * what facts mean: they are what the change is due to.
 */
export function* membershipChangePoints(
  codes: readonly string[],
  areas: AreaRegister,
  facts: readonly Fact[],
): Generator<ChangePoint> {
  for (const code of new Set(codes))
    for (const instant of areas.turningPoints(code))
      for (const fact of facts) yield [instant, fact];
}

/** When an authority's order of precedence, or what the record claims to cover, may change. */
export function* rulebookChangePoints(rulebook: KnowledgeView): Generator<ChangePoint> {
  for (const fact of rulebook.factsOn('precedence')) {
    yield* changePointsOf([fact]);
    yield* changePointsOfDate(fact.data.effectiveFrom, fact, rulebook.zone);
  }
  for (const fact of rulebook.factsOn('coverage')) {
    yield* changePointsOf([fact]);
    yield* changePointsOfDate(fact.data.from, fact, rulebook.zone);
    if (fact.data.until !== undefined)
      yield* changePointsOfDate(fact.data.until, fact, rulebook.zone);
  }
}
