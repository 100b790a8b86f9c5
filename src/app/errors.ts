/** What the door refuses: a stable code, the facts, and what to do. */
import type { Problem } from '../../events/parse.js';

/** Events were refused; nothing was written. Every problem is named with its path. */
export class Refused extends Error {
  readonly code = 'REFUSED';
  constructor(readonly problems: readonly Problem[]) {
    const first = problems[0];
    super(
      `Nothing was written: ${first ? `${first.path} ${first.message}` : 'no events were given'}${problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''}.`,
    );
    this.name = 'Refused';
  }
}

/** A `TimePoint` that is not one. */
export class BadTimePoint extends Error {
  readonly code = 'BAD_TIME_POINT';
  constructor(
    readonly argument: string,
    readonly given: string,
  ) {
    super(
      `${argument} "${given}" is neither a date (2025-08-27, meaning its close) nor an instant with offset (2025-08-27T00:01:00-04:00).`,
    );
    this.name = 'BadTimePoint';
  }
}
