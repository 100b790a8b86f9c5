/** Errors of Parley: each with a stable `code`, its facts as fields, and a message that says what to do. */
import type { Problem } from '../../events/parse.js';

export { PositionNotReached, ServerStopping, SlowConsumer } from '../log/core/errors.js';

/** Events were refused and nothing was written. */
export class EventsRefused extends Error {
  readonly code = 'REFUSED';
  constructor(
    /** Every problem with its path; empty when there were no events. */
    readonly problems: readonly Problem[],
  ) {
    const first = problems[0];
    super(
      `Nothing was written: ${first ? `${first.path} ${first.message}` : 'no events were given'}${problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''}.`,
    );
    this.name = 'EventsRefused';
  }
}

/** A `TimePoint` is neither a date nor an instant with offset. */
export class BadTimePoint extends Error {
  readonly code = 'BAD_TIME_POINT';
  constructor(
    readonly argument: string,
    readonly value: string,
    /** What a date in its place means. */
    dateMeaning = 'its close',
  ) {
    super(
      `${argument} "${value}" is neither a date (2025-08-27, meaning ${dateMeaning}) nor an instant with offset (2025-08-27T00:01:00-04:00).`,
    );
    this.name = 'BadTimePoint';
  }
}

/** A range of time ends before it begins. */
export class BadTimeRange extends Error {
  readonly code = 'BAD_TIME_RANGE';
  constructor(
    readonly argument: string,
    readonly from: string,
    readonly to: string,
  ) {
    super(`${argument} is from "${from}" to "${to}", which is earlier: swap them.`);
    this.name = 'BadTimeRange';
  }
}

/** More events match than can be sorted by when they occurred. */
export class TooManyEvents extends Error {
  readonly code = 'TOO_MANY_EVENTS';
  constructor(
    /** The number of events that can be sorted. */
    readonly limit: number,
  ) {
    super(
      `More than ${limit} events match, too many to put in order of when they occurred: narrow the filter, such as by streams, types or a range of recorded, or ask in order of position.`,
    );
    this.name = 'TooManyEvents';
  }
}
