/** Working copies: artefacts that were drawn from an original's pixels, with what was done to them. */
export const version = 5;
export const name = 'working-copies';
export const sql = `
CREATE TABLE working_copies (
  artefact_id TEXT PRIMARY KEY REFERENCES artefacts(id),
  evidence_id TEXT NOT NULL REFERENCES evidence(id),
  derived_from TEXT NOT NULL REFERENCES artefacts(id),
  version INTEGER NOT NULL CHECK (version > 0),
  edits TEXT NOT NULL CHECK (json_valid(edits)),
  note TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES users(id),
  used_in_masked INTEGER NOT NULL CHECK (used_in_masked IN (0, 1)),
  withdrawn_at TEXT,
  withdraw_reason TEXT,
  UNIQUE (evidence_id, version),
  CHECK (withdrawn_at IS NULL OR used_in_masked = 0)
) STRICT;
CREATE UNIQUE INDEX working_copies_used ON working_copies(evidence_id) WHERE used_in_masked = 1;

-- What a copy shows is told by its row: it is never changed into another one.
CREATE TRIGGER working_copies_fixed BEFORE UPDATE OF artefact_id, evidence_id, derived_from, version, edits, made_at, made_by ON working_copies
BEGIN SELECT raise(ABORT, 'a working copy does not change'); END;
CREATE TRIGGER working_copies_kept BEFORE DELETE ON working_copies
BEGIN SELECT raise(ABORT, 'working copies are kept'); END;
`;
