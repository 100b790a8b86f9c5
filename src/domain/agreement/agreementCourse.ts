/**
 * The course of one agreement: its status at any instant, and how it binds each party.
 *
 * Every fact takes effect at its own instant, one with a vague date at the earliest of its bounds;
 * between two such instants nothing changes. Periods are half-open.
 */
import { type Effect, EffectiveFacts } from './agreementEffects.js';
import { AgreementEnds } from './agreementEnds.js';
import { AgreementEntries } from './agreementEntries.js';
import type { AgreementFact } from './agreementFacts.js';
import {
  ALL,
  BINDS,
  type CourseSpan,
  type CourseState,
  type CourseStep,
  ADVANCING_OUTCOMES,
  type PartyState,
  sameState,
  STATUS_OF,
  STEPS,
} from './agreementStates.js';
import { InstantMemo } from './instantMemo.js';

type Step = Extract<AgreementFact, { type: 'RatificationStepTaken' }>;

/** States that are remembered. */
const MAX_STATES = 2_000;

/** The course of one agreement, derived from its facts. */
export class AgreementCourse {
  readonly #effective: EffectiveFacts;
  readonly #ends: AgreementEnds;
  readonly #entries: AgreementEntries;
  readonly #memo = new InstantMemo();
  readonly #states = new Map<number, CourseState | undefined>();
  #allParties: readonly string[] | undefined;
  #spans: readonly CourseSpan[] | undefined;
  #steps: readonly CourseStep[] | undefined;

  /**
   * @param effects those of the facts that count, in the order in which they were decided
   * @param parties the codes of the parties bound by an event that names none
   * @param groupOf the party that a code is a member of, if any: a member is bound as its group is
   * @param zone the time zone of dates that have none
   */
  constructor(
    effects: readonly Effect[],
    readonly parties: readonly string[],
    readonly groupOf: (code: string) => string | undefined,
    zone: string,
  ) {
    this.#effective = new EffectiveFacts(effects, zone);
    this.#ends = new AgreementEnds(this.#effective, parties, groupOf);
    this.#entries = new AgreementEntries(this.#effective, this.#ends, parties, groupOf);
  }

  get facts(): readonly AgreementFact[] {
    return this.#effective.facts;
  }

  effect(fact: AgreementFact): Effect {
    return this.#effective.effect(fact);
  }

  /** The last step of each party towards ratification by `at`. */
  ratifications(at: number): ReadonlyMap<string, Step> {
    return new Map(
      this.#effective.inEffect(at, 'RatificationStepTaken').map((fact) => [fact.data.party, fact]),
    );
  }

