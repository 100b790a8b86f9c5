/** What Parley reports for metrics: counts and times, never contents. */

/** What became of a snapshot: used, written, unusable, or not written because of an error. */
export type SnapshotOutcome = 'used' | 'kept' | 'dropped' | 'failed';

export interface Observer {
  /** An append recorded this many events. */
  appended?(events: number): void;
  /** An append was refused, with the `code` of the error. */
  refused?(code: string): void;
  /** A stream state was caught up: milliseconds spent folding, and the number of new events. */
  folded?(ms: number, events: number): void;
  /** A snapshot was used, kept, dropped as unusable, or failed to be written. */
  snapshot?(outcome: SnapshotOutcome): void;
}
