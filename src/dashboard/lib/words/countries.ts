/**
 * Countries by ISO 3166-1 alpha-2 code, with the browser's English names, and the groups that come
 * with Parley.
 */
import groups from '../../generated/groups.json';

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Region codes of the browser's tables that are not countries. */
const NOT_A_COUNTRY = new Set(['EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

export interface Country {
  readonly code: string;
  readonly name: string;
}

/** The groups that come with Parley. */
export const GROUPS: readonly Country[] = Object.entries(groups).map(([code, name]) => ({
  code,
  name,
}));

let cache: readonly Country[] | undefined;

/** Whether a region code is another word for one: UK for GB. */
const isAlias = (code: string): boolean =>
  Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`;

/** Every country and group, by name. */
export const countries = (): readonly Country[] =>
  (cache ??= [
    ...LETTERS.flatMap((a) =>
      LETTERS.flatMap((b): Country[] => {
        const code = a + b;
        const name = NOT_A_COUNTRY.has(code) || isAlias(code) ? undefined : names.of(code);
        return name === undefined || code in groups ? [] : [{ code, name }];
      }),
    ),
    ...GROUPS,
  ].sort((a, b) => a.name.localeCompare(b.name)));

/** Names in use beside those of the browser's tables. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  AE: 'UAE|Emirates',
  BN: 'Brunei Darussalam',
  CD: 'DRC|Democratic Republic of the Congo|DR Congo',
  CG: 'Republic of the Congo|Congo',
  CI: 'Ivory Coast',
  CN: 'PRC|Mainland China|People’s Republic of China',
  CV: 'Cape Verde',
  CZ: 'Czech Republic',
  EU: 'Europe|EU27',
  GB: 'UK|Britain|Great Britain',
  HK: 'Hong Kong',
  IR: 'Islamic Republic of Iran',
  KP: 'DPRK',
  KR: 'Korea|Republic of Korea|ROK',
  LA: 'Lao PDR',
  MK: 'Macedonia',
  MM: 'Burma',
  MO: 'Macau|Macao',
  NL: 'Holland',
  PS: 'Palestine',
  RU: 'Russian Federation',
  SA: 'KSA',
  SY: 'Syrian Arab Republic',
  SZ: 'Swaziland',
  TL: 'East Timor',
  TR: 'Turkey|Turkiye',
  TW: 'Chinese Taipei',
  US: 'USA|America|United States of America',
  VA: 'Vatican|Holy See',
  VN: 'Viet Nam',
};

/** Names that are the same but for case, accents, dots and "the". */
const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}.’']/gu, '')
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/ & /g, ' and ')
    .trim();

let byName: ReadonlyMap<string, string> | undefined;

/** Codes by folded name or code; a code of one is never the name of another. */
const codesByName = (): ReadonlyMap<string, string> =>
  (byName ??= new Map([
    ...Object.entries(ALSO_CALLED).flatMap(([code, names]) =>
      names.split('|').map((name) => [folded(name), code] as const),
    ),
    ...countries().flatMap(({ code, name }) => [[folded(name), code] as const]),
    ...countries().flatMap(({ code }) => [[code.toLowerCase(), code] as const]),
  ]));

/** The code of a country or group given by code or name; any other text unchanged. O(1). */
export function countryCode(text: string): string {
  const trimmed = text.trim();
  const code = codesByName().get(folded(trimmed));
  return code ?? (trimmed.length === 2 ? trimmed.toUpperCase() : trimmed);
}
