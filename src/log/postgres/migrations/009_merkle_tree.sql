-- The Merkle tree over the records: a node over each 256 records, one over each 256 of those, and so
-- on; and the newest signed head. Nodes follow from the events; the head holds its signature.
CREATE TABLE ${schema}.tree_nodes (
  level integer NOT NULL,
  index bigint NOT NULL,
  hash text COLLATE "C" NOT NULL, -- hex
  PRIMARY KEY (level, index)
);

CREATE TABLE ${schema}.tree_head (
  singleton boolean PRIMARY KEY CHECK (singleton),
  size bigint NOT NULL, -- how many records it is about
  note text NOT NULL -- a C2SP checkpoint
);

CREATE FUNCTION ${schema}.save_tree_nodes(levels integer[], indexes bigint[], hashes text[])
  RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO ${schema}.tree_nodes AS n (level, index, hash)
    SELECT * FROM unnest(levels, indexes, hashes)
    ON CONFLICT ON CONSTRAINT tree_nodes_pkey DO UPDATE SET hash = EXCLUDED.hash
      WHERE n.hash <> EXCLUDED.hash;
END $$;

CREATE FUNCTION ${schema}.save_tree_head(new_size bigint, new_note text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO ${schema}.tree_head AS h (singleton, size, note) VALUES (true, new_size, new_note)
    ON CONFLICT (singleton) DO UPDATE SET size = new_size, note = new_note WHERE h.size <= new_size;
END $$;

REVOKE ALL ON ${schema}.tree_nodes, ${schema}.tree_head FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.save_tree_nodes(integer[], bigint[], text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.save_tree_head(bigint, text) FROM PUBLIC;

-- Roles that append to the log keep its tree.
DO $$
DECLARE
  entry record;
BEGIN
  FOR entry IN
    SELECT acl.grantee::regrole::text AS role
    FROM pg_catalog.pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) acl
    WHERE c.relname = 'events' AND c.relnamespace = '${schema}'::regnamespace
      AND acl.grantee NOT IN (0, c.relowner) AND acl.privilege_type = 'INSERT'
  LOOP
    EXECUTE format('GRANT SELECT ON ${schema}.tree_nodes, ${schema}.tree_head TO %s', entry.role);
    EXECUTE format('GRANT EXECUTE ON FUNCTION ${schema}.save_tree_nodes(integer[], bigint[], text[]),
      ${schema}.save_tree_head(bigint, text) TO %s', entry.role);
  END LOOP;
END $$;
