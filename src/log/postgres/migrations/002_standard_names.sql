-- Renames tables, columns and functions to standard terms. Data and the rights on tables stay.

-- The streams in whose history an event appears besides its own: those in `also`, and its target's.
ALTER TABLE ${schema}.guests RENAME TO stream_links;
ALTER INDEX ${schema}.guests_pkey RENAME TO stream_links_pkey;
ALTER TRIGGER guests_refuses_update_or_delete_or_truncate ON ${schema}.stream_links
  RENAME TO stream_links_refuses_update_or_delete_or_truncate;

-- Which event a correction, retraction or added source is about: `target` is that event's id.
ALTER TABLE ${schema}.abouts RENAME TO event_targets;
ALTER INDEX ${schema}.abouts_pkey RENAME TO event_targets_pkey;
ALTER INDEX ${schema}.abouts_by_target RENAME TO event_targets_by_target;
ALTER TRIGGER abouts_refuses_update_or_delete_or_truncate ON ${schema}.event_targets
  RENAME TO event_targets_refuses_update_or_delete_or_truncate;

-- `key_hash` is the SHA-256 of the key, which may have any length.
ALTER TABLE ${schema}.idempotency RENAME TO idempotency_keys;
ALTER TABLE ${schema}.idempotency_keys RENAME COLUMN name TO key_hash;
ALTER TABLE ${schema}.idempotency_keys RENAME COLUMN first TO first_position;
ALTER TABLE ${schema}.idempotency_keys RENAME COLUMN last TO last_position;
ALTER INDEX ${schema}.idempotency_pkey RENAME TO idempotency_keys_pkey;
ALTER TRIGGER idempotency_refuses_update_or_delete_or_truncate ON ${schema}.idempotency_keys
  RENAME TO idempotency_keys_refuses_update_or_delete_or_truncate;

ALTER TABLE ${schema}.head RENAME COLUMN one TO singleton;

-- Nothing is recorded at or before `instant` (epoch milliseconds).
ALTER TABLE ${schema}.promise RENAME TO closed_timestamp;
ALTER TABLE ${schema}.closed_timestamp RENAME COLUMN one TO singleton;
ALTER TABLE ${schema}.closed_timestamp RENAME COLUMN floor TO instant;
ALTER INDEX ${schema}.promise_pkey RENAME TO closed_timestamp_pkey;
ALTER TRIGGER promise_refuses_insert_or_delete_or_truncate ON ${schema}.closed_timestamp
  RENAME TO closed_timestamp_refuses_insert_or_delete_or_truncate;
ALTER TRIGGER promise_refuses_update ON ${schema}.closed_timestamp
  RENAME TO closed_timestamp_refuses_decrease;

-- Stored stream states, a cache. `record_hash` is the hash of the record at `position`.
ALTER TABLE ${schema}.checkpoints RENAME TO snapshots;
ALTER TABLE ${schema}.snapshots RENAME COLUMN at TO record_hash;
ALTER TABLE ${schema}.snapshots RENAME COLUMN hash TO body_hash;
ALTER INDEX ${schema}.checkpoints_pkey RENAME TO snapshots_pkey;

ALTER TABLE ${schema}.migrations RENAME COLUMN at TO applied_at;

ALTER FUNCTION ${schema}.advance() RENAME TO advance_head;
ALTER TRIGGER events_advance ON ${schema}.events RENAME TO events_advance_head;
ALTER FUNCTION ${schema}.refuse() RENAME TO refuse_change;

