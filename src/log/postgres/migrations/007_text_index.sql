-- The text index: what each event says, by sequences of three characters. Like the stream index it is
-- derived from the events, written with them, and reaches as far as `stream_index_state` says. A
-- trigram is a lexeme; the lexeme `*` stands for more than a vector holds.
CREATE TABLE ${schema}.event_text (
  position bigint NOT NULL PRIMARY KEY,
  trigrams tsvector NOT NULL
);
CREATE INDEX event_text_by_trigram ON ${schema}.event_text USING gin (trigrams);

-- Adds or replaces the entries of events; each of the `lexemes` is a JSON array of one event's.
CREATE FUNCTION ${schema}.write_text_index(positions bigint[], lexemes text[])
  RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO ${schema}.event_text AS t (position, trigrams)
    SELECT e.position, array_to_tsvector(ARRAY(SELECT jsonb_array_elements_text(e.lexemes::jsonb)))
    FROM unnest(positions, lexemes) AS e (position, lexemes)
    ON CONFLICT (position) DO UPDATE SET trigrams = excluded.trigrams;
  RETURN true;
END $$;

REVOKE ALL ON ${schema}.event_text FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.write_text_index(bigint[], text[]) FROM PUBLIC;

-- Roles that may write the stream index may write this one.
DO $$
DECLARE
  entry record;
BEGIN
  FOR entry IN
    SELECT acl.grantee::regrole::text AS role
    FROM pg_catalog.pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) acl
    WHERE c.relname = 'stream_keys' AND c.relnamespace = '${schema}'::regnamespace
      AND acl.grantee NOT IN (0, c.relowner) AND acl.privilege_type = 'SELECT'
  LOOP
    EXECUTE format('GRANT SELECT ON ${schema}.event_text TO %s', entry.role);
    EXECUTE format('GRANT EXECUTE ON FUNCTION ${schema}.write_text_index(bigint[], text[]) TO %s',
      entry.role);
  END LOOP;
END $$;
