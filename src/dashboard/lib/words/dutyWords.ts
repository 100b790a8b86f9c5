/** What a duty is in words: a percentage, a range, an amount per unit, or not on record. */
import { percent } from './labels.js';

interface Figure {
  /** Percentage points; null where it is no percentage, or nothing is on record. */
  readonly total: number | null;
  /** As tariffs write it, such as 7 INR/kg; "not on record" where nothing is. */
  readonly expression: string;
  readonly range?: { readonly min: number; readonly max: number } | null;
}

/** "25 %", "10 % to 35 %", "7 INR/kg", "not on record": never 0 % for what is unknown. */
export function dutyWords({ total, expression, range }: Figure): string {
  if (range && range.min !== range.max) return `${percent(range.min)} to ${percent(range.max)}`;
  return total === null ? expression : percent(total);
}

/** The same where no line may break within it. */
export const unbrokenDutyWords = (figure: Figure): string =>
  dutyWords(figure).replaceAll(' ', '\u00a0');

/** Whether anything is levied, disputed or to come: what a short list of pairs shows. */
export const isLevied = ({
  disputed,
  pending,
  ...figure
}: Figure & { readonly disputed: boolean; readonly pending: readonly unknown[] }): boolean =>
  !['0 %', percent(null)].includes(dutyWords(figure)) || disputed || pending.length > 0;
