/** Which changes matter most to a reader: the duty, how far talks have come, and the dates to come. */
import type { Change } from './changes.js';

/** In order of what matters: the first pattern that fits a path ranks it. */
const HEADLINES: readonly RegExp[] = [
  /^duties\.[^.]+\.total$/,
  /^duties\.[^.]+\.expression$/,
  /^phase$/,
  /^activity$/,
  /^agreements\.[^.]+\.(?:status|inForceFrom)$/,
  /^targets\.[^.]+\.(?:due|status)$/,
];

const rankOf = (path: string): number => HEADLINES.findIndex((pattern) => pattern.test(path));

/** The expression of a duty says again what its total says where that is a percentage. */
const isRepeated = ({ path }: Change, totals: ReadonlySet<string>): boolean =>
  totals.has(path.replace(/\.expression$/, '.total')) && path.endsWith('.expression');

/** The changes that matter most, in that order, then of path. O(changes). */
export function headlineOf(changes: readonly Change[]): readonly Change[] {
  const totals = new Set(
    changes.filter(({ path }) => path.endsWith('.total')).map(({ path }) => path),
  );
  return changes
    .filter((change) => rankOf(change.path) >= 0 && !isRepeated(change, totals))
    .toSorted((a, b) => rankOf(a.path) - rankOf(b.path));
}

/** What a path is about: its first key, such as `duties`. */
export const topicOfPath = (path: string): string => path.split(/[.]/, 1)[0] ?? path;
