/**
 * The course of one agreement: how far it has come, and who is bound how, at any instant.
 *
 * Every fact takes effect at its own instant, a vague one at its earliest; between two such
 * instants nothing changes. Periods are half-open.
 */
import { effectiveInstant, moment } from '../../../events/time/bounds.js';
import type { Bounds } from '../../../events/time/edtf.js';
import type { EventData } from '../../../events/catalogue.js';
import type { Fact } from '../streamState/knowledgeView.js';
import type { AgreementFact } from './agreementFacts.js';

export type AgreementStatus =
  | 'FRAMEWORK_AGREED'
  | 'CONCLUDED'
  | 'SIGNED'
  | 'RATIFYING'
  | 'IN_FORCE'
  | 'SUSPENDED'
  | 'LAPSED'
  | 'TERMINATED';

export type ForceMode = EventData<'AgreementEnteredIntoForce'>['mode'];
export type Ratification = NonNullable<EventData<'RatificationStepTaken'>['outcome']> | 'NONE';
export type BoundState = 'NOT' | 'PROVISIONALLY' | 'DEFINITIVELY' | 'SUSPENDED' | 'WITHDRAWN';

type Entry = Extract<AgreementFact, { type: 'AgreementEnteredIntoForce' }>;
type Step = Extract<AgreementFact, { type: 'RatificationStepTaken' }>;

/** An instant at which a fact takes effect or what it says runs out. */
export interface Effect {
  readonly bounds: Bounds;
  readonly edtf: string;
  readonly fact: AgreementFact;
}

/** How one party is bound. `effect` is what made it so. */
export interface PartyState {
  readonly bound: BoundState;
  readonly from: Effect;
  readonly until: string | null;
}

/** Where an agreement stands at an instant. */
export interface CourseState {
  readonly status: AgreementStatus;
  readonly mode: ForceMode | null;
  /** Who is bound, by code, in the order of the parties. */
  readonly bound: readonly string[];
  readonly exceptParts: readonly string[];
}

/** A stretch of time with one state. */
export interface CourseSpan extends CourseState {
  readonly from: Effect;
  /** What ends it; null while nothing known does. */
  readonly until: Effect | null;
}

const startOf = ({ min, max }: Bounds): number => (Number.isFinite(min) ? min : max);

/** The agreements' facts as an agreement's own course. Facts must be in order of time. */
export class AgreementCourse {
  readonly #effects: ReadonlyMap<AgreementFact, Effect>;
  #spans: readonly CourseSpan[] | undefined;

  /**
   * @param facts those that count, in order of time
   * @param parties the codes of the parties that "all" means
   * @param groupOf the party whose member a code is, if any: a member is bound as its group is
   * @param zone the zone in which dates without one are read
   */
  constructor(
    readonly facts: readonly AgreementFact[],
    readonly parties: readonly string[],
    readonly groupOf: (code: string) => string | undefined,
    readonly zone: string,
  ) {
    this.#effects = new Map(facts.map((fact) => [fact, effectOf(fact, zone)]));
  }

  effect(fact: AgreementFact): Effect {
    return this.#effects.get(fact) ?? effectOf(fact, this.zone);
  }

