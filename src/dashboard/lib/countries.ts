/**
 * Countries by ISO 3166-1 alpha-2 code, with the browser's English names, and the groups that come
 * with Parley.
 */
import groups from '../generated/groups.json';

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Region codes of the browser's tables that are not countries. */
const NOT_A_COUNTRY = new Set(['EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

export interface Country {
  readonly code: string;
  readonly name: string;
}

/** The groups that come with Parley. */
export const GROUPS: readonly Country[] = Object.entries(groups).map(([code, name]) => ({
  code,
  name,
}));

let cache: readonly Country[] | undefined;

/** Every country and group, by name. */
export const countries = (): readonly Country[] =>
  (cache ??= [
    ...LETTERS.flatMap((a) =>
      LETTERS.flatMap((b): Country[] => {
        const code = a + b;
        const name = NOT_A_COUNTRY.has(code) ? undefined : names.of(code);
        return name === undefined || code in groups ? [] : [{ code, name }];
      }),
    ),
    ...GROUPS,
  ].sort((a, b) => a.name.localeCompare(b.name)));

/** The code of a country or group given by code or name; any other text unchanged. */
export function countryCode(text: string): string {
  const trimmed = text.trim();
  const lowerCase = trimmed.toLowerCase();
  const country = countries().find(
    ({ code, name }) => name.toLowerCase() === lowerCase || code.toLowerCase() === lowerCase,
  );
  return country?.code ?? (trimmed.length === 2 ? trimmed.toUpperCase() : trimmed);
}
