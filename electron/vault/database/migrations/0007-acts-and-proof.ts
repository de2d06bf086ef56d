/** Acts with what their sheets need, reasons that tie an account to a person, and the accounts that a case is about. */
export const version = 7;
export const name = 'acts-and-proof';
export const sql = `
CREATE TABLE case_acts (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  respondent_id TEXT REFERENCES case_respondents(id),
  type TEXT NOT NULL,
  day TEXT,
  date_text TEXT NOT NULL,
  address TEXT NOT NULL,
  note TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id),
  withdrawn_at TEXT,
  withdrawn_by TEXT REFERENCES users(id),
  withdraw_reason TEXT
) STRICT;
CREATE INDEX case_acts_by_case ON case_acts(case_id);

-- What was put under an item of an act's sheet: evidence, or why none can be had.
CREATE TABLE act_entries (
  id TEXT PRIMARY KEY,
  act_id TEXT NOT NULL REFERENCES case_acts(id),
  item TEXT NOT NULL,
  evidence_id TEXT REFERENCES evidence(id),
  unobtainable TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users(id),
  ended_at TEXT,
  ended_by TEXT REFERENCES users(id),
  end_reason TEXT,
  CHECK ((evidence_id IS NULL) <> (unobtainable IS NULL))
) STRICT;
CREATE INDEX act_entries_by_act ON act_entries(act_id);
CREATE INDEX act_entries_by_evidence ON act_entries(evidence_id);

-- Why an account is held, or doubted, to be a person's. Of the pair: an account that changes hands begins anew.
CREATE TABLE account_reasons (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts(id),
  employee_id TEXT NOT NULL REFERENCES employees(id),
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  evidence_id TEXT REFERENCES evidence(id),
  record_field TEXT,
  record_value TEXT,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id),
  closed_how TEXT CHECK (closed_how IN ('withdrawn', 'answered')),
  closed_at TEXT,
  closed_by TEXT REFERENCES users(id),
  close_reason TEXT,
  CHECK ((record_field IS NULL) = (record_value IS NULL))
) STRICT;
CREATE INDEX account_reasons_by_account ON account_reasons(account_id, employee_id);
CREATE INDEX account_reasons_by_employee ON account_reasons(employee_id);
CREATE INDEX account_reasons_by_evidence ON account_reasons(evidence_id);

-- The officer's lower grade; the last row counts, and a null grade takes it back.
CREATE TABLE account_lowerings (
  id INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts(id),
  employee_id TEXT NOT NULL REFERENCES employees(id),
  grade TEXT CHECK (grade IN ('terkonfirmasi', 'kuat', 'lemah', 'belum')),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users(id)
) STRICT;
CREATE INDEX account_lowerings_by_account ON account_lowerings(account_id, employee_id, id);

CREATE TABLE case_accounts (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  respondent_id TEXT NOT NULL REFERENCES case_respondents(id),
  account_id TEXT NOT NULL REFERENCES accounts(id),
  linked_at TEXT NOT NULL,
  linked_by TEXT NOT NULL REFERENCES users(id),
  unlinked_at TEXT,
  unlinked_by TEXT REFERENCES users(id),
  unlink_reason TEXT
) STRICT;
CREATE INDEX case_accounts_by_case ON case_accounts(case_id);
CREATE INDEX case_accounts_by_account ON case_accounts(account_id);
CREATE UNIQUE INDEX case_accounts_once ON case_accounts(respondent_id, account_id) WHERE unlinked_at IS NULL;

-- How sure it is follows from the reasons; a stored word would only grow stale.
ALTER TABLE accounts DROP COLUMN confidence;
`;
