/**
 * What a summary of an event calls things: dates, areas, and what the record has names for. Plain
 * English for people; machines have the data.
 */
import { areaName, areaWords, isActor } from './codes/areas.js';
import { dateWords, type IntervalMeans } from './time/dateWords.js';
import { isInstant } from './time/edtf.js';

/** What the record calls things by; undefined where it gives no name. */
export interface Names {
  /** Title of the measure or negotiation, or name of the area, that the event's stream is about. */
  readonly subject: () => string | undefined;
  /** The time zone in which the dates of the stream are legal time. */
  readonly zone: () => string | undefined;
  /** Of a party, or of a group that does not come with Parley. */
  readonly party: (code: string) => string | undefined;
  readonly target: (slug: string) => string | undefined;
  readonly track: (slug: string) => string | undefined;
  /** Of the agreement with this slug, or of the only one where none is given. */
  readonly agreement: (slug: string | undefined) => string | undefined;
}

const none = (): undefined => undefined;

/** Names where nothing but the event itself is known. */
export const NO_NAMES: Names = {
  subject: none,
  zone: none,
  party: none,
  target: none,
  track: none,
  agreement: none,
};

/** `a, b and c`. */
export const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Of a longer list all but one of these are named, and the others counted. */
const MOST_NAMED = 8;

/** `prefix` + value + `suffix`, or the empty string for an absent value. */
export const optional = (
  prefix: string,
  value: string | number | undefined,
  suffix = '',
): string => (value === undefined ? '' : `${prefix}${value}${suffix}`);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a slug says, for what has no name on record: "first tranche" for first-tranche. */
export const slugWords = (slug: string): string => slug.replaceAll('-', ' ').trim();

/** What a code such as FORMAL_ROUNDS says. */
export const codeWords = (code: string): string => code.toLowerCase().replaceAll('_', ' ');

/** Words for one event, by the names that its record gives. */
export class Words {
  constructor(readonly names: Names) {}

  /** "Reciprocal tariff: suspended …" where the title of its subject is known, else "Suspended …". */
  begin(predicate: string): string {
    const subject = this.names.subject();
    return subject === undefined ? capital(predicate) : `${subject}: ${predicate}`;
  }

  /** A party or an area within a sentence: "the United States". */
  party(code: string): string {
    if (code === '*') return areaWords(code);
    if (areaName(code) !== code) return areaWords(code);
    const name = this.names.party(code);
    if (isActor(code)) return name ?? capital(slugWords(code.slice('x-'.length)));
    return areaWords(code, name ?? code);
  }

  /** Who did something, told in free text: the name of an area where it is a code. */
  who(text: string): string {
    return areaName(text) === text ? text : this.party(text);
  }

  /** The same as `party` without an article, in brackets or at a beginning. */
  name(code: string): string {
    return this.party(code).replace(/^the /, '');
  }

  /** `a, b and c`; of many the first, and how many others. */
  parties(codes: readonly string[]): string {
    const named = codes.map((code) => this.party(code));
    if (named.length <= MOST_NAMED) return joinWords(named);
    const shown = named.slice(0, MOST_NAMED - 1);
    return joinWords([...shown, `${named.length - shown.length} others`]);
  }

  target(slug: string): string {
    return this.names.target(slug) ?? slugWords(slug);
  }

  track(slug: string): string {
    return this.names.track(slug) ?? slugWords(slug);
  }

  agreement(slug: string | undefined): string {
    return this.names.agreement(slug) ?? (slug === undefined ? 'the agreement' : slugWords(slug));
  }

  /** A date, or an instant in legal time. */
  date(edtf: string, means?: IntervalMeans): string {
    const hasTime = edtf.split('/').some(isInstant);
    return dateWords(edtf, means, hasTime ? this.names.zone() : undefined);
  }

  /** " from 7 August 2025"; nothing for an absent date. */
  from(edtf: string | undefined): string {
    if (edtf === undefined) return '';
    const words = this.date(edtf);
    if (words.startsWith('from ')) return ` ${words}`;
    return ` from ${/^(?:between|until) /.test(words) ? 'some time ' : ''}${words}`;
  }

  /** " until 9 July 2025"; nothing for an absent date. */
  until(edtf: string | undefined): string {
    return edtf === undefined ? '' : ` until ${this.date(edtf)}`;
  }
}
