/** Cases with respondents and allegations, evidence with its artefacts, and how the two are filed together over time. */
export const version = 3;
export const name = 'cases-and-evidence';
export const sql = `
CREATE TABLE cases (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  status TEXT NOT NULL,
  source TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  narrative TEXT NOT NULL,
  notes TEXT NOT NULL,
  act_date TEXT,
  act_date_text TEXT NOT NULL,
  candidate_status TEXT NOT NULL,
  regime TEXT,
  account_text TEXT NOT NULL
) STRICT;
CREATE INDEX cases_by_opening ON cases(opened_at);

CREATE TABLE case_status_history (
  id INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  status TEXT NOT NULL,
  at TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users(id),
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX case_status_history_by_case ON case_status_history(case_id, id);

CREATE TABLE case_respondents (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  employee_id TEXT REFERENCES employees(id),
  account_text TEXT,
  reason TEXT NOT NULL,
  linked_at TEXT NOT NULL,
  linked_by TEXT NOT NULL REFERENCES users(id),
  unlinked_at TEXT,
  unlinked_by TEXT REFERENCES users(id),
  unlink_reason TEXT
) STRICT;
CREATE INDEX case_respondents_by_case ON case_respondents(case_id);
CREATE INDEX case_respondents_by_employee ON case_respondents(employee_id);

-- The person as of a day, frozen; a correction adds a block and keeps the one before.
CREATE TABLE person_blocks (
  id INTEGER PRIMARY KEY,
  respondent_id TEXT NOT NULL REFERENCES case_respondents(id),
  as_of TEXT NOT NULL,
  frozen_at TEXT NOT NULL,
  block TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX person_blocks_by_respondent ON person_blocks(respondent_id, id);

CREATE TABLE legal_references (
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE allegations (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  code TEXT NOT NULL REFERENCES legal_references(code),
  is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
  added_at TEXT NOT NULL,
  withdrawn_at TEXT,
  withdraw_reason TEXT
) STRICT;
CREATE INDEX allegations_by_case ON allegations(case_id);
CREATE UNIQUE INDEX allegations_once ON allegations(case_id, code) WHERE withdrawn_at IS NULL;

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL UNIQUE,
  origin TEXT NOT NULL CHECK (origin IN ('capture', 'file', 'paste')),
  second_hand INTEGER NOT NULL CHECK (second_hand IN (0, 1)),
  title TEXT NOT NULL,
  address TEXT NOT NULL,
  captured_at TEXT NOT NULL,
  taken_by TEXT NOT NULL REFERENCES users(id),
  note TEXT NOT NULL,
  posted_at_text TEXT NOT NULL,
  posted_from TEXT,
  posted_to TEXT,
  obtained_from TEXT NOT NULL,
  obtained_at_text TEXT NOT NULL,
  original_name TEXT NOT NULL,
  main_sha256 TEXT NOT NULL,
  width INTEGER,
  height INTEGER,
  capture_summary TEXT,
  thumbnail_sha256 TEXT REFERENCES blobs(sha256),
  withdrawn_at TEXT,
  withdraw_reason TEXT
) STRICT;
CREATE INDEX evidence_by_time ON evidence(captured_at);

CREATE TABLE artefacts (
  id TEXT PRIMARY KEY,
  evidence_id TEXT NOT NULL REFERENCES evidence(id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES blobs(sha256),
  bytes INTEGER NOT NULL,
  mime TEXT NOT NULL,
  name TEXT NOT NULL,
  width INTEGER,
  height INTEGER
) STRICT;
CREATE INDEX artefacts_by_evidence ON artefacts(evidence_id, position);
CREATE INDEX artefacts_by_hash ON artefacts(sha256);

-- Where an item is filed and was filed; ending a filing needs a reason and deletes nothing.
CREATE TABLE evidence_filings (
  id INTEGER PRIMARY KEY,
  evidence_id TEXT NOT NULL REFERENCES evidence(id),
  case_id TEXT NOT NULL REFERENCES cases(id),
  where_text TEXT NOT NULL,
  filed_at TEXT NOT NULL,
  filed_by TEXT NOT NULL REFERENCES users(id),
  ended_at TEXT,
  end_reason TEXT
) STRICT;
CREATE INDEX evidence_filings_by_evidence ON evidence_filings(evidence_id);
CREATE INDEX evidence_filings_by_case ON evidence_filings(case_id);
CREATE UNIQUE INDEX evidence_filings_once ON evidence_filings(evidence_id, case_id) WHERE ended_at IS NULL;

-- Where on the picture to look, for each respondent of the case.
CREATE TABLE evidence_places (
  evidence_id TEXT NOT NULL REFERENCES evidence(id),
  case_id TEXT NOT NULL REFERENCES cases(id),
  respondent_id TEXT NOT NULL REFERENCES case_respondents(id),
  where_text TEXT NOT NULL,
  PRIMARY KEY (evidence_id, case_id, respondent_id)
) STRICT;
`;
