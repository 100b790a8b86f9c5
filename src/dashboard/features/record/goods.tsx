/** The goods of a measure, in words and codes of the Harmonized System. */
import type { MeasurePageQuery } from '../../generated/graphql.js';

type Scope = NonNullable<NonNullable<MeasurePageQuery['measure']>['goods']>;
type Criteria = Pick<Scope, 'hs' | 'origin' | 'endUse' | 'producers'>;

/** Of a longer list these are shown. */
const MOST_CODES = 30;

/** "7208", "7208.10", "7208.10.15": dots as tariffs print them. */
const dotted = (code: string): string =>
  [code.slice(0, 4), code.slice(4, 6), code.slice(6, 8), code.slice(8)]
    .filter((part) => part !== '')
    .join('.');

function listWords(items: readonly string[]): string {
  const more = items.length - MOST_CODES;
  return (
    items.slice(0, MOST_CODES).join(', ') +
    (more > 0 ? ` and ${more.toLocaleString('en')} more` : '')
  );
}

function criteriaWords({ hs, origin, endUse, producers }: Criteria): string {
  return [
    hs && hs.length > 0 ? `tariff codes ${listWords(hs.map(dotted))}` : '',
    origin && origin.length > 0 ? `claimed to originate under ${listWords(origin)}` : '',
    endUse && endUse.length > 0 ? `for ${listWords(endUse)}` : '',
    producers && producers.length > 0 ? `made by ${listWords(producers)}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

export function Goods({ goods }: { readonly goods: Scope | null }) {
  if (goods === null) return 'All, as far as the record says';
  const words = criteriaWords(goods) || 'All';
  return (
    <>
      {words.charAt(0).toUpperCase() + words.slice(1)}
      {goods.hsEdition !== null && ` (edition of ${goods.hsEdition})`}
      {goods.except && <>; except {criteriaWords(goods.except) || 'nothing'}</>}
    </>
  );
}
