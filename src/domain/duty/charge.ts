/**
 * What a duty takes, in exact decimals: percent of the value, amounts per unit, their sums, bounds.
 *
 * A charge is worked out to percentage points where it is a percentage or the value and quantities
 * that make it one are given, and to money where the value is in its currency. No exchange rate is
 * assumed: an amount in another currency stays as it is written.
 */
import Big from 'big.js';
import type { DutyComponent, DutyExpression } from '../../../events/duty/dutyExpression.js';
import { componentText, decimalText } from '../../../events/duty/expressionText.js';
import type { Good } from '../measure/goodsScope.js';
import { quantityIn } from './quantity.js';

// Digits of a quotient: an amount per 100 kg of a value, as percentage points.
Big.DP = 30;

export const ZERO = new Big(0);
const HUNDRED = new Big(100);

/** An amount of money for each so many of a unit. */
interface Specific {
  readonly amount: Big;
  readonly currency: string;
  readonly quantity: Big;
  readonly unit: string;
}

/** A sum with a least and a most. */
interface Bounded {
  readonly sum: Charge;
  readonly minimum: Charge | undefined;
  readonly maximum: Charge | undefined;
}

/** A sum of parts. */
export interface Charge {
  /** Percent of the customs value. */
  readonly percent: Big;
  readonly specifics: readonly Specific[];
  /** Parts whose bounds cannot be compared without value and quantities. */
  readonly bounded: readonly Bounded[];
}

export const percentCharge = (percent: number | Big): Charge => ({
  percent: new Big(percent),
  specifics: [],
  bounded: [],
});

export const NOTHING: Charge = percentCharge(0);

export const isPercentage = ({ specifics, bounded }: Charge): boolean =>
  specifics.length === 0 && bounded.length === 0;

/** Whether it takes nothing, whatever the value and quantities. */
export const isNothing = (charge: Charge): boolean => isPercentage(charge) && charge.percent.eq(0);

/** @param share the part of the customs value that percentages are taken on, from 0 to 1 */
function sumOf(components: readonly DutyComponent[], share: Big): Charge {
  let percent = ZERO;
  const specifics: Specific[] = [];
  for (const { percent: part, amount, currency = '', per } of components)
    if (part !== undefined) percent = percent.plus(new Big(part).times(share));
    else if (amount)
      specifics.push({
        amount: new Big(amount),
        currency,
        quantity: new Big(per?.quantity ?? 1),
        unit: per?.unit ?? '',
      });
  return { percent, specifics, bounded: [] };
}

const larger = (a: Big, b: Big): Big => (a.gt(b) ? a : b);
const smaller = (a: Big, b: Big): Big => (a.lt(b) ? a : b);

/** The charge of an expression; bounds between percentages are applied at once. */
export function chargeOf(
  { components, minimum, maximum }: DutyExpression,
  share: Big = new Big(1),
): Charge {
  const sum = sumOf(components, share);
  const least = minimum && sumOf(minimum, share);
  const most = maximum && sumOf(maximum, share);
  if (!least && !most) return sum;
  if ([sum, least, most].every((part) => part === undefined || isPercentage(part))) {
    const atLeast = least ? larger(sum.percent, least.percent) : sum.percent;
    return percentCharge(most ? smaller(atLeast, most.percent) : atLeast);
  }
  return { percent: ZERO, specifics: [], bounded: [{ sum, minimum: least, maximum: most }] };
}

export const plus = (a: Charge, b: Charge): Charge => ({
  percent: a.percent.plus(b.percent),
  specifics: [...a.specifics, ...b.specifics],
  bounded: [...a.bounded, ...b.bounded],
});

/** The charge in money of the customs value; null where value, currency or a quantity is missing. */
export function moneyOf(charge: Charge, good: Good): Big | null {
  const { customsValue, quantities } = good;
  if (!customsValue) return null;
  let total = charge.percent.times(customsValue.amount).div(HUNDRED);
  for (const { amount, currency, quantity, unit } of charge.specifics) {
    const given = quantityIn(unit, quantities);
    if (currency !== customsValue.currency || given === null) return null;
    total = total.plus(amount.times(given).div(quantity));
  }
  for (const part of charge.bounded) {
    const amount = boundedMoney(part, good);
    if (amount === null) return null;
    total = total.plus(amount);
  }
  return total;
}

function boundedMoney({ sum, minimum, maximum }: Bounded, good: Good): Big | null {
  const amount = moneyOf(sum, good);
  const least = minimum ? moneyOf(minimum, good) : ZERO;
  const most = maximum && moneyOf(maximum, good);
  if (amount === null || least === null || most === null) return null;
  const atLeast = larger(amount, least);
  return most === undefined ? atLeast : smaller(atLeast, most);
}

/** The charge in percentage points of the customs value; null where it is none of it. */
export function pointsOf(charge: Charge, good: Good): Big | null {
  if (isPercentage(charge)) return charge.percent;
  const value = good.customsValue?.amount ?? 0;
  if (value <= 0) return null;
  const money = moneyOf(charge, good);
  return money && money.times(HUNDRED).div(value);
}

/** What charges are compared by: points of the value where they are known, else percent. */
export const comparable = (charge: Charge, good: Good): Big =>
  pointsOf(charge, good) ??
  charge.bounded.reduce((total, { sum }) => total.plus(sum.percent), charge.percent);

/**
 * Whether one charge takes less than another: by the amount where it is known, else by percent. Of
 * equal percentages, nothing is less than whatever may be something, and a percentage alone less than
 * the same with an amount added to it.
 */
export function isLower(a: Charge, b: Charge, good: Good): boolean {
  const order = comparable(a, good).cmp(comparable(b, good));
  if (order !== 0) return order < 0;
  const isMore = isNothing(a) || (b.specifics.length > 0 && b.bounded.length === 0);
  return isPercentage(a) && isMore && pointsOf(b, good) === null;
}

const specificText = ({ amount, currency, quantity, unit }: Specific): string =>
  componentText({
    amount: Number(amount),
    currency,
    per: { quantity: Number(quantity), unit },
  });

/** Amounts for the same quantity in the same currency, added. */
function merged(specifics: readonly Specific[]): readonly Specific[] {
  const sums = new Map<string, Specific>();
  for (const each of specifics) {
    const key = `${each.currency} ${each.unit} ${each.quantity.toString()}`;
    const known = sums.get(key);
    sums.set(key, known ? { ...known, amount: known.amount.plus(each.amount) } : each);
  }
  return [...sums.values()].sort((a, b) =>
    `${a.currency} ${a.unit}` < `${b.currency} ${b.unit}` ? -1 : 1,
  );
}

function boundedText({ sum, minimum, maximum }: Bounded): string {
  const least = minimum ? ` MIN ${chargeText(minimum)}` : '';
  const most = maximum ? ` MAX ${chargeText(maximum)}` : '';
  return `${chargeText(sum)}${least}${most}`;
}

/** `32 % + 7 INR/kg`: percent first, then amounts by currency, then what has a least or a most. */
export function chargeText(charge: Charge): string {
  const { percent, specifics, bounded } = charge;
  const parts = [
    ...(percent.eq(0) && !isPercentage(charge) ? [] : [`${decimalText(Number(percent))} %`]),
    ...merged(specifics).map(specificText),
    ...bounded.map((part) =>
      bounded.length + specifics.length > 1 || !percent.eq(0)
        ? `(${boundedText(part)})`
        : boundedText(part),
    ),
  ];
  return parts.join(' + ');
}
