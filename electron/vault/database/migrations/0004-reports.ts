/** Issued documents: kept with their bytes, their hash and whose signature they must carry. */
export const version = 4;
export const name = 'reports';
export const sql = `
CREATE TABLE issued_reports (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  kind TEXT NOT NULL CHECK (kind IN ('lengkap', 'disamarkan')),
  number TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  issued_by TEXT NOT NULL REFERENCES users(id),
  sha256 TEXT NOT NULL REFERENCES blobs(sha256),
  bytes INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  draft INTEGER NOT NULL CHECK (draft IN (0, 1)),
  signer TEXT NOT NULL,
  signer_fingerprint TEXT NOT NULL,
  sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
  head_sequence INTEGER NOT NULL,
  head_hash TEXT NOT NULL
) STRICT;
CREATE INDEX issued_reports_by_case ON issued_reports(case_id);
CREATE INDEX issued_reports_by_hash ON issued_reports(sha256);
`;
