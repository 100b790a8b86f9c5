/** What an engine keeps beside the records to append and to look events up, compared with them. */

interface LastRecord {
  readonly position: number;
  readonly hash: string;
  /** Epoch milliseconds; 0 in an empty log. */
  readonly recorded: number;
}

/** Tables of at most one row, and how many they have at least. */
export const SINGLE_ROWS: Readonly<Record<string, 0 | 1>> = {
  head: 1,
  closed_timestamp: 1,
  stream_index_state: 1,
  tree_head: 0,
  duty_steps_log: 0,
};

/** All of it is read in one snapshot of the log. */
export interface Bookkeeping {
  /** The last record; undefined in an empty log. */
  readonly last: LastRecord | undefined;
  /** The last record as a row of its own says, which writers lock; undefined where there is none. */
  readonly head: LastRecord | undefined;
  /** How many rows the tables of {@link SINGLE_ROWS} have that the engine has. */
  readonly singleRows: Readonly<Record<string, number>>;
  /** The records that each idempotency key stands for; `last` is `first - 1` when it recorded none. */
  readonly keyedRanges: readonly { readonly first: number; readonly last: number }[];
  /** Which event targets which. */
  readonly targets: readonly { readonly position: number; readonly target: string }[];
  /** The highest position in the histories of streams; 0 where there is none. */
  readonly lastLink: number;
}

/** What is wrong, and at which position it shows. */
interface Problem {
  readonly position: number;
  readonly problem: string;
}

/**
 * The first thing that is not as the records say. `targets` are the positions of the events that
 * target each event, up to position `upTo`.
 */
export function wrongBookkeeping(
  kept: Bookkeeping,
  targets: ReadonlyMap<string, readonly number[]>,
  upTo: number,
): Problem | undefined {
  const last = kept.last ?? { position: 0, hash: '', recorded: 0 };
  return (
    wrongSingleRow(kept, last) ??
    wrongHead(kept, last) ??
    wrongKey(kept, last) ??
    wrongTarget(kept, last, targets, upTo) ??
    (kept.lastLink > last.position
      ? {
          position: kept.lastLink,
          problem: 'a stream has it in its history, but the log ends before',
        }
      : undefined)
  );
}

function wrongSingleRow({ singleRows }: Bookkeeping, { position }: LastRecord) {
  const [wrong] = Object.entries(singleRows).filter(
    ([table, rows]) => rows > 1 || rows < (SINGLE_ROWS[table] ?? 0),
  );
  return wrong && { position, problem: `the table ${wrong[0]} has ${wrong[1]} rows` };
}

function wrongHead({ head }: Bookkeeping, last: LastRecord): Problem | undefined {
  if (!head) return undefined;
  const { position, hash } = last;
  const same = head.position === position && head.hash === hash && head.recorded === last.recorded;
  return same
    ? undefined
    : { position, problem: `the table head does not name it, but ${head.position}:${head.hash}` };
}

function wrongKey({ keyedRanges }: Bookkeeping, last: LastRecord): Problem | undefined {
  let end = 0;
  for (const range of [...keyedRanges].sort((a, b) => a.first - b.first || a.last - b.last)) {
    const isRange = range.first >= 1 && range.last >= range.first - 1;
    const isEmpty = range.last < range.first;
    if (!isRange || range.last > last.position || (!isEmpty && range.first <= end))
      return {
        position: Math.max(1, Math.min(range.first, last.position)),
        problem: `an idempotency key stands for the records ${range.first} to ${range.last}, which no append recorded`,
      };
    if (!isEmpty) end = range.last;
  }
  return undefined;
}

function wrongTarget(
  kept: Bookkeeping,
  last: LastRecord,
  targets: ReadonlyMap<string, readonly number[]>,
  upTo: number,
): Problem | undefined {
  const wrong = kept.targets.find(
    ({ position, target }) =>
      position > last.position || (position <= upTo && !targets.get(target)?.includes(position)),
  );
  return (
    wrong && {
      position: wrong.position,
      problem: `the target index has it target the event ${wrong.target}, which it does not`,
    }
  );
}
