/** The negotiations of the overview, and the orders in which they are listed. */
import type { NegotiationListQuery } from '../../generated/graphql.js';
import { nextDate } from '../../lib/time/comingDates.js';
import { boundsOf } from '../../lib/time/edtfWords.js';

export type ListedEdge = NegotiationListQuery['negotiations']['edges'][number];

/** A negotiation in the list of all. */
export type Listed = ListedEdge['node'];

/** What the table is sorted by; the first is the order of the cards. */
export const COLUMNS = ['newest', 'title', 'next', 'duty', 'checked'] as const;
export type Column = (typeof COLUMNS)[number];

/** What a column is sorted by: null where nothing is known, which comes last in either direction. */
function keyOf(column: Column, listed: Listed, at: number): number | string | null {
  switch (column) {
    case 'title':
      return listed.title.toLowerCase();
    case 'newest':
      return boundsOf(listed.latestEvent?.occurred ?? '')?.to ?? null;
    case 'checked':
      return boundsOf(listed.checkedThrough?.date ?? '')?.to ?? null;
    case 'next': {
      const next = nextDate(listed, at);
      return next && Math.max(next.from, at);
    }
    case 'duty':
      return highestDuty(listed)?.total ?? null;
  }
}

/** Columns that begin with their highest value. */
const DESCENDING: ReadonlySet<Column> = new Set(['newest', 'duty', 'checked']);

/** The direction in which a column is sorted at first. */
export const firstDirection = (column: Column): 1 | -1 => (DESCENDING.has(column) ? -1 : 1);

/** A new list by a column; `at` is the instant of the view in epoch milliseconds. */
export function sorted(
  list: readonly ListedEdge[],
  { column, direction }: { readonly column: Column; readonly direction: 1 | -1 },
  at: number,
): readonly ListedEdge[] {
  const keyed = list.map((edge) => ({ edge, key: keyOf(column, edge.node, at) }));
  keyed.sort(({ key: a }, { key: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return direction * (a < b ? -1 : a > b ? 1 : 0);
  });
  return keyed.map(({ edge }) => edge);
}

/** The duty of most percentage points between its parties; undefined where none is on record. */
export const highestDuty = ({ duties }: Listed): Listed['duties'][number] | undefined =>
  duties
    .filter(({ total }) => total !== null)
    .reduce<Listed['duties'][number] | undefined>(
      (highest, duty) => (!highest || (duty.total ?? 0) > (highest.total ?? 0) ? duty : highest),
      undefined,
    );

/** Whether a negotiation's name, slug or parties contain every word. */
export function matches({ title, slug, parties }: Listed, words: string): boolean {
  const text = [title, slug, ...parties.flatMap(({ code, name }) => [code, name])].join(' ');
  const folded = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
