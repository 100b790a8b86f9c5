/** What a duty is, in words: for the page, for print and for citations. */
import type { DutyQuery } from '../../generated/graphql.js';
import { capital, countryName, slugWords } from '../../lib/words/labels.js';
import { heldWords } from '../../lib/words/dutyWords.js';
import { timePointWords } from '../../lib/words/viewWords.js';
import type { Question } from './question.js';
import { unitSymbol } from './question.js';

export type Duty = DutyQuery['duty'];
export type Layer = Duty['layers'][number];

/** An amount as it is, with at least two decimals: "1,250.00 USD". */
export const moneyWords = ({ amount, currency }: NonNullable<Duty['amount']>): string =>
  `${amount.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 10 })} ${currency}`;

/** Whether nothing on record says what the duty is. */
export const isUnknown = ({ total, coverage }: Pick<Duty, 'total' | 'coverage'>): boolean =>
  total === null && coverage.status === 'NONE';

/** The figure: "25 %", "10 %, reported", "possibly 25 %", "0 % to 25 %", "Not on record". */
export function figureWords(duty: Duty): string {
  const { expression, range, certainty } = duty;
  if (isUnknown(duty)) return 'Not on record';
  const words =
    range && range.min !== range.max
      ? `${range.min} % to ${range.max} %`
      : `${certainty === 'POSSIBLE' ? 'Possibly ' : ''}${expression}`;
  return heldWords(words, duty.leastCertainty);
}

/** "The United States on goods of India, HS 3004". */
export const pairWords = ({ imposedBy, on, goods }: Question): string =>
  `${capital(countryName(imposedBy))} on goods of ${countryName(on)}${goods?.hs ? `, HS ${goods.hs}` : ''}`;

/** What else the question says of the goods, in words. */
export function goodsWords({ goods, mfnRate }: Question): readonly string[] {
  const list = (name: string, items: readonly string[] | null | undefined) =>
    items && items.length > 0 ? [`${name} ${items.join(', ')}`] : [];
  return [
    ...(goods?.customsValue ? [`customs value ${moneyWords(goods.customsValue)}`] : []),
    ...(goods?.quantities ?? []).map(
      ({ value, unit }) => `${value.toLocaleString('en')} ${unitSymbol(unit)}`,
    ),
    ...list('origin claimed', goods?.origin?.map(countryName)),
    ...list('place held in quota', goods?.quotas?.map(slugWords)),
    ...list('end use', goods?.endUse),
    ...(goods?.producer ? [`made by ${goods.producer}`] : []),
    ...(goods?.content ?? []).map(
      ({ share, of }) => `${Number((share * 100).toPrecision(12))} % ${of}`,
    ),
    ...(goods?.transshipped ? ['transshipped'] : []),
    ...(goods?.loadedAt ? [`loaded ${timePointWords(goods.loadedAt)}`] : []),
    ...(goods?.hsEdition ? [`HS edition ${goods.hsEdition}`] : []),
    ...(typeof mfnRate === 'number' ? [`ordinary duty given as ${mfnRate} %`] : []),
  ];
}

/** The name of a layer: its measure, or the ordinary duty. */
export const layerName = ({ measure }: Layer): string =>
  measure?.title ?? 'Ordinary (MFN) duty, as given';
