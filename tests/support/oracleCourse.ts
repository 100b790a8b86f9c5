/**
 * The naive oracle on agreements. Where an agreement stands is worked out afresh at every instant
 * from the list of what had taken effect by then.
 */
import { effectiveInstant } from '../../events/time/bounds.js';
import type { Bounds } from '../../events/time/edtf.js';
import type { OracleFact, OracleStream } from './oracle.js';
import { effects, type OracleEffect, partiesAt } from './oracleParties.js';

export const AGREEMENT_EVENTS =
  'FrameworkAgreed AgreementConcluded AgreementSigned RatificationStepTaken AgreementEnteredIntoForce AgreementExtended AgreementSuspended AgreementResumed PartyWithdrew AgreementTerminated'.split(
    ' ',
  );
const STAGES: Readonly<Record<string, string>> = {
  FrameworkAgreed: 'FRAMEWORK_AGREED',
  AgreementConcluded: 'CONCLUDED',
  AgreementSigned: 'SIGNED',
};

export const BINDS = ['SUSPENDED', 'DEFINITIVELY', 'PROVISIONALLY'];
export const NOBODY_KNOWN = '*';

export interface OracleAgreement {
  readonly slug: string;
  readonly effects: OracleEffect[];
}

const sluggish = (title: string): string => title.toLowerCase().replaceAll(' ', '-');

/** What each event is about: the slug given, else the title known, else what was last spoken of. */
export function agreementsOf(oracle: OracleStream): readonly OracleAgreement[] {
  const found: OracleAgreement[] = [];
  const titled = new Map<string, OracleAgreement>();
  const orphans: OracleEffect[] = [];
  let last: OracleAgreement | undefined;
  const order = oracle.facts.filter(({ type }) => AGREEMENT_EVENTS.includes(type));
  const effect = new Map(effects(oracle, AGREEMENT_EVENTS).map((one) => [one.fact, one]));
  for (const fact of order) {
    const { agreement, title } = fact.data;
    let about = last;
    if (agreement !== undefined) about = found.find(({ slug }) => slug === agreement);
    else if (title !== undefined)
      about = titled.get(title) ?? found.find(({ slug }) => slug === sluggish(title));
    else if (!about) {
      orphans.push(effect.get(fact)!);
      continue;
    }
    if (!about) {
      const slug = agreement ?? sluggish(title);
      about = { slug, effects: orphans.splice(0) };
      found.push(about);
    }
    // A title stands for the agreement to which it was first given.
    if (title !== undefined && !titled.has(title)) titled.set(title, about);
    about.effects.push(effect.get(fact)!);
    last = about;
  }
  if (orphans.length > 0) found.push({ slug: 'agreement', effects: orphans });
  for (const one of found)
    one.effects.sort((a, b) => a.order - b.order || a.fact.event.position - b.fact.event.position);
  return found;
}

export class OracleCourse {
  protected readonly members: readonly string[];

  constructor(
    readonly oracle: OracleStream,
    readonly agreement: OracleAgreement,
  ) {
    const signature = agreement.effects.find(
      ({ fact, bounds }) => fact.type === 'AgreementSigned' && bounds.min <= oracle.question.at,
    );
    const { codes } = partiesAt(oracle, signature?.order ?? oracle.question.at);
    // Where nobody is known, it may still be in force for whoever it is.
    this.members = codes.length > 0 ? codes : [NOBODY_KNOWN];
  }

  protected instant(fact: OracleFact, text: string): number {
    return effectiveInstant(text, fact.event.timeZone ?? this.oracle.zone);
  }

  /** Instants at which something is due to end by itself. */
  ends(): readonly { order: number; bounds: Bounds; since: string; fact: OracleFact }[] {
    return this.agreement.effects.flatMap(({ fact }) => {
      if (fact.data.until === undefined) return [];
      const order = this.instant(fact, fact.data.until);
      return [{ order, bounds: { min: order, max: order }, since: fact.data.until, fact }];
    });
  }

