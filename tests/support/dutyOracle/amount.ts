/** The oracle on how much: a duty worked out in fractions, for the value and quantities given. */
import { Fraction, HUNDRED, least, most, ZERO } from './fraction.js';
import type { Any, Goods } from './goods.js';

/** A duty as it is written, and the part of the customs value its percentages are taken on. */
export interface Amount {
  readonly duty: Any;
  readonly share: Fraction;
}

const ONE = Fraction.from(1);

export const amountOf = (duty: Any, share: Fraction = ONE): Amount => ({ duty, share });
export const percentage = (rate: Fraction | number): Amount =>
  typeof rate === 'number'
    ? amountOf({ components: [{ percent: rate }] })
    : { duty: { components: [{ percent: 1 }] }, share: rate };

/** `rate` is short for one `percent`. */
export const dutyIn = ({ rate, duty, charge }: Any): Any =>
  duty ?? charge ?? (rate === undefined ? undefined : { components: [{ percent: rate }] });

const UNITS: Readonly<Record<string, readonly [kind: string, factor: number]>> = {
  ...{ KGM: ['kg', 1], DTN: ['kg', 100], TNE: ['kg', 1000], NAR: ['item', 1], DZN: ['item', 12] },
};

function quantity(unit: string, { quantities = [] }: Goods): Fraction | null {
  const of = (code: string) => UNITS[code]!;
  const given = quantities.find((each) => of(each.unit)[0] === of(unit)[0]);
  if (!given) return null;
  return Fraction.from(given.value)
    .times(Fraction.from(of(given.unit)[1]))
    .dividedBy(Fraction.from(of(unit)[1]));
}

/** What is nothing of anything is left out. */
const parts = (components: Any): Any[] =>
  components.filter(({ percent, amount }: Any) => percent !== 0 && amount !== 0);

const percentIn = (components: Any): Fraction =>
  parts(components).reduce(
    (sum, { percent }) => (percent === undefined ? sum : sum.plus(Fraction.from(percent))),
    ZERO,
  );

const isPercent = (components: Any): boolean =>
  parts(components).every(({ percent }) => percent !== undefined);

/** The three sums of an expression, each worked out; null where one cannot be. */
function bounded(
  { components, minimum, maximum }: Any,
  sum: (components: Any) => Fraction | null,
): Fraction | null {
  let value = sum(components);
  const [low, high] = [minimum && sum(minimum), maximum && sum(maximum)];
  if (value === null || low === null || high === null) return null;
  if (low) value = most(value, low);
  return high ? least(value, high) : value;
}

const sums = ({ components, minimum, maximum }: Any): Any[] =>
  [components, minimum, maximum].filter(Boolean);

const isPlain = ({ duty }: Amount): boolean => sums(duty).every(isPercent);

/** In the currency of the customs value; null where that, or a quantity, is not given. */
export function moneyOf({ duty, share }: Amount, goods: Goods): Fraction | null {
  const { customsValue } = goods;
  if (!customsValue) return null;
  const value = Fraction.from(customsValue.amount);
  return bounded(duty, (components) =>
    parts(components).reduce<Fraction | null>((sum, { percent, amount, currency, per }) => {
      if (sum === null) return null;
      if (percent !== undefined)
        return sum.plus(value.times(share).times(Fraction.from(percent)).dividedBy(HUNDRED));
      const given = quantity(per.unit, goods);
      if (given === null || currency !== customsValue.currency) return null;
      const each = Fraction.from(amount).dividedBy(Fraction.from(per.quantity ?? 1));
      return sum.plus(each.times(given));
    }, ZERO),
  );
}

/** In percentage points of the customs value; null where it cannot be told. */
export function pointsOf(amount: Amount, goods: Goods): Fraction | null {
  if (isPlain(amount)) return bounded(amount.duty, percentIn)!.times(amount.share);
  const money = moneyOf(amount, goods);
  return money && money.times(HUNDRED).dividedBy(Fraction.from(goods.customsValue!.amount));
}

/** What two are compared by: the amount where it is known, else the percentage. */
export const measureOf = (amount: Amount, goods: Goods): Fraction =>
  pointsOf(amount, goods) ?? percentIn(amount.duty.components).times(amount.share);

/** Whether it takes less than another, as far as can be told. */
export function takesLess(one: Amount, other: Amount, goods: Goods): boolean {
  const order = measureOf(one, goods).against(measureOf(other, goods));
  if (order !== 0 || pointsOf(other, goods) !== null) return order < 0;
  // Of equal percentages: nothing, and what has no amount beside it.
  const adds = other.duty.components.some(({ amount }: Any) => amount > 0);
  const plainlyMore = adds && !other.duty.minimum && !other.duty.maximum;
  return isNothing(one) || (isPlain(one) && plainlyMore);
}

/** Whether it takes nothing, whatever the goods. */
export const isNothing = (amount: Amount): boolean =>
  isPlain(amount) && bounded(amount.duty, percentIn)!.times(amount.share).isZero;

/** The same text for two that take the same of all goods. */
export function keyOf(amount: Amount): string {
  if (isPlain(amount))
    return `${bounded(amount.duty, percentIn)!.times(amount.share).rounded(20)} %`;
  const text = (components: Any) =>
    [
      `${percentIn(components).times(amount.share).rounded(20)} %`,
      ...parts(components)
        .filter(({ amount: money }) => money)
        .map((each) => JSON.stringify(each))
        .sort(),
    ].join(' + ');
  return sums(amount.duty).map(text).join(' | ');
}

/** The longest code in the schedules that begins with that of the goods; of equals, the latest. */
export function lineFor(schedules: readonly Any[], hs: string): Any {
  let best: Any;
  for (const line of schedules.flat())
    if (hs.startsWith(line.hs) && (!best || line.hs.length >= best.hs.length)) best = line;
  return best;
}

/** The lines of longer codes under that of the goods, each as it was stated last. */
export function linesUnder(schedules: readonly Any[], hs: string): readonly Any[] {
  const lines = new Map<string, Any>();
  for (const line of schedules.flat())
    if (line.hs.length > hs.length && line.hs.startsWith(hs)) lines.set(line.hs, line);
  return [...lines.values()];
}
