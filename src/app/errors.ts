/** What the door refuses: a stable code, the facts, and what to do. */
import type { Problem } from '../../events/parse.js';

export { SlowConsumer, PositionNotReached, ServerStopping } from '../log/core/errors.js';

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
    /** What a date in its place means. */
    day = 'its close',
  ) {
    super(
      `${argument} "${given}" is neither a date (2025-08-27, meaning ${day}) nor an instant with offset (2025-08-27T00:01:00-04:00).`,
    );
    this.name = 'BadTimePoint';
  }
}

/** A range of time that ends before it begins. */
export class BadTimeRange extends Error {
  readonly code = 'BAD_TIME_RANGE';
  constructor(
    readonly argument: string,
    readonly from: string,
    readonly to: string,
  ) {
    super(
      `${argument} is from "${from}" to "${to}", which is earlier: swap them, or leave one out.`,
    );
    this.name = 'BadTimeRange';
  }
}

/** More events match than can be put in order of time at once. */
export class TooManyEvents extends Error {
  readonly code = 'TOO_MANY_EVENTS';
  constructor(readonly most: number) {
    super(
      `More than ${most} events match, too many to put in order of when they occurred: narrow the filter, such as by streams, types or a range of recorded, or ask in order of position.`,
    );
    this.name = 'TooManyEvents';
  }
}
