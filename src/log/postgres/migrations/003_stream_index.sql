-- The stream index: derived from the events, written with them, and made again from them when it
-- is of another version. A server of an older version appends without it; whoever reads it next
-- brings it up to date.

-- That a stream has an index key; `position` is that of the first event that states it.
CREATE TABLE ${schema}.stream_keys (
  key text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (key, stream)
);
CREATE INDEX stream_keys_by_stream ON ${schema}.stream_keys (stream, key);

-- The last event in the history of each stream, and the number of its own events.
CREATE TABLE ${schema}.stream_heads (
  stream text COLLATE "C" NOT NULL PRIMARY KEY,
  revision bigint NOT NULL,
  position bigint NOT NULL
);
CREATE INDEX stream_heads_by_position ON ${schema}.stream_heads (position);

-- Both include every event up to `position`; `record_hash` is the hash of the record there.
CREATE TABLE ${schema}.stream_index_state (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  version integer NOT NULL,
  position bigint NOT NULL,
  record_hash text COLLATE "C" NOT NULL
);
INSERT INTO ${schema}.stream_index_state (version, position, record_hash) VALUES (0, 0, '');

-- Adds the entries of the events after `after_position` up to `new_position`. Returns false, and
-- adds nothing, unless the index is of this version and ends at `after_position`.
CREATE FUNCTION ${schema}.write_stream_index(
    new_version integer, after_position bigint, new_position bigint, new_record_hash text,
    head_streams text[], head_revisions bigint[], head_positions bigint[],
    new_keys text[], key_streams text[], key_positions bigint[])
  RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF new_position = after_position THEN
    RETURN true;
  END IF;
  UPDATE ${schema}.stream_index_state s
    SET version = new_version, position = new_position, record_hash = new_record_hash
    WHERE s.position = after_position
      AND (s.version = new_version OR s.version = 0 AND after_position = 0);
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO ${schema}.stream_heads AS h (stream, revision, position)
    SELECT * FROM unnest(head_streams, head_revisions, head_positions)
    ON CONFLICT (stream) DO UPDATE
      SET revision = greatest(h.revision, excluded.revision), position = excluded.position;
  INSERT INTO ${schema}.stream_keys (key, stream, position)
    SELECT * FROM unnest(new_keys, key_streams, key_positions)
    ON CONFLICT DO NOTHING;
  RETURN true;
END $$;

-- Empties the index, to be written anew. Does nothing when its state is another by now.
CREATE FUNCTION ${schema}.clear_stream_index(
    new_version integer, old_version integer, old_position bigint, old_record_hash text)
  RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE ${schema}.stream_index_state s SET version = new_version, position = 0, record_hash = ''
    WHERE s.version = old_version AND s.position = old_position AND s.record_hash = old_record_hash;
  IF FOUND THEN
    DELETE FROM ${schema}.stream_keys;
    DELETE FROM ${schema}.stream_heads;
  END IF;
END $$;

REVOKE ALL ON FUNCTION ${schema}.write_stream_index(integer, bigint, bigint, text, text[], bigint[],
  bigint[], text[], text[], bigint[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.clear_stream_index(integer, integer, bigint, text) FROM PUBLIC;
REVOKE ALL ON ${schema}.stream_keys, ${schema}.stream_heads, ${schema}.stream_index_state FROM PUBLIC;

-- Roles that serve the log may read the index and write it through its functions.
DO $$
DECLARE
  entry record;
BEGIN
  FOR entry IN
    SELECT acl.grantee::regrole::text AS role
    FROM pg_catalog.pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) acl
    WHERE c.relname = 'snapshots' AND c.relnamespace = '${schema}'::regnamespace
      AND acl.grantee NOT IN (0, c.relowner) AND acl.privilege_type = 'SELECT'
  LOOP
    EXECUTE format('GRANT SELECT ON ${schema}.stream_keys, ${schema}.stream_heads,
      ${schema}.stream_index_state TO %s', entry.role);
  END LOOP;
  FOR entry IN
    SELECT acl.grantee::regrole::text AS role
    FROM pg_catalog.pg_proc p CROSS JOIN LATERAL aclexplode(p.proacl) acl
    WHERE p.proname = 'save_snapshot' AND p.pronamespace = '${schema}'::regnamespace
      AND acl.grantee NOT IN (0, p.proowner) AND acl.privilege_type = 'EXECUTE'
  LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION ${schema}.write_stream_index(integer, bigint, bigint,
      text, text[], bigint[], bigint[], text[], text[], bigint[]) TO %s', entry.role);
    EXECUTE format('GRANT EXECUTE ON FUNCTION ${schema}.clear_stream_index(integer, integer, bigint,
      text) TO %s', entry.role);
  END LOOP;
END $$;
