/** The question of the goods desk in the URL. Its parameters are those of `/api/duty`. */
import type { DutyTotalQueryVariables, Goods } from '../../generated/graphql.js';
import units from '../../generated/units.json';
import { countryCode } from '../../lib/words/countries.js';

const UNITS: Readonly<Record<string, string>> = units;

const FIELDS = [
  'imposedBy',
  'on',
  'hs',
  'value',
  'quantities',
  'origin',
  'endUse',
  'producer',
  'quotas',
  'content',
  'loadedAt',
  'hsEdition',
  'mfnRate',
  'transshipped',
] as const;
export type Field = (typeof FIELDS)[number];

/** The text of every field; the items of a list are separated by semicolons. */
export type Texts = Readonly<Record<Field, string>>;

/** The arguments of the query, but for the view. */
export type Question = Omit<DutyTotalQueryVariables, 'asOf'>;

interface FieldRule {
  /** The text as the URL has it; null for text that the field does not take. */
  readonly canonical: (text: string) => string | null;
  /** What the field takes, as a sentence. */
  readonly takes: string;
  readonly isList?: true;
}

const NUMBER = String.raw`(\d[\d,]*(?:\.\d+)?|\.\d+)`;
const plain = (number: string): string => number.replaceAll(',', '').replace(/^\./, '0.');
const matched = (text: string, pattern: RegExp): string | null =>
  pattern.test(text) ? text : null;

/** The code of a unit given by code or symbol, in any case. */
function unitCode(text: string): string | undefined {
  const asked = text.toLowerCase();
  return Object.keys(UNITS).find((code) => {
    const symbol = UNITS[code]?.toLowerCase();
    return code.toLowerCase() === asked || symbol === asked || `${symbol}s` === asked;
  });
}

/** The symbol of a unit. */
export const unitSymbol = (code: string): string => UNITS[code] ?? code;

function quantity(text: string): string | null {
  const [, number, unit = ''] = new RegExp(`^${NUMBER}\\s*(\\S.*)$`).exec(text) ?? [];
  const code = unitCode(unit);
  return number === undefined || code === undefined ? null : `${plain(number)} ${code}`;
}

function money(text: string): string | null {
  const [, number, currency] = new RegExp(`^${NUMBER}\\s*([A-Za-z]{3})$`).exec(text) ?? [];
  return number === undefined || currency === undefined
    ? null
    : `${plain(number)} ${currency.toUpperCase()}`;
}

function share(text: string): string | null {
  const [, number, percent, content] =
    new RegExp(`^${NUMBER}\\s*(%?)\\s*([^\\d\\s%].*)$`).exec(text) ?? [];
  if (number === undefined || content === undefined) return null;
  const value = Number(plain(number)) / (percent === '%' ? 100 : 1);
  return value <= 1 ? `${Number(value.toPrecision(12))} ${content}` : null;
}