  /** Everyone listed: the members, then whoever else an event decided by then names. */
  listed(): readonly string[] {
    const { facts, question } = this.oracle;
    const codes = [...this.members];
    for (const fact of facts) {
      const effect = this.agreement.effects.find((one) => one.fact === fact);
      const decided = this.oracle.when(fact).min <= question.at;
      if (!effect || (!decided && effect.bounds.min > question.at)) continue;
      for (const code of fact.data.parties ?? [fact.data.party])
        if (code !== undefined && !codes.includes(code)) codes.push(code);
    }
    // A member is listed after its group.
    if (!this.members.includes('EU') || this.members.includes('DE') || !codes.includes('DE'))
      return codes;
    return codes.flatMap((code) => (code === 'EU' ? ['EU', 'DE'] : code === 'DE' ? [] : [code]));
  }

  /** Whether what is said of these parties holds for a party: by name, or as a member of a group. */
  protected covers(codes: readonly string[], code: string): boolean {
    const asMember = code === 'DE' && this.members.includes('EU') && codes.includes('EU');
    return codes.includes(code) || asMember;
  }

  /** Whether the last of these is a withdrawal that leaves fewer than two of all who were ever bound or to be. */
  protected dissolved(done: readonly OracleFact[]): boolean {
    const parties = new Set(this.members);
    const gone = new Set<string>();
    for (const { type, data } of done) {
      if (type === 'PartyWithdrew' && parties.has(data.party)) gone.add(data.party);
      if (type !== 'AgreementEnteredIntoForce') continue;
      for (const code of data.parties ?? []) {
        gone.delete(code);
        if (!this.covers([...parties], code)) parties.add(code);
      }
    }
    // The withdrawal of whoever is no party dissolves nothing.
    return gone.has(done.at(-1)!.data.party) && parties.size - gone.size < 2;
  }

  /** How far a party has come with ratifying, by what is done. */
  protected ratification(done: readonly OracleFact[], code: string): string {
    const steps = done.filter((f) => f.type === 'RatificationStepTaken' && f.data.party === code);
    const last = steps.at(-1);
    return last ? (last.data.outcome ?? 'ADVANCED') : 'NONE';
  }

  /** Whether it is suspended as a whole at `at`. */
  protected suspended(done: readonly OracleFact[], at: number): boolean {
    let until = -Infinity;
    for (const fact of done) {
      if (fact.data.parts !== undefined) continue;
      if (fact.type === 'AgreementSuspended')
        until = fact.data.until === undefined ? Infinity : this.instant(fact, fact.data.until);
      if (fact.type === 'AgreementResumed') until = -Infinity;
    }
    return at < until;
  }

  /** Until when what an entry into force began lasts: as the latest extension decided since says. */
  protected until(done: readonly OracleFact[], entry: OracleFact): number {
    const { until: first } = entry.data;
    let until = first === undefined ? Infinity : this.instant(entry, first);
    for (const fact of this.oracle.facts.slice(this.oracle.facts.indexOf(entry)))
      if (fact.type === 'AgreementExtended' && done.includes(fact))
        until = this.instant(fact, fact.data.until);
    return until;
  }

  /** The entry that binds a party, if any. */
  protected entry(done: readonly OracleFact[], code: string): OracleFact | undefined {
    return this.bindings(done, code).entry;
  }

  protected bindings(done: readonly OracleFact[], code: string) {
    let entry: OracleFact | undefined;
    let withdrew = false;
    for (const [i, fact] of done.entries()) {
      if (fact.type === 'AgreementEnteredIntoForce') {
        const { parties } = fact.data;
        if (parties?.includes(code)) withdrew = false;
        if (this.covers(parties ?? this.members, code)) entry = fact;
      }
      if (fact.type === 'AgreementTerminated') entry = undefined;
      if (fact.type !== 'PartyWithdrew') continue;
      if (this.dissolved(done.slice(0, i + 1))) entry = undefined;
      if (fact.data.party === code) [entry, withdrew] = [undefined, true];
    }
    return { entry, withdrew };
  }

