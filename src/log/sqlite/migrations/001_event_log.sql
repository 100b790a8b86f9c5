  CREATE TABLE events (
    position INTEGER PRIMARY KEY CHECK (position > 0),
    id TEXT NOT NULL UNIQUE,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    type TEXT NOT NULL,
    recorded INTEGER NOT NULL, -- epoch milliseconds
    hash TEXT NOT NULL, -- SHA-256 of body
    body TEXT NOT NULL -- RFC 8785 canonical JSON
  ) STRICT;
  CREATE INDEX events_by_stream ON events (stream);
  CREATE INDEX events_by_type ON events (type);

  CREATE TRIGGER events_keeps_rows BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: events refuses this'); END;
  CREATE TRIGGER events_loses_nothing BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: events refuses this'); END;
  CREATE TRIGGER events_replaces_nothing BEFORE INSERT ON events WHEN NEW.position <= (SELECT max(position) FROM events) OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: events refuses this'); END;

  -- In whose histories an event is besides its own stream's: those in also, its target's.
  CREATE TABLE guests (
    stream TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (stream, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER guests_keeps_rows BEFORE UPDATE ON guests
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: guests refuses this'); END;
  CREATE TRIGGER guests_loses_nothing BEFORE DELETE ON guests
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: guests refuses this'); END;
  CREATE TRIGGER guests_replaces_nothing BEFORE INSERT ON guests WHEN EXISTS (SELECT 1 FROM guests WHERE stream = NEW.stream AND position = NEW.position)
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: guests refuses this'); END;

  CREATE TABLE abouts (
    target TEXT NOT NULL, -- an event's id
    position INTEGER NOT NULL, -- of a correction, retraction or source about it
    PRIMARY KEY (target, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER abouts_keeps_rows BEFORE UPDATE ON abouts
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: abouts refuses this'); END;
  CREATE TRIGGER abouts_loses_nothing BEFORE DELETE ON abouts
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: abouts refuses this'); END;
  CREATE TRIGGER abouts_replaces_nothing BEFORE INSERT ON abouts WHEN EXISTS (SELECT 1 FROM abouts WHERE target = NEW.target AND position = NEW.position)
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: abouts refuses this'); END;

  CREATE TABLE idempotency (
    key TEXT PRIMARY KEY,
    digest TEXT NOT NULL, -- SHA-256 of the events as sent
    first INTEGER NOT NULL,
    last INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER idempotency_keeps_rows BEFORE UPDATE ON idempotency
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: idempotency refuses this'); END;
  CREATE TRIGGER idempotency_loses_nothing BEFORE DELETE ON idempotency
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: idempotency refuses this'); END;
  CREATE TRIGGER idempotency_replaces_nothing BEFORE INSERT ON idempotency WHEN EXISTS (SELECT 1 FROM idempotency WHERE key = NEW.key)
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: idempotency refuses this'); END;

  -- Nothing is recorded at or before floor any more: readers were promised so.
  CREATE TABLE promise (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    floor INTEGER
  ) STRICT;
  INSERT INTO promise VALUES (1, NULL);

  CREATE TRIGGER promise_only_rises BEFORE UPDATE ON promise WHEN NEW.floor IS NULL OR NEW.floor < OLD.floor OR NEW.only <> 1
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: promise refuses this'); END;

  CREATE TRIGGER promise_stays BEFORE DELETE ON promise
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: promise refuses this'); END;

  CREATE TRIGGER promise_is_one BEFORE INSERT ON promise
  BEGIN SELECT RAISE(ABORT, 'the log is append-only: promise refuses this'); END;

  PRAGMA application_id = 1348563564;
