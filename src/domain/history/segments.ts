/**
 * The picture in parts that change apart from each other, each with the instants at which it can.
 * A part must name every instant; naming one at which nothing changes does no harm.
 */
import { moment } from '../../../events/time/bounds.js';
import { dutyView } from '../duty/duty.js';
import type { Fact, TopicFact, KnowledgeView } from '../streamState/knowledgeView.js';
import { measureIdentity } from '../measure/measureView.js';
import { NegotiationView, dutyRulesOf } from '../negotiation/negotiationView.js';
import { firstDated, silenceInstants } from '../negotiation/activity.js';
import { roundGroups } from '../negotiation/rounds.js';
import { targetGroups, targetOf } from '../negotiation/targets.js';
import {
  type FlatEntry,
  type FlatValue,
  type FlatView,
  type Emit,
  flattenActivity,
  flattenAgreements,
  flattenDuty,
  flattenOccurrence,
  flattenIdentity,
  flattenMeasure,
  flattenPhase,
  flattenRoundCount,
  flattenRounds,
  flattenTarget,
} from './flatten.js';

/** An instant at which a part may change, and the fact on whose account it may. */
export type ChangePoint = readonly [at: number, fact: Fact];

export interface Segment {
  /** The first words of every path in it; several parts may share them. */
  readonly prefixes: readonly string[];
  flatten(view: NegotiationView, put: Emit): void;
  changePoints(): Iterable<ChangePoint>;
}

/** When what a fact says may begin, must have begun, and must have ended. */
function* turns(facts: readonly Fact[]): Generator<ChangePoint> {
  for (const fact of facts)
    for (const instant of [fact.began.min, fact.began.max, fact.start.max, fact.end.max])
      yield [instant, fact];
}

/**
 * The first and last instant of a window, and the first after it. What bites is read in the zone
 * of its stream, what is said in that of its event: here it may be either.
 */
function* window(edtf: string, fact: Fact, zone: string): Generator<ChangePoint> {
  for (const each of new Set([zone, fact.event.timeZone ?? zone])) {
    const { min, max } = moment(edtf, each);
    for (const instant of [min, max, max + 1]) yield [instant, fact];
  }
}

function* agreementTurns(facts: readonly Fact[], zone: string): Generator<ChangePoint> {
  yield* turns(facts);
  for (const fact of facts)
    if (
      (fact.type === 'AgreementEnteredIntoForce' || fact.type === 'AgreementTerminated') &&
      fact.data.effectiveFrom !== undefined
    )
      yield* window(fact.data.effectiveFrom, fact, zone);
}

function* targetTurns(
  facts: readonly TopicFact<'targets'>[],
  zone: string,
): Generator<ChangePoint> {
  yield* turns(facts);
  for (const fact of facts) {
    if (fact.type !== 'TargetSet') continue;
    yield* window(fact.data.due, fact, zone);
    for (const { due } of fact.data.readings ?? []) yield* window(due, fact, zone);
  }
}

/** Where the key given of a measure's fact bites. */
const BITING = ['effectiveFrom', 'until', 'legalEffectFrom', 'inTransit'] as const;

function* measureTurns(knowledge: KnowledgeView): Generator<ChangePoint> {
  const { zone } = knowledge;
  const facts = [
    ...knowledge.factsOn('announcements'),
    ...knowledge.factsOn('decisions'),
    ...knowledge.factsOn('exemptions'),
  ];
  yield* turns(facts);
  for (const fact of facts)
    for (const key of BITING) {
      const value = (fact.data as Partial<Record<(typeof BITING)[number], unknown>>)[key];
      const edtf =
        typeof value === 'string'
          ? value
          : (value as { enteredBefore?: string } | undefined)?.enteredBefore;
      if (edtf !== undefined) yield* window(edtf, fact, zone);
    }
}

