-- Duties over time for programs that read SQL, computed by Parley from the first `log_position` events
-- and never read by it. Every row names the log it belongs to.
CREATE TABLE ${schema}.duty_steps (
  number bigint PRIMARY KEY,
  imposed_by text COLLATE "C" NOT NULL,
  on_goods_of text COLLATE "C" NOT NULL,
  starts_at timestamptz, -- null from the beginning
  ends_at timestamptz, -- exclusive; null while no known decision ends it
  percentage_points double precision, -- null where it is no percentage, or nothing is on record
  expression text NOT NULL,
  measures text NOT NULL, -- slugs
  events text NOT NULL -- ids
);

CREATE TABLE ${schema}.duty_steps_log (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  position bigint NOT NULL,
  hash text NOT NULL
);

CREATE VIEW ${schema}.parley_duty_steps AS
SELECT
  s.imposed_by,
  s.on_goods_of,
  s.starts_at,
  s.ends_at,
  s.percentage_points,
  s.expression,
  s.measures,
  s.events,
  l.position AS log_position,
  l.hash AS log_hash
FROM ${schema}.duty_steps s CROSS JOIN ${schema}.duty_steps_log l
ORDER BY s.number;

-- Puts steps in place of those there, at once for every reader. `steps` is a JSON array of arrays.
CREATE FUNCTION ${schema}.replace_duty_steps(new_position bigint, new_hash text, steps text)
  RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  LOCK TABLE ${schema}.duty_steps IN EXCLUSIVE MODE;
  DELETE FROM ${schema}.duty_steps;
  INSERT INTO ${schema}.duty_steps
    SELECT step.number, step.value ->> 0, step.value ->> 1, (step.value ->> 2)::timestamptz,
      (step.value ->> 3)::timestamptz, (step.value ->> 4)::double precision, step.value ->> 5,
      step.value ->> 6, step.value ->> 7
    FROM json_array_elements(steps::json) WITH ORDINALITY AS step (value, number);
  INSERT INTO ${schema}.duty_steps_log (position, hash) VALUES (new_position, new_hash)
    ON CONFLICT (singleton) DO UPDATE SET position = EXCLUDED.position, hash = EXCLUDED.hash;
END $$;

REVOKE ALL ON ${schema}.duty_steps, ${schema}.duty_steps_log, ${schema}.parley_duty_steps FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.replace_duty_steps(bigint, text, text) FROM PUBLIC;

-- Roles that read the log may read them, and those that append to it may compute them anew.
DO $$
DECLARE
  entry record;
BEGIN
  FOR entry IN
    SELECT acl.grantee::regrole::text AS role, acl.privilege_type AS privilege
    FROM pg_catalog.pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) acl
    WHERE c.relname = 'events' AND c.relnamespace = '${schema}'::regnamespace
      AND acl.grantee NOT IN (0, c.relowner) AND acl.privilege_type IN ('SELECT', 'INSERT')
  LOOP
    IF entry.privilege = 'SELECT' THEN
      EXECUTE format('GRANT SELECT ON ${schema}.duty_steps, ${schema}.duty_steps_log,
        ${schema}.parley_duty_steps TO %s', entry.role);
    ELSE
      EXECUTE format('GRANT EXECUTE ON FUNCTION
        ${schema}.replace_duty_steps(bigint, text, text) TO %s', entry.role);
    END IF;
  END LOOP;
END $$;