-- Locks the head until the transaction ends and returns it. Raises synchronous_commit to `on`, so
-- that an append is on disk when it is acknowledged; a stricter setting is left as it is.
CREATE FUNCTION ${schema}.lock_head()
  RETURNS TABLE (
    "position" bigint, hash text, recorded bigint, body text, closed_timestamp bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_setting('synchronous_commit') IN ('off', 'local', 'remote_write') THEN
    PERFORM set_config('synchronous_commit', 'on', true);
  END IF;
  PERFORM 1 FROM ${schema}.head FOR UPDATE;
  -- A separate statement sees what was committed while the lock was waited for.
  RETURN QUERY SELECT h.position, h.hash, h.recorded, e.body, c.instant
    FROM ${schema}.head h
    CROSS JOIN ${schema}.closed_timestamp c
    LEFT JOIN ${schema}.events e ON e.position = h.position;
END $$;

-- Closes all timestamps up to `through`. Does nothing when that is closed already.
CREATE FUNCTION ${schema}.close_timestamp(through bigint) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM ${schema}.lock_head();
  UPDATE ${schema}.closed_timestamp c SET instant = through
    FROM ${schema}.head h
    WHERE through > coalesce(c.instant, through - 1) AND (h.position = 0 OR through >= h.recorded);
END $$;

CREATE FUNCTION ${schema}.save_snapshot(
    new_stream text, new_version text, new_position bigint, new_record_hash text, new_body text,
    new_body_hash text)
  RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO ${schema}.snapshots (stream, version, position, record_hash, body, body_hash)
    VALUES (new_stream, new_version, new_position, new_record_hash, new_body, new_body_hash)
    ON CONFLICT (stream) DO UPDATE SET version = new_version, position = new_position,
      record_hash = new_record_hash, body = new_body, body_hash = new_body_hash;
END $$;

-- The names of schema 1, for servers of the version before that are still running. To be dropped by
-- the first migration of a later release.
CREATE VIEW ${schema}.guests AS SELECT stream, position FROM ${schema}.stream_links;
CREATE VIEW ${schema}.abouts AS SELECT position, target FROM ${schema}.event_targets;
CREATE VIEW ${schema}.idempotency AS
  SELECT key_hash AS name, digest, first_position AS first, last_position AS last
  FROM ${schema}.idempotency_keys;
CREATE VIEW ${schema}.promise AS
  SELECT singleton AS one, instant AS floor FROM ${schema}.closed_timestamp;
CREATE VIEW ${schema}.checkpoints AS
  SELECT stream, version, position, record_hash AS at, body, body_hash AS hash
  FROM ${schema}.snapshots;

CREATE OR REPLACE FUNCTION ${schema}.begin_append()
  RETURNS TABLE ("position" bigint, hash text, recorded bigint, body text, floor bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT l.position, l.hash, l.recorded, l.body, l.closed_timestamp
    FROM ${schema}.lock_head() l;
END $$;

CREATE OR REPLACE FUNCTION ${schema}.pin(instant bigint) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM ${schema}.close_timestamp(instant);
END $$;

CREATE OR REPLACE FUNCTION ${schema}.keep_checkpoint(
    kept_stream text, kept_version text, kept_position bigint, kept_at text, kept_body text,
    kept_hash text)
  RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM ${schema}.save_snapshot(
    kept_stream, kept_version, kept_position, kept_at, kept_body, kept_hash);
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${schema} FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM PUBLIC;

-- Roles that serve the log keep their rights under the old names and get them under the new ones.
DO $$
DECLARE
  entry record;
BEGIN
  FOR entry IN
    SELECT names.view, acl.privilege_type, acl.grantee::regrole::text AS role
    FROM (VALUES ('stream_links', 'guests'), ('event_targets', 'abouts'),
      ('idempotency_keys', 'idempotency'), ('closed_timestamp', 'promise'),
      ('snapshots', 'checkpoints')) AS names ("table", view)
    JOIN pg_catalog.pg_class c
      ON c.relname = names."table" AND c.relnamespace = '${schema}'::regnamespace
    CROSS JOIN LATERAL aclexplode(c.relacl) acl
    WHERE acl.grantee NOT IN (0, c.relowner) AND acl.privilege_type IN ('SELECT', 'INSERT')
  LOOP
    EXECUTE format('GRANT %s ON ${schema}.%I TO %s', entry.privilege_type, entry.view, entry.role);
  END LOOP;
  FOR entry IN
    SELECT names.function, acl.grantee::regrole::text AS role
    FROM (VALUES ('begin_append', 'lock_head()'), ('pin', 'close_timestamp(bigint)'),
      ('keep_checkpoint', 'save_snapshot(text, text, bigint, text, text, text)')
    ) AS names (old_name, function)
    JOIN pg_catalog.pg_proc p
      ON p.proname = names.old_name AND p.pronamespace = '${schema}'::regnamespace
    CROSS JOIN LATERAL aclexplode(p.proacl) acl
    WHERE acl.grantee NOT IN (0, p.proowner) AND acl.privilege_type = 'EXECUTE'
  LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION ${schema}.%s TO %s', entry.function, entry.role);
  END LOOP;
END $$;
