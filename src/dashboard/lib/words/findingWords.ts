/** What is to be reviewed, as people read it: the rules write dates, types and slugs as recorded. */
import { slugWords, typeWords } from './labels.js';
import { dateWords } from '../time/edtfWords.js';

const DATE = /\b\d{4}-\d\d(?:-\d\d)?[~?%]?(?:\/\d{4}-\d\d(?:-\d\d)?[~?%]?)?(?![\w-])/g;
const INSTANT = /\b\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g;

/** An event type begins with what it is about. */
const TYPE =
  /\b(?:Agreement|Area|Claim|Coverage|Event|Exemption|Framework|Investigation|Measure|Meeting|Member|Negotiation|Party|Precedence|Quota|Ratification|Retaliation|Rounds?|Sources?|Statement|Talks|Target|Terms|Track)(?:[A-Z][a-z]+)+\b/g;
/** A slug or the code of an actor, in quotation marks as the rules name them. */
const SLUG = /"((?:x-)?[a-z0-9]+(?:-[a-z0-9]+)+)"/g;
const STREAM = /\b(?:area|measure|negotiation|rulebook)\/([\w-]+)/g;
const CONSTANT = /\b[A-Z]{4,}(?:_[A-Z]+)*\b(?= *(?:\.|,|$))/g;

/** A problem of an event as a form tells it: people enter events, they append none. */
export const problemWords = (message: string): string =>
  findingWords(message)
    .replace(/\bAppend\b/g, 'Enter')
    .replace(/\bappend\b/g, 'enter');

/** A finding without dates in figures, names of types, slugs and constants. */
export const findingWords = (message: string): string =>
  message
    .replace(INSTANT, (instant) => dateWords(instant))
    .replace(DATE, (date) => dateWords(date))
    .replace(TYPE, (type) => `“${typeWords(type)}”`)
    .replace(SLUG, (_, slug: string) => `“${slugWords(slug.replace(/^x-/, ''))}”`)
    .replace(STREAM, (_, name: string) => slugWords(name))
    .replace(CONSTANT, (constant) => constant.toLowerCase().replaceAll('_', ' '));
