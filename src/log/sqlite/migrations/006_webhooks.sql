-- Webhooks, outside the log: where events are sent, and how far each has come. `body` holds the
-- secret that deliveries are signed with.
CREATE TABLE webhooks (
  id TEXT PRIMARY KEY, -- UUIDv7
  created INTEGER NOT NULL, -- epoch milliseconds
  body TEXT NOT NULL,
  position INTEGER NOT NULL, -- every event up to it is delivered, or does not match
  status TEXT NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'PARKED')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt INTEGER NOT NULL DEFAULT 0, -- epoch milliseconds
  problem TEXT,
  lease_owner TEXT,
  lease_until INTEGER NOT NULL DEFAULT 0 -- epoch milliseconds
) STRICT, WITHOUT ROWID;
