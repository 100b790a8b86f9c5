/** Quantities of a good in the unit that a duty is charged on. */
import Big from 'big.js';
import type { Quantity } from '../measure/goodsScope.js';

/** Exact factors to the base unit of each dimension: kilograms, litres, articles. */
const FACTORS: Readonly<Record<string, readonly [dimension: string, factor: string]>> = {
  MGM: ['mass', '0.000001'],
  GRM: ['mass', '0.001'],
  KGM: ['mass', '1'],
  DTN: ['mass', '100'],
  TNE: ['mass', '1000'],
  KTN: ['mass', '1000000'],
  CTM: ['mass', '0.0002'],
  LBR: ['mass', '0.45359237'],
  STN: ['mass', '907.18474'],
  LTN: ['mass', '1016.0469088'],
  MLT: ['volume', '0.001'],
  LTR: ['volume', '1'],
  DMQ: ['volume', '1'],
  HLT: ['volume', '100'],
  MTQ: ['volume', '1000'],
  NAR: ['articles', '1'],
  DZN: ['articles', '12'],
  GRO: ['articles', '144'],
  CEN: ['articles', '100'],
  MIL: ['articles', '1000'],
};

/** The quantity in a unit; null where none that can be converted is given. O(quantities). */
export function quantityIn(unit: string, quantities: readonly Quantity[] = []): Big | null {
  const same = quantities.find((quantity) => quantity.unit === unit);
  if (same) return new Big(same.value);
  const [dimension, factor] = FACTORS[unit] ?? [];
  if (dimension === undefined || factor === undefined) return null;
  for (const { unit: other, value } of quantities) {
    const [otherDimension, otherFactor] = FACTORS[other] ?? [];
    if (otherDimension === dimension && otherFactor !== undefined)
      return new Big(value).times(otherFactor).div(factor);
  }
  return null;
}
