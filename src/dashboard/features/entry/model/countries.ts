/** Countries by their codes, named in the reader's language by the browser. */

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Codes that name something else than a country in the browser's tables. */
const NO_COUNTRY = new Set(['EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

export interface Country {
  readonly code: string;
  readonly name: string;
}

let known: readonly Country[] | undefined;

/** Every country and the EU, by name. */
export const countries = (): readonly Country[] =>
  (known ??= LETTERS.flatMap((a) =>
    LETTERS.flatMap((b): Country[] => {
      const code = a + b;
      const name = NO_COUNTRY.has(code) ? undefined : names.of(code);
      return name === undefined ? [] : [{ code, name }];
    }),
  ).sort((a, b) => a.name.localeCompare(b.name)));

/** The code of a country that was given by code or by name; anything else as it is. */
export function countryCode(text: string): string {
  const given = text.trim();
  const wanted = given.toLowerCase();
  const named = countries().find(({ name }) => name.toLowerCase() === wanted);
  return named?.code ?? (given.length === 2 ? given.toUpperCase() : given);
}
