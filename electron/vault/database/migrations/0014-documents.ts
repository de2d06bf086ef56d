/**
 * Issued documents of every kind, about a case or about a day of the office: which one replaces which, who is still to sign.
 * The office's wording where it is not the default, and its emblem.
 */
export const version = 14;
export const name = 'documents';
export const sql = `
CREATE TABLE issued_documents_all (
  -- The identifier that is printed and stands in the file's metadata, too.
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('lengkap', 'disamarkan')),
  case_id TEXT REFERENCES cases(id),
  day TEXT,
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
  expected_signers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(expected_signers)),
  supersedes TEXT REFERENCES issued_reports(id),
  -- What a person filled in, for the next document of the case.
  fields TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(fields)),
  head_sequence INTEGER NOT NULL,
  head_hash TEXT NOT NULL,
  CHECK (case_id IS NOT NULL OR day IS NOT NULL)
) STRICT;
INSERT INTO issued_documents_all (id, document, kind, case_id, number, issued_at, issued_by, sha256, bytes, pages, draft,
    signer, signer_fingerprint, sealed, head_sequence, head_hash)
  SELECT id, 'laporan_inspektorat', kind, case_id, number, issued_at, issued_by, sha256, bytes, pages, draft,
    signer, signer_fingerprint, sealed, head_sequence, head_hash FROM issued_reports;
DROP TABLE issued_reports;
ALTER TABLE issued_documents_all RENAME TO issued_reports;
CREATE INDEX issued_reports_by_case ON issued_reports(case_id);
CREATE INDEX issued_reports_by_hash ON issued_reports(sha256);
CREATE INDEX issued_reports_by_time ON issued_reports(issued_at);
-- A number is given once; a document without one gets it by hand, in the register.
CREATE UNIQUE INDEX issued_reports_numbers ON issued_reports(document, number) WHERE number <> '';
CREATE UNIQUE INDEX issued_reports_superseded ON issued_reports(supersedes) WHERE supersedes IS NOT NULL;

CREATE TABLE document_wordings (
  document TEXT PRIMARY KEY,
  -- Only what differs from the default: text by its name.
  texts TEXT NOT NULL CHECK (json_valid(texts)),
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL REFERENCES users(id)
) STRICT;

-- The one in force is the last one, unless it was taken away.
CREATE TABLE office_emblems (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES blobs(sha256),
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  set_at TEXT NOT NULL,
  set_by TEXT NOT NULL REFERENCES users(id),
  removed_at TEXT
) STRICT;
`;
