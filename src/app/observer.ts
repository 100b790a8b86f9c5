/** What Parley reports for metrics: counts and times, never contents. */

export interface Observer {
  /** An append recorded this many events. */
  appended?(events: number): void;
  /** An append was refused, with the `code` of the error. */
  refused?(code: string): void;
  /** A stream state was caught up: milliseconds spent folding, and the number of new events. */
  folded?(ms: number, events: number): void;
}
