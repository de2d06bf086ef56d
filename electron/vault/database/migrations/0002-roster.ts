/** People, their history by date, their accounts, and the imports they came from. */
export const version = 2;
export const name = 'roster';
export const sql = `
CREATE TABLE roster_imports (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users(id),
  file_name TEXT NOT NULL,
  file_bytes INTEGER NOT NULL,
  file_sha256 TEXT NOT NULL,
  read_rows INTEGER NOT NULL,
  added INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  mapping TEXT NOT NULL
) STRICT;

CREATE TABLE employees (
  employee_key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  nip TEXT UNIQUE,
  nik TEXT UNIQUE,
  old_nip TEXT,
  name TEXT NOT NULL,
  search_name TEXT NOT NULL,
  sex TEXT CHECK (sex IN ('L', 'P')),
  birth_date TEXT,
  status TEXT,
  grade TEXT,
  rank TEXT,
  position TEXT,
  position_type TEXT,
  unit TEXT,
  agency TEXT,
  work_email TEXT,
  work_phone TEXT,
  last_import_id TEXT REFERENCES roster_imports(id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE employee_history (
  id INTEGER PRIMARY KEY,
  employee_id TEXT NOT NULL REFERENCES employees(id),
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  name TEXT NOT NULL,
  status TEXT,
  grade TEXT,
  rank TEXT,
  position TEXT,
  position_type TEXT,
  unit TEXT,
  agency TEXT,
  import_id TEXT REFERENCES roster_imports(id)
) STRICT;
CREATE INDEX employee_history_by_employee ON employee_history(employee_id, valid_from);

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  employee_id TEXT REFERENCES employees(id),
  platform TEXT NOT NULL,
  handle TEXT NOT NULL,
  url TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK (confidence IN ('terkonfirmasi', 'kuat', 'lemah', 'belum')),
  basis TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX accounts_by_employee ON accounts(employee_id);
`;
