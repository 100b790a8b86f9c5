/** The naive oracle on duties: every measure asked for itself, then all of them among themselves. */
import type { AnyEvent } from '../../events/catalogue.js';
import { effectiveInstant } from '../../events/time/bounds.js';
import { type Question, type OracleFact, OracleStream } from './oracle.js';
import { type Goods, Strip } from './oracleMeasures.js';
import { MEASURES, RULEBOOK } from './universe.js';

// The universe makes these up; the oracle trusts their shapes.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Any = any;

interface Live {
  readonly slug: string;
  readonly terms: Any;
  /** The lowest of the reliefs that fit. */
  readonly exemption: OracleFact | undefined;
  /** Whether the measure is on some of the goods only. */
  readonly partly: boolean;
  readonly transit: boolean;
  readonly setBy: OracleFact;
}

type Part = 'ALL' | 'PART' | 'NONE';

/** Of the goods under a code: a longer code in the scope is on a part of them. */
function matches(scope: Any, goods: Goods): Part {
  if (!scope) return 'ALL';
  const meets = ({ hs, origin }: Any): Part => {
    if (origin && !origin.some((claim: string) => goods.origin?.includes(claim))) return 'NONE';
    if (!hs || hs.some((prefix: string) => goods.hs?.startsWith(prefix))) return 'ALL';
    return hs.some((code: string) => goods.hs && code.startsWith(goods.hs)) ? 'PART' : 'NONE';
  };
  const within = meets(scope);
  const { except } = scope;
  if (within === 'NONE' || !except || Object.keys(except).length === 0) return within;
  const left = meets(except);
  return left === 'ALL' ? 'NONE' : left === 'PART' ? 'PART' : within;
}

/** What a relief leaves of the rate. */
const leaves = (exemption: OracleFact): number => exemption.data.rate ?? 0;

const named = (pattern: string, slug: string): boolean =>
  pattern.endsWith('*') ? slug.startsWith(pattern.slice(0, -1)) : slug === pattern;

/** One layer as `slug rate REASON setBy`, with `-` before those that do not apply. */
type LayerText = string;

export class Ledger {
  private readonly strips: readonly Strip[];
  private readonly rules: OracleStream;

  constructor(
    events: readonly AnyEvent[],
    private readonly question: Question,
  ) {
    this.strips = MEASURES.map((stream) => new Strip(events, stream, question, question.at));
    this.rules = new OracleStream(events, RULEBOOK, question);
  }

  /** Layers on India's goods entered at `entry`, as decided by the view, and their sum. */
  layers(entry: number, goods: Goods, mfnRate: number | undefined) {
    const idle: LayerText[] = [];
    const live: Live[] = [];
    for (const strip of this.strips) {
      const found = this.one(strip, entry, goods);
      if (typeof found === 'string') idle.push(found);
      else if (found?.partly) {
        const diverted = goods.transshipped === true && found.terms.transshipmentRate !== undefined;
        const rate = diverted ? found.terms.transshipmentRate : found.terms.rate;
        idle.push(`-${found.slug} ${rate} PARTLY_IN_SCOPE ${found.setBy.event.id}`);
      } else if (found) live.push(found);
    }
    const lines = [...idle];
    let total = mfnRate ?? 0;
    for (const one of live) {
      const { slug, terms, exemption, transit, setBy } = one;
      const diverted = goods.transshipped === true && terms.transshipmentRate !== undefined;
      let rate = diverted ? terms.transshipmentRate : terms.rate;
      let applies = true;
      let reason = transit ? 'IN_TRANSIT' : 'IN_FORCE';
      const lost = this.lost(one, live, entry);
      if (lost) [applies, reason] = [false, lost];
      else {
        const full = rate;
        if (terms.capTotalAt !== undefined && !diverted) {
          const capped = Math.max(0, terms.capTotalAt - (mfnRate ?? 0));
          if (capped !== rate) [rate, applies, reason] = [capped, capped > 0, 'CAPPED'];
        }
        if (exemption && leaves(exemption) < rate) {
          applies = leaves(exemption) > 0;
          rate = applies ? leaves(exemption) : full;
          reason = 'EXEMPT';
        }
      }
      if (applies) total += Number(rate);
      const by = reason === 'EXEMPT' ? exemption : setBy;
      lines.push(`${applies ? '' : '-'}${slug} ${rate} ${reason} ${lost ? '' : by!.event.id}`);
    }
    const bySlug = (line: string) => line.replace('-us', 'us');
    lines.sort((a, b) => (bySlug(a) < bySlug(b) ? -1 : 1));
    // What nothing is on record of is unknown.
    return { total: lines.length === 0 && mfnRate === undefined ? null : total, lines };
  }

