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

export class LogUnavailable extends Error {
  readonly code = 'LOG_UNAVAILABLE';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LogUnavailable';
  }
}

export class UnknownLogUrl extends Error {
  readonly code = 'UNKNOWN_LOG_URL';
  constructor(
    /** What came before the colon; the rest may hold a password and is not repeated. */
    readonly scheme: string,
  ) {
    super(
      `${scheme === '' ? 'That' : `"${scheme}:…"`} names no log: write sqlite:path/to/file.db for a log on disk, or memory: for one that is forgotten.`,
    );
    this.name = 'UnknownLogUrl';
  }
}
