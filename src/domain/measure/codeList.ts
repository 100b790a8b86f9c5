/** Lists of HS codes, looked up by the code of a good: O(digits), whatever the length of the list. */
import { weakMemoize } from '../streamState/threeValued.js';

/** How much of the goods asked about is meant: all, only some, none. */
export type Match = 'ALL' | 'PART' | 'NONE';

const LENGTHS = [10, 8, 6, 4, 2] as const;

class CodeList {
  readonly #codes: ReadonlySet<string>;
  /** Codes under which a longer one of the list lies. */
  readonly #above = new Set<string>();

  constructor(codes: readonly string[]) {
    this.#codes = new Set(codes);
    for (const code of codes)
      for (const length of LENGTHS)
        if (length < code.length) this.#above.add(code.slice(0, length));
  }

  /** The longest code of the list that begins this one. */
  longestPrefix(hs: string): string | undefined {
    const length = LENGTHS.find((each) => each <= hs.length && this.#codes.has(hs.slice(0, each)));
    return length === undefined ? undefined : hs.slice(0, length);
  }

  /** Whether a longer code of the list begins with this one. */
  reachesInto(hs: string): boolean {
    return this.#above.has(hs);
  }
}

/** Built once for each list. O(codes). */
const codeList = weakMemoize((codes: readonly string[]) => new CodeList(codes));

/** The longest code of a list that begins the code of a good; undefined when there is none. */
export const longestPrefix = (codes: readonly string[], hs: string): string | undefined =>
  codeList(codes).longestPrefix(hs);

/** Whether a list has longer codes that this one begins. */
export const reachesInto = (codes: readonly string[], hs: string): boolean =>
  codeList(codes).reachesInto(hs);

/** Whether a list covers the goods under a code: all of them, only longer codes, or none. */
export function matchCode(codes: readonly string[], hs: string): Match {
  const list = codeList(codes);
  if (list.longestPrefix(hs) !== undefined) return 'ALL';
  return list.reachesInto(hs) ? 'PART' : 'NONE';
}
