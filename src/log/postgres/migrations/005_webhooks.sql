-- Webhooks, outside the log: where events are sent, and how far each has come. `body` holds the
-- secret that deliveries are signed with.
CREATE TABLE ${schema}.webhooks (
  id text COLLATE "C" NOT NULL PRIMARY KEY, -- UUIDv7
  created bigint NOT NULL, -- epoch milliseconds
  body text NOT NULL,
  position bigint NOT NULL, -- every event up to it is delivered, or does not match
  status text COLLATE "C" NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'PARKED')),
  attempts integer NOT NULL DEFAULT 0,
  next_attempt bigint NOT NULL DEFAULT 0, -- epoch milliseconds
  problem text,
  lease_owner text COLLATE "C",
  lease_until timestamptz NOT NULL DEFAULT '-infinity'
);

CREATE FUNCTION ${schema}.claim_webhook(webhook text, owner text, lease_ms bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE ${schema}.webhooks w
    SET lease_owner = owner, lease_until = clock_timestamp() + lease_ms * interval '1 millisecond'
    WHERE w.id = webhook
      AND (w.lease_owner IS NULL OR w.lease_owner = owner OR w.lease_until <= clock_timestamp());
  RETURN FOUND;
END $$;

-- Only for the owner of the lease; a lease of 0 milliseconds ends it.
CREATE FUNCTION ${schema}.save_webhook(
    webhook text, owner text, new_position bigint, new_status text, new_attempts integer,
    new_next_attempt bigint, new_problem text, lease_ms bigint)
  RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE ${schema}.webhooks w
    SET position = new_position, status = new_status, attempts = new_attempts,
      next_attempt = new_next_attempt, problem = new_problem,
      lease_owner = CASE WHEN lease_ms > 0 THEN owner END,
      lease_until = clock_timestamp() + lease_ms * interval '1 millisecond'
    WHERE w.id = webhook AND w.lease_owner = owner;
  RETURN FOUND;
END $$;

CREATE FUNCTION ${schema}.resume_webhook(webhook text, new_position bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE ${schema}.webhooks w
    SET position = coalesce(new_position, w.position), status = 'ACTIVE', attempts = 0,
      next_attempt = 0, problem = NULL, lease_owner = NULL
    WHERE w.id = webhook;
  RETURN FOUND;
END $$;

CREATE FUNCTION ${schema}.remove_webhook(webhook text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM ${schema}.webhooks w WHERE w.id = webhook;
  RETURN FOUND;
END $$;

REVOKE ALL ON ${schema}.webhooks FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.claim_webhook(text, text, bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.save_webhook(text, text, bigint, text, integer, bigint, text, bigint)
  FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.resume_webhook(text, bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.remove_webhook(text) FROM PUBLIC;

-- Roles that append to the log deliver its webhooks.
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
    EXECUTE format('GRANT SELECT, INSERT ON ${schema}.webhooks TO %s', entry.role);
    EXECUTE format('GRANT EXECUTE ON FUNCTION ${schema}.claim_webhook(text, text, bigint),
      ${schema}.save_webhook(text, text, bigint, text, integer, bigint, text, bigint),
      ${schema}.resume_webhook(text, bigint), ${schema}.remove_webhook(text) TO %s', entry.role);
  END LOOP;
END $$;
