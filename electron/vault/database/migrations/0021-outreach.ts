/** Outreach: sessions, who was invited and who was there, printed attendance sheets, rows to be settled, pledges. */
export const version = 21;
export const name = 'outreach';
export const sql = `
CREATE TABLE outreach_sessions (
  id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL UNIQUE,
  topic TEXT NOT NULL,
  summary TEXT NOT NULL,
  -- [{name, office}]
  speakers TEXT NOT NULL CHECK (json_valid(speakers)),
  place TEXT NOT NULL,
  online INTEGER NOT NULL CHECK (online IN (0, 1)),
  -- Where it is held in the calendar of the office: a day and clock times (HH:MM), "" where not said.
  day TEXT NOT NULL,
  begins TEXT NOT NULL,
  ends TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES users(id)
) STRICT;
CREATE INDEX outreach_sessions_by_day ON outreach_sessions(day);

CREATE TABLE outreach_session_states (
  id INTEGER PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES outreach_sessions(id),
  state TEXT NOT NULL,
  at TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users(id),
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX outreach_session_states_by_session ON outreach_session_states(session_id, id);

CREATE TABLE outreach_materials (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES outreach_sessions(id),
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES blobs(sha256),
  bytes INTEGER NOT NULL,
  mime TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id),
  withdrawn_at TEXT,
  withdraw_reason TEXT
) STRICT;
CREATE INDEX outreach_materials_by_session ON outreach_materials(session_id);

CREATE TABLE outreach_invitations (
  id INTEGER PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES outreach_sessions(id),
  employee_id TEXT NOT NULL REFERENCES employees(id),
  invited_at TEXT NOT NULL,
  invited_by TEXT NOT NULL REFERENCES users(id),
  ended_at TEXT
) STRICT;
CREATE UNIQUE INDEX outreach_invited_once ON outreach_invitations(session_id, employee_id) WHERE ended_at IS NULL;

-- Who was there. Somebody of the roster, or a guest by name; unit and agency as they were when it was written down.
CREATE TABLE outreach_attendance (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES outreach_sessions(id),
  employee_id TEXT REFERENCES employees(id),
  guest_name TEXT,
  guest_office TEXT,
  unit TEXT,
  agency TEXT,
  source TEXT NOT NULL CHECK (source IN ('pick', 'unit', 'file', 'sheet', 'settled')),
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id),
  withdrawn_at TEXT,
  withdraw_reason TEXT,
  CHECK ((employee_id IS NULL) = (guest_name IS NOT NULL))
) STRICT;
CREATE INDEX outreach_attendance_by_session ON outreach_attendance(session_id);
CREATE INDEX outreach_attendance_by_employee ON outreach_attendance(employee_id) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX outreach_attended_once ON outreach_attendance(session_id, employee_id)
  WHERE withdrawn_at IS NULL AND employee_id IS NOT NULL;

-- An attendance sheet as it was printed: its numbers mean these people, whatever the roster says later.
CREATE TABLE outreach_sheets (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES outreach_sessions(id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES users(id),
  UNIQUE (session_id, position)
) STRICT;
CREATE TABLE outreach_sheet_rows (
  sheet_id TEXT NOT NULL REFERENCES outreach_sheets(id),
  number INTEGER NOT NULL,
  employee_id TEXT NOT NULL REFERENCES employees(id),
  PRIMARY KEY (sheet_id, number)
) STRICT, WITHOUT ROWID;

-- Kinds of declarations that are signed (ikrar, pakta): data of the office with source and state of verification.
CREATE TABLE outreach_pledge_kinds (
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE outreach_pledges (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL REFERENCES outreach_pledge_kinds(code),
  employee_id TEXT NOT NULL REFERENCES employees(id),
  signed_on TEXT NOT NULL,
  session_id TEXT REFERENCES outreach_sessions(id),
  note TEXT NOT NULL,
  scan_sha256 TEXT REFERENCES blobs(sha256),
  scan_name TEXT,
  scan_bytes INTEGER,
  scan_mime TEXT,
  source TEXT NOT NULL CHECK (source IN ('pick', 'unit', 'file', 'sheet', 'settled')),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES users(id),
  withdrawn_at TEXT,
  withdraw_reason TEXT
) STRICT;
CREATE INDEX outreach_pledges_by_employee ON outreach_pledges(employee_id) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX outreach_pledged_once ON outreach_pledges(kind, employee_id, signed_on) WHERE withdrawn_at IS NULL;

-- What the handout cites beside the rows of legal_references; each with its source and state of verification.
CREATE TABLE outreach_bases (
  key TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  updated_at TEXT NOT NULL
) STRICT;

-- Rows of a file that were nobody's yet: kept as written until an officer settles them; none is lost.
CREATE TABLE outreach_open_rows (
  id TEXT PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('attendance', 'pledge')),
  session_id TEXT REFERENCES outreach_sessions(id),
  pledge_kind TEXT REFERENCES outreach_pledge_kinds(code),
  signed_on TEXT,
  file_name TEXT NOT NULL,
  row INTEGER NOT NULL,
  name TEXT NOT NULL,
  nip TEXT NOT NULL,
  unit TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id),
  settled_at TEXT,
  settled_as TEXT CHECK (settled_as IN ('employee', 'guest', 'dropped')),
  settle_reason TEXT
) STRICT;
CREATE INDEX outreach_open_rows_waiting ON outreach_open_rows(purpose, session_id) WHERE settled_at IS NULL;
`;
