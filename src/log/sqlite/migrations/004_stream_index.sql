-- The stream index: derived from the events, written with them, and made again from them when it
-- is of another version. A program of an older version appends without it; whoever reads it next
-- brings it up to date.

-- That a stream has an index key; `position` is that of the first event that states it.
CREATE TABLE stream_keys (
  key TEXT NOT NULL,
  stream TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (key, stream)
) STRICT, WITHOUT ROWID;
CREATE INDEX stream_keys_by_stream ON stream_keys (stream, key);

-- The last event in the history of each stream, and the number of its own events.
CREATE TABLE stream_heads (
  stream TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stream_heads_by_position ON stream_heads (position);

-- Both include every event up to `position`; `record_hash` is the hash of the record there.
CREATE TABLE stream_index_state (
  singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
  version INTEGER NOT NULL,
  position INTEGER NOT NULL,
  record_hash TEXT NOT NULL
) STRICT;
INSERT INTO stream_index_state VALUES (1, 0, 0, '');
