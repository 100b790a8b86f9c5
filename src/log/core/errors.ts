/** What a log refuses, and why: a stable code, the facts, and what to do. */

export class RevisionConflict extends Error {
  readonly code = 'REVISION_CONFLICT';
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(
      `${stream} is at revision ${actual}, not ${expected}: someone wrote first. Read it again, decide again, and append with expectedRevision ${actual}.`,
    );
    this.name = 'RevisionConflict';
  }
}

/** What a decision to append rests on has changed since: decide again. */
export class DecisionOutdated extends Error {
  readonly code = 'DECISION_OUTDATED';
  constructor(
    /** The position of the log at which it was decided. */
    readonly position: number,
  ) {
    super(
      `What this append rests on has changed since position ${position}. Read it again, decide again, and append.`,
    );
    this.name = 'DecisionOutdated';
  }
}

export class IdempotencyConflict extends Error {
  readonly code = 'IDEMPOTENCY_CONFLICT';
  constructor(readonly key: string) {
    super(
      `The idempotency key "${key}" was used for other events. Use a new key for new events; to repeat an append, send exactly what was sent first.`,
    );
    this.name = 'IdempotencyConflict';
  }
}

export class DuplicateEvent extends Error {
  readonly code = 'DUPLICATE_EVENT';
  constructor(
    readonly id: string,
    /** Index of the event among those appended. */
    readonly index: number,
  ) {
    super(
      `The log already holds an event with the id ${id}. Leave the id out to have one given, or correct the event that is there.`,
    );
    this.name = 'DuplicateEvent';
  }
}

export class RestoreRefused extends Error {
  readonly code = 'RESTORE_REFUSED';
  constructor(
    readonly index: number,
    readonly recordedAt: string,
    /** The instant it must not lie before, or, when promised, at or before. */
    readonly last: string,
    /** Whether readers were promised that nothing will be recorded up to `last` any more. */
    readonly promised = false,
  ) {
    super(
      promised
        ? `recordedAt ${recordedAt} does not lie after ${last}, and someone has read this log as known up to then: what they read must stay true. Restore into a new log, or leave recordedAt out.`
        : `recordedAt ${recordedAt} lies before ${last}, recorded just before it. A restore takes events in the order they were recorded; sort the file, or leave recordedAt out.`,
    );
    this.name = 'RestoreRefused';
  }
}

/** One who follows the log takes its events more slowly than they are appended. */
export class FellBehind extends Error {
  readonly code = 'SLOW_CONSUMER';
  constructor(
    /** The last position taken. */
    readonly position: number,
    readonly waiting: number,
  ) {
    super(
      `${waiting} events wait to be taken, more than are kept for one who follows. Subscribe again with after "${position}" to go on from there.`,
    );
    this.name = 'FellBehind';
  }
}

/** The log is no longer followed here: the server stops. */
export class StoppedFollowing extends Error {
  readonly code = 'SERVER_STOPPING';
  constructor(
    /** The last position taken. */
    readonly position: number,
  ) {
    super(
      `This server is stopping. Subscribe again with after "${position}", here or at another server, to go on from there.`,
    );
    this.name = 'StoppedFollowing';
  }
}

/** A read was to wait for a position that the log did not reach in time. */
export class PositionNotReached extends Error {
  readonly code = 'POSITION_NOT_REACHED';
  constructor(
    readonly position: number,
    readonly reached: number,
  ) {
    super(
      `The log is at position ${reached} and did not reach ${position} in time. Try again, or leave minPosition out to read what is there.`,
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

/** A log was to be read where none was ever created. */
export class NoLogThere extends LogUnavailable {
  constructor(
    /** Its URL as it may be shown. */
    readonly shown: string,
  ) {
    super(
      `There is no log at ${shown}. "parley import FILE --log URL" makes one, "parley migrate --log URL" an empty one.`,
    );
    this.name = 'NoLogThere';
  }
}

/** What is in the log is not what was written: it does not get well by itself. */
export class LogDamaged extends LogUnavailable {
  constructor(what: string, options?: ErrorOptions) {
    super(
      `The log is damaged: ${what}. Stop writing, run "parley verify" to see where, and restore from a backup or an export.`,
      options,
    );
    this.name = 'LogDamaged';
  }
}

/** The log can be read, but nothing can be written to it at present. */
export class LogNotWritable extends LogUnavailable {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LogNotWritable';
  }

  /** What kept a log from being written, said as such; any other error as it is. */
  static from(error: unknown): unknown {
    if (!(error instanceof LogUnavailable)) return error;
    return new LogNotWritable(error.message, { cause: error.cause });
  }
}

export class UnknownLogUrl extends Error {
  readonly code = 'UNKNOWN_LOG_URL';
  constructor(
    /** What came before the colon; the rest may hold a password and is not repeated. */
    readonly scheme: string,
  ) {
    super(
      `${scheme === '' ? 'That' : `"${scheme}:…"`} names no log: write sqlite:path/to/file.db for a log on disk, postgres://user:password@host/database for one in PostgreSQL, or memory: for one that is forgotten.`,
    );
    this.name = 'UnknownLogUrl';
  }
}
