/** Errors of a log. Each has a stable `code`, the facts as fields, and a message with the remedy. */

export class RevisionConflict extends Error {
  readonly code = 'REVISION_CONFLICT';
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(
      `${stream} is at revision ${actual}, not ${expected}: another writer appended first. Read it again, decide again, and append with expectedRevision ${actual}.`,
    );
    this.name = 'RevisionConflict';
  }
}

/** The append condition no longer holds: read again and decide again. */
export class DecisionOutdated extends Error {
  readonly code = 'DECISION_OUTDATED';
  constructor(
    /** The head position at which the decision was made. */
    readonly position: number,
  ) {
    super(
      `What this append was decided on has changed since position ${position}. Read it again, decide again, and append.`,
    );
    this.name = 'DecisionOutdated';
  }
}

export class IdempotencyConflict extends Error {
  readonly code = 'IDEMPOTENCY_CONFLICT';
  constructor(readonly key: string) {
    super(
      `The idempotency key "${key}" was used for other events. Use a new key for new events. To repeat an append, send the same events.`,
    );
    this.name = 'IdempotencyConflict';
  }
}

export class DuplicateEvent extends Error {
  readonly code = 'DUPLICATE_EVENT';
  constructor(
    readonly id: string,
    /** Index of the event in the append. */
    readonly index: number,
  ) {
    super(
      `The log already holds an event with the id ${id}. Leave the id out to have one assigned, or correct the existing event.`,
    );
    this.name = 'DuplicateEvent';
  }
}

export class RestoreRefused extends Error {
  readonly code = 'RESTORE_REFUSED';
  constructor(
    /** Index of the event in the append. */
    readonly index: number,
    readonly recordedAt: string,
    /** The last recorded instant, or the closed timestamp. */
    readonly last: string,
    /** Whether `last` is the closed timestamp: nothing may be recorded at or before it. */
    readonly closed = false,
  ) {
    super(
      closed
        ? `recordedAt ${recordedAt} is not later than ${last}, up to which this log was read as known: what was read must not change. Restore into a new log, or leave recordedAt out.`
        : `recordedAt ${recordedAt} lies before ${last}, the instant recorded before it. A restore takes events in recorded order: sort the lines, those of several files together, or leave recordedAt out.`,
    );
    this.name = 'RestoreRefused';
  }
}

/** A subscriber reads more slowly than events are appended. */
export class SlowConsumer extends Error {
  readonly code = 'SLOW_CONSUMER';
  constructor(
    /** The last position delivered: resume from it. */
    readonly position: number,
    readonly waiting: number,
  ) {
    super(
      `${waiting} events are waiting, more than are buffered for a subscription. Subscribe again with after "${position}" to resume.`,
    );
    this.name = 'SlowConsumer';
  }
}

/** The server is stopping and ends its subscriptions. */
export class ServerStopping extends Error {
  readonly code = 'SERVER_STOPPING';
  constructor(
    /** The last position delivered: resume from it. */
    readonly position: number,
  ) {
    super(
      `This server is stopping. Subscribe again with after "${position}", at this or another server, to resume.`,
    );
    this.name = 'ServerStopping';
  }
}

/** The log did not reach the position that a read waits for in time. */
export class PositionNotReached extends Error {
  readonly code = 'POSITION_NOT_REACHED';
  constructor(
    readonly position: number,
    readonly reached: number,
  ) {
    super(
      `The log is at position ${reached} and did not reach ${position} in time. Try again, or leave minPosition out to read the current state.`,
    );
    this.name = 'PositionNotReached';
  }
}

export class LogUnavailable extends Error {
  readonly code = 'LOG_UNAVAILABLE';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LogUnavailable';
  }
}

/** No log exists at the URL that is to be read. */
export class LogNotFound extends LogUnavailable {
  constructor(
    /** Its URL without passwords. */
    readonly shown: string,
  ) {
    super(
      `There is no log at ${shown}. "parley import FILE --log URL" creates one, "parley migrate --log URL" an empty one.`,
    );
    this.name = 'LogNotFound';
  }
}

/** The log does not hold what was written. Retrying does not help. */
export class LogDamaged extends LogUnavailable {
  constructor(what: string, options?: ErrorOptions) {
    super(
      `The log is damaged: ${what}. Stop writing, run "parley verify" to see where, and restore from a backup or an export.`,
      options,
    );
    this.name = 'LogDamaged';
  }
}

/** The log can be read but not written at present. */
export class LogNotWritable extends LogUnavailable {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LogNotWritable';
  }

  /** Wraps a `LogUnavailable` met while writing; returns any other error unchanged. */
  static from(error: unknown): unknown {
    if (!(error instanceof LogUnavailable)) return error;
    return new LogNotWritable(error.message, { cause: error.cause });
  }
}

export class UnknownLogUrl extends Error {
  readonly code = 'UNKNOWN_LOG_URL';
  constructor(
    /** The part before the colon; the rest may hold a password. */
    readonly scheme: string,
  ) {
    super(
      `${scheme === '' ? 'The URL' : `"${scheme}:…"`} names no log: write sqlite:path/to/file.db for a log on disk, postgres://user:password@host/database for one in PostgreSQL, or memory: for one in memory only.`,
    );
    this.name = 'UnknownLogUrl';
  }
}
