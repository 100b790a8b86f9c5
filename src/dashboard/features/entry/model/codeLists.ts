/** Lists of codes as people write them: HS codes with dots and spaces, areas by name. */
import { countries, countryCode, GROUPS } from '../../../lib/words/countries.js';
import type { Field } from './formSchema.js';

/** Whether a field takes areas; of one that is affected, also all of them. */
export const isArea = ({ type }: Pick<Field, 'type'>): boolean =>
  type === 'CountryCode' || type === 'AffectedArea';

/** Whether a list of a field is separated by commas; a list of texts, which may hold commas, by lines. */
export const isCode = (field: Pick<Field, 'type'>): boolean =>
  isArea(field) || field.type === 'HSCode';

const EVERYONE = /^(?:\*|all|all countries|every country|everyone|the world|world)$/i;

/** The code of an area given by code or name, `*` for all of them where that is allowed. */
export const areaCode = (type: string, text: string): string =>
  type === 'AffectedArea' && EVERYONE.test(text.trim()) ? '*' : countryCode(text);

/**
 * Areas with commas, semicolons, "and" or line breaks between them; what is no name as a whole may
 * hold several with an "and" or spaces between them.
 */
function areasIn(text: string): readonly string[] {
  const isKnown = (part: string) =>
    countryCode(part) !== part.trim() || /^[A-Z*]{1,3}$/.test(part.trim());
  return text.split(/[,;\n]+/).flatMap((part) => {
    if (isKnown(part)) return [part];
    const joined = part.split(/ (?:and|&) /);
    return joined.length > 1 && joined.every(isKnown)
      ? joined
      : part.includes(' ') && part.trim().split(/\s+/).every(isKnown)
        ? part.trim().split(/\s+/)
        : [part];
  });
}

/** The lengths of the parts of a code that follow its heading: 7208 10, 7208 10 00, 7208 10 1500. */
const SUBDIVISIONS = [2, 4];

/**
 * HS codes with commas, semicolons or line breaks between them, or spaces. A group of digits after a
 * space continues the code before it where tariffs write codes so: two digits after a heading or a
 * subheading, four after a subheading; "74 07" by itself is a heading, "72 73 76" are chapters. Dots
 * within a code are left out.
 */
function hsCodesIn(text: string): readonly string[] {
  return text.split(/[,;\n]+/).flatMap((part) => {
    const heading = /^\s*(\d\d)\s+(\d\d)\s*$/.exec(part);
    if (heading) return [`${heading[1] ?? ''}${heading[2] ?? ''}`];
    const codes: string[] = [];
    for (const group of part
      .trim()
      .replace(/(?<=\d)\.(?=\d)/g, '')
      .split(/\s+/)) {
      const last = codes.at(-1);
      const fits =
        last !== undefined &&
        /^\d+$/.test(last + group) &&
        SUBDIVISIONS.includes(group.length) &&
        (group.length === 2 ? last.length >= 4 && last.length < 10 : last.length === 6);
      if (fits) codes[codes.length - 1] = last + group;
      else codes.push(group);
    }
    return codes;
  });
}

/** The entries of a list of codes, as written, without dots and spaces in HS codes. */
export const codesIn = (field: Pick<Field, 'type'>, text: string): readonly string[] =>
  (isArea(field) ? areasIn(text) : hsCodesIn(text)).filter((part) => part.trim() !== '');

/** Names offered for one that is not known. */
const MOST_NAMES = 3;
/** Letters that a name has in common with one that it may mean. */
const SAME_LETTERS = 3;

/** Why an entry is no HS code, and the nearest codes; undefined for a code. */
function hsProblem(text: string): string | undefined {
  const code = text.replaceAll(/[.\s]/g, '');
  if (!/^\d+$/.test(code))
    return `“${text.trim()}” is no HS code: give the digits of its heading, such as 7407.`;
  if (code.length % 2 === 0 && code.length <= 10) return undefined;
  const near = code.length > 10 ? code.slice(0, 10) : code.slice(0, -1);
  const instead = near === '' ? '' : ` Did you mean ${near}?`;
  return `${code} has ${code.length === 1 ? 'one digit' : `${code.length} digits`}; an HS code has 2, 4, 6, 8 or 10.${instead}`;
}

/** With how many letters two texts begin alike. */
function sameLetters(one: string, other: string): number {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}

/** Why an entry is no area, and names like it; undefined for a code, which the server checks. */
function areaProblem(type: string, text: string): string | undefined {
  const code = areaCode(type, text);
  if (code === '*' || /^(?:[A-Z\d]{2,12}|x-[a-z\d-]+)$/.test(code)) return undefined;
  const typed = text.trim().toLowerCase();
  const near = [...countries(), ...GROUPS]
    .map(({ name }) => name)
    .map((name) => ({ name, same: sameLetters(name.toLowerCase(), typed) }))
    .filter(({ same }) => same >= SAME_LETTERS)
    .toSorted((a, b) => b.same - a.same)
    .map(({ name }) => name);
  const instead =
    near.length === 0
      ? 'Write the name or the code of a country or group, or x- and a short name for anyone else.'
      : `Names like it: ${near.slice(0, MOST_NAMES).join(', ')}.`;
  return `“${text.trim()}” is no country or group known here. ${instead}`;
}

/** Why one entry of a field for codes is none, told while it is typed; undefined where it is one. */
export const codeProblem = ({ type }: Pick<Field, 'type'>, text: string): string | undefined =>
  type === 'HSCode' ? hsProblem(text) : isArea({ type }) ? areaProblem(type, text) : undefined;
