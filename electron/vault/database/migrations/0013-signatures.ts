/** Later versions of issued documents, the levels still to come, trusted roots, and signing keys kept for their owners. */
export const version = 13;
export const name = 'signatures';
export const sql = `
CREATE TABLE report_signatures (
  report_id TEXT PRIMARY KEY REFERENCES issued_reports(id),
  level TEXT NOT NULL CHECK (level IN ('B-B', 'B-T', 'B-LT', 'B-LTA')),
  wanted_level TEXT CHECK (wanted_level IN ('B-T', 'B-LT', 'B-LTA')),
  problem TEXT,
  tried_at TEXT
) STRICT;
CREATE TABLE report_versions (
  report_id TEXT NOT NULL REFERENCES issued_reports(id),
  version INTEGER NOT NULL CHECK (version > 1),
  base_version INTEGER NOT NULL CHECK (base_version >= 1 AND base_version < version),
  cause TEXT NOT NULL CHECK (cause IN ('signed', 'raised', 'outside')),
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES users(id),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL,
  tail_sha256 TEXT NOT NULL REFERENCES blobs(sha256),
  level TEXT NOT NULL CHECK (level IN ('B-B', 'B-T', 'B-LT', 'B-LTA')),
  signer TEXT,
  signer_fingerprint TEXT,
  PRIMARY KEY (report_id, version)
) STRICT;
CREATE INDEX report_versions_by_hash ON report_versions(sha256);
CREATE TABLE trusted_roots (
  fingerprint TEXT PRIMARY KEY CHECK (length(fingerprint) = 64),
  der BLOB NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id)
) STRICT;
CREATE TABLE signing_keys (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  p12 BLOB NOT NULL,
  subject TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  not_after TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  kept_by TEXT NOT NULL REFERENCES users(id)
) STRICT;
`;
