  CREATE TABLE ${schema}.events (
    position bigint PRIMARY KEY CHECK (position > 0),
    id text COLLATE "C" NOT NULL UNIQUE,
    stream text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    type text COLLATE "C" NOT NULL,
    recorded bigint NOT NULL, -- epoch milliseconds
    hash text COLLATE "C" NOT NULL, -- SHA-256 of body
    body text COLLATE "C" NOT NULL -- RFC 8785 canonical JSON
  );
  CREATE INDEX events_by_stream ON ${schema}.events (stream, position);
  CREATE INDEX events_by_type ON ${schema}.events (type, position);
  CREATE INDEX events_by_recorded ON ${schema}.events (recorded, position);

  -- In whose histories an event is besides its own stream's: those in also, its target's.
  CREATE TABLE ${schema}.guests (
    stream text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (stream, position)
  );

  CREATE TABLE ${schema}.abouts (
    position bigint PRIMARY KEY, -- of a correction, retraction or source about it
    target text COLLATE "C" NOT NULL -- an event's id
  );
  CREATE INDEX abouts_by_target ON ${schema}.abouts (target, position);

  CREATE TABLE ${schema}.idempotency (
    name text COLLATE "C" NOT NULL PRIMARY KEY, -- SHA-256 of the key, which may be of any length
    digest text COLLATE "C" NOT NULL, -- SHA-256 of the events as sent
    first bigint NOT NULL,
    last bigint NOT NULL
  );

  -- The row that is locked first by whoever appends: commits come in order of position.
  CREATE TABLE ${schema}.head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    position bigint NOT NULL,
    hash text COLLATE "C" NOT NULL,
    recorded bigint
  );
  INSERT INTO ${schema}.head (position, hash) VALUES (0, '');

  -- Nothing is recorded at or before floor any more: readers were promised so.
  CREATE TABLE ${schema}.promise (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    floor bigint
  );
  INSERT INTO ${schema}.promise DEFAULT VALUES;

  -- Dossiers written down, to be opened faster; whoever reads one checks it.
  CREATE TABLE ${schema}.checkpoints (
    stream text COLLATE "C" NOT NULL PRIMARY KEY,
    version text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    at text COLLATE "C" NOT NULL, -- the hash of the record at that position
    body text COLLATE "C" NOT NULL,
    hash text COLLATE "C" NOT NULL -- SHA-256 of body
  );

  -- Locks the head until the transaction ends, and tells what it is then. An append is on disk
  -- when it is acknowledged, whatever the role's setting; a stricter one is left as it is.
  CREATE FUNCTION ${schema}.begin_append()
    RETURNS TABLE ("position" bigint, hash text, recorded bigint, body text, floor bigint)
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF current_setting('synchronous_commit') IN ('off', 'local', 'remote_write') THEN
      PERFORM set_config('synchronous_commit', 'on', true);
    END IF;
    PERFORM 1 FROM ${schema}.head FOR UPDATE;
    -- A statement of its own: it sees what was committed while this one waited.
    RETURN QUERY SELECT h.position, h.hash, h.recorded, e.body, p.floor
      FROM ${schema}.head h
      CROSS JOIN ${schema}.promise p
      LEFT JOIN ${schema}.events e ON e.position = h.position;
  END $$;

  CREATE FUNCTION ${schema}.pin(instant bigint) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    PERFORM ${schema}.begin_append();
    UPDATE ${schema}.promise p SET floor = instant
      FROM ${schema}.head h
      WHERE instant > coalesce(p.floor, instant - 1) AND (h.position = 0 OR instant >= h.recorded);
  END $$;

  CREATE FUNCTION ${schema}.keep_checkpoint(
      kept_stream text, kept_version text, kept_position bigint, kept_at text, kept_body text,
      kept_hash text)
    RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    INSERT INTO ${schema}.checkpoints (stream, version, position, at, body, hash)
      VALUES (kept_stream, kept_version, kept_position, kept_at, kept_body, kept_hash)
      ON CONFLICT (stream) DO UPDATE SET version = kept_version, position = kept_position,
        at = kept_at, body = kept_body, hash = kept_hash;
  END $$;

  -- Moves the head to the last of the events added, if they continue the log.
  CREATE FUNCTION ${schema}.advance() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    was ${schema}.head;
    span record;
  BEGIN
    SELECT count(*) AS size, min(position) AS first, max(position) AS last INTO span FROM added;
    IF span.size = 0 THEN
      RETURN NULL;
    END IF;
    SELECT * INTO was FROM ${schema}.head FOR UPDATE;
    IF span.first <> was.position + 1 OR span.last <> was.position + span.size THEN
      RAISE EXCEPTION 'positions % to % do not continue the log, which is at %',
        span.first, span.last, was.position USING ERRCODE = 'serialization_failure';
    END IF;
    IF EXISTS (
      SELECT FROM (
        SELECT recorded, lag(recorded, 1, was.recorded) OVER (ORDER BY position) AS earlier FROM added
      ) instants WHERE recorded < earlier
    ) THEN
      RAISE EXCEPTION 'the log is append-only: recorded instants never decrease'
        USING ERRCODE = 'restrict_violation';
    END IF;
    UPDATE ${schema}.head h SET position = a.position, hash = a.hash, recorded = a.recorded
      FROM added a WHERE a.position = span.last;
    PERFORM pg_notify('${schema}_appended', span.last::text);
    RETURN NULL;
  END $$;

  CREATE FUNCTION ${schema}.refuse() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RAISE EXCEPTION 'the log is append-only: % refuses %', TG_TABLE_NAME, TG_OP
      USING ERRCODE = 'restrict_violation';
  END $$;

  CREATE TRIGGER events_advance AFTER INSERT ON ${schema}.events
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.advance();

  CREATE TRIGGER events_refuses_update_or_delete_or_truncate BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.events
    FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse();
  ALTER TABLE ${schema}.events ENABLE ALWAYS TRIGGER events_refuses_update_or_delete_or_truncate;
  CREATE TRIGGER guests_refuses_update_or_delete_or_truncate BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.guests
    FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse();
  ALTER TABLE ${schema}.guests ENABLE ALWAYS TRIGGER guests_refuses_update_or_delete_or_truncate;
  CREATE TRIGGER abouts_refuses_update_or_delete_or_truncate BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.abouts
    FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse();
  ALTER TABLE ${schema}.abouts ENABLE ALWAYS TRIGGER abouts_refuses_update_or_delete_or_truncate;
  CREATE TRIGGER idempotency_refuses_update_or_delete_or_truncate BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.idempotency
    FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse();
  ALTER TABLE ${schema}.idempotency ENABLE ALWAYS TRIGGER idempotency_refuses_update_or_delete_or_truncate;

  CREATE TRIGGER head_refuses_insert_or_delete_or_truncate BEFORE INSERT OR DELETE OR TRUNCATE ON ${schema}.head
    FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse();
  ALTER TABLE ${schema}.head ENABLE ALWAYS TRIGGER head_refuses_insert_or_delete_or_truncate;

  CREATE TRIGGER head_refuses_update BEFORE UPDATE ON ${schema}.head
    FOR EACH ROW WHEN (pg_trigger_depth() = 0 OR NEW.position <= OLD.position) EXECUTE FUNCTION ${schema}.refuse();
  ALTER TABLE ${schema}.head ENABLE ALWAYS TRIGGER head_refuses_update;

  CREATE TRIGGER promise_refuses_insert_or_delete_or_truncate BEFORE INSERT OR DELETE OR TRUNCATE ON ${schema}.promise
    FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse();
  ALTER TABLE ${schema}.promise ENABLE ALWAYS TRIGGER promise_refuses_insert_or_delete_or_truncate;

  CREATE TRIGGER promise_refuses_update BEFORE UPDATE ON ${schema}.promise
    FOR EACH ROW WHEN (NEW.floor IS NULL OR NEW.floor < OLD.floor) EXECUTE FUNCTION ${schema}.refuse();
  ALTER TABLE ${schema}.promise ENABLE ALWAYS TRIGGER promise_refuses_update;

  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${schema} FROM PUBLIC;
  REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM PUBLIC;
