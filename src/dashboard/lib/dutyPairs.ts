/** Pairs of parties whose duties are shown. */

/** So many pairs are shown one by one, whether or not anything is on record of them. */
export const MAX_PAIRS = 6;

interface Pair {
  readonly imposedBy: string;
  readonly on: string;
}

const isArea = (code: string): boolean => !code.startsWith('x-');

/** The duties between areas: any other party levies no duty, and none is levied on it. */
export const leviedDuties = <Duty extends Pair>(duties: readonly Duty[]): readonly Duty[] =>
  duties.filter(({ imposedBy, on }) => isArea(imposedBy) && isArea(on));

/** The duties to show one by one: those between areas; of many, only those with something on record. */
export function shownDuties<Duty extends Pair>(
  duties: readonly Duty[],
  isOnRecord: (duty: Duty) => boolean,
): readonly Duty[] {
  const levied = leviedDuties(duties);
  return levied.length <= MAX_PAIRS ? levied : levied.filter(isOnRecord);
}
