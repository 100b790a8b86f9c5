/** The naive oracle on duties: every measure asked for itself, then all of them among themselves. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { effectiveInstant } from '../../../events/time/bounds.js';
import { type Question, type OracleFact, OracleStream } from '../oracle.js';
import {
  type Amount,
  isNothing,
  keyOf,
  moneyOf,
  percentage,
  pointsOf,
  takesLess,
} from './amount.js';
import { OracleAreas } from './areas.js';
import { Fraction, most, ZERO } from './fraction.js';
import { both, type Goods, named, scopeOf } from './goods.js';
import { assessed, type Layer, type Live } from './live.js';
import { inOrder, movesOf } from './orders.js';
import { type Relief, reliefMoves } from './reliefs.js';
import { Strip } from './strip.js';
import { MEASURES, RULEBOOK } from './universe.js';

/** What those that apply come to; null where it cannot be told of one. */
const sum = (
  layers: readonly Layer[],
  worth: (amount: Amount) => Fraction | null,
): Fraction | null =>
  layers
    .filter(({ applies }) => applies)
    .reduce<Fraction | null>((total, { amount }) => {
      const more = amount && worth(amount);
      return total && more ? total.plus(more) : null;
    }, ZERO);

export interface Pair {
  readonly from: string;
  readonly on: string;
}

export class Ledger {
  private readonly strips: readonly Strip[];
  private readonly rules: OracleStream;
  private readonly areas: OracleAreas;

  constructor(
    private readonly events: readonly AnyEvent[],
    private readonly question: Question,
    private readonly pair: Pair = { from: 'US', on: 'IN' },
  ) {
    this.strips = MEASURES.map((stream) => new Strip(events, stream, question, question.at));
    this.rules = new OracleStream(events, RULEBOOK, question);
    this.areas = new OracleAreas(events, question);
  }

  /** The other orders in which what was decided may have been. */
  private *orders(): Generator<Ledger> {
    const instead = (change: object): Ledger =>
      Object.assign(Object.create(Ledger.prototype), this, change) as Ledger;
    const { events, question } = this;
    for (const strip of this.strips)
      for (const move of [...movesOf(strip.oracle, strip.decisions), ...reliefMoves(strip)]) {
        const other = new Strip(events, strip.stream, question, strip.by, move);
        yield instead({ strips: this.strips.map((each) => (each === strip ? other : each)) });
      }
    const precedence = this.rules.facts.filter(({ type }) => type === 'PrecedenceSet');
    for (const move of movesOf(this.rules, precedence)) {
      const rules = new OracleStream(events, RULEBOOK, question);
      rules.facts = inOrder(rules.facts, move);
      yield instead({ rules });
    }
  }

  private found(entry: number, goods: Goods, mfnRate: number | undefined) {
    const asked = { ...this.pair, goods, entry };
    return (
      this.strips
        .map((strip) => assessed(strip, asked, this.areas))
        .filter((each) => each !== undefined)
        // The caller's own rate stands for the ordinary duty on record.
        .filter(({ role }) => role !== 'MFN' || mfnRate === undefined)
    );
  }

  /** Whether something is open, and whether something is on some of the goods only. */
  private doubts(entry: number, goods: Goods, mfnRate: number | undefined) {
    const live = this.found(entry, goods, mfnRate).filter((each) => 'reliefs' in each);
    const fitting = live.flatMap(({ reliefs }) => reliefs.fitting);
    const open = [...live, ...fitting].some((each) => each.open);
    const partly =
      live.some((one) => one.partly || one.uneven) || fitting.some(({ part }) => part === 'PART');
    return { open, partly };
  }

  /** How sure the total is, and between what it lies; `range` is left open where parts differ. */
  certainty(entry: number, goods: Goods, mfnRate: number | undefined) {
    const { total } = this.layers(entry, goods, mfnRate);
    // Where nothing is on record, nothing is taken either.
    const taken = (ledger: Ledger) => {
      const points = ledger.points(ledger.assess(entry, goods, mfnRate), goods);
      return points && points.rounded(9);
    };
    const ledgers: Ledger[] = [this, ...this.orders()];
    const doubts = ledgers.map((ledger) => ledger.doubts(entry, goods, mfnRate));
    const totals = ledgers.map(taken);
    const { open } = doubts[0]!;
    const certainty = open || totals.some((each) => each !== totals[0]) ? 'POSSIBLE' : 'CERTAIN';
    const known = totals.filter((each) => each !== null);
    const range =
      total === null
        ? null
        : doubts.some((each) => each.open || each.partly)
          ? 'OPEN'
          : { min: Math.min(...known), max: Math.max(...known) };
    return { certainty, range };
  }