  /** The suspension of the whole agreement that covers `at`. */
  #suspendedBy(at: number): AgreementFact | undefined {
    return this.#memo.once(at, 'suspendedBy', () => {
      const last = this.#effective
        .inEffect(at, 'AgreementSuspended', 'AgreementResumed')
        .findLast(({ data }) => data.parts === undefined);
      if (last?.type !== 'AgreementSuspended') return undefined;
      const { until } = last.data;
      return until === undefined || at < this.#effective.instant(last, until) ? last : undefined;
    });
  }

  /** The parts that are suspended separately at `at`. */
  #suspendedParts(at: number): readonly string[] {
    const parts = new Set<string>();
    for (const fact of this.#effective.inEffect(at, 'AgreementSuspended', 'AgreementResumed')) {
      const { parts: named, until } = fact.data;
      if (fact.type === 'AgreementResumed')
        for (const part of named ?? [...parts]) parts.delete(part);
      else if (until === undefined || at < this.#effective.instant(fact, until))
        for (const part of named ?? []) parts.add(part);
      // Suspended again, a part is so until the later decision says.
      else for (const part of named ?? []) parts.delete(part);
    }
    return [...parts];
  }

  /** How a party is bound at `at`; undefined where it never was bound and never withdrew. */
  party(code: string, at: number): PartyState | undefined {
    const withdrawn = this.#ends.withdrawals(at).get(code);
    if (withdrawn) return { bound: 'WITHDRAWN', from: this.effect(withdrawn) };
    const entry = this.#entries.lastOf(code, at);
    if (!entry) return undefined;
    const end = this.#entries.endOf(entry, at);
    const ended = this.#ends.endedBy(at);
    if (ended) return { bound: 'NOT', from: this.effect(ended) };
    if (end && at >= end.bounds.min) return { bound: 'NOT', from: end };
    const suspended = this.#suspendedBy(at);
    return {
      bound: suspended
        ? 'SUSPENDED'
        : entry.data.mode === 'PROVISIONAL'
          ? 'PROVISIONALLY'
          : 'DEFINITIVELY',
      from: this.effect(suspended ?? entry),
    };
  }

  /** The codes of all parties: `parties`, then any other that an event of the agreement names. */
  allParties(): readonly string[] {
    return (this.#allParties ??= [...new Set([...this.parties, ...partiesNamed(this.facts)])]);
  }

  /**
   * The state of the agreement at `at`; undefined before anything was agreed. O(facts × parties),
   * once an instant.
   */
  stateAt(at: number): CourseState | undefined {
    if (this.#states.has(at)) return this.#states.get(at);
    const state = this.#makeState(at);
    // Instants are as many as are asked about.
    if (this.#states.size >= MAX_STATES) this.#states.clear();
    this.#states.set(at, state);
    return state;
  }

  #makeState(at: number): CourseState | undefined {
    // Where no launch names the parties, an entry into force that names none binds ALL.
    const codes = this.parties.length > 0 ? this.allParties() : [...this.allParties(), ALL];
    const states = codes.map((code) => ({ code, state: this.party(code, at) }));
    const bound = states.filter(({ state }) => state && BINDS.has(state.bound));
    const entries = bound.flatMap(({ code }) => this.#entries.lastOf(code, at) ?? []);
    const idle = { mode: null, bound: [], exceptParts: [] };
    if (this.#ends.endedBy(at)) return { status: 'TERMINATED', ...idle };
    const [first] = entries;
    if (first) {
      const definitive = entries.some(({ data }) => data.mode === 'DEFINITIVE');
      // A part that applies to any party applies.
      const except = (first.data.exceptParts ?? []).filter((part) =>
        entries.every(({ data }) => data.exceptParts?.includes(part)),
      );
      return {
        status: this.#suspendedBy(at) ? 'SUSPENDED' : 'IN_FORCE',
        mode: definitive ? 'DEFINITIVE' : 'PROVISIONAL',
        bound: bound.flatMap(({ code }) => (code === ALL ? [] : [code])),
        exceptParts: [...new Set([...except, ...this.#suspendedParts(at)])],
      };
    }
    const step = this.#effective.inEffect(at, ...STEPS).at(-1);
    const lapsed = states.flatMap(({ code, state }) =>
      state?.bound === 'NOT' || (state?.bound === 'WITHDRAWN' && this.#entries.wasBound(code, at))
        ? [state.from]
        : [],
    );
    // A step after a lapse starts the agreement again from that step.
    if (lapsed.length > 0 && !(step && lapsed.every((end) => this.#follows(step, end))))
      return { status: 'LAPSED', ...idle };
    const ratifying = [...this.ratifications(at).values()].some(({ data }) =>
      ADVANCING_OUTCOMES.has(data.outcome ?? 'ADVANCED'),
    );
    if (ratifying) return { status: 'RATIFYING', ...idle };
    return step && { status: STATUS_OF[step.type], ...idle };
  }

  /** Whether a step comes after an end of force. */
  #follows(step: AgreementFact, { fact, sortInstant }: Effect): boolean {
    // An end moved back in time is reached only when that is decided, and so is a withdrawal.
    const decided = this.effect(fact).sortInstant;
    return fact.type !== 'AgreementEnteredIntoForce' && decided >= sortInstant
      ? this.#effective.order(step, fact) > 0
      : this.effect(step).sortInstant >= sortInstant;
  }

  /** The whole course, scheduled changes included, oldest first. O(facts² × parties), once. */
  spans(): readonly CourseSpan[] {
    return (this.#spans ??= this.#makeSpans());
  }

  #makeSpans(): readonly CourseSpan[] {
    const spans: { -readonly [Key in keyof CourseSpan]: CourseSpan[Key] }[] = [];
    for (const effect of this.effectsByInstant()) {
      const last = spans.at(-1);
      const state = this.stateAt(effect.sortInstant);
      if (last && state && last.until === null && sameState(last, state)) continue;
      // A withdrawn ratification of an agreement without other steps leaves no state.
      if (last) last.until ??= effect;
      if (!state) continue;
      spans.push({ ...state, from: effect, until: null });
    }
    return spans;
  }

  /**
   * The status after each effect or expiry of a fact, including each of several at one instant, in
   * order of the log. The status is undefined where nothing is agreed. O(facts² × parties),
   * computed once.
   */
  steps(): readonly CourseStep[] {
    return (this.#steps ??= this.#effectsInOrder().map(({ effect, end }, i, all) => {
      const at = effect.sortInstant;
      const next = all[i + 1];
      // Facts that take effect at the same instant, but later in the log, do not count yet.
      const isLastAtInstant = next === undefined || next.effect.sortInstant > at;
      const course =
        end || isLastAtInstant
          ? this
          : new AgreementCourse(
              this.#effective.effects.filter(
                ({ fact }) => this.#effective.order(fact, effect.fact) <= 0,
              ),
              this.parties,
              this.groupOf,
              this.#effective.zone,
            );
      return { effect, end, status: course.stateAt(at)?.status };
    }));
  }

  /** Every effect and expiry in order of time; at one instant expiries come last. */
  #effectsInOrder(): readonly Omit<CourseStep, 'status'>[] {
    const effects = this.facts.flatMap((fact) => {
      const until = this.#effective.until(fact);
      const begins = { effect: this.effect(fact), end: false };
      return until ? [begins, { effect: until, end: true }] : [begins];
    });
    return effects
      .filter(({ effect }) => effect.sortInstant < Infinity)
      .sort(
        (a, b) =>
          a.effect.sortInstant - b.effect.sortInstant ||
          Number(a.end) - Number(b.end) ||
          a.effect.fact.event.position - b.effect.fact.event.position,
      );
  }

  /** The last effect at each instant, oldest first. */
  effectsByInstant(): readonly Effect[] {
    const byInstant = new Map<number, Effect>();
    for (const { effect, end } of this.#effectsInOrder()) {
      const at = effect.sortInstant;
      if (!end || !byInstant.has(at)) byInstant.set(at, effect);
    }
    return [...byInstant.values()];
  }
}

/** The parties that the events of an agreement name, in order, without repeats. */
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
