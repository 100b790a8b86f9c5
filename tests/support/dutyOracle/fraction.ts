/** Exact numbers for the oracle: fractions of whole numbers, of which decimals are some. */

const abs = (value: bigint): bigint => (value < 0n ? -value : value);
const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));

export class Fraction {
  private constructor(
    private readonly over: bigint,
    private readonly under: bigint,
  ) {}

  private static of(over: bigint, under: bigint): Fraction {
    const by = divisor(abs(over), abs(under)) * (under < 0n ? -1n : 1n);
    return new Fraction(over / by, under / by);
  }

  /** A number as it is written in decimals. */
  static from(value: number): Fraction {
    const [digits = '', exponent = '0'] = String(value).split('e');
    const [whole = '', part = ''] = digits.split('.');
    const shift = Number(exponent) - part.length;
    const all = BigInt(whole + part);
    return shift < 0
      ? Fraction.of(all, 10n ** BigInt(-shift))
      : Fraction.of(all * 10n ** BigInt(shift), 1n);
  }

  plus(other: Fraction): Fraction {
    return Fraction.of(this.over * other.under + other.over * this.under, this.under * other.under);
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.times(Fraction.from(-1)));
  }

  times(other: Fraction): Fraction {
    return Fraction.of(this.over * other.over, this.under * other.under);
  }

  dividedBy(other: Fraction): Fraction {
    return Fraction.of(this.over * other.under, this.under * other.over);
  }

  /** Negative, zero or positive as this one is less, equal or more. */
  against(other: Fraction): number {
    const difference = this.over * other.under - other.over * this.under;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  get isZero(): boolean {
    return this.over === 0n;
  }

  /** The nearest number with at most so many decimals; halves go to the even one. */
  rounded(decimals: number): number {
    const scale = 10n ** BigInt(decimals);
    const [scaled, under] = [abs(this.over) * scale, this.under];
    const twice = (scaled % under) * 2n;
    let whole = scaled / under;
    if (twice > under || (twice === under && whole % 2n === 1n)) whole += 1n;
    const text = whole.toString().padStart(decimals + 1, '0');
    const cut = text.length - decimals;
    return Number(`${this.over < 0n ? '-' : ''}${text.slice(0, cut)}.${text.slice(cut)}`);
  }
}

export const ZERO = Fraction.from(0);
export const HUNDRED = Fraction.from(100);

export const least = (a: Fraction, b: Fraction): Fraction => (a.against(b) <= 0 ? a : b);
export const most = (a: Fraction, b: Fraction): Fraction => (a.against(b) >= 0 ? a : b);
