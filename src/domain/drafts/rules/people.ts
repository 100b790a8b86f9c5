/** People and offices as a report names them: who speaks, in which role, for whom. */
import { areasIn } from '../reading/areaNames.js';
import type { Span } from '../reading/numbers.js';

export interface Speaker {
  readonly name: string;
  /** The words that give the name: where it stands here, and where it stands in full. */
  readonly spans: readonly Span[];
  readonly role?: { readonly text: string; readonly span: Span } | undefined;
  /** The one area that the role names. */
  readonly area?: { readonly code: string; readonly span: Span } | undefined;
}

const ROLE =
  '(?:[Pp]resident|[Pp]rime [Mm]inister|[Mm]inister|[Pp]ress [Ss]ecretary|[Ss]ecretary|[Ss]pokes(?:person|man|woman)|[Rr]epresentative|[Aa]mbassador|[Cc]ommissioner|[Cc]hancellor|[Pp]remier|[Nn]egotiator|[Ee]nvoy|[Gg]overnor|[Ss]enator|[Dd]irector-[Gg]eneral|[Cc]hair(?:man|woman)?)';
const WORD = String.raw`\p{Lu}[\p{L}\u2019'.-]*`;
/** Two to four capitalised words, the first no article. */
const FULL_NAME = String.raw`(?!The |A |An |In |On |At |But |And |US |EU )${WORD}(?: ${WORD}){1,3}`;

/** A role and the name after it. The role may begin with what it is of: "Union Commerce and Industry". */
const TITLED = new RegExp(
  String.raw`((?:(?:\p{Lu}[\p{L}.'\u2019-]*|and|of|for|for the|trade|foreign|commerce|finance|chief|deputy|vice|prime|industry|economy|press) )*?${ROLE})(?: for [\p{L} ]{3,30}?)?,? (?:Mr\.? |Ms\.? |Dr\.? )?(${WORD}(?: (?:(?:d[aeiou]s?|del|van|von|der|bin|al|el) )*${WORD}){0,3})`,
  'gu',
);

export interface Person {
  readonly name: string;
  readonly span: Span;
  readonly role: string;
  readonly roleSpan: Span;
}

/** Everyone whom the report names with a role, in order. */
export const peopleIn = (text: string): readonly Person[] =>
  [...text.matchAll(TITLED)].map(({ 0: all, 1: words = '', 2: name = '', index }) => {
    const lead = /^(?:(?:and|of|for|for the) )*/.exec(words)?.[0].length ?? 0;
    const role = words.slice(lead);
    const clean = name.replace(/[.'\u2019]s?$/, '');
    const start = index + all.length - name.length;
    return {
      name: clean,
      span: { start, end: start + clean.length },
      role,
      roleSpan: { start: index + lead, end: index + words.length },
    };
  });

const lastWord = (name: string): string => name.split(' ').at(-1) ?? name;

/** The fullest name under which the report introduces someone. */
function fullName(people: readonly Person[], name: string): Person | undefined {
  return people
    .filter((person) => lastWord(person.name) === lastWord(name))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

/** The area in a role, if it names one and no other. */
function areaOf(text: string, span: Span): Speaker['area'] {
  const areas = areasIn(text.slice(span.start, span.end));
  const [only] = areas;
  if (!only || areas.length > 1) return undefined;
  return {
    code: only.code,
    span: { start: span.start + only.start, end: span.start + only.end },
  };
}

const INSTITUTION =
  /^(?:[Tt]he )?((?:White House|European Commission|Kremlin|\p{Lu}[\p{L}]+(?:['\u2019]s)? (?:[Cc]ommerce |[Tt]rade |[Ff]oreign |[Ff]inance )?[Mm]inistry|[Mm]inistry of \p{Lu}[\p{L} ]+|Commerce Ministry|Commerce Department|Ministry of External Affairs))$/u;
const TRAILING_ADVERB = / (?:also|then|later|earlier|had|has|have|further|recently|again|however)$/;

/**
 * The speaker whom the words of a span name; undefined when they name none for certain. `people`
 * are those of the whole report.
 */
export function speakerIn(
  text: string,
  span: Span,
  people: readonly Person[],
): Speaker | undefined {
  let { start, end } = span;
  let words = text.slice(start, end);
  for (let cut; (cut = TRAILING_ADVERB.exec(words));) words = words.slice(0, cut.index);
  const lead = /^(?:And |But |while |as |where |when )?(?:the |The )?/.exec(words)?.[0].length ?? 0;
  start += lead;
  words = words.slice(lead);
  end = start + words.length;
  if (words === '') return undefined;
  const here = { start, end };
  const titled = people.find(
    (person) =>
      person.span.end === end &&
      person.roleSpan.start >= start &&
      person.roleSpan.start - start <= 4,
  );
  if (titled) {
    const full = fullName(people, titled.name) ?? titled;
    return {
      name: full.name,
      spans: full === titled ? [titled.span] : [titled.span, full.span],
      role: { text: titled.role, span: titled.roleSpan },
      area: areaOf(text, titled.roleSpan),
    };
  }
  const institution = INSTITUTION.exec(words);
  if (institution) return { name: words, spans: [here], area: areaOf(text, here) };
  if (new RegExp(`^(?:[\\p{L} ]+ )?${ROLE}$`, 'u').test(words)) {
    // An office without a name: whoever the report introduces in it.
    const holders = new Set(
      people
        .filter(({ role }) => role.toLowerCase() === words.toLowerCase())
        .map(({ name }) => name),
    );
    const holder = holders.size === 1 ? people.find(({ name }) => holders.has(name)) : undefined;
    const role = { text: words, span: here };
    return holder
      ? { name: holder.name, spans: [here, holder.span], role, area: areaOf(text, here) }
      : { name: words, spans: [here], area: areaOf(text, here) };
  }
  const [area] = areasIn(words);
  if (area && area.start === 0 && area.end === words.length)
    return area.kind === 'ADJECTIVE' && !/^Trump$/.test(words)
      ? undefined
      : personOrArea(words, here, people, area.code);
  if (!new RegExp(`^(?:${FULL_NAME}|${WORD})$`, 'u').test(words)) return undefined;
  return personOrArea(words, here, people, undefined);
}

const PRONOUN = /^(?:He|She|It|They|We|I|This|That|There|Officials|Sources|Analysts|Both)$/;

function personOrArea(
  words: string,
  here: Span,
  people: readonly Person[],
  code: string | undefined,
): Speaker | undefined {
  if (PRONOUN.test(words)) return undefined;
  const full = fullName(people, words);
  if (full && full.name !== words) return { name: full.name, spans: [here, full.span] };
  if (code !== undefined && !full)
    return { name: words, spans: [here], area: { code, span: here } };
  // A single word that nobody was introduced by may be anything.
  return full || words.includes(' ') ? { name: words, spans: [here] } : undefined;
}
