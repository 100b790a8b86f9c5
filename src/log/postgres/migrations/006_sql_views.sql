-- Views for programs that read SQL. What they have is what was recorded; what follows from it is not
-- here. Later versions add columns at the end and change none. They run with the rights of their
-- owner: whoever may select from them needs no right on a table.

CREATE VIEW ${schema}.parley_events AS
SELECT
  position,
  id,
  stream,
  revision,
  type,
  body::json ->> 'occurred' AS occurred,
  body::json ->> 'timeZone' AS time_zone,
  coalesce(body::json ->> 'certainty', 'REPORTED') AS certainty,
  (body::json ->> 'recordedAt')::timestamptz AS recorded_at,
  body::json ->> 'recordedBy' AS recorded_by,
  CASE WHEN type IN ('EventCorrected', 'EventRetracted', 'SourceAdded')
    THEN body::json #>> '{data,event}' END AS about_event,
  (body::json -> 'data')::jsonb AS data,
  hash
FROM ${schema}.events;

CREATE VIEW ${schema}.parley_sources AS
SELECT
  e.position,
  e.id AS event_id,
  source.number,
  source.value ->> 'kind' AS kind,
  source.value ->> 'publisher' AS publisher,
  source.value ->> 'title' AS title,
  source.value ->> 'url' AS url,
  source.value ->> 'published' AS published
FROM ${schema}.events e
CROSS JOIN LATERAL json_array_elements(coalesce(e.body::json -> 'sources', '[]'))
  WITH ORDINALITY AS source (value, number);

-- Which events are in the history of a stream: its own, those that name it in `also`, and what is
-- about one of them.
CREATE VIEW ${schema}.parley_histories AS
SELECT stream, position FROM ${schema}.events
UNION ALL
SELECT stream, position FROM ${schema}.stream_links;

REVOKE ALL ON ${schema}.parley_events, ${schema}.parley_sources, ${schema}.parley_histories
  FROM PUBLIC;

-- Roles that read the log may read it so, too.
DO $$
DECLARE
  entry record;
BEGIN
  FOR entry IN
    SELECT acl.grantee::regrole::text AS role
    FROM pg_catalog.pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) acl
    WHERE c.relname = 'events' AND c.relnamespace = '${schema}'::regnamespace
      AND acl.grantee NOT IN (0, c.relowner) AND acl.privilege_type = 'SELECT'
  LOOP
    EXECUTE format('GRANT SELECT ON ${schema}.parley_events, ${schema}.parley_sources,
      ${schema}.parley_histories TO %s', entry.role);
  END LOOP;
END $$;