  /** Every measure for goods entered at `entry`, as decided by the view. */
  private assess(entry: number, goods: Goods, mfnRate: number | undefined): readonly Layer[] {
    const found = this.found(entry, goods, mfnRate);
    const live = found.filter((each): each is Live => 'reliefs' in each);
    const whole = live.filter(({ partly }) => !partly);
    const layers: Layer[] = found.filter((each): each is Layer => !('reliefs' in each));
    for (const one of live)
      if (one.partly) layers.push({ ...one, applies: false, reason: 'PARTLY_IN_SCOPE' });
    const standing = whole.filter((one) => this.lost(one, whole, entry) === undefined);
    const of = (role: string) => standing.filter((one) => one.role === role);
    const inLieu = of('IN_LIEU_OF_MFN').at(-1);
    const given = mfnRate === undefined ? undefined : percentage(mfnRate);
    const net = (one: Live) => this.net(one, goods, null).taken;
    const mfn = of('MFN').sort((a, b) => b.digits - a.digits)[0];
    let paid: Live | undefined = mfn;
    let lowest = given ?? (mfn && net(mfn));
    for (const one of of('PREFERENCE')) {
      const offer = net(one);
      if (lowest && !takesLess(offer, lowest, goods)) continue;
      [paid, lowest] = [one, offer];
    }
    const ordinary = inLieu ? net(inLieu) : lowest;
    const points = (ordinary && pointsOf(ordinary, goods)) ?? ZERO;
    for (const one of whole) {
      const gone = this.lost(one, whole, entry);
      const loses =
        one.role === 'ADDITIONAL' || one === inLieu
          ? undefined
          : inLieu
            ? 'IN_LIEU_OF_MFN'
            : one === paid
              ? undefined
              : 'LOWER_ELSEWHERE';
      const reason = gone ?? loses;
      if (reason) layers.push({ ...one, applies: false, reason, by: undefined });
      else layers.push(this.net(one, goods, one.role === 'ADDITIONAL' ? points : null));
    }
    layers.sort(
      (a, b) => Number(b.role === 'MFN') - Number(a.role === 'MFN') || (a.slug < b.slug ? -1 : 1),
    );
    if (!given) return layers;
    const reason = inLieu ? 'IN_LIEU_OF_MFN' : paid ? 'LOWER_ELSEWHERE' : 'MFN';
    const line = { slug: '', role: 'MFN', amount: given, by: undefined };
    return [{ ...line, applies: reason === 'MFN', reason }, ...layers];
  }

  /** What a measure takes once capped and relieved; in full where a relief lets the goods off. */
  private net(one: Live, goods: Goods, ordinary: Fraction | null) {
    const { slug, role, terms, reliefs, diverted, transit } = one;
    let { amount, by } = one;
    let reason = role === 'MFN' ? 'MFN' : transit ? 'IN_TRANSIT' : 'IN_FORCE';
    let applies = true;
    if (terms.capTotalAt !== undefined && ordinary !== null && !diverted) {
      const room = most(ZERO, Fraction.from(terms.capTotalAt).minus(ordinary));
      if (pointsOf(amount, goods)?.against(room) !== 0) {
        [amount, reason] = [percentage(room), 'CAPPED'];
        applies = !room.isZero;
      }
    }
    let best: Relief | undefined;
    for (const relief of reliefs.fitting) {
      if (relief.part !== 'ALL') continue;
      if (takesLess(relief.amount, best?.amount ?? amount, goods)) best = relief;
    }
    if (best) {
      [amount, reason, by] = [best.amount, best.quota ? 'QUOTA' : 'EXEMPT', best.by];
      applies = !isNothing(amount);
    } else if (reliefs.full) [reason, by] = ['QUOTA_EXHAUSTED', reliefs.full];
    const shown = best && !applies ? one.amount : amount;
    return { slug, role, amount: shown, taken: amount, applies, reason, by };
  }

