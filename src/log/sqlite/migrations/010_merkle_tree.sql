-- The Merkle tree over the records: a node over each 256 records, one over each 256 of those, and so
-- on; and the newest signed head. Nodes follow from the events; the head holds its signature.
CREATE TABLE tree_nodes (
  level INTEGER NOT NULL,
  "index" INTEGER NOT NULL,
  hash TEXT NOT NULL, -- hex
  PRIMARY KEY (level, "index")
) STRICT, WITHOUT ROWID;

CREATE TABLE tree_head (
  singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
  size INTEGER NOT NULL, -- how many records it is about
  note TEXT NOT NULL -- a C2SP checkpoint
) STRICT;