  /** Facts of some types that have taken effect by `at`, in order of effect. */
  #inEffect<Type extends AgreementFact['type']>(
    at: number,
    ...types: readonly Type[]
  ): readonly Extract<AgreementFact, { type: Type }>[] {
    return this.facts
      .filter((fact): fact is Extract<AgreementFact, { type: Type }> =>
        (types as readonly string[]).includes(fact.type),
      )
      .filter((fact) => this.effect(fact).bounds.min <= at)
      .sort((a, b) => startOf(this.effect(a).bounds) - startOf(this.effect(b).bounds));
  }

  /** The last step of each party towards ratification by `at`. */
  ratifications(at: number): ReadonlyMap<string, Step> {
    return new Map(
      this.#inEffect(at, 'RatificationStepTaken').map((fact) => [fact.data.party, fact]),
    );
  }

  /** When a party's force ends as decided by `at`: what its entry says, or a later extension. */
  #endOf(entry: Entry, at: number): Effect | null {
    let end = untilOf(entry, this.zone);
    for (const fact of this.facts) {
      if (fact.type !== 'AgreementExtended' || fact.began.min > at) continue;
      if (startOf(fact.began) < startOf(entry.began)) continue;
      end = untilOf(fact, this.zone);
    }
    return end;
  }

  /** The last entry into force of a party by `at`. */
  #entryOf(party: string, at: number): Entry | undefined {
    const group = this.groupOf(party);
    const names = (codes: readonly string[]) =>
      codes.includes(party) || (group !== undefined && codes.includes(group));
    return this.#inEffect(at, 'AgreementEnteredIntoForce').findLast(({ data }) =>
      names(data.parties ?? (party === ALL ? [ALL] : this.parties)),
    );
  }

  /** The suspension of the whole agreement that covers `at`. */
  #suspendedBy(at: number): AgreementFact | undefined {
    const last = this.#inEffect(at, 'AgreementSuspended', 'AgreementResumed').findLast(
      ({ data }) => data.parts === undefined,
    );
    if (last?.type !== 'AgreementSuspended') return undefined;
    const { until } = last.data;
    return until === undefined || at < effectiveInstant(until, this.zone) ? last : undefined;
  }

  /** The parts suspended on their own at `at`. */
  #suspendedParts(at: number): readonly string[] {
    const parts = new Set<string>();
    for (const fact of this.#inEffect(at, 'AgreementSuspended', 'AgreementResumed')) {
      const { parts: named, until } = fact.data;
      if (fact.type === 'AgreementResumed')
        for (const part of named ?? [...parts]) parts.delete(part);
      else if (named && (until === undefined || at < effectiveInstant(until, this.zone)))
        for (const part of named) parts.add(part);
    }
    return [...parts];
  }

  /** The end of the whole agreement by `at`, unless something took it up again since. */
  #endedBy(at: number): AgreementFact | undefined {
    const ended = this.#inEffect(at, 'AgreementTerminated').at(-1);
    if (!ended) return this.#dissolvedBy(at);
    const since = startOf(this.effect(ended).bounds);
    const again = this.#inEffect(at, ...STEPS, 'AgreementEnteredIntoForce').some(
      (fact) => startOf(this.effect(fact).bounds) > since,
    );
    return again ? undefined : ended;
  }

  /** Withdrawals that leave fewer than two parties bound end an agreement. */
  #dissolvedBy(at: number): AgreementFact | undefined {
    const gone = this.#withdrawals(at);
    const left = this.parties.filter((party) => !gone.has(party));
    return gone.size > 0 &&
      left.length < 2 &&
      this.#inEffect(at, 'AgreementEnteredIntoForce').length > 0
      ? [...gone.values()].at(-1)
      : undefined;
  }

  /** Parties that withdrew by `at` and did not enter again. */
  #withdrawals(at: number): ReadonlyMap<string, AgreementFact> {
    const gone = new Map<string, AgreementFact>();
    for (const fact of this.#inEffect(at, 'PartyWithdrew', 'AgreementEnteredIntoForce')) {
      if (fact.type === 'PartyWithdrew') gone.set(fact.data.party, fact);
      else for (const party of fact.data.parties ?? []) gone.delete(party);
    }
    return gone;
  }

  /** How a party is bound at `at`; undefined where it never was and never withdrew. */
  party(code: string, at: number): PartyState | undefined {
    const withdrawn = this.#withdrawals(at).get(code);
    if (withdrawn) return { bound: 'WITHDRAWN', from: this.effect(withdrawn), until: null };
    const entry = this.#entryOf(code, at);
    if (!entry) return undefined;
    const end = this.#endOf(entry, at);
    const ended = this.#endedBy(at);
    if (ended) return { bound: 'NOT', from: this.effect(ended), until: null };
    if (end && at >= end.bounds.min) return { bound: 'NOT', from: end, until: null };
    const suspended = this.#suspendedBy(at);
    return {
      bound: suspended
        ? 'SUSPENDED'
        : entry.data.mode === 'PROVISIONAL'
          ? 'PROVISIONALLY'
          : 'DEFINITIVELY',
      from: this.effect(suspended ?? entry),
      until: end?.edtf ?? null,
    };
  }

  /** Every party that an event of the agreement names, after those that "all" means. */
  everyone(): readonly string[] {
    return [...new Set([...this.parties, ...partiesNamed(this.facts)])];
  }

  /** Where the agreement stands at `at`; undefined before anything was agreed. O(facts x parties). */
  stateAt(at: number): CourseState | undefined {
    // Where no launch names the parties, an entry into force for all still binds them.
    const codes = this.parties.length > 0 ? this.everyone() : [...this.everyone(), ALL];
    const states = codes.map((code) => ({ code, state: this.party(code, at) }));
    const bound = states.filter(({ state }) => state && BINDS.has(state.bound));
    const entries = bound.flatMap(({ code }) => this.#entryOf(code, at) ?? []);
    const idle = { mode: null, bound: [], exceptParts: [] };
    if (this.#endedBy(at)) return { status: 'TERMINATED', ...idle };
    const [first] = entries;
    if (first) {
      const definitive = entries.some(({ data }) => data.mode === 'DEFINITIVE');
      const except = entries.every(({ data }) => data.exceptParts !== undefined)
        ? (entries.at(-1)?.data.exceptParts ?? [])
        : [];
      return {
        status: this.#suspendedBy(at) ? 'SUSPENDED' : 'IN_FORCE',
        mode: definitive ? 'DEFINITIVE' : 'PROVISIONAL',
        bound: bound.flatMap(({ code }) => (code === ALL ? [] : [code])),
        exceptParts: [...new Set([...except, ...this.#suspendedParts(at)])],
      };
    }
    if (states.some(({ state }) => state?.bound === 'NOT')) return { status: 'LAPSED', ...idle };
    const step = this.#inEffect(at, ...STEPS).at(-1);
    const ratifying = [...this.ratifications(at).values()].some(({ data }) =>
      MOVES_ON.has(data.outcome ?? 'ADVANCED'),
    );
    if (ratifying) return { status: 'RATIFYING', ...idle };
    return step && { status: STATUS_OF[step.type], ...idle };
  }

  /** The whole course, scheduled changes included, oldest first. O(facts² x parties), once. */
  spans(): readonly CourseSpan[] {
    return (this.#spans ??= this.#makeSpans());
  }

  #makeSpans(): readonly CourseSpan[] {
    const spans: { -readonly [Key in keyof CourseSpan]: CourseSpan[Key] }[] = [];
    for (const effect of this.#turns()) {
      const last = spans.at(-1);
      const state = this.stateAt(startOf(effect.bounds));
      if (!state || (last && sameState(last, state))) continue;
      if (last) last.until = effect;
      spans.push({ ...state, from: effect, until: null });
    }
    return spans;
  }

  /** Everything at which something may change, in order; of several at one instant, the last. */
  #turns(): readonly Effect[] {
    const effects = this.facts.flatMap((fact) => [
      this.effect(fact),
      // An extension is decided when it occurs; so is the end that it moves.
      ...(fact.type === 'AgreementExtended' ? [startEffect(fact)] : []),
      ...('until' in fact.data ? [untilOf(fact, this.zone)] : []),
    ]);
    const byInstant = new Map<number, Effect>();
    for (const effect of effects) if (effect) byInstant.set(startOf(effect.bounds), effect);
    return [...byInstant]
      .sort(([a], [b]) => a - b)
      .map(([, effect]) => effect)
      .filter(({ bounds }) => startOf(bounds) < Infinity);
  }
}

/** The parties that events name themselves, in order, without repeats. */
export function partiesNamed(facts: readonly AgreementFact[]): readonly string[] {
  const named = facts.flatMap(({ type, data }) =>
    type === 'AgreementEnteredIntoForce'
      ? (data.parties ?? [])
      : type === 'RatificationStepTaken' || type === 'PartyWithdrew'
        ? [data.party]
        : [],
  );
  return [...new Set(named)];
}

/** Stands for the parties of an agreement while none of them is known. */
const ALL = '*';

const BINDS: ReadonlySet<string> = new Set(['PROVISIONALLY', 'DEFINITIVELY', 'SUSPENDED']);
const MOVES_ON: ReadonlySet<string> = new Set(['ADVANCED', 'COMPLETED']);

const STEPS = ['FrameworkAgreed', 'AgreementConcluded', 'AgreementSigned'] as const;
const STATUS_OF = {
  FrameworkAgreed: 'FRAMEWORK_AGREED',
  AgreementConcluded: 'CONCLUDED',
  AgreementSigned: 'SIGNED',
} as const;

const sameState = (a: CourseState, b: CourseState): boolean =>
  a.status === b.status &&
  a.mode === b.mode &&
  a.bound.join() === b.bound.join() &&
  a.exceptParts.join('\n') === b.exceptParts.join('\n');

const startEffect = (fact: AgreementFact): Effect => ({
  bounds: fact.began,
  edtf: fact.occurred,
  fact,
});

/** When a fact takes effect: as it says, else when it occurred. */
export function effectOf(fact: AgreementFact, zone: string): Effect {
  const edtf = (fact.data as { effectiveFrom?: string }).effectiveFrom;
  if (edtf === undefined) return startEffect(fact);
  return { bounds: moment(edtf, fact.event.timeZone ?? zone), edtf, fact };
}

/** When what a fact says runs out; null where it says no end. */
function untilOf(fact: Fact, zone: string): Effect | null {
  const { until } = fact.data as { until?: string };
  if (until === undefined) return null;
  const instant = effectiveInstant(until, zone);
  return { bounds: { min: instant, max: instant }, edtf: until, fact: fact as AgreementFact };
}
