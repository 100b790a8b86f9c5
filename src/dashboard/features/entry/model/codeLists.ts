/** Lists of codes as people write them: HS codes with dots and spaces, areas by name. */
import { countryCode } from '../../../lib/words/countries.js';
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
 * subheading, four after a subheading. Dots within a code are left out.
 */
function hsCodesIn(text: string): readonly string[] {
  return text.split(/[,;\n]+/).flatMap((part) => {
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
