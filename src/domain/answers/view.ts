/** The clocks of a read: as asked for, and resolved to the view an answer is computed for. */
import { timePointInstant } from '../../../events/time/bounds.js';
import { isInstant } from '../../../events/time/edtf.js';

/**
 * The clocks of a read as asked for: each a date or an instant with offset. A date means its close
 * in the zone of the subject. Absent: `at` is now; `knownAt` and `publicAt` do not restrict.
 */
export interface AsOf {
  /** The date or instant of the view. */
  readonly at?: string | undefined;
  /** Only events recorded by then count. */
  readonly knownAt?: string | undefined;
  /** Only events public by then count. */
  readonly publicAt?: string | undefined;
}

/** The view an answer was computed for, defaults filled in; instants in epoch milliseconds. */
export interface View {
  readonly at: number;
  readonly knownAt: number;
  readonly publicAt: number | null;
  /** The last position of the log that counts. */
  readonly position: number;
  /** Whether the answer can never change again. */
  readonly pinned: boolean;
  /** Whether the same request always has this view: pinned, and `at` was given. */
  readonly immutable: boolean;
  /** Whether only an append can give the same request another answer: it does not follow the clock. */
  readonly dated: boolean;
}

/** The zone in which dates are read, as known at an instant; undefined for all that is known. */
export type ZoneAt = (knownAt: number | undefined) => string;

/** The instant that a `knownAt` means. A date is read in the zone as known at its close in UTC. */
export function knownAtInstant(knownAt: string, zoneAt: ZoneAt): number {
  // Reading a date needs a zone, which needs a `knownAt`.
  const inUtc = timePointInstant(knownAt, 'UTC');
  return isInstant(knownAt) ? inUtc : timePointInstant(knownAt, zoneAt(inUtc));
}