function instant(text: string): string | null {
  const withZone = /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`;
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? Date.parse(withZone) : NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

const area: FieldRule = {
  canonical: (text) => matched(countryCode(text), /^[A-Z][A-Z0-9-]{1,19}$/),
  takes: 'Choose a country or a group of countries from the list.',
};
const claim = (takes: string): FieldRule => ({
  canonical: (text) => (text.length > 300 ? null : text),
  takes,
  isList: true,
});

const RULES: Readonly<Record<Field, FieldRule>> = {
  imposedBy: area,
  on: area,
  hs: {
    canonical: (text) => matched(text.replaceAll(/[.\s]/g, ''), /^(?:\d\d){1,5}$/),
    takes: 'An HS code has 2, 4, 6, 8 or 10 digits, such as 8541.43.',
  },
  value: { canonical: money, takes: 'An amount and a currency, such as 50000 USD.' },
  quantities: {
    canonical: quantity,
    takes: 'A number and a unit, such as 1000 kg; several with semicolons between.',
    isList: true,
  },
  origin: claim('Names of up to 300 letters, such as USMCA.'),
  endUse: claim('Names of up to 300 letters.'),
  producer: {
    canonical: (text) => (text.length > 300 ? null : text),
    takes: 'A name of up to 300 letters.',
  },
  quotas: claim('Names of reliefs, of up to 300 letters.'),
  content: {
    canonical: share,
    takes: 'A share and what it is of, such as 40 % steel; several with semicolons between.',
    isList: true,
  },
  loadedAt: { canonical: instant, takes: 'A date and a time in UTC.' },
  hsEdition: {
    canonical: (text) => matched(text, /^\d{4}$/),
    takes: 'The year of an edition, such as 2022.',
  },
  mfnRate: {
    canonical: (text) => {
      const [, number] = new RegExp(`^${NUMBER}\\s*%?$`).exec(text) ?? [];
      return number === undefined ? null : plain(number);
    },
    takes: 'A rate in percent, such as 2.5.',
  },
  transshipped: { canonical: (text) => matched(text, /^true$/), takes: 'Yes or nothing.' },
};

/** The items of a list; a comma before three digits belongs to a number. */
const itemsOf = (text: string): readonly string[] =>
  text
    .split(/;|,(?!\d{3}(?!\d))/)
    .map((item) => item.trim())
    .filter((item) => item !== '');

const itemsIn = (field: Field, text: string): readonly string[] => {
  if (RULES[field].isList) return itemsOf(text);
  return text.trim() === '' ? [] : [text.trim()];
};

const byField = <T>(value: (field: Field) => T): Readonly<Record<Field, T>> =>
  Object.fromEntries(FIELDS.map((field) => [field, value(field)])) as Record<Field, T>;

/** The texts of a query string; empty where it says nothing. */
export function textsOf(search: string): Texts {
  const params = new URLSearchParams(search);
  return byField((field) => params.getAll(field).join('; '));
}

/** `search` with the texts in place of the question that it holds; text that is wrong stays as it is. */
export function withTexts(search: string, texts: Texts): string {
  const params = new URLSearchParams(search);
  for (const field of FIELDS) {
    params.delete(field);
    for (const item of itemsIn(field, texts[field]))
      params.append(field, RULES[field].canonical(item) ?? item);
  }
  const text = params.toString().replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}

interface ReadQuestion {
  /** Null while a party is missing, or anything is wrong. */
  readonly question: Question | null;
  /** What each wrong field takes. */
  readonly problems: Partial<Readonly<Record<Field, string>>>;
}

/** The question that texts ask. */
export function questionOf(texts: Texts): ReadQuestion {
  const given = byField((field) => itemsIn(field, texts[field]).map(RULES[field].canonical));
  const problems = Object.fromEntries(
    FIELDS.filter((field) => given[field].includes(null)).map((field) => [
      field,
      RULES[field].takes,
    ]),
  );
  const [imposedBy, on] = [given.imposedBy[0], given.on[0]];
  if (!imposedBy || !on || Object.keys(problems).length > 0) return { question: null, problems };
  const goods = goodsOf(given as Readonly<Record<Field, readonly string[]>>);
  const [mfnRate] = given.mfnRate;
  return {
    question: { imposedBy, on, goods, ...(mfnRate && { mfnRate: Number(mfnRate) }) },
    problems,
  };
}

/** The number that a canonical text begins with, and the words after it. */
function split(text: string): readonly [number, string] {
  const space = text.indexOf(' ');
  return [Number(text.slice(0, space)), text.slice(space + 1)];
}

function goodsOf(given: Readonly<Record<Field, readonly string[]>>): Goods {
  const [hs, hsEdition] = [given.hs[0], given.hsEdition[0]];
  const [producer, loadedAt, value] = [given.producer[0], given.loadedAt[0], given.value[0]];
  const { origin, endUse, quotas, quantities, content } = given;
  const [amount = 0, currency = ''] = value === undefined ? [] : split(value);
  return {
    ...(hs !== undefined && { hs }),
    ...(hsEdition !== undefined && { hsEdition }),
    ...(producer !== undefined && { producer }),
    ...(loadedAt !== undefined && { loadedAt }),
    ...(value !== undefined && { customsValue: { amount, currency } }),
    ...(origin.length > 0 && { origin: [...origin] }),
    ...(endUse.length > 0 && { endUse: [...endUse] }),
    ...(quotas.length > 0 && { quotas: [...quotas] }),
    ...(given.transshipped.length > 0 && { transshipped: true }),
    ...(quantities.length > 0 && {
      quantities: quantities.map(split).map(([number, unit]) => ({ value: number, unit })),
    }),
    ...(content.length > 0 && {
      content: content.map(split).map(([number, of]) => ({ share: number, of })),
    }),
  };
}