  /** How a party is bound: by the last entry that covers it, until that ends. */
  protected bound(done: readonly OracleFact[], code: string, at: number): string {
    const { entry, withdrew } = this.bindings(done, code);
    if (withdrew) return 'WITHDRAWN';
    if (!entry || at >= this.until(done, entry)) return 'NOT';
    if (this.suspended(done, at)) return 'SUSPENDED';
    return entry.data.mode === 'DEFINITIVE' ? 'DEFINITIVELY' : 'PROVISIONALLY';
  }

  protected bindsAnyone(done: readonly OracleFact[], at: number): boolean {
    return this.listed().some((code) => BINDS.includes(this.bound(done, code, at)));
  }

  /** Where it stands at `at` when these things have taken effect; undefined before any has. */
  stands(done: readonly OracleFact[], at: number) {
    if (done.length === 0) return undefined;
    const all = this.listed();
    const byParty = all.map((code) => ({
      code,
      ratification: this.ratification(done, code),
      bound: this.bound(done, code, at),
    }));
    const binding = byParty.filter(({ bound }) => BINDS.includes(bound));
    let status: string | undefined;
    let ended: string | undefined;
    let wasInForce = false;
    for (const [i, fact] of done.entries()) {
      const { type } = fact;
      const began = this.agreement.effects.find((effect) => effect.fact === fact)!.order;
      const before = () => this.stands(done.slice(0, i), began)?.status;
      if (type === 'AgreementExtended' && !wasInForce)
        wasInForce = this.bindsAnyone(done.slice(0, i + 1), began);
      if (type === 'AgreementTerminated') [ended, wasInForce] = ['TERMINATED', false];
      if (
        type === 'PartyWithdrew' &&
        this.dissolved(done.slice(0, i + 1)) &&
        before() !== undefined
      )
        [ended, wasInForce] = ['TERMINATED', false];
      if (STAGES[type]) {
        // Once it has lapsed, what is agreed anew begins anew.
        if (before() === 'LAPSED') wasInForce = false;
        [status, ended] = [STAGES[type], undefined];
      }
      if (type !== 'AgreementEnteredIntoForce') continue;
      ended = undefined;
      const after = done.slice(0, i + 1);
      const binds = (code: string) =>
        this.covers(fact.data.parties ?? this.members, code) &&
        this.bound(after, code, began) !== 'WITHDRAWN';
      if (this.listed().some(binds)) wasInForce = true;
    }
    const ratifies = byParty.some(({ ratification: r }) => r === 'ADVANCED' || r === 'COMPLETED');
    if (ended) status = ended;
    else if (binding.length > 0)
      status = binding[0]!.bound === 'SUSPENDED' ? 'SUSPENDED' : 'IN_FORCE';
    else if (wasInForce) status = 'LAPSED';
    else if (ratifies) status = 'RATIFYING';
    return { status, byParty: byParty.filter(({ code }) => code !== NOBODY_KNOWN) };
  }

  /** Each change of status, as far as known at the question. */
  changes() {
    const points = [
      ...this.agreement.effects.map((effect) => ({ ...effect, step: 0 })),
      ...this.ends().map((end) => ({ ...end, step: 1 })),
    ].sort((a, b) => a.order - b.order || a.step - b.step);
    const found: {
      status: string;
      since: string;
      bounds: Bounds;
      order: number;
      fact: OracleFact;
    }[] = [];
    const done: OracleFact[] = [];
    for (const point of points) {
      if (point.step === 0) done.push(point.fact);
      const status = this.stands(done, point.order)?.status;
      if (status === undefined || status === found.at(-1)?.status) continue;
      const { since, bounds, order, fact } = point;
      found.push({ status, since, bounds, order, fact });
    }
    return found;
  }
}
