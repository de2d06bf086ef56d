/** Reports from the public: the reporter apart from what is reported, what is asked of a report, its way, its answers. */
export const version = 19;
export const name = 'public-reports';
export const sql = `
CREATE TABLE public_reports (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  -- Texts name no reporter: what stood in the reporter's own words is kept with the reporter.
  subject TEXT NOT NULL,
  description TEXT NOT NULL,
  topic TEXT NOT NULL CHECK (topic IN ('netralitas', 'hoaks', 'lainnya')),
  channel TEXT NOT NULL,
  regime TEXT CHECK (regime IN ('PEMILU', 'PILKADA')),
  received_at TEXT NOT NULL,
  registered_at TEXT NOT NULL,
  registered_by TEXT NOT NULL REFERENCES users(id),
  -- Who is reported: as the reporter wrote it, and who that is once it is known.
  accused_text TEXT NOT NULL,
  employee_id TEXT REFERENCES employees(id),
  account_text TEXT NOT NULL,
  address TEXT NOT NULL,
  -- The address in the form in which two of them are compared; empty without one.
  address_key TEXT NOT NULL,
  event_day TEXT,
  event_time_text TEXT NOT NULL,
  event_place TEXT NOT NULL,
  known_day TEXT,
  state TEXT NOT NULL CHECK (state IN
    ('baru', 'kurang', 'telaah', 'pemantauan', 'kasus', 'diteruskan', 'hoaks', 'ditutup')),
  state_since TEXT NOT NULL,
  due_day TEXT,
  case_id TEXT REFERENCES cases(id)
) STRICT;
CREATE INDEX public_reports_by_time ON public_reports(received_at);
CREATE INDEX public_reports_by_state ON public_reports(state, due_day);
CREATE INDEX public_reports_by_address ON public_reports(address_key) WHERE address_key <> '';
CREATE INDEX public_reports_by_employee ON public_reports(employee_id) WHERE employee_id IS NOT NULL;
CREATE INDEX public_reports_by_case ON public_reports(case_id) WHERE case_id IS NOT NULL;

-- Who reported. No list, search or export reads this table; a report without a row here is anonymous.
CREATE TABLE public_report_reporters (
  report_id TEXT PRIMARY KEY REFERENCES public_reports(id),
  name TEXT NOT NULL,
  identity_number TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  address TEXT NOT NULL,
  note TEXT NOT NULL,
  -- Words by which texts would tell who it is, beside the ones above.
  aliases TEXT NOT NULL CHECK (json_valid(aliases)),
  -- Asked not to be named to anybody.
  confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES users(id)
) STRICT;

-- Texts as they were received, where they name the reporter: by the field whose neutral text stands in the report.
CREATE TABLE public_report_originals (
  id INTEGER PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES public_reports(id),
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX public_report_originals_by_report ON public_report_originals(report_id, id);

-- Messages and files as they came in, which name whoever sent them: read on purpose only, like the reporter.
CREATE TABLE public_report_sources (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES public_reports(id),
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES blobs(sha256),
  bytes INTEGER NOT NULL,
  mime TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id)
) STRICT;
CREATE INDEX public_report_sources_by_report ON public_report_sources(report_id);
CREATE INDEX public_report_sources_by_hash ON public_report_sources(sha256);

-- Each time somebody looked, and what for.
CREATE TABLE public_report_reveals (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES public_reports(id),
  at TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users(id),
  purpose TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX public_report_reveals_by_report ON public_report_reveals(report_id);

-- Files of a report are evidence from the first moment: filing them into a case copies nothing.
CREATE TABLE public_report_files (
  id INTEGER PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES public_reports(id),
  evidence_id TEXT NOT NULL REFERENCES evidence(id),
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id),
  removed_at TEXT,
  removed_by TEXT REFERENCES users(id),
  remove_reason TEXT
) STRICT;
CREATE INDEX public_report_files_by_report ON public_report_files(report_id);
CREATE INDEX public_report_files_by_evidence ON public_report_files(evidence_id);
CREATE UNIQUE INDEX public_report_files_once ON public_report_files(report_id, evidence_id) WHERE removed_at IS NULL;

-- What is asked of a report; rows that the office changed or added, over those that come with the program.
CREATE TABLE public_report_requirements (
  key TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL REFERENCES users(id)
) STRICT;

-- What the officer found of one requirement; without a row the report's own fields speak.
CREATE TABLE public_report_checks (
  report_id TEXT NOT NULL REFERENCES public_reports(id),
  requirement TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ada', 'belum', 'tidak_perlu')),
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users(id),
  PRIMARY KEY (report_id, requirement)
) STRICT;

-- Every step, with what it led to.
CREATE TABLE public_report_steps (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES public_reports(id),
  position INTEGER NOT NULL,
  from_state TEXT,
  to_state TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users(id),
  reason TEXT NOT NULL,
  due_day TEXT,
  -- Requirements that were missing (kurang).
  missing TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(missing)),
  case_id TEXT REFERENCES cases(id),
  employee_id TEXT REFERENCES employees(id),
  account_text TEXT NOT NULL DEFAULT '',
  -- To whom (diteruskan), or why (ditutup).
  forwarded_to TEXT,
  close_reason TEXT,
  UNIQUE (report_id, position)
) STRICT;
CREATE INDEX public_report_steps_by_time ON public_report_steps(to_state, at);

CREATE TABLE public_report_answers (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES public_reports(id),
  answered_at TEXT NOT NULL,
  way TEXT NOT NULL,
  text TEXT NOT NULL,
  document_id TEXT REFERENCES issued_reports(id),
  recorded_at TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users(id),
  withdrawn_at TEXT,
  withdrawn_by TEXT REFERENCES users(id),
  withdraw_reason TEXT
) STRICT;
CREATE INDEX public_report_answers_by_report ON public_report_answers(report_id);

-- Two reports of the same matter; the smaller id stands first, so that a pair is linked once.
CREATE TABLE public_report_links (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES public_reports(id),
  other_id TEXT NOT NULL REFERENCES public_reports(id),
  reason TEXT NOT NULL,
  linked_at TEXT NOT NULL,
  linked_by TEXT NOT NULL REFERENCES users(id),
  unlinked_at TEXT,
  unlinked_by TEXT REFERENCES users(id),
  unlink_reason TEXT,
  CHECK (report_id < other_id)
) STRICT;
CREATE INDEX public_report_links_by_other ON public_report_links(other_id);
CREATE UNIQUE INDEX public_report_links_once ON public_report_links(report_id, other_id) WHERE unlinked_at IS NULL;

-- Receipts and letters about a report; such a document also has its day.
ALTER TABLE issued_reports ADD COLUMN public_report_id TEXT REFERENCES public_reports(id);
CREATE INDEX issued_reports_by_public_report ON issued_reports(public_report_id) WHERE public_report_id IS NOT NULL;
`;
