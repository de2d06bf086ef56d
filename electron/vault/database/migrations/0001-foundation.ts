/** What every vault has: who may act, what was done, which bytes are kept, settings and numbers handed out. */
export const version = 1;
export const name = 'foundation';
export const sql = `
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE secrets (
  key TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT;

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  identity_number TEXT,
  role TEXT NOT NULL CHECK (role IN ('pengelola', 'petugas')),
  sign_public BLOB NOT NULL CHECK (length(sign_public) = 32),
  box_public BLOB NOT NULL CHECK (length(box_public) = 32),
  created_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX users_by_name ON users(name_key) WHERE removed_at IS NULL;

CREATE TABLE custody (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  at TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users(id),
  key_id TEXT NOT NULL CHECK (length(key_id) = 32),
  action TEXT NOT NULL,
  subject_kind TEXT,
  subject_id TEXT,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE INDEX custody_by_subject ON custody(subject_id, sequence);
CREATE INDEX custody_by_action ON custody(action, sequence);

CREATE TRIGGER custody_gap_free BEFORE INSERT ON custody
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM custody)
  OR (NEW.sequence > 1 AND NEW.previous <> (SELECT hash FROM custody WHERE sequence = NEW.sequence - 1))
BEGIN SELECT raise(ABORT, 'custody has no gaps'); END;

CREATE TRIGGER custody_no_update BEFORE UPDATE ON custody
BEGIN SELECT raise(ABORT, 'custody is append-only'); END;

CREATE TRIGGER custody_no_delete BEFORE DELETE ON custody
BEGIN SELECT raise(ABORT, 'custody is append-only'); END;

CREATE TABLE blobs (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  id TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  chunk_bytes INTEGER NOT NULL CHECK (chunk_bytes > 0),
  wrapped_key BLOB NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL REFERENCES users(id)
) STRICT;

CREATE TABLE issued_sequences (
  name TEXT NOT NULL,
  period TEXT NOT NULL,
  last INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (name, period)
) STRICT;
`;
