-- The head follows appends without a transition table, which several engines lack: what was added is
-- what comes after the head.
CREATE OR REPLACE FUNCTION ${schema}.advance_head() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  was ${schema}.head;
  span record;
BEGIN
  SELECT * INTO was FROM ${schema}.head FOR UPDATE;
  SELECT count(*) AS size, min(position) AS first, max(position) AS last INTO span
    FROM ${schema}.events WHERE position > was.position;
  IF span.size = 0 THEN
    RETURN NULL;
  END IF;
  IF span.last <> was.position + span.size THEN
    RAISE EXCEPTION 'positions % to % do not continue the log, which is at %',
      span.first, span.last, was.position USING ERRCODE = 'serialization_failure';
  END IF;
  IF EXISTS (
    SELECT FROM (
      SELECT recorded, lag(recorded, 1, was.recorded) OVER (ORDER BY position) AS earlier
      FROM ${schema}.events WHERE position > was.position
    ) instants WHERE recorded < earlier
  ) THEN
    RAISE EXCEPTION 'the log is append-only: recorded instants never decrease'
      USING ERRCODE = 'restrict_violation';
  END IF;
  UPDATE ${schema}.head h SET position = e.position, hash = e.hash, recorded = e.recorded
    FROM ${schema}.events e WHERE e.position = span.last;
  PERFORM pg_notify('${schema}_appended', span.last::text);
  RETURN NULL;
END $$;

DROP TRIGGER events_advance_head ON ${schema}.events;
CREATE TRIGGER events_advance_head AFTER INSERT ON ${schema}.events
  FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.advance_head();

-- An index whose state is missing is made anew like one of another version.
CREATE OR REPLACE FUNCTION ${schema}.clear_stream_index(
    new_version integer, old_version integer, old_position bigint, old_record_hash text)
  RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO ${schema}.stream_index_state (version, position, record_hash) VALUES (0, 0, '')
    ON CONFLICT DO NOTHING;
  UPDATE ${schema}.stream_index_state s SET version = new_version, position = 0, record_hash = ''
    WHERE s.version = old_version AND s.position = old_position AND s.record_hash = old_record_hash;
  IF FOUND THEN
    DELETE FROM ${schema}.stream_keys;
    DELETE FROM ${schema}.stream_heads;
    DELETE FROM ${schema}.event_text;
  END IF;
END $$;
