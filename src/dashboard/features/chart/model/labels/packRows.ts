/** Packs labels into rows below an axis, each beginning (or ending) at its place on the axis. */

export interface RowRequest {
  readonly id: string;
  /** The higher goes first; of equals the earlier in the list. */
  readonly priority: number;
  /** Where it belongs on the axis: a moment, or from one to another, in pixels. */
  readonly from: number;
  readonly to: number;
  /** Of its text, in pixels. */
  readonly width: number;
  /** How many rows its text takes. */
  readonly rows: number;
}

export interface RowPlace {
  readonly id: string;
  /** The first of its rows. */
  readonly row: number;
  /** Left edge of the text, in pixels. */
  readonly text: number;
  /** The side of the mark that the text is on. */
  readonly side: 'right' | 'left';
}

export interface Rows {
  readonly placed: readonly RowPlace[];
  /** Of those without room. */
  readonly omitted: number;
}

/** Between a mark and its text, and between a text and the next mark, in pixels. */
export const GAP = 7;
export const MARK = 3.5;

/**
 * Places each in the first rows with room, text to the right of its mark, or to the left where it
 * would leave `[left, right]`. No two in one row touch. O(requests × rows).
 */
export function packRows(
  requests: readonly RowRequest[],
  [left, right]: readonly [number, number],
  limit: number,
): Rows {
  const taken: { readonly from: number; readonly to: number }[][] = [];
  const placed: RowPlace[] = [];
  for (const request of [...requests].sort((a, b) => b.priority - a.priority)) {
    const { id, from, to, width, rows } = request;
    const [start, end] = [from - MARK, Math.max(to, from) + MARK];
    const sides = [
      { side: 'right', text: end + GAP, from: start, to: end + GAP + width },
      { side: 'left', text: start - GAP - width, from: start - GAP - width, to: end },
    ] as const;
    const place = sides
      .filter((side) => side.from >= left - MARK && side.to <= right + MARK)
      .flatMap((side) => {
        const isFree = (row: number) =>
          (taken[row] ?? []).every(
            (span) => side.to + GAP <= span.from || span.to + GAP <= side.from,
          );
        for (let row = 0; row + rows <= limit && row <= taken.length; row += 1)
          if (range(row, rows).every(isFree)) return [{ ...side, row }];
        return [];
      })
      .sort((a, b) => a.row - b.row)[0];
    if (!place) continue;
    for (const row of range(place.row, rows))
      (taken[row] ??= []).push({ from: place.from, to: place.to });
    placed.push({ id, row: place.row, text: place.text, side: place.side });
  }
  return { placed, omitted: requests.length - placed.length };
}

const range = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => first + i);
