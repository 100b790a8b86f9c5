/** The naive oracle on one measure for one question, the other measures left aside. */
import type { OracleFact } from '../oracle.js';
import { type Amount, amountOf, dutyIn, lineFor, linesUnder, measureOf } from './amount.js';
import type { OracleAreas } from './areas.js';
import { Fraction, ZERO } from './fraction.js';
import { type Any, both, type Goods, scopeOf } from './goods.js';
import { type Asked, type Reliefs, reliefsOf } from './reliefs.js';
import type { State, Strip } from './strip.js';

/** What a measure comes to for one question. */
export interface Layer {
  readonly slug: string;
  readonly role: string;
  readonly amount: Amount | undefined;
  readonly applies: boolean;
  readonly reason: string;
  readonly by: OracleFact | undefined;
}

/** A measure in force on the goods, the others left aside. */
export interface Live {
  readonly slug: string;
  readonly role: string;
  readonly terms: Any;
  readonly amount: Amount;
  readonly reliefs: Reliefs;
  /** Digits of the code under which the goods fall. */
  readonly digits: number;
  readonly diverted: boolean;
  readonly transit: boolean;
  /** Whether it is on some of what is asked about only. */
  readonly partly: boolean;
  /** Whether it takes more or less of some of the goods. */
  readonly uneven: boolean;
  /** Whether it is open that it is, or on how much of the value. */
  readonly open: boolean;
  readonly by: OracleFact;
}

const FORMS = ['IMPORT_DUTY', 'ANTIDUMPING_DUTY', 'COUNTERVAILING_DUTY'];
const ONE = Fraction.from(1);

/** A measure on one question, the others left aside; undefined where it does not bear on it. */
export function assessed(strip: Strip, asked: Asked, areas: OracleAreas): Live | Layer | undefined {
  const { slug, oracle } = strip;
  const { goods, entry, from, on } = asked;
  const author = strip.said('imposedBy');
  if (author === undefined || !areas.holds(author, from, entry)) return undefined;
  let state = strip.at(entry);
  const said = (key: 'affects' | 'exceptFor' | 'role' | 'form', { terms }: State): Any =>
    terms ? terms[key] : strip.said(key);
  if (!FORMS.includes(said('form', state) ?? 'IMPORT_DUTY')) return undefined;
  const extent = (at: State) => {
    const reach = { affects: said('affects', at) ?? [], exceptFor: said('exceptFor', at) };
    return areas.extent(reach, author, on, entry);
  };
  if (extent(state) === 'NONE') return undefined;
  const idle = (
    reason: string,
    by: OracleFact,
    amount = state.terms && amountFor(state.terms, { ...goods, transshipped: false })?.amount,
  ): Layer => {
    const role = said('role', state) ?? 'ADDITIONAL';
    return { slug, role, amount, applies: false, reason, by };
  };
  const spokenOf = ({ data }: OracleFact) => dutyIn(data) && amountOf(dutyIn(data));
  if (state.paint === 'NONE') {
    const adopted = strip.decisions.filter(({ type }) => type === 'MeasureAdopted').at(-1);
    if (adopted) return idle('NOT_YET', adopted, spokenOf(adopted));
    const spoken = oracle
      .happened('MeasureAnnounced', 'MeasureThreatened')
      .filter((fact) => oracle.when(fact).min <= entry);
    const rated = spoken.filter(
      ({ type, data }) => type === 'MeasureAnnounced' && data.rate !== undefined,
    );
    const words = rated.at(-1) ?? spoken.at(-1);
    return words && idle('NO_INSTRUMENT', words, spokenOf(words));
  }
  if (state.paint !== 'ACTIVE') return idle(state.paint, state.by!);
  let way: OracleFact | undefined;
  // From rise to rise, as far back as each clause reaches.
  for (;;) {
    const clause = state.terms.inTransit;
    const { transitBy } = state;
    if (!clause || !transitBy || goods.loadedAt === undefined) break;
    const bit = strip.starts(transitBy);
    const loaded = clause.loadedBefore ? strip.instant(clause.loadedBefore) : bit;
    if (goods.loadedAt >= loaded || entry >= strip.instant(clause.enteredBefore)) break;
    const before = strip.at(bit - 1);
    if (before.paint !== 'ACTIVE' || extent(before) === 'NONE')
      return idle('IN_TRANSIT', transitBy);
    [state, way] = [before, transitBy];
  }
  const { terms } = state;
  const by = way ?? state.rateBy!;
  const scope = scopeOf(terms.goods, goods);
  const found = amountFor(terms, goods);
  if (scope.part === 'NONE' || !found) return idle('OUT_OF_SCOPE', state.rateBy!);
  if (terms.collection === 'SECURED') return idle('SECURED', state.rateBy!);
  const reach = found.partly ? 'PART' : 'ALL';
  return {
    ...{ slug, terms, by, amount: found.amount, digits: found.digits, diverted: found.diverted },
    role: terms.role ?? 'ADDITIONAL',
    partly: both(both(scope.part, extent(state)), reach) === 'PART',
    uneven: found.uneven,
    open: scope.open || found.share === undefined,
    transit: way !== undefined,
    reliefs: reliefsOf(strip, asked, areas, found.share ?? ONE),
  };
}

/** What the terms take of the goods; undefined where a schedule has no line for them. */
function amountFor(terms: Any, goods: Goods) {
  const { schedules, valueShare } = terms;
  const { hs } = goods;
  let share: Fraction | undefined = ONE;
  if (valueShare && !goods.content) share = valueShare.of ? undefined : ONE;
  else if (valueShare) {
    const contents = valueShare.of ?? valueShare.exceptOf;
    const sum = goods
      .content!.filter(({ of }) => contents.includes(of))
      .reduce((total, each) => total.plus(Fraction.from(each.share)), ZERO);
    share = valueShare.of ? sum : ONE.minus(sum);
  }
  const diverted = goods.transshipped === true && terms.transshipmentRate !== undefined;
  const take = (duty: Any) =>
    amountOf(diverted ? dutyIn({ rate: terms.transshipmentRate }) : duty, share ?? ONE);
  const uneven = hs !== undefined && schedules && linesUnder(schedules, hs).length > 0;
  const facts = { share, diverted, uneven: Boolean(uneven), partly: false, digits: 0 };
  if (!schedules) {
    const covering = (terms.goods?.hs ?? []).filter((code: string) => hs?.startsWith(code));
    const digits = Math.max(0, ...covering.map((code: string) => code.length));
    return { ...facts, amount: take(dutyIn(terms)), digits };
  }
  if (hs === undefined) return undefined;
  const line = lineFor(schedules, hs);
  if (line) return { ...facts, amount: take(dutyIn(line)), digits: line.hs.length };
  // Some of the goods under the code have lines: the most of them is what is shown.
  const under = linesUnder(schedules, hs).map((each) => take(dutyIn(each)));
  const worst = under.reduce<Amount | undefined>(
    (a, b) => (a && measureOf(a, goods).against(measureOf(b, goods)) >= 0 ? a : b),
    undefined,
  );
  return worst && { ...facts, amount: worst, partly: true };
}
