/** What the data of an event says in words, field by field: no slug, constant, code or instant. */
import { dateWords, instantWords } from '../time/edtfWords.js';
import { fromCode, percent, slugWords } from './labels.js';
import { nameOf, type Names, NO_NAMES } from './names.js';

/** Fields whose key is no phrase by itself. */
const FIELDS: Readonly<Record<string, string>> = {
  affects: 'who is affected',
  alsoCalled: 'also called',
  by: 'by whom',
  code: 'who',
  effectiveFrom: 'in effect from',
  enteredBefore: 'entered before',
  exceptFor: 'except for',
  exceptOf: 'except of',
  hs: 'HS codes',
  hsEdition: 'edition of the HS',
  how: 'how it ended',
  legalEffectFrom: 'in legal effect from',
  loadedBefore: 'loaded before',
  mfn: 'ordinary duty',
  on: 'on whom',
  relief: 'exemption',
  reliefs: 'exemptions',
  was: 'was to be',
  what: 'what is aimed at',
};

/** The words of a key of data: "transshipment rate". */
export const keyWords = (key: string): string =>
  FIELDS[key] ?? key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Fields in percent. */
const PERCENT = /^(?:rate|.*Rate|share|cap.*At|floor.*At)$/;

/** Fields that hold a date, an interval or an instant. */
const DATE =
  /^(?:date|dates|due|from|until|to|through|was|since|published|.*(?:From|Before|After|Until|On))$/;

/** Fields that hold slugs: of measures, targets, tracks, reliefs or agreements. */
const SLUG = /^(?:target|track|relief|agreement|measure|measures|replaces|excludedBy|order|about)$/;

/** Fields that hold a constant of the schema, some of them beside text. */
const CONSTANT =
  /^(?:basis|certainty|collection|formal|form|how|kind|level|mode|outcome|reason|role|scope|stance|status|step)$/;

const isInstant = (value: string): boolean => /^\d{4}-\d\d-\d\dT/.test(value);
const isDate = (value: string): boolean => /^(?:\.\.|\d{4})[\d\-/.~?%XT:+Z]*$/.test(value);

/** The name that a slug goes by; of several that begin alike, how their slugs begin. */
function slugName(value: string, { titles, tracks }: Names): string {
  if (!/^[a-z0-9*]+(?:-[a-z0-9*]+)*$/.test(value)) return value;
  if (value.endsWith('*'))
    return `those whose name begins with “${slugWords(value.replace(/-?\*$/, ''))}”`;
  return (
    titles.get(`measures.${value}`) ??
    titles.get(`targets.${value}`) ??
    tracks.get(value) ??
    slugWords(value)
  );
}

function textWords(key: string, value: string, names: Names): string {
  // Codes of goods look like years.
  if (key === 'hs') return value;
  if (SLUG.test(key)) return slugName(value, names);
  if (isInstant(value)) return instantWords(value);
  if (DATE.test(key) && isDate(value))
    return dateWords(value, key === 'dates' || key === 'was' ? 'session' : 'window');
  if (CONSTANT.test(key) && /^[A-Z][A-Z_]+$/.test(value)) return fromCode(value);
  if (key === 'removes') return keyWords(value);
  return nameOf(value, names);
}

/** What a field says; null where it says nothing. */
export function dataWords(key: string, value: unknown, names = NO_NAMES): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return PERCENT.test(key) ? percent(value) : String(value);
  if (typeof value === 'string') return textWords(key, value, names);
  const parts = Array.isArray(value)
    ? value.map((each) => dataWords(key, each, names))
    : Object.entries(value).map(([inner, each]) => {
        const words = dataWords(inner, each, names);
        return words === null ? null : `${keyWords(inner)} ${words}`;
      });
  const told = parts.filter((part) => part !== null);
  return told.length === 0 ? 'none' : told.join(', ');
}