  /** Layers on goods entered at `entry` in words, and what they come to. */
  layers(entry: number, goods: Goods, mfnRate: number | undefined) {
    const layers = this.assess(entry, goods, mfnRate);
    const coverage = this.coverage(entry, goods, layers.length > 0);
    const heard = layers.length > 0 || coverage.status !== 'NONE';
    const points = heard ? this.points(layers, goods) : null;
    const money =
      heard && goods.customsValue ? sum(layers, (amount) => moneyOf(amount, goods)) : null;
    const lines = layers.map(({ slug, amount, applies, reason, by }) => {
      const rate = (amount && pointsOf(amount, goods)?.rounded(9)) ?? '?';
      return `${applies ? '' : '-'}${slug} ${rate} ${reason} ${by?.event.id ?? ''}`;
    });
    return {
      total: points && points.rounded(9),
      amount: money && money.rounded(20),
      coverage,
      lines,
    };
  }

  private points(layers: readonly Layer[], goods: Goods): Fraction | null {
    return sum(layers, (amount) => pointsOf(amount, goods));
  }

  /** The rules of whoever imposes: the universe has only those of the United States. */
  private rulesAt(entry: number): readonly OracleFact[] {
    return this.areas.holds('US', this.pair.from, entry) ? this.rules.facts : [];
  }

  /** The latest declaration about these goods of that day, or about some of them. */
  private coverage(entry: number, goods: Goods, borne: boolean) {
    for (const { type, data, event } of [...this.rulesAt(entry)].reverse()) {
      if (type !== 'CoverageDeclared') continue;
      const day = (text: string) => effectiveInstant(text, this.rules.zone);
      if (entry < day(data.from) || (data.until && entry >= day(data.until))) continue;
      const on = this.areas.extent({ affects: data.on ?? ['*'] }, null, this.pair.on, entry);
      const codes = data.goods?.hs ?? data.goods?.except?.hs;
      // Asked of goods of any kind, what is said of some is said of a part.
      const of = codes && goods.hs === undefined ? 'PART' : scopeOf(data.goods, goods).part;
      const part = both(on, of);
      if (part === 'NONE') continue;
      const incomplete = data.complete || borne ? 'PARTIAL' : 'NONE';
      return { status: data.complete && part === 'ALL' ? 'COMPLETE' : incomplete, by: event.id };
    }
    return { status: 'NONE', by: null };
  }

  /** Changes after the view, as decided by it: when, and the sum from then on. */
  pending(
    goods: Goods,
    mfnRate: number | undefined,
  ): readonly (readonly [number, number | null])[] {
    const marks = new Set<number>(this.areas.turns);
    for (const { oracle } of [...this.strips, { oracle: this.rules }])
      for (const { data } of oracle.facts)
        for (const text of [
          ...[data.effectiveFrom, data.until, data.revertsAt, data.from],
          ...[data.inTransit?.enteredBefore, data.quota?.from, data.quota?.until],
        ])
          if (text) marks.add(effectiveInstant(text, oracle.zone));
    const applying = (entry: number) =>
      this.assess(entry, goods, mfnRate)
        .filter(({ applies, slug }) => applies && slug !== '')
        .map(({ slug, amount }) => `${slug} ${keyOf(amount!)}`)
        .join();
    const changes: [number, number | null][] = [];
    let now = applying(this.question.at);
    for (const mark of [...marks].sort((a, b) => a - b)) {
      if (mark <= this.question.at) continue;
      const then = applying(mark);
      if (then !== now) changes.push([mark, this.layers(mark, goods, mfnRate).total]);
      now = then;
    }
    return changes;
  }

  /** Why a measure in force on the good gives way, if it does. */
  private lost(one: Live, live: readonly Live[], entry: number): string | undefined {
    const others = live.filter((other) => other !== one);
    if (others.some(({ terms }) => terms.replaces?.includes(one.slug))) return 'REPLACED';
    const bites = (other: Live): boolean =>
      !isNothing(other.amount) &&
      !other.reliefs.fitting.some(({ amount, part }) => part === 'ALL' && isNothing(amount)) &&
      this.lost(other, live, entry) === undefined;
    for (const pattern of one.terms.excludedBy ?? [])
      if (others.some((other) => named(pattern, other.slug) && bites(other))) return 'EXCLUDED';
    let order: string[][] = [];
    for (const fact of this.rulesAt(entry)) {
      if (fact.type !== 'PrecedenceSet') continue;
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
