/**
 * Duty steps for programs that read SQL: computed from the events up to a position, which the rows
 * name. Nothing in Parley is answered from them.
 */

/** One rate over a time, of one pair. All values are those of the view `parley_duty_steps`. */
export interface DutyStepRow {
  readonly imposedBy: string;
  /** The area on whose goods it is. */
  readonly onGoodsOf: string;
  /** ISO 8601, UTC; null from the beginning. */
  readonly startsAt: string | null;
  /** Exclusive; null while no known decision ends it. */
  readonly endsAt: string | null;
  /** Null where it is no percentage, or nothing is on record. */
  readonly percentagePoints: number | null;
  /** As tariffs write it; "not on record" where nothing is. */
  readonly expression: string;
  /** Slugs of the measures that apply, separated by spaces. */
  readonly measures: string;
  /** Ids of the events that bring it about, the foremost first, separated by spaces. */
  readonly events: string;
}

/** The steps that follow from a log's first `position` events, the last of which has `hash`. */
export interface DutySteps {
  readonly position: number;
  readonly hash: string;
  readonly rows: readonly DutyStepRow[];
}

/**
 * Every engine guarantees that a reader sees the steps of one position or those of another, never
 * some of both.
 */
export interface DutyStepStore {
  /** Puts steps in place of those stored. A read-only log refuses with `LogUnavailable`. */
  replace(steps: DutySteps): Promise<void>;
  /** Those stored; undefined where none ever were. */
  read(): Promise<DutySteps | undefined>;
}
