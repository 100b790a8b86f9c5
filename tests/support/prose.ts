/** What prose for people must not hold: names and forms that only machines read. */

/** Marks that no sentence has: raw instants and dates, constants, keys of data, what was never filled in. */
const NEVER: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an instant', /\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:\d\d)?/],
  ['a raw date', /\b\d{4}-\d\d-\d\d\b/],
  ['a constant', /\b[A-Z]{2,}(?:_[A-Z0-9]+)+\b/],
  ['a key of data', /(?<![\w/.@-])[a-z]{2,}(?:[A-Z][a-z]+)+\b/],
  ['a stream', /\b(?:negotiation|measure|rulebook|area)\/[\w-]+/],
  ['an asterisk', /\*/],
  ['nothing filled in', /\bundefined\b|\bnull\b|\bNaN\b|\[object /],
];

export interface MachineNames {
  /** Slugs of streams, targets, tracks and reliefs, and codes of parties that are no areas. */
  readonly slugs: ReadonlySet<string>;
  /** Values of enums, and names of event types. */
  readonly constants: ReadonlySet<string>;
  /** Codes of areas. "US" is a word of English, too: it is one where nothing stands beside it. */
  readonly areas: ReadonlySet<string>;
}

/** Constants that people write in capitals. */
const WORDS = new Set(['MFN', 'NO', 'NOT', 'ALL', 'YES', 'PRESS', 'OPEN']);

/** Each fault of a text as "what: the words"; none where it is prose. O(words). */
export function proseFaults(shown: string, names: MachineNames): readonly string[] {
  // An address is given as it is.
  const text = shown.replace(/https?:\/\/\S+/g, '');
  const never = NEVER.flatMap(([what, pattern]) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`${what}: ${found}`];
  });
  const tokens = text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  const named = tokens.flatMap((token) => {
    if (token.includes('-') && names.slugs.has(token)) return [`a slug: ${token}`];
    if (names.constants.has(token) && !WORDS.has(token)) return [`a constant: ${token}`];
    return [];
  });
  const alone = text.trim().replace(/[.,:;]$/, '');
  const code = names.areas.has(alone) && alone.length > 1 ? [`a code: ${alone}`] : [];
  return [...never, ...named, ...code];
}
