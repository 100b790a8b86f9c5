-- Views for programs that read SQL. What they have is what was recorded; what follows from it is not
-- here. Later versions add columns at the end and change none.

CREATE VIEW parley_events AS
SELECT
  position,
  id,
  stream,
  revision,
  type,
  body ->> '$.occurred' AS occurred,
  body ->> '$.timeZone' AS time_zone,
  coalesce(body ->> '$.certainty', 'REPORTED') AS certainty,
  body ->> '$.recordedAt' AS recorded_at,
  body ->> '$.recordedBy' AS recorded_by,
  CASE WHEN type IN ('EventCorrected', 'EventRetracted', 'SourceAdded')
    THEN body ->> '$.data.event' END AS about_event,
  body -> '$.data' AS data,
  hash
FROM events;

CREATE VIEW parley_sources AS
SELECT
  events.position AS position,
  events.id AS event_id,
  source.key + 1 AS number,
  source.value ->> '$.kind' AS kind,
  source.value ->> '$.publisher' AS publisher,
  source.value ->> '$.title' AS title,
  source.value ->> '$.url' AS url,
  source.value ->> '$.published' AS published
FROM events, json_each(events.body, '$.sources') AS source;

-- Which events are in the history of a stream: its own, those that name it in `also`, and what is
-- about one of them.
CREATE VIEW parley_histories AS
SELECT stream, position FROM events
UNION ALL
SELECT stream, position FROM stream_links;
