/** The naive oracle on agreements: stretches of one state, of an agreement and of each party. */
import type { Bounds } from '../../events/time/edtf.js';
import type { OracleFact, OracleStream } from './oracle.js';
import {
  AGREEMENT_EVENTS,
  agreementsOf,
  BINDS,
  NOBODY_KNOWN,
  type OracleAgreement,
  OracleCourse,
} from './oracleCourse.js';
import { isSettled } from './oracleOrder.js';

const STANDS = ['IN_FORCE', 'SUSPENDED'];

interface OracleRun {
  readonly status: string;
  readonly mode: string | null;
  readonly parties: readonly string[];
  readonly except: readonly string[];
  readonly since: string;
  readonly bounds: Bounds;
  readonly fact: OracleFact;
}

class OracleRuns extends OracleCourse {
  /** Everything at which something may change, in order: what begins at an instant, then what ends. */
  private points() {
    const { at } = this.oracle.question;
    const known = (fact: OracleFact, min: number) => this.oracle.when(fact).min <= at || min <= at;
    return [
      ...this.agreement.effects.map((effect) => ({ ...effect, step: 0 })),
      ...this.ends().map((end) => ({ ...end, step: 1 })),
    ]
      .filter(({ fact }) => {
        const own = this.agreement.effects.find((one) => one.fact === fact)!;
        return known(fact, own.bounds.min) && own.order < Infinity;
      })
      .sort((a, b) => a.order - b.order || a.step - b.step);
  }

  /** The state after each instant at which it changes; what is decided and yet to come included. */
  runs() {
    const points = this.points();
    const found: OracleRun[] = [];
    let gone = false;
    for (const [i, { order, bounds, since, fact, step }] of points.entries()) {
      if (points[i + 1]?.order === order) continue;
      const done = points.slice(0, i + 1).flatMap((one) => (one.step === 0 ? [one.fact] : []));
      const now = this.stands(done, order);
      if (!now?.status) {
        gone = true;
        continue;
      }
      const last = found.at(-1);
      const run = { status: now.status, ...this.force(done, order), since, bounds, fact };
      const told = ({ status, mode, parties, except }: OracleRun) =>
        JSON.stringify([status, mode, parties, except]);
      // Of several at one instant, the last that begins.
      const of = points.slice(0, i + 1).filter((one) => one.order === order && one.step === 0);
      const by = step === 1 ? (of.at(-1) ?? { since, bounds, fact }) : { since, bounds, fact };
      if (!last || gone || told(last) !== told(run))
        found.push({ ...run, since: by.since, bounds: by.bounds, fact: by.fact });
      gone = false;
    }
    return found;
  }

  /** Who is bound in which mode, and what does not apply to anyone bound. */
  private force(done: readonly OracleFact[], at: number) {
    const bound = [
      ...this.listed(),
      ...(this.members.includes(NOBODY_KNOWN) ? [NOBODY_KNOWN] : []),
    ];
    const parties = [...new Set(bound)].filter((code) =>
      BINDS.includes(this.bound(done, code, at)),
    );
    if (parties.length === 0 || !STANDS.includes(this.stands(done, at)?.status ?? ''))
      return { mode: null, parties: [], except: [] };
    const entries = parties.map((code) => this.entry(done, code)!);
    const suspended: string[] = [];
    for (const { type, data } of done) {
      if (type !== 'AgreementSuspended' && type !== 'AgreementResumed') continue;
      for (const part of data.parts ?? (type === 'AgreementResumed' ? [...suspended] : [])) {
        if (suspended.includes(part)) suspended.splice(suspended.indexOf(part), 1);
        const fact = done.find((one) => one.data === data)!;
        if (type === 'AgreementSuspended' && !(at >= this.instant(fact, data.until ?? '9999')))
          suspended.push(part);
      }
    }
    const except = (entries[0]!.data.exceptParts ?? []).filter((part: string) =>
      entries.every(({ data }) => data.exceptParts?.includes(part)),
    );
    return {
      mode: entries.some(({ data }) => data.mode === 'DEFINITIVE') ? 'DEFINITIVE' : 'PROVISIONAL',
      parties: parties.filter((code) => code !== NOBODY_KNOWN).sort(),
      except: [...new Set([...except, ...suspended])].sort(),
    };
  }

  /** Since when a party is bound as it is at the question, and until when as decided by then. */
  boundSince(code: string) {
    const points = this.points();
    const turns: { bound: string; since: string; bounds: Bounds; order: number }[] = [];
    const boundNow = () => turns.at(-1)?.bound ?? 'NOT';
    for (const [i, { order, since, bounds }] of points.entries()) {
      const done = points.slice(0, i + 1).flatMap((one) => (one.step === 0 ? [one.fact] : []));
      const bound = this.bound(done, code, order);
      if (bound === boundNow()) continue;
      // What lasts no instant is not told.
      while (turns.at(-1)?.order === order) turns.pop();
      if (bound !== boundNow()) turns.push({ bound, since, bounds, order });
    }
    const { at } = this.oracle.question;
    const now = turns.findLastIndex(({ bounds }) => bounds.min <= at);
    return {
      from: turns[now]?.since ?? null,
      until: now < 0 ? null : (turns[now + 1]?.since ?? null),
    };
  }
}

/** Each agreement at the question. */
export function agreements(oracle: OracleStream) {
  return agreementsOf(oracle).flatMap((agreement) => {
    const shown = inOrder(oracle, agreement);
    if (!shown) return [];
    const status = (other: OracleStream) => {
      const same = agreementsOf(other).find(({ slug }) => slug === agreement.slug);
      return same && inOrder(other, same)?.status;
    };
    const settled = isSettled(oracle, AGREEMENT_EVENTS, status);
    return [{ ...shown, certainty: settled ? shown.certainty : ('POSSIBLE' as const) }];
  });
}

/** What is told of an agreement if everything happened as it is dated. */
function inOrder(oracle: OracleStream, agreement: OracleAgreement) {
  const { at } = oracle.question;
  const done = agreement.effects.filter(({ bounds }) => bounds.min <= at).map(({ fact }) => fact);
  const course = new OracleRuns(oracle, agreement);
  const now = course.stands(done, at);
  if (!now?.status) return undefined;
  const last = course
    .changes()
    .filter(({ bounds }) => bounds.min <= at)
    .at(-1)!;
  const runs = course.runs();
  const begun = runs.filter(({ bounds }) => bounds.min <= at);
  // The run that is on, else the last that was, else the one to come.
  const latest = begun.findLastIndex(({ status }) => STANDS.includes(status));
  let first = latest >= 0 ? latest : runs.findIndex(({ status }) => STANDS.includes(status));
  while (latest >= 0 && first > 0 && STANDS.includes(runs[first - 1]!.status)) first -= 1;
  const current = begun.at(-1)!;
  return {
    slug: agreement.slug,
    status: now.status,
    since: last.since,
    certainty: oracle.answer(last.bounds),
    inForceFrom: runs[first]?.since ?? null,
    provisional: (STANDS.includes(current.status) ? current : runs[first])?.mode === 'PROVISIONAL',
    byParty: now.byParty.map((party) => ({ ...party, ...course.boundSince(party.code) })),
    spans: begun.map(({ status, mode, parties, except, since }, i) => ({
      ...{ status, mode, parties, except, from: since },
      until: runs[i + 1]?.since ?? null,
    })),
  };
}
