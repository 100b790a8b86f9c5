-- Duties over time for programs that read SQL, computed by Parley from the first `log_position` events
-- and never read by it. Every row names the log it belongs to.
CREATE TABLE duty_steps (
  number INTEGER PRIMARY KEY,
  imposed_by TEXT NOT NULL,
  on_goods_of TEXT NOT NULL,
  starts_at TEXT, -- ISO 8601, UTC; null from the beginning
  ends_at TEXT, -- exclusive; null while no known decision ends it
  percentage_points REAL, -- null where it is no percentage, or nothing is on record
  expression TEXT NOT NULL,
  measures TEXT NOT NULL, -- slugs
  events TEXT NOT NULL -- ids
) STRICT;

CREATE TABLE duty_steps_log (
  singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
  position INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE VIEW parley_duty_steps AS
SELECT
  imposed_by,
  on_goods_of,
  starts_at,
  ends_at,
  percentage_points,
  expression,
  measures,
  events,
  duty_steps_log.position AS log_position,
  duty_steps_log.hash AS log_hash
FROM duty_steps, duty_steps_log
ORDER BY number;
