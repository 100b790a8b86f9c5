/**
 * The picture in parts that change apart from each other, each with the instants at which it can.
 * A part must name every instant; naming one at which nothing changes does no harm.
 */
import { moment } from '../../../events/time/edtf.js';
import { dutyView } from '../duty/duty.js';
import type { Fact, FactOn, Reading } from '../streamState/knowledgeView.js';
import { identityOf } from '../measure/measureView.js';
import { NegotiationView, rulesOf } from '../negotiation/negotiationView.js';
import { silencesIn } from '../negotiation/activity.js';
import { roundGroups } from '../negotiation/rounds.js';
import { targetGroups, targetOf } from '../negotiation/targets.js';
import {
  type Leaf,
  type LeafValue,
  type Leaves,
  type Put,
  putActivity,
  putAgreements,
  putDuty,
  putHappened,
  putIdentity,
  putMeasure,
  putPhase,
  putRoundCount,
  putRounds,
  putTarget,
} from './flatten.js';

/** An instant at which a part may change, and the fact on whose account it may. */
export type Turn = readonly [at: number, fact: Fact];

export interface Part {
  /** The first words of every path in it; several parts may share them. */
  readonly prefixes: readonly string[];
  put(view: NegotiationView, put: Put): void;
  instants(): Iterable<Turn>;
}

/** When what a fact says may begin, must have begun, and must have ended. */
function* turns(facts: readonly Fact[]): Generator<Turn> {
  for (const fact of facts)
    for (const instant of [fact.at.min, fact.at.max, fact.start.max, fact.end.max])
      yield [instant, fact];
}

/**
 * The first and last instant of a window, and the first after it. What bites is read in the zone
 * of its stream, what is said in that of its event: here it may be either.
 */
function* window(edtf: string, fact: Fact, zone: string): Generator<Turn> {
  for (const each of new Set([zone, fact.event.timeZone ?? zone])) {
    const { min, max } = moment(edtf, each);
    for (const instant of [min, max, max + 1]) yield [instant, fact];
  }
}

function* agreementTurns(facts: readonly Fact[], zone: string): Generator<Turn> {
  yield* turns(facts);
  for (const fact of facts)
    if (
      (fact.type === 'AgreementEnteredIntoForce' || fact.type === 'AgreementTerminated') &&
      fact.data.effectiveFrom !== undefined
    )
      yield* window(fact.data.effectiveFrom, fact, zone);
}

function* targetTurns(facts: readonly FactOn<'targets'>[], zone: string): Generator<Turn> {
  yield* turns(facts);
  for (const fact of facts) {
    if (fact.type !== 'TargetSet') continue;
    yield* window(fact.data.due, fact, zone);
    for (const { due } of fact.data.readings ?? []) yield* window(due, fact, zone);
  }
}

/** Where the key given of a measure's fact bites. */
const BITING = ['effectiveFrom', 'until', 'legalEffectFrom', 'inTransit'] as const;

function* measureTurns(reading: Reading): Generator<Turn> {
  const { zone } = reading;
  const facts = [
    ...reading.on('announcements'),
    ...reading.on('decisions'),
    ...reading.on('exemptions'),
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
export function partsOf(view: NegotiationView): readonly Part[] {
  const { reading, world, parties } = view;
  const { zone } = reading;
  const on = reading.on.bind(reading);
  const activity = on('activity');
  // Before the first of it there is no picture: what is known of others appears with it.
  const beginning = () => turns(activity.slice(0, 1));
  const happened = (topic: 'meetings' | 'statements' | 'tracks') =>
    on(topic).map((fact): Part => ({
      prefixes: [`${topic}.${fact.event.id}`],
      put: ({ at }, put) => {
        putHappened(topic, fact, at, put);
      },
      instants: () => turns([fact]),
    }));
  const codes = parties.map(({ code }) => code);
  const bearing = world.measures.filter((each) => codes.includes(identityOf(each).imposedBy ?? ''));
  return [
    {
      prefixes: ['title', 'parties'],
      put: putIdentity,
      instants: beginning,
    },
    {
      prefixes: ['phase', 'rtaStatus'],
      put: putPhase,
      *instants() {
        yield* beginning();
        yield* agreementTurns(on('process'), zone);
      },
    },
    {
      prefixes: ['activity', 'pauses'],
      put: putActivity,
      *instants() {
        yield* turns(activity);
        yield* silencesIn(reading);
      },
    },
    ...roundGroups(on('rounds'), zone).map((facts): Part => ({
      prefixes: ['rounds'],
      put: (now, put) => {
        putRounds(facts, now, put);
      },
      instants: () => turns(facts),
    })),
    {
      prefixes: ['roundsCompleted'],
      put: putRoundCount,
      *instants() {
        yield* beginning();
        yield* turns(on('rounds'));
        yield* turns(on('counts'));
      },
    },
    ...happened('meetings'),
    ...happened('statements'),
    ...happened('tracks'),
    ...[...targetGroups(on('targets'))].map(([slug, facts]): Part => ({
      prefixes: [`targets.${slug}`],
      put: ({ at }, put) => {
        const target = targetOf(facts, zone, at);
        if (target) putTarget(target, put);
      },
      instants: () => targetTurns(facts, zone),
    })),
    {
      prefixes: ['agreements'],
      put: putAgreements,
      instants: () => agreementTurns(on('agreements'), zone),
    },
    ...bearing.map((each): Part => {
      const { slug } = identityOf(each);
      return {
        prefixes: [`measures.${slug}`],
        put: (now, put) => {
          const measure = now.measure(each);
          if (measure) putMeasure(measure, put);
        },
        *instants() {
          yield* beginning();
          yield* measureTurns(each);
        },
      };
    }),
    ...codes.flatMap((imposedBy) =>
      codes
        .filter((code) => code !== imposedBy)
        .map((code): Part => {
          const rules = rulesOf(world, imposedBy);
          return {
            prefixes: [`duties.${imposedBy}-${code}`],
            put: ({ at, hasBegun }, put) => {
              if (hasBegun) putDuty(dutyView(rules, { imposedBy, on: code }, at), put);
            },
            *instants() {
              yield* beginning();
              for (const measure of rules.measures) yield* measureTurns(measure);
              const { rulebook } = rules;
              for (const fact of rulebook?.on('precedence') ?? []) {
                yield* turns([fact]);
                yield* window(fact.data.effectiveFrom, fact, rulebook?.zone ?? 'UTC');
              }
            },
          };
        }),
    ),
  ];
}

/** Whether a path belongs to a part. */
export const owns = ({ prefixes }: Part, path: string): boolean =>
  prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}.`));

/** The leaves of some parts at one instant. */
export function leavesOf(view: NegotiationView, parts = partsOf(view)): Leaves {
  const leaves = new Map<string, Leaf>();
  if (!view.hasBegun) return leaves;
  const put = (path: string, value: LeafValue, ...setBy: readonly Fact[]) => {
    leaves.set(path, { value, setBy });
  };
  for (const part of parts) part.put(view, put);
  return leaves;
}

/** The same negotiation and knowledge at another instant. */
export const viewAt = (view: NegotiationView, at: number): NegotiationView =>
  at === view.at ? view : new NegotiationView(view.reading, at, view.world);
