/**
 * What a headline, typed to find an event type, says of the fields of that type: dates, countries, HS
 * codes, rates, the number of a round, a place. It is read for the form to be filled in and looked
 * at: what it does not say clearly is left out.
 */
import { countryCode } from '../../../lib/words/countries.js';
import type { Suggestion } from '../fields/formContext.js';
import { countryName } from '../../../lib/words/labels.js';
import { MONTH, WEEKDAYS } from '../dates/dateWordPatterns.js';
import { readDate } from '../dates/plainDates.js';
import { enumValues, type EventType, inputFields } from './formSchema.js';
import { namedIn, tellingWords } from './findEventTypes.js';

interface Context {
  /** The codes of the parties of the negotiation. */
  readonly parties: readonly string[];
  /** The measures on record. */
  readonly measures: readonly Suggestion[];
  /** The targets of the negotiation. */
  readonly targets: readonly { readonly slug: string; readonly what: string }[];
  /** The date that "today" stands for. */
  readonly today: string;
}

/** Values by path. */
type Values = ReadonlyMap<string, string>;

const NUMBER = /(\d+(?:\.\d+)?) ?(?:%|per ?cent|percent|pct)/giu;

/** The one rate that a text says; of "from 25 % to 50 %" the one that it is changed to. */
function rateIn(text: string): string | undefined {
  const changedTo = [...text.matchAll(new RegExp(`\\bto ${NUMBER.source}`, 'giu'))];
  const all = changedTo.length > 0 ? changedTo : [...text.matchAll(NUMBER)];
  const rates = new Set(all.map(([, rate]) => rate));
  return rates.size === 1 ? [...rates][0] : undefined;
}

const CODES =
  /\b(?:hs|hts|headings?|subheadings?|tariff lines?|chapters?|codes?)(?: codes?| headings?| chapters?)? ((?:\d[\d.]+(?:, | and )?)+)|\b(\d{4}\.\d{2}(?:\.\d{2,4})*)\b/giu;

const codesIn = (text: string): readonly string[] =>
  [...text.matchAll(CODES)].flatMap(([, listed, dotted]) =>
    (listed ?? dotted ?? '')
      .split(/, | and /)
      .map((code) => code.replace(/\.$/, '').trim())
      .filter(Boolean),
  );

const DAYS = '\\d{1,2}(?: ?(?:-|–|to) ?\\d{1,2})?';
const YEAR = '(?:,? \\d{4})?';
const DATE = [
  '\\d{4}-\\d\\d-\\d\\d',
  `${DAYS} ${MONTH}${YEAR}`,
  `${MONTH} ${DAYS}${YEAR}\\b`,
  `(?:mid|early|late)[- ]${MONTH}${YEAR}`,
  `${MONTH} \\d{4}`,
  '(?:yesterday|today|tomorrow)',
  `(?:last|next) (?:${WEEKDAYS.join('|')})`,
].join('|');
/** A month or a season by itself names a date only after such a word. */
const LOOSE = `${DATE}|${MONTH}|(?:spring|summer|autumn|fall|winter)${YEAR}`;
const DATED = new RegExp(
  `\\b(?<word>from|effective|starting|as of|until|till|through|by|before|to|in) (?<after>${LOOSE})|\\b(?<alone>${DATE})`,
  'giu',
);

/** What the word before a date makes of it, by the fields that take it, the first that there is. */
const DATE_FIELDS: Readonly<Record<string, readonly string[]>> = {
  from: ['data.effectiveFrom', 'occurred'],
  until: ['data.until', 'data.expectedResume', 'data.due'],
  by: ['data.due', 'data.until'],
  to: ['data.to', 'data.due', 'data.until'],
  in: ['data.dates', 'data.due'],
  on: ['data.dates', 'occurred'],
};
const SAME_AS: Readonly<Record<string, string>> = {
  ...{ effective: 'from', starting: 'from', 'as of': 'from' },
  ...{ till: 'until', through: 'until', before: 'by' },
};

function* datesIn(text: string, has: (path: string) => boolean, today: string) {
  for (const { groups } of text.matchAll(DATED)) {
    const { word = 'on', after, alone } = groups ?? {};
    const preposition = word.toLowerCase();
    const written = after ?? alone ?? '';
    const reading = readDate(written, today);
    // What is vague is offered with its readings below the field.
    if (!('edtf' in reading) && !('readings' in reading && reading.readings.length)) continue;
    const path = DATE_FIELDS[SAME_AS[preposition] ?? preposition]?.find(has);
    if (path !== undefined) yield [path, written] as const;
  }
}

/** Letters in which a name and its adjective agree: China and Chinese, Canada and Canadian. */
const agree = (name: string, word: string): boolean => {
  const stem = name.slice(0, Math.max(4, Math.min(5, name.length - 1))).toLowerCase();
  return name.length >= 4 && word.toLowerCase().startsWith(stem);
};