  /** Changes after the view, as decided by it: when, and the sum from then on. */
  pending(
    goods: Goods,
    mfnRate: number | undefined,
  ): readonly (readonly [number, number | null])[] {
    const marks = new Set<number>();
    for (const { oracle } of [...this.strips, { oracle: this.rules }])
      for (const { data } of oracle.facts)
        for (const text of [data.effectiveFrom, data.until, data.inTransit?.enteredBefore])
          if (text) marks.add(effectiveInstant(text, oracle.zone));
    const applying = (entry: number) => {
      const { total, lines } = this.layers(entry, goods, mfnRate);
      const live = lines.filter((line) => !line.startsWith('-'));
      return { total, key: live.map((line) => line.split(' ').slice(0, 2).join(' ')).join() };
    };
    const changes: [number, number | null][] = [];
    let now = applying(this.question.at).key;
    for (const mark of [...marks].sort((a, b) => a - b)) {
      if (mark <= this.question.at) continue;
      const { total, key } = applying(mark);
      if (key !== now) changes.push([mark, total]);
      now = key;
    }
    return changes;
  }

  private one(strip: Strip, entry: number, goods: Goods): Live | LayerText | undefined {
    const { question } = this;
    if (strip.said('imposedBy') !== 'US') return undefined;
    let state = strip.at(entry);
    const hits = (affects: readonly string[] | undefined) =>
      affects?.some((who) => who === 'IN' || who === '*') ?? false;
    if (!hits(state.terms?.affects ?? strip.said('affects'))) return undefined;
    const idle = (
      reason: string,
      by: OracleFact,
      rate: number | string = state.terms?.rate ?? '?',
    ) => `-${strip.slug} ${rate} ${reason} ${by.event.id}`;
    if (state.paint === 'NONE') {
      const adopted = strip.decisions.filter(({ type }) => type === 'MeasureAdopted').at(-1);
      if (adopted) return idle('NOT_YET', adopted, adopted.data.rate);
      const spoken = strip.oracle
        .happened('MeasureAnnounced', 'MeasureThreatened')
        .filter((fact) => strip.oracle.when(fact).min <= entry);
      const rated = spoken.filter(
        ({ type, data }) => type === 'MeasureAnnounced' && data.rate !== undefined,
      );
      const words = rated.at(-1) ?? spoken.at(-1);
      return words && idle('NO_INSTRUMENT', words, words.data.rate);
    }
    if (state.paint !== 'ACTIVE') return idle(state.paint, state.by!);
    let way: OracleFact | undefined;
    // From rise to rise, as far back as each clause reaches.
    for (;;) {
      const clause = state.terms.inTransit;
      const { transitBy } = state;
      if (!clause || !transitBy || goods.loadedAt === undefined) break;
      const bit = strip.starts(transitBy);
      const limit = clause.enteredBefore ? strip.instant(clause.enteredBefore) : Infinity;
      if (goods.loadedAt >= bit || entry >= limit) break;
      const before = strip.at(bit - 1);
      if (before.paint !== 'ACTIVE' || !hits(before.terms.affects))
        return idle('IN_TRANSIT', transitBy);
      [state, way] = [before, transitBy];
    }
    const scope = matches(state.terms.goods, goods);
    if (scope === 'NONE') return idle('OUT_OF_SCOPE', state.rateBy!);
    let exemption: OracleFact | undefined;
    for (const fact of strip.oracle.facts) {
      if (fact.type !== 'ExemptionGranted' || matches(fact.data.goods, goods) !== 'ALL') continue;
      const from = strip.starts(fact);
      const until = fact.data.until ? strip.instant(fact.data.until) : Infinity;
      const decided = strip.oracle.when(fact).min <= question.at || from <= question.at;
      if (!decided || from > entry || entry >= until) continue;
      if (!exemption || leaves(fact) < leaves(exemption)) exemption = fact;
    }
    const { slug } = strip;
    const setBy = way ?? state.rateBy!;
    const transit = way !== undefined;
    return { slug, terms: state.terms, exemption, partly: scope === 'PART', transit, setBy };
  }

  /** Why a measure in force on the good gives way, if it does. */
  private lost(one: Live, live: readonly Live[], entry: number): string | undefined {
    const others = live.filter((other) => other !== one);
    if (others.some(({ terms }) => terms.replaces?.includes(one.slug))) return 'REPLACED';
    const bites = (other: Live): boolean =>
      other.terms.rate !== 0 &&
      !(other.exemption && leaves(other.exemption) === 0) &&
      this.lost(other, live, entry) === undefined;
    for (const pattern of one.terms.excludedBy ?? [])
      if (others.some((other) => named(pattern, other.slug) && bites(other))) return 'EXCLUDED';
    let order: string[][] = [];
    for (const fact of this.rules.facts) {
      const from = effectiveInstant(fact.data.effectiveFrom, this.rules.zone);
      const decided = this.rules.when(fact).min <= this.question.at || from <= this.question.at;
      if (decided && from <= entry) order = fact.data.order;
    }
    const lists = (group: readonly string[]) => group.some((pattern) => named(pattern, one.slug));
    for (const group of order.some(lists) ? order : []) {
      if (lists(group)) return undefined;
      for (const other of others)
        if (group.some((pattern) => named(pattern, other.slug)) && bites(other)) return 'PRECEDED';
    }
    return undefined;
  }
}
