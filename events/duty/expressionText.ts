/**
 * Duty expressions as tariffs write them: `2.5 % + 7 INR/kg MIN 10 % MAX 24 EUR/100 kg`. What is
 * printed here, `parseExpression` reads back to the same expression.
 */
import { unitSymbol } from '../codes/units.js';
import type { DutyComponent, DutyExpression } from './dutyExpression.js';

export type { DutyExpression } from './dutyExpression.js';

/** A number in full, without an exponent: `0.0000001`. */
export function decimalText(value: number): string {
  const text = String(value);
  const [digits = '', exponent] = text.split('e-');
  if (exponent === undefined) return text;
  const fraction = digits.split('.')[1]?.length ?? 0;
  return value.toFixed(Math.min(100, Number(exponent) + fraction));
}

export interface TextStyle {
  /** Whether US amounts of less than a dollar are in cents, as the HTS has them: `4.4 cents/kg`. */
  readonly cents?: boolean;
}

/** A number of dollars in cents, exactly: the decimal point moved by two digits. */
function inCents(dollars: number): string {
  const [whole = '', fraction = ''] = decimalText(dollars).split('.');
  const padded = fraction.padEnd(2, '0');
  const cents = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  return padded.length > 2 ? `${cents}.${padded.slice(2)}` : cents;
}

function moneyText(amount: number, currency: string, { cents = false }: TextStyle): string {
  return cents && currency === 'USD' && amount > 0 && amount < 1
    ? `${inCents(amount)} cents`
    : `${decimalText(amount)} ${currency}`;
}

/** One component: `10 %` or `24 EUR/100 kg`. */
export function componentText(component: DutyComponent, style: TextStyle = {}): string {
  const { percent, amount, currency, per } = component;
  if (percent !== undefined) return `${decimalText(percent)} %`;
  const { quantity = 1, unit = '' } = per ?? {};
  const of = quantity === 1 ? unitSymbol(unit) : `${decimalText(quantity)} ${unitSymbol(unit)}`;
  return `${moneyText(amount ?? 0, currency ?? '', style)}/${of}`;
}

const sumText = (components: readonly DutyComponent[], style: TextStyle): string =>
  components.map((component) => componentText(component, style)).join(' + ');

/** A duty in full: its components as they stand, then what it is at least and at most. */
export function expressionText(
  { components, minimum, maximum }: DutyExpression,
  style: TextStyle = {},
): string {
  const bounds = [
    ...(minimum ? [`MIN ${sumText(minimum, style)}`] : []),
    ...(maximum ? [`MAX ${sumText(maximum, style)}`] : []),
  ];
  return [sumText(components, style), ...bounds].join(' ');
}