/** The code of a country that a word names; undefined for any other word. */
function countryOf(word: string, parties: readonly string[]): string | undefined {
  const plain = word.replace(/\.|’s$|'s$/g, '');
  const party = parties.find((code) =>
    countryName(code)
      .split(' ')
      .some((name) => /^\p{Lu}/u.test(name) && agree(name, plain)),
  );
  if (party !== undefined && /^\p{Lu}/u.test(plain)) return party;
  // A short word is a code only in capitals: "in" is none.
  if (plain.length < 4 && plain !== plain.toUpperCase()) return undefined;
  const code = countryCode(plain);
  return /^[A-Z]{2,12}$/.test(code) && (code !== plain || parties.includes(code))
    ? code
    : undefined;
}

/** Who acts, and on whom: a country after "on" or "against" is borne on, the first other one acts. */
function actorsIn(text: string, parties: readonly string[]) {
  const words = text.split(/[\s,;:]+/);
  let by: string | undefined;
  let on: string | undefined;
  words.forEach((word, index) => {
    const code = countryOf(word, parties);
    const before = words[index - 1]?.toLowerCase() ?? '';
    if (code === undefined) return;
    if (/^(?:on|against|into|for|from)$/.test(before)) on ??= code;
    else if (by === undefined) by = code;
    else if (code !== by) on ??= code;
  });
  return { by, on };
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const ROUND = new RegExp(
  `\\b(?:(\\d+)(?:st|nd|rd|th)|(${ORDINALS.join('|')})) round\\b|\\bround (\\d+)\\b`,
  'iu',
);

function roundIn(text: string): string | undefined {
  const [, numeral, ordinal, number] = ROUND.exec(text) ?? [];
  if (ordinal !== undefined) return String(ORDINALS.indexOf(ordinal.toLowerCase()) + 1);
  return numeral ?? number;
}

const PLACE = /\b[Ii]n ((?:\p{Lu}[\p{L}.'’-]+)(?:,? \p{Lu}[\p{L}.'’-]*)*)/u;
const IS_MONTH = new RegExp(`^${MONTH}\\b`, 'iu');

const placeIn = (text: string): string | undefined => {
  const place = PLACE.exec(text)?.[1];
  return place === undefined || IS_MONTH.test(place) ? undefined : place;
};

const SHORTEST_STEM = 4;
const LONGEST_STEM = 6;

/** The one value of an enum that a word of the text begins like: "lifts" for LIFTED. */
function valueIn(text: string, type: string): string | undefined {
  const words = tellingWords(text);
  const told = (enumValues(type) ?? []).filter(({ value }) => {
    const length = Math.max(SHORTEST_STEM, Math.min(LONGEST_STEM, value.length - 2));
    const stem = value.toLowerCase().slice(0, length);
    return (
      value !== 'OTHER' &&
      value.length >= SHORTEST_STEM &&
      words.some((word) => word.startsWith(stem))
    );
  });
  return told.length === 1 ? told[0]?.value : undefined;
}

const titled = ({ slug: value, what: label }: Context['targets'][number]) => ({ value, label });

/** The values that a headline gives to fields of a type, by path; none for one word or two. */
export function headlineValues(
  text: string,
  eventType: EventType,
  { parties, measures, targets, today }: Context,
): Values {
  if (text.trim().split(/\s+/).length < 3) return new Map();
  const fields = inputFields(eventType.input) ?? [];
  const has = (path: string) =>
    path === 'occurred' || fields.some(({ name }) => path === `data.${name}`);
  const { by, on } = actorsIn(text, parties);
  const codes = codesIn(text);
  const values = new Map<string, string>();
  const add = (path: string, value: string | undefined) => {
    if (value !== undefined && value !== '' && !values.has(path)) values.set(path, value);
  };
  if (eventType.stream === 'measure' && !has('data.title'))
    add('stream', namedIn(text, measures)?.value);
  if (has('data.target')) add('data.target', namedIn(text, targets.map(titled))?.value);
  for (const [path, date] of datesIn(text, has, today)) add(path, date);
  if (has('data.rate')) add('data.rate', rateIn(text));
  if (has('data.goods') && codes.length > 0) add('data.goods.hs', codes.join(', '));
  if (has('data.imposedBy')) add('data.imposedBy', by);
  if (has('data.imposedBy')) add('data.affects', on);
  if (has('data.round')) add('data.round', roundIn(text));
  if (has('data.place')) add('data.place', placeIn(text));
  for (const { name, type, list } of fields)
    if (!list && name !== 'role') add(`data.${name}`, valueIn(text, type));
  return values;
}
