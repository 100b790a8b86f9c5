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

/** Where one thing leaves an agreement. */
export interface CourseStep {
  readonly effect: Effect;
  /** Whether what the fact says runs out. */
  readonly end: boolean;
  readonly status: AgreementStatus | undefined;
}

const startOf = ({ min, max }: Bounds): number => (Number.isFinite(min) ? min : max);

/** The agreements' facts as an agreement's own course. Facts must be in order of time. */
export class AgreementCourse {
  readonly #effects: ReadonlyMap<AgreementFact, Effect>;
  #spans: readonly CourseSpan[] | undefined;
  #steps: readonly CourseStep[] | undefined;
  /** What was computed for the instant last asked about, by name. */
  #computed: { readonly at: number; readonly values: Map<string, unknown> } | undefined;

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

  #once<Value>(at: number, name: string, compute: () => Value): Value {
    if (this.#computed?.at !== at) this.#computed = { at, values: new Map() };
    const { values } = this.#computed;
    if (!values.has(name)) values.set(name, compute());
    return values.get(name) as Value;
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
      .sort((a, b) => this.#order(a, b));
  }

  /** Negative when `a` takes effect before `b`: in order of effect, then of the log. */
  #order(a: AgreementFact, b: AgreementFact): number {
    const between = startOf(this.effect(a).bounds) - startOf(this.effect(b).bounds);
    return between || a.event.position - b.event.position;
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
      // Facts are in the order in which they were decided.
      if (this.facts.indexOf(fact) < this.facts.indexOf(entry)) continue;
      end = untilOf(fact, this.zone);
    }
    return end;
  }

  /** The last entry into force of a party by `at`. */
  #entryOf(party: string, at: number): Entry | undefined {
    const group = this.groupOf(party);
    const names = (codes: readonly string[]) =>
      codes.includes(party) || (group !== undefined && codes.includes(group));
    // What bound before an end does not bind again when the agreement is taken up anew.
    const ended = this.#lastEnd(at);
    return this.#inEffect(at, 'AgreementEnteredIntoForce').findLast(
      (entry) =>
        names(entry.data.parties ?? (party === ALL ? [ALL] : this.parties)) &&
        (!ended || this.#order(entry, ended) > 0),
    );
  }

  /** The instant that a fact names, read in its own zone if it has one. */
  #instant(fact: AgreementFact, text: string): number {
    return effectiveInstant(text, fact.event.timeZone ?? this.zone);
  }

  /** The suspension of the whole agreement that covers `at`. */
  #suspendedBy(at: number): AgreementFact | undefined {
    return this.#once(at, 'suspendedBy', () => {
      const last = this.#inEffect(at, 'AgreementSuspended', 'AgreementResumed').findLast(
        ({ data }) => data.parts === undefined,
      );
      if (last?.type !== 'AgreementSuspended') return undefined;
      const { until } = last.data;
      return until === undefined || at < this.#instant(last, until) ? last : undefined;
    });
  }

  /** The parts suspended on their own at `at`. */
  #suspendedParts(at: number): readonly string[] {
    const parts = new Set<string>();
    for (const fact of this.#inEffect(at, 'AgreementSuspended', 'AgreementResumed')) {
      const { parts: named, until } = fact.data;
      if (fact.type === 'AgreementResumed')
        for (const part of named ?? [...parts]) parts.delete(part);
      else if (named && (until === undefined || at < this.#instant(fact, until)))
        for (const part of named) parts.add(part);
    }
    return [...parts];
  }

  /** The end of the whole agreement by `at`, unless something took it up again since. */
  #endedBy(at: number): AgreementFact | undefined {
    return this.#once(at, 'endedBy', () => {
      const ended = this.#lastEnd(at);
      if (!ended) return undefined;
      const again = this.#inEffect(at, ...STEPS, 'AgreementEnteredIntoForce');
      return again.some((fact) => this.#order(fact, ended) > 0) ? undefined : ended;
    });
  }

  /** What last ended the whole agreement by `at`. */
  #lastEnd(at: number): AgreementFact | undefined {
    return this.#once(at, 'lastEnd', () => {
      const terminated: AgreementFact | undefined = this.#inEffect(at, 'AgreementTerminated').at(
        -1,
      );
      const dissolved = this.#dissolvedBy(at);
      return terminated && dissolved && this.#order(dissolved, terminated) > 0
        ? dissolved
        : (terminated ?? dissolved);
    });
  }

  /**
   * The last withdrawal that left fewer than two of the agreement's parties: those at signature,
   * and those for whom it entered into force by name.
   */
  #dissolvedBy(at: number): AgreementFact | undefined {
    const parties = new Set(this.parties.length > 0 ? this.parties : [ALL]);
    const gone = new Set<string>();
    let dissolved: AgreementFact | undefined;
    for (const fact of this.#inEffect(at, 'PartyWithdrew', 'AgreementEnteredIntoForce'))
      if (fact.type === 'AgreementEnteredIntoForce')
        for (const party of fact.data.parties ?? []) {
          gone.delete(party);
          if (!parties.has(this.groupOf(party) ?? party)) parties.add(party);
        }
      else if (parties.has(fact.data.party)) {
        gone.add(fact.data.party);
        if (parties.size - gone.size < 2 && this.#agreedBefore(fact)) dissolved = fact;
      }
    return dissolved;
  }

  /** Whether anything was agreed before a withdrawal that it could end. */
  #agreedBefore(withdrawal: AgreementFact): boolean {
    const agrees = ({ type, data }: AgreementFact) =>
      type === 'RatificationStepTaken'
        ? MOVES_ON.has(data.outcome ?? 'ADVANCED')
        : type in STATUS_OF ||
          type === 'AgreementEnteredIntoForce' ||
          type === 'AgreementTerminated';
    return this.facts.some((fact) => agrees(fact) && this.#order(fact, withdrawal) < 0);
  }

  /** Parties that withdrew by `at` and did not enter again. */
  #withdrawals(at: number): ReadonlyMap<string, AgreementFact> {
    return this.#once(at, 'withdrawals', () => {
      const gone = new Map<string, AgreementFact>();
      for (const fact of this.#inEffect(at, 'PartyWithdrew', 'AgreementEnteredIntoForce')) {
        if (fact.type === 'PartyWithdrew') gone.set(fact.data.party, fact);
        else for (const party of fact.data.parties ?? []) gone.delete(party);
      }
      return gone;
    });
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
    const step = this.#inEffect(at, ...STEPS).at(-1);
    const lapsed = states.flatMap(({ state }) => (state?.bound === 'NOT' ? [state.from] : []));
    // An end moved back in time is reached only when that is decided.
    const reached = ({ bounds, fact }: Effect) =>
      fact.type === 'AgreementExtended'
        ? Math.max(startOf(bounds), startOf(fact.began))
        : startOf(bounds);
    const lapse = Math.max(...lapsed.map(reached));
    // What is agreed after a lapse begins anew.
    if (lapsed.length > 0 && !(step && startOf(this.effect(step).bounds) >= lapse))
      return { status: 'LAPSED', ...idle };
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
      if (last && state && last.until === null && sameState(last, state)) continue;
      // Nothing is left of what was only a ratification when it is taken back.
      if (last) last.until ??= effect;
      if (!state) continue;
      spans.push({ ...state, from: effect, until: null });
    }
    return spans;
  }

  /**
   * The status after each fact has taken effect, or what it says has run out: also of several at
   * one instant, in order of the log. Undefined where nothing is agreed. O(facts² x parties), once.
   */
  steps(): readonly CourseStep[] {
    return (this.#steps ??= this.#effectsInOrder().map(({ effect, end }, i, all) => {
      const at = startOf(effect.bounds);
      const next = all[i + 1];
      // Facts that take effect at the same instant, but later in the log, do not count yet.
      const alone = next === undefined || startOf(next.effect.bounds) > at;
      const course =
        end || alone
          ? this
          : new AgreementCourse(
              this.facts.filter((fact) => this.#order(fact, effect.fact) <= 0),
              this.parties,
              this.groupOf,
              this.zone,
            );
      return { effect, end, status: course.stateAt(at)?.status };
    }));
  }

  /** Everything at which something may change, in order; ends after what begins at their instant. */
  #effectsInOrder(): readonly Omit<CourseStep, 'status'>[] {
    const effects = this.facts.flatMap((fact) => {
      const until = untilOf(fact, this.zone);
      const begins = { effect: this.effect(fact), end: false };
      return until ? [begins, { effect: until, end: true }] : [begins];
    });
    return effects
      .filter(({ effect }) => startOf(effect.bounds) < Infinity)
      .sort(
        (a, b) =>
          startOf(a.effect.bounds) - startOf(b.effect.bounds) ||
          Number(a.end) - Number(b.end) ||
          a.effect.fact.event.position - b.effect.fact.event.position,
      );
  }

  /** Of the effects at one instant, the last. */
  #turns(): readonly Effect[] {
    const byInstant = new Map<number, Effect>();
    for (const { effect, end } of this.#effectsInOrder()) {
      const at = startOf(effect.bounds);
      if (!end || !byInstant.has(at)) byInstant.set(at, effect);
    }
    return [...byInstant.values()];
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
  const instant = effectiveInstant(until, fact.event.timeZone ?? zone);
  return { bounds: { min: instant, max: instant }, edtf: until, fact: fact as AgreementFact };
}
