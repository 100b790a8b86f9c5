/** Countries and groups as English text names them: names, adjectives, capitals and offices. */
import { areaName } from '../../../../events/codes/areas.js';
import { COUNTRY_CODES } from '../../../../events/codes/countries.js';
import type { Span } from './numbers.js';

/** Names beside those of the code lists. A trailing `*` marks adjectives, `+` a seat of government. */
const NAMES: Readonly<Record<string, string>> = {
  AE: 'UAE|Emirati*|Abu Dhabi+',
  AR: 'Argentine*|Argentinian*|Buenos Aires+',
  AU: 'Australian*|Canberra+',
  BD: 'Bangladeshi*|Dhaka+',
  BR: 'Brazilian*|Brasilia+|Brasília+',
  CA: 'Canadian*|Ottawa+',
  CH: 'Swiss*|Bern+',
  CL: 'Chilean*|Santiago+',
  CN: 'Chinese*|Beijing+|PRC',
  CO: 'Colombian*|Bogota+|Bogotá+',
  CR: 'Costa Rican*',
  DE: 'German*|Berlin+',
  EG: 'Egyptian*|Cairo+',
  EU: 'European Union|EU|Brussels+|European Commission|European*',
  FR: 'French*|Paris+',
  GB: 'UK|U.K.|Britain|Great Britain|British*|London+|United Kingdom',
  ID: 'Indonesian*|Jakarta+',
  IL: 'Israeli*',
  IN: 'Indian*|New Delhi+|Delhi+',
  IT: 'Italian*|Rome+',
  JP: 'Japanese*|Tokyo+',
  KE: 'Kenyan*|Nairobi+',
  KH: 'Cambodian*|Phnom Penh+',
  KR: 'South Korea|Republic of Korea|South Korean*|Seoul+',
  LK: 'Sri Lankan*|Colombo+',
  MX: 'Mexican*|Mexico City+',
  MY: 'Malaysian*|Kuala Lumpur+',
  NG: 'Nigerian*|Abuja+',
  NO: 'Norwegian*|Oslo+',
  NZ: 'Wellington+',
  OM: 'Omani*|Muscat+',
  PE: 'Peruvian*|Lima+',
  PH: 'Filipino*|Philippine*|Manila+|the Philippines',
  PK: 'Pakistani*|Islamabad+',
  QA: 'Qatari*|Doha+',
  RU: 'Russia|Russian*|Moscow+|Kremlin+',
  SA: 'Saudi*|Riyadh+',
  SG: 'Singaporean*',
  TH: 'Thai*|Bangkok+',
  TR: 'Turkey|Türkiye|Turkish*|Ankara+',
  TW: 'Taiwan|Taiwanese*|Taipei+',
  UA: 'Ukrainian*|Kyiv+',
  US: 'United States of America|United States|US|U.S.|USA|America|American*|Washington+|White House+|Trump administration|Biden administration|Trump*',
  VN: 'Vietnam|Viet Nam|Vietnamese*|Hanoi+',
  ZA: 'South African*|Pretoria+',
  ASEAN: 'ASEAN',
  EFTA: 'EFTA',
  GCC: 'GCC|Gulf Cooperation Council',
  MERCOSUR: 'Mercosur|MERCOSUR',
};

/** Names of countries that are more often names of people or places. */
const AMBIGUOUS = new Set(['Jordan', 'Chad', 'Georgia', 'Guinea', 'Jersey', 'Man', 'Mali']);

export type NameKind = 'NAME' | 'ADJECTIVE' | 'SEAT';

export interface AreaMention extends Span {
  readonly code: string;
  readonly kind: NameKind;
}

interface Name {
  readonly code: string;
  readonly kind: NameKind;
}

const MARKS: Readonly<Record<string, NameKind>> = { '*': 'ADJECTIVE', '+': 'SEAT' };

function allNames(): ReadonlyMap<string, Name> {
  const names = new Map<string, Name>();
  for (const code of COUNTRY_CODES) {
    const name = areaName(code);
    if (/^[\p{L} .'-]+$/u.test(name) && !AMBIGUOUS.has(name))
      names.set(name, { code, kind: 'NAME' });
  }
  for (const [code, list] of Object.entries(NAMES))
    for (const entry of list.split('|')) {
      const kind = MARKS[entry.at(-1) ?? ''];
      names.set(kind ? entry.slice(0, -1) : entry, { code, kind: kind ?? 'NAME' });
    }
  return names;
}

const BY_NAME = allNames();

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Case-sensitive: "US" is a country and "us" is not. */
const ANY_NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${[...BY_NAME.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?![\p{L}\p{N}])`,
  'gu',
);

/** Every area that a text names, in order. O(length). */
export const areasIn = (text: string): readonly AreaMention[] =>
  [...text.matchAll(ANY_NAME)].flatMap(({ 0: name, index }) => {
    const found = BY_NAME.get(name);
    return found ? [{ ...found, start: index, end: index + name.length }] : [];
  });