/** The parts of a negotiation's picture under one state of knowledge, whatever the instant. */
export function segmentsOf(view: NegotiationView): readonly Segment[] {
  const { knowledge, related, parties } = view;
  const { zone } = knowledge;
  const on = knowledge.factsOn.bind(knowledge);
  const activity = on('activity');
  // Before the first of it there is no picture: what is known of others appears with it.
  const { fact: first, isAll: areAllDated } = firstDated(activity);
  const beginning = () => turns(first ? [...activity.slice(0, 1), first] : activity.slice(0, 1));
  const happened = (topic: 'meetings' | 'statements' | 'tracks') =>
    on(topic).map((fact): Segment => ({
      prefixes: [`${topic}.${fact.event.id}`],
      flatten: ({ at }, put) => {
        flattenOccurrence(topic, fact, at, put);
      },
      changePoints: () => turns([fact]),
    }));
  const codes = parties.map(({ code }) => code);
  const bearing = related.measures.filter((each) =>
    codes.includes(measureIdentity(each).imposedBy ?? ''),
  );
  const segments: readonly Segment[] = [
    {
      prefixes: ['title', 'parties'],
      flatten: flattenIdentity,
      changePoints: beginning,
    },
    {
      prefixes: ['phase', 'rtaStatus'],
      flatten: flattenPhase,
      *changePoints() {
        yield* beginning();
        yield* agreementTurns(on('process'), zone);
      },
    },
    {
      prefixes: ['activity', 'pauses'],
      flatten: flattenActivity,
      *changePoints() {
        yield* turns(activity);
        yield* silenceInstants(knowledge);
      },
    },
    ...roundGroups(on('rounds'), zone).map((facts): Segment => ({
      prefixes: ['rounds'],
      flatten: (now, put) => {
        flattenRounds(facts, now, put);
      },
      changePoints: () => turns(facts),
    })),
    {
      prefixes: ['roundsCompleted'],
      flatten: flattenRoundCount,
      *changePoints() {
        yield* beginning();
        yield* turns(on('rounds'));
        yield* turns(on('counts'));
      },
    },
    ...happened('meetings'),
    ...happened('statements'),
    ...happened('tracks'),
    ...[...targetGroups(on('targets'))].map(([slug, facts]): Segment => ({
      prefixes: [`targets.${slug}`],
      flatten: ({ at }, put) => {
        const target = targetOf(facts, zone, at);
        if (target) flattenTarget(target, put);
      },
      changePoints: () => targetTurns(facts, zone),
    })),
    {
      prefixes: ['agreements'],
      flatten: flattenAgreements,
      changePoints: () => agreementTurns(on('agreements'), zone),
    },
    ...bearing.map((each): Segment => {
      const { slug } = measureIdentity(each);
      return {
        prefixes: [`measures.${slug}`],
        flatten: (now, put) => {
          const measure = now.measure(each);
          if (measure) flattenMeasure(measure, put);
        },
        *changePoints() {
          yield* beginning();
          yield* measureTurns(each);
        },
      };
    }),
    ...codes.flatMap((imposedBy) =>
      codes
        .filter((code) => code !== imposedBy)
        .map((code): Segment => {
          const rules = dutyRulesOf(related, imposedBy);
          return {
            prefixes: [`duties.${imposedBy}-${code}`],
            flatten: ({ at, hasBegun }, put) => {
              if (hasBegun) flattenDuty(dutyView(rules, { imposedBy, on: code }, at), put);
            },
            *changePoints() {
              yield* beginning();
              for (const measure of rules.measures) yield* measureTurns(measure);
              const { rulebook } = rules;
              for (const fact of rulebook?.factsOn('precedence') ?? []) {
                yield* turns([fact]);
                yield* window(fact.data.effectiveFrom, fact, rulebook?.zone ?? 'UTC');
              }
            },
          };
        }),
    ),
  ]; // What has no known beginning appears with the first of what has one.
  return areAllDated
    ? segments
    : segments.map((segment) => ({
        ...segment,
        *changePoints() {
          yield* beginning();
          yield* segment.changePoints();
        },
      }));
}

/** Whether a path belongs to a part. */
export const segmentHolds = ({ prefixes }: Segment, path: string): boolean =>
  prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}.`));

/** The leaves of some parts at one instant. */
export function flattenView(view: NegotiationView, segments = segmentsOf(view)): FlatView {
  const flat = new Map<string, FlatEntry>();
  if (!view.hasBegun) return flat;
  const put = (path: string, value: FlatValue, ...setBy: readonly Fact[]) => {
    flat.set(path, { value, setBy });
  };
  for (const segment of segments) segment.flatten(view, put);
  return flat;
}

/** The same negotiation and knowledge at another instant. */
export const viewAt = (view: NegotiationView, at: number): NegotiationView =>
  at === view.at ? view : new NegotiationView(view.knowledge, at, view.related);
