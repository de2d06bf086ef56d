/** People, their history by date, their accounts, the imports they came from and what those replaced. */
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
  as_of TEXT NOT NULL,
  scope TEXT NOT NULL,
  read_rows INTEGER NOT NULL,
  added INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  gone INTEGER NOT NULL,
  accounts INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  excluded INTEGER NOT NULL,
  mapping TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT REFERENCES users(id)
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
  -- The import that added the person, and the last one that said anything about it; null for a person by hand.
  first_import_id TEXT REFERENCES roster_imports(id),
  last_import_id TEXT REFERENCES roster_imports(id),
  -- The latest day for which the current state was stated: an older roster does not overwrite it.
  stated_on TEXT NOT NULL,
  -- Since when the person is no longer in the roster.
  gone_since TEXT,
  -- From when the first known state held.
  known_from TEXT NOT NULL,
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

-- Every state of everybody. The first one stands in the person until a second is written: most never have one.
CREATE VIEW employee_states AS
  SELECT id, employee_id, valid_from, valid_to, name, status, grade, rank, position, position_type, unit, agency, import_id
  FROM employee_history
  UNION ALL
  SELECT 0, e.id, e.known_from, NULL, e.name, e.status, e.grade, e.rank, e.position, e.position_type, e.unit, e.agency,
    e.first_import_id
  FROM employees e WHERE NOT EXISTS (SELECT 1 FROM employee_history h WHERE h.employee_id = e.id);

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  employee_id TEXT REFERENCES employees(id),
  platform TEXT NOT NULL,
  handle TEXT NOT NULL,
  url TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK (confidence IN ('terkonfirmasi', 'kuat', 'lemah', 'belum')),
  basis TEXT NOT NULL,
  import_id TEXT REFERENCES roster_imports(id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX accounts_by_employee ON accounts(employee_id);

-- What an import replaced, so that it can be put back.
CREATE TABLE roster_import_changes (
  employee_key INTEGER NOT NULL REFERENCES employees(employee_key),
  import_id TEXT NOT NULL REFERENCES roster_imports(id),
  before TEXT NOT NULL CHECK (json_valid(before)),
  PRIMARY KEY (employee_key, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX roster_import_changes_by_import ON roster_import_changes(import_id);

-- People whom an import only confirmed: keys (JSON) by what was noted about them before.
CREATE TABLE roster_import_confirmed (
  import_id TEXT NOT NULL REFERENCES roster_imports(id),
  last_import_id TEXT REFERENCES roster_imports(id),
  stated_on TEXT NOT NULL,
  employee_keys TEXT NOT NULL CHECK (json_valid(employee_keys))
) STRICT;
CREATE INDEX roster_import_confirmed_by_import ON roster_import_confirmed(import_id);

-- How the sheets of a layout were read last, by the fingerprint of their headings.
CREATE TABLE roster_layouts (
  fingerprint TEXT PRIMARY KEY CHECK (length(fingerprint) = 64),
  layout TEXT NOT NULL CHECK (json_valid(layout)),
  used_by TEXT NOT NULL REFERENCES users(id),
  used_at TEXT NOT NULL
) STRICT;
`;
