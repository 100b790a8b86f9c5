-- Stored states of streams are no longer read: nothing in them was held by the hash of a record, so
-- the role of a server could forge an answer. The table stays, empty, for servers of the version
-- before that are still running. To be dropped by the first migration of a later release.
DELETE FROM ${schema}.snapshots;

CREATE OR REPLACE FUNCTION ${schema}.save_snapshot(
    new_stream text, new_version text, new_position bigint, new_record_hash text, new_body text,
    new_body_hash text)
  RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- Keeps nothing.
END $$;
