/** Elections with their stages, candidates, their accounts, what the eye looks for, and which rows an act may fall under. */
export const version = 17;
export const name = 'elections';
export const sql = `
CREATE TABLE elections (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  regime TEXT NOT NULL CHECK (regime IN ('PEMILU', 'PILKADA')),
  -- From and until when the office watches; null: from the first stage, until the last.
  watch_from TEXT,
  watch_until TEXT,
  note TEXT NOT NULL,
  added_at TEXT NOT NULL,
  -- Null for a row that came with the vault.
  added_by TEXT REFERENCES users(id),
  removed_at TEXT
) STRICT;

CREATE TABLE election_stages (
  id TEXT PRIMARY KEY,
  election_id TEXT NOT NULL REFERENCES elections(id),
  kind TEXT NOT NULL CHECK (kind IN ('pendaftaran', 'penetapan', 'nomor_urut', 'kampanye', 'masa_tenang', 'pemungutan_suara',
    'rekapitulasi', 'penetapan_terpilih', 'lainnya')),
  -- Null: for every office that is voted on.
  office TEXT CHECK (office IN ('presiden', 'dpr', 'dpd', 'dprd_provinsi', 'dprd_kabupaten_kota', 'gubernur', 'bupati', 'wali_kota')),
  name TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
  note TEXT NOT NULL,
  source TEXT NOT NULL,
  source_url TEXT,
  verification TEXT NOT NULL,
  verified_by TEXT,
  verified_at TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX election_stages_by_election ON election_stages(election_id, starts_on);

CREATE TABLE candidates (
  id TEXT PRIMARY KEY,
  election_id TEXT NOT NULL REFERENCES elections(id),
  office TEXT NOT NULL CHECK (office IN ('presiden', 'dpr', 'dpd', 'dprd_provinsi', 'dprd_kabupaten_kota', 'gubernur', 'bupati', 'wali_kota')),
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  -- The second of a pair; empty: stands alone.
  partner_name TEXT NOT NULL,
  number TEXT NOT NULL,
  path TEXT NOT NULL CHECK (path IN ('partai', 'perseorangan')),
  parties TEXT NOT NULL CHECK (json_valid(parties)),
  symbols TEXT NOT NULL CHECK (json_valid(symbols)),
  colours TEXT NOT NULL CHECK (json_valid(colours)),
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  declared_on TEXT,
  -- Null: as the calendar states it for the office.
  determined_on TEXT,
  withdrawn_on TEXT,
  withdrawn_why TEXT NOT NULL,
  note TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id),
  removed_at TEXT
) STRICT;
CREATE INDEX candidates_by_election ON candidates(election_id);

CREATE TABLE candidate_accounts (
  id TEXT PRIMARY KEY,
  candidate_id TEXT NOT NULL REFERENCES candidates(id),
  kind TEXT NOT NULL CHECK (kind IN ('resmi', 'tim', 'pribadi')),
  platform TEXT NOT NULL,
  handle TEXT NOT NULL,
  url TEXT NOT NULL,
  note TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id),
  removed_at TEXT
) STRICT;
CREATE INDEX candidate_accounts_by_candidate ON candidate_accounts(candidate_id);

CREATE TABLE election_reminders (
  id TEXT PRIMARY KEY,
  -- Null: for every election.
  election_id TEXT REFERENCES elections(id),
  candidate_id TEXT REFERENCES candidates(id),
  kind TEXT NOT NULL CHECK (kind IN ('kata', 'tagar', 'gestur', 'simbol', 'warna')),
  text TEXT NOT NULL,
  note TEXT NOT NULL,
  from_day TEXT,
  until_day TEXT,
  source TEXT NOT NULL,
  source_url TEXT,
  verification TEXT NOT NULL,
  verified_by TEXT,
  verified_at TEXT,
  added_at TEXT NOT NULL,
  added_by TEXT REFERENCES users(id),
  removed_at TEXT
) STRICT;

-- Whom an act of a case is about, as the officer says.
CREATE TABLE act_candidates (
  act_id TEXT PRIMARY KEY REFERENCES case_acts(id),
  candidate_id TEXT NOT NULL REFERENCES candidates(id),
  set_at TEXT NOT NULL,
  set_by TEXT NOT NULL REFERENCES users(id)
) STRICT;

-- For which types of act a row of the violation list is proposed: data with a verification state.
CREATE TABLE proposal_rows (
  code TEXT PRIMARY KEY REFERENCES legal_references(code),
  body TEXT NOT NULL CHECK (json_valid(body)),
  updated_at TEXT NOT NULL
) STRICT;
`;
