-- Proposals, outside the log: events that someone proposes and someone else accepts or rejects.

CREATE TABLE proposals (
  id TEXT PRIMARY KEY, -- UUIDv7
  proposed INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE proposal_decisions (
  id TEXT PRIMARY KEY REFERENCES proposals (id),
  status TEXT NOT NULL CHECK (status IN ('ACCEPTED', 'REJECTED', 'WITHDRAWN')),
  decided INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Texts that were allowed to be kept. A row may be deleted: proposals keep its hash.
CREATE TABLE proposal_texts (
  hash TEXT PRIMARY KEY, -- SHA-256 of the text
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER proposals_keeps_rows BEFORE UPDATE ON proposals
BEGIN SELECT RAISE(ABORT, 'proposals are kept as proposed: proposals refuses this'); END;
CREATE TRIGGER proposals_loses_nothing BEFORE DELETE ON proposals
BEGIN SELECT RAISE(ABORT, 'proposals are kept as proposed: proposals refuses this'); END;
CREATE TRIGGER proposal_decisions_keeps_rows BEFORE UPDATE ON proposal_decisions
BEGIN SELECT RAISE(ABORT, 'decisions are kept as made: proposal_decisions refuses this'); END;
CREATE TRIGGER proposal_decisions_loses_nothing BEFORE DELETE ON proposal_decisions
BEGIN SELECT RAISE(ABORT, 'decisions are kept as made: proposal_decisions refuses this'); END;
