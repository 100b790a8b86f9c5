-- Renames tables and columns to standard terms. Data stays where it is.

DROP TRIGGER guests_keeps_rows;
DROP TRIGGER guests_loses_nothing;
DROP TRIGGER guests_replaces_nothing;
DROP TRIGGER abouts_keeps_rows;
DROP TRIGGER abouts_loses_nothing;
DROP TRIGGER abouts_replaces_nothing;
DROP TRIGGER idempotency_keeps_rows;
DROP TRIGGER idempotency_loses_nothing;
DROP TRIGGER idempotency_replaces_nothing;
DROP TRIGGER promise_only_rises;
DROP TRIGGER promise_stays;
DROP TRIGGER promise_is_one;
DROP TRIGGER events_keeps_rows;
DROP TRIGGER events_loses_nothing;
DROP TRIGGER events_replaces_nothing;

-- The streams in whose history an event appears besides its own: those in `also`, and its target's.
ALTER TABLE guests RENAME TO stream_links;

-- Which event a correction, retraction or added source is about: `target` is that event's id.
ALTER TABLE abouts RENAME TO event_targets;

ALTER TABLE idempotency RENAME TO idempotency_keys;
ALTER TABLE idempotency_keys RENAME COLUMN first TO first_position;
ALTER TABLE idempotency_keys RENAME COLUMN last TO last_position;

-- Nothing is recorded at or before `instant` (epoch milliseconds).
ALTER TABLE promise RENAME TO closed_timestamp;
ALTER TABLE closed_timestamp RENAME COLUMN only TO singleton;
ALTER TABLE closed_timestamp RENAME COLUMN floor TO instant;

-- Stored stream states, a cache. `record_hash` is the hash of the record at `position`.
ALTER TABLE checkpoints RENAME TO snapshots;
ALTER TABLE snapshots RENAME COLUMN at TO record_hash;
ALTER TABLE snapshots RENAME COLUMN hash TO body_hash;

-- An INSERT in place of an existing row is refused, too: REPLACE deletes it without firing the
-- DELETE trigger, unless the connection sets recursive_triggers.
CREATE TRIGGER events_refuses_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only: events refuses UPDATE'); END;
CREATE TRIGGER events_refuses_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only: events refuses DELETE'); END;
CREATE TRIGGER events_refuses_replace BEFORE INSERT ON events
WHEN NEW.position <= (SELECT max(position) FROM events)
  OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the log is append-only: events refuses REPLACE'); END;

CREATE TRIGGER stream_links_refuses_update BEFORE UPDATE ON stream_links
BEGIN SELECT RAISE(ABORT, 'the log is append-only: stream_links refuses UPDATE'); END;
CREATE TRIGGER stream_links_refuses_delete BEFORE DELETE ON stream_links
BEGIN SELECT RAISE(ABORT, 'the log is append-only: stream_links refuses DELETE'); END;
CREATE TRIGGER stream_links_refuses_replace BEFORE INSERT ON stream_links
WHEN EXISTS (SELECT 1 FROM stream_links WHERE stream = NEW.stream AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'the log is append-only: stream_links refuses REPLACE'); END;

CREATE TRIGGER event_targets_refuses_update BEFORE UPDATE ON event_targets
BEGIN SELECT RAISE(ABORT, 'the log is append-only: event_targets refuses UPDATE'); END;
CREATE TRIGGER event_targets_refuses_delete BEFORE DELETE ON event_targets
BEGIN SELECT RAISE(ABORT, 'the log is append-only: event_targets refuses DELETE'); END;
CREATE TRIGGER event_targets_refuses_replace BEFORE INSERT ON event_targets
WHEN EXISTS (SELECT 1 FROM event_targets WHERE target = NEW.target AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'the log is append-only: event_targets refuses REPLACE'); END;

CREATE TRIGGER idempotency_keys_refuses_update BEFORE UPDATE ON idempotency_keys
BEGIN SELECT RAISE(ABORT, 'the log is append-only: idempotency_keys refuses UPDATE'); END;
CREATE TRIGGER idempotency_keys_refuses_delete BEFORE DELETE ON idempotency_keys
BEGIN SELECT RAISE(ABORT, 'the log is append-only: idempotency_keys refuses DELETE'); END;
CREATE TRIGGER idempotency_keys_refuses_replace BEFORE INSERT ON idempotency_keys
WHEN EXISTS (SELECT 1 FROM idempotency_keys WHERE key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'the log is append-only: idempotency_keys refuses REPLACE'); END;

CREATE TRIGGER closed_timestamp_refuses_decrease BEFORE UPDATE ON closed_timestamp
WHEN NEW.instant IS NULL OR NEW.instant < OLD.instant OR NEW.singleton <> 1
BEGIN SELECT RAISE(ABORT, 'the log is append-only: closed_timestamp refuses a decrease'); END;
CREATE TRIGGER closed_timestamp_refuses_delete BEFORE DELETE ON closed_timestamp
BEGIN SELECT RAISE(ABORT, 'the log is append-only: closed_timestamp refuses DELETE'); END;
CREATE TRIGGER closed_timestamp_refuses_insert BEFORE INSERT ON closed_timestamp
BEGIN SELECT RAISE(ABORT, 'the log is append-only: closed_timestamp refuses INSERT'); END;

-- The names of schema 2, for processes of the version before that have the file open. To be dropped
-- by the first migration of a later release.
CREATE VIEW guests AS SELECT stream, position FROM stream_links;
CREATE TRIGGER guests_insert INSTEAD OF INSERT ON guests
BEGIN INSERT INTO stream_links (stream, position) VALUES (NEW.stream, NEW.position); END;

CREATE VIEW abouts AS SELECT target, position FROM event_targets;
CREATE TRIGGER abouts_insert INSTEAD OF INSERT ON abouts
BEGIN INSERT INTO event_targets (target, position) VALUES (NEW.target, NEW.position); END;

CREATE VIEW idempotency AS
SELECT key, digest, first_position AS first, last_position AS last FROM idempotency_keys;
CREATE TRIGGER idempotency_insert INSTEAD OF INSERT ON idempotency
BEGIN
  INSERT INTO idempotency_keys (key, digest, first_position, last_position)
  VALUES (NEW.key, NEW.digest, NEW.first, NEW.last);
END;

CREATE VIEW promise AS SELECT singleton AS only, instant AS floor FROM closed_timestamp;
CREATE TRIGGER promise_update INSTEAD OF UPDATE ON promise
BEGIN UPDATE closed_timestamp SET instant = NEW.floor; END;

CREATE VIEW checkpoints AS
SELECT stream, version, position, record_hash AS at, body, body_hash AS hash FROM snapshots;
CREATE TRIGGER checkpoints_insert INSTEAD OF INSERT ON checkpoints
BEGIN
  INSERT OR REPLACE INTO snapshots (stream, version, position, record_hash, body, body_hash)
  VALUES (NEW.stream, NEW.version, NEW.position, NEW.at, NEW.body, NEW.hash);
END;
