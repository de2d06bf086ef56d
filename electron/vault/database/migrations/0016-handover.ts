/** Packages that were made and handed over, packages that were received with all their files, and the address for packages. */
export const version = 16;
export const name = 'handover';
export const sql = `
CREATE TABLE made_packages (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES users(id),
  kind TEXT NOT NULL CHECK (kind IN ('lengkap', 'disamarkan')),
  form TEXT NOT NULL CHECK (form IN ('folder', 'zip', 'age-passphrase', 'age-recipient')),
  handed_to TEXT NOT NULL,
  name TEXT NOT NULL,
  files INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  -- The list as it left, word for word.
  manifest TEXT NOT NULL CHECK (json_valid(manifest)),
  manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64),
  sums_sha256 TEXT NOT NULL CHECK (length(sums_sha256) = 64),
  file_sha256 TEXT CHECK (length(file_sha256) = 64)
) STRICT;
CREATE INDEX made_packages_by_case ON made_packages(case_id);

CREATE TABLE received_packages (
  id TEXT PRIMARY KEY,
  received_at TEXT NOT NULL,
  received_by TEXT NOT NULL REFERENCES users(id),
  received_from TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_bytes INTEGER NOT NULL,
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  encrypted INTEGER NOT NULL CHECK (encrypted IN (0, 1)),
  kind TEXT NOT NULL CHECK (kind IN ('lengkap', 'disamarkan')),
  case_number TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  vault_id TEXT NOT NULL,
  seal_fingerprint TEXT NOT NULL CHECK (length(seal_fingerprint) = 64),
  seal TEXT NOT NULL CHECK (seal IN ('own', 'known', 'new', 'changed')),
  manifest_sha256 TEXT NOT NULL UNIQUE CHECK (length(manifest_sha256) = 64),
  files INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX received_packages_by_vault ON received_packages(vault_id);

CREATE TABLE received_files (
  package_id TEXT NOT NULL REFERENCES received_packages(id),
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES blobs(sha256),
  mime TEXT NOT NULL,
  PRIMARY KEY (package_id, path)
) STRICT;
CREATE INDEX received_files_by_hash ON received_files(sha256);

-- What was received stays as it was received.
CREATE TRIGGER received_packages_fixed BEFORE UPDATE ON received_packages
BEGIN SELECT raise(ABORT, 'a received package does not change'); END;
CREATE TRIGGER received_packages_kept BEFORE DELETE ON received_packages
BEGIN SELECT raise(ABORT, 'received packages are kept'); END;
CREATE TRIGGER received_files_fixed BEFORE UPDATE ON received_files
BEGIN SELECT raise(ABORT, 'a received file does not change'); END;
CREATE TRIGGER received_files_kept BEFORE DELETE ON received_files
BEGIN SELECT raise(ABORT, 'received files are kept'); END;

-- The identity behind this vault's address for packages (age): one, made when it is first asked for.
CREATE TABLE package_identity (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  identity TEXT NOT NULL,
  recipient TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
`;
