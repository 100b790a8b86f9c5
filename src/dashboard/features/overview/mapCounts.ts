/** What the map shows of each party: its negotiations, and the measures it imposes and bears. */

/** The code of all countries. */
const ALL = '*';

export interface PartyCounts {
  readonly code: string;
  readonly negotiations: number;
  /** Measures in force that it imposes. */
  readonly imposes: number;
  /** Measures in force on its goods by name; those on all countries are counted for themselves. */
  readonly bears: number;
}

interface Measure {
  readonly imposedBy: string;
  readonly affects: readonly string[];
}

/** The parties that have any, those with most first, and how many measures are on all countries. */
export function mapCounts(
  negotiations: readonly { readonly parties: readonly { readonly code: string }[] }[],
  measures: readonly Measure[],
): { readonly parties: readonly PartyCounts[]; readonly onAll: number } {
  const counts = new Map<string, { negotiations: number; imposes: number; bears: number }>();
  const add = (code: string, what: 'negotiations' | 'imposes' | 'bears') => {
    const before = counts.get(code) ?? { negotiations: 0, imposes: 0, bears: 0 };
    counts.set(code, { ...before, [what]: before[what] + 1 });
  };
  for (const { parties } of negotiations) for (const { code } of parties) add(code, 'negotiations');
  for (const { imposedBy, affects } of measures) {
    add(imposedBy, 'imposes');
    for (const code of affects) if (code !== ALL) add(code, 'bears');
  }
  return {
    parties: [...counts]
      .map(([code, each]) => ({ code, ...each }))
      .sort(
        (a, b) =>
          b.imposes - a.imposes ||
          b.negotiations - a.negotiations ||
          b.bears - a.bears ||
          a.code.localeCompare(b.code),
      ),
    onAll: measures.filter(({ affects }) => affects.includes(ALL)).length,
  };
}
