  -- Dossiers written down, to be opened faster; whoever reads one checks it.
  CREATE TABLE checkpoints (
    stream TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    position INTEGER NOT NULL,
    at TEXT NOT NULL, -- the hash of the record at that position
    body TEXT NOT NULL,
    hash TEXT NOT NULL -- SHA-256 of body
  ) STRICT;
