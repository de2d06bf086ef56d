/**
 * Named sessions of the office's own account, and what a logged-out look at a captured address showed. The cookies lie in a
 * table of their own: backups leave its rows out. `generation` grows with each wipe, so that a window that was opened
 * before the wipe cannot put back what was wiped.
 */
export const version = 10;
export const name = 'capture-profiles';
export const sql = `
CREATE TABLE capture_profiles (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  platforms TEXT NOT NULL,
  generation INTEGER NOT NULL DEFAULT 0,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES users(id),
  removed_at TEXT
) STRICT;
CREATE TABLE capture_profile_cookies (
  profile_id TEXT PRIMARY KEY REFERENCES capture_profiles(id),
  cookies TEXT NOT NULL CHECK (json_valid(cookies)),
  kept_at TEXT NOT NULL
) STRICT;

CREATE TABLE public_looks (
  look_id TEXT PRIMARY KEY REFERENCES evidence(id),
  evidence_id TEXT NOT NULL REFERENCES evidence(id),
  looked_at TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'uncertain')),
  basis TEXT NOT NULL,
  share REAL,
  CHECK (look_id <> evidence_id)
) STRICT;
CREATE INDEX public_looks_by_evidence ON public_looks(evidence_id, looked_at);
-- What was seen is what the rules said of it then; a person adds words beside it.
CREATE TRIGGER public_looks_fixed BEFORE UPDATE ON public_looks
BEGIN SELECT raise(ABORT, 'a public look does not change'); END;
CREATE TRIGGER public_looks_kept BEFORE DELETE ON public_looks
BEGIN SELECT raise(ABORT, 'public looks are kept'); END;

CREATE TABLE public_remarks (
  id INTEGER PRIMARY KEY,
  evidence_id TEXT NOT NULL REFERENCES evidence(id),
  text TEXT NOT NULL,
  written_at TEXT NOT NULL,
  written_by TEXT NOT NULL REFERENCES users(id)
) STRICT;
CREATE INDEX public_remarks_by_evidence ON public_remarks(evidence_id, id);

CREATE TABLE seen_by_statements (
  id INTEGER PRIMARY KEY,
  evidence_id TEXT NOT NULL REFERENCES evidence(id),
  answer TEXT NOT NULL CHECK (answer IN ('without-login', 'office-account', 'other-account')),
  written_at TEXT NOT NULL,
  written_by TEXT NOT NULL REFERENCES users(id)
) STRICT;
CREATE INDEX seen_by_statements_by_evidence ON seen_by_statements(evidence_id, id);
`;
