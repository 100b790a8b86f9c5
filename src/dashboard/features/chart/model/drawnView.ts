import type { Step } from './steps.js';

/** The view that a chart is drawn at. */
export interface DrawnView {
  /** The instant of the view, in epoch milliseconds, and its name. */
  readonly at: number;
  /** "Now", "10 April 2025". */
  readonly date: string;
  /** "10 %, reported". */
  readonly figure: string;
  readonly total: number | null;
  /** The duty as decided by the view, from it on. */
  readonly scheduled: readonly Step[];
  /** Up to when the record can know what happened, in epoch milliseconds. */
  readonly today: number;
  /** The date of the view compared with, and its name. */
  readonly other: { readonly at: number; readonly words: string } | null;
  /** A prefix of the IDs inside, unique in the document. */
  readonly id: string;
}
