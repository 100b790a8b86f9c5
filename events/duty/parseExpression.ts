/**
 * Reads a duty expression from text: the part of what TARIC and the HTS write that
 * `DutyExpression` can hold. Pure: no dependency but the tables of units and currencies.
 *
 *     expression = "Free" | sum { ("MIN" | "MAX") sum }     MIN and MAX once each
 *     sum        = component { "+" component }
 *     component  = number "%" | money ("/" | "per") [number] unit | money "each"
 *     money      = number currency | currency number         ISO 4217, $, €, £, ₹, or cents
 *
 * "but not less than" is MIN, "but not more than" MAX; a unit is its symbol, name or code
 * (`codes/units.ts`). A dollar is a US dollar and a cent its hundredth, as in the HTS.
 */
import { isCurrency } from '../codes/currencies.js';
import { findUnit } from '../codes/units.js';
import type { DutyComponent, DutyExpression } from './dutyExpression.js';
import { decimalText } from './expressionText.js';

export type ParsedExpression =
  | { readonly ok: true; readonly duty: DutyExpression }
  /** `position` is the index of the first UTF-16 unit that is not understood. */
  | { readonly ok: false; readonly position: number; readonly message: string };

class NotUnderstood extends Error {
  constructor(
    readonly position: number,
    reason: string,
  ) {
    super(reason);
  }
}

/** Texts longer than this are refused. */
const MOST_CHARACTERS = 1000;

/** Parses an expression; of several problems the first is told. O(length × units). Never throws. */
export function parseExpression(text: string): ParsedExpression {
  try {
    if (text.length > MOST_CHARACTERS)
      throw new NotUnderstood(MOST_CHARACTERS, `is longer than ${MOST_CHARACTERS} characters`);
    return { ok: true, duty: new Reader(text).expression() };
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    const { position, message } = error;
    const rest = text.slice(position, position + 20);
    const where = rest === '' ? 'at the end' : `at character ${position + 1} ("${rest}")`;
    return { ok: false, position, message: `is not understood ${where}: ${message}` };
  }
}

const SYMBOLS: Readonly<Record<string, string>> = {
  US$: 'USD',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
};

const EXAMPLE = 'write it like 2.5 % + 4.4 cents/kg MIN 10 %';

class Reader {
  #at = 0;

  constructor(readonly text: string) {}

  expression(): DutyExpression {
    if (this.#take(/free\s*$/iy)) return { components: [{ percent: 0 }] };
    const components = this.#sum();
    const bounds: { minimum?: DutyComponent[]; maximum?: DutyComponent[] } = {};
    for (;;) {
      this.#take(/\s*/y);
      const start = this.#at;
      if (start === this.text.length) return { components, ...bounds };
      const key = this.#take(/min\b|,?\s*but not less than\b/iy)
        ? 'minimum'
        : this.#take(/max\b|,?\s*but not more than\b/iy)
          ? 'maximum'
          : undefined;
      if (key === undefined)
        throw new NotUnderstood(start, 'only +, MIN, MAX or the end can follow a component');
      if (bounds[key]) throw new NotUnderstood(start, `a duty has one ${key}`);
      bounds[key] = this.#sum();
    }
  }

  #sum(): DutyComponent[] {
    const components = [this.#component()];
    while (this.#take(/\s*\+/y)) components.push(this.#component());
    return components;
  }

  #component(): DutyComponent {
    this.#take(/\s*/y);
    const start = this.#at;
    const before = this.#currency();
    const digits = this.#number(
      before === undefined ? `a number is missing: ${EXAMPLE}` : 'the amount is missing',
    );
    if (before !== undefined) return this.#amount(exact(digits, start), before);
    if (this.#take(/\s*(?:%|per ?cent\b)/iy)) return { percent: exact(digits, start) };
    this.#take(/\s*/y);
    if (this.#take(/¢|cents?\b/iy)) return this.#amount(exact(hundredth(digits), start), 'USD');
    const currency = this.#currency();
    if (currency === undefined)
      throw new NotUnderstood(this.#at, `% or a currency is missing: ${EXAMPLE}`);
    return this.#amount(exact(digits, start), currency);
  }

  #amount(amount: number, currency: string): DutyComponent {
    if (this.#take(/\s*each\b/iy)) return { amount, currency, per: { unit: 'NAR' } };
    if (!this.#take(/\s*(?:\/|per\b)\s*/iy)) {
      this.#take(/\s*/y);
      throw new NotUnderstood(this.#at, 'the unit is missing, such as /kg or /100 kg');
    }
    const named = this.#unit();
    if (named !== undefined) return { amount, currency, per: { unit: named } };
    const start = this.#at;
    const quantity = exact(
      this.#number('the unit is unknown: write a symbol such as kg, l, t or item'),
      start,
    );
    if (quantity === 0) throw new NotUnderstood(start, 'the quantity is zero');
    this.#take(/\s*/y);
    const unit = this.#unit();
    if (unit === undefined)
      throw new NotUnderstood(
        this.#at,
        'the unit is unknown: write a symbol such as kg, l, t or item',
      );
    return { amount, currency, per: quantity === 1 ? { unit } : { quantity, unit } };
  }

  #unit(): string | undefined {
    const found = findUnit(this.text.slice(this.#at));
    if (found) this.#at += found.length;
    return found?.code;
  }

  #currency(): string | undefined {
    const symbol = this.#take(/US\$|[$€£₹]/y);
    if (symbol !== undefined) {
      this.#take(/\s*/y);
      return SYMBOLS[symbol];
    }
    const start = this.#at;
    const code = this.#take(/[A-Z]{3}\b\s*/y)?.trim();
    if (code === undefined || isCurrency(code)) return code;
    throw new NotUnderstood(start, `${code} is no ISO 4217 currency`);
  }

  #number(why: string): string {
    const digits = this.#take(/\d+(?:\.\d+)?|\.\d+/y);
    if (digits === undefined) throw new NotUnderstood(this.#at, why);
    if (/^[.,]\d/.test(this.text.slice(this.#at)))
      throw new NotUnderstood(
        this.#at,
        'write a number with a point before its decimals and nothing between its thousands',
      );
    return digits;
  }

  /** What a sticky pattern matches here; it is passed over. */
  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}

/** A decimal number divided by a hundred: the point moved by two digits. */
function hundredth(digits: string): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const padded = whole.padStart(3, '0');
  return `${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`;
}

/** The number that digits state; refused where a JSON number cannot carry all of them. */
function exact(digits: string, position: number): number {
  const value = Number(digits);
  const [whole = '', fraction = ''] = digits.split('.');
  const plain = `${whole.replace(/^0+(?=\d)/, '') || '0'}.${fraction}`.replace(/\.?0*$/, '');
  if (decimalText(value) === plain) return value;
  throw new NotUnderstood(position, 'has more digits than a number can keep exactly');
}
