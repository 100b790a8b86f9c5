-- Proposals, outside the log: events that someone proposes and someone else accepts or rejects.

CREATE TABLE ${schema}.proposals (
  id text COLLATE "C" NOT NULL PRIMARY KEY, -- UUIDv7
  proposed bigint NOT NULL,
  body text NOT NULL
);

CREATE TABLE ${schema}.proposal_decisions (
  id text COLLATE "C" NOT NULL PRIMARY KEY REFERENCES ${schema}.proposals (id),
  status text COLLATE "C" NOT NULL CHECK (status IN ('ACCEPTED', 'REJECTED', 'WITHDRAWN')),
  decided bigint NOT NULL,
  body text NOT NULL
);

-- Texts that were allowed to be kept. Their owner may delete a row: proposals keep its hash.
CREATE TABLE ${schema}.proposal_texts (
  hash text COLLATE "C" NOT NULL PRIMARY KEY, -- SHA-256 of the text
  text text NOT NULL
);

CREATE TRIGGER proposals_refuses_update_or_delete_or_truncate
  BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.proposals
  FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse_change();
ALTER TABLE ${schema}.proposals
  ENABLE ALWAYS TRIGGER proposals_refuses_update_or_delete_or_truncate;
CREATE TRIGGER proposal_decisions_refuses_update_or_delete_or_truncate
  BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.proposal_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse_change();
ALTER TABLE ${schema}.proposal_decisions
  ENABLE ALWAYS TRIGGER proposal_decisions_refuses_update_or_delete_or_truncate;

REVOKE ALL ON ${schema}.proposals, ${schema}.proposal_decisions, ${schema}.proposal_texts FROM PUBLIC;

-- Roles that append to the log may propose and decide.
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
    EXECUTE format('GRANT SELECT, INSERT ON ${schema}.proposals, ${schema}.proposal_decisions,
      ${schema}.proposal_texts TO %s', entry.role);
  END LOOP;
END $$;
