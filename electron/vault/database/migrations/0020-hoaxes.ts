/**
 * Hoaxes: a claim, where it spreads, what was captured of it, what the fact check rests on and concludes, what followed.
 * Nothing is erased: what is taken away keeps its row with when, by whom and why. Channels are kept only where the office
 * changed or added one; the others come with the application. A clarification sheet is an issued document about a hoax.
 */
export const version = 20;
export const name = 'hoaxes';
export const sql = `
CREATE TABLE hoaxes (
  id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL UNIQUE,
  claim TEXT NOT NULL,
  -- What it is thought to be until the fact check concludes.
  kind TEXT,
  disorder TEXT CHECK (disorder IN ('misinformasi', 'disinformasi', 'malinformasi')),
  state TEXT NOT NULL CHECK (state IN ('dicatat', 'diperiksa', 'disimpulkan', 'ditindaklanjuti', 'selesai', 'dihentikan')),
  -- Day on which the office or a reporter first saw it; the time to answer counts from here.
  first_seen TEXT NOT NULL,
  notes TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES users(id)
) STRICT;
CREATE INDEX hoaxes_by_state ON hoaxes(state, first_seen);
CREATE INDEX hoaxes_by_first_seen ON hoaxes(first_seen);

CREATE TABLE hoax_states (
  id INTEGER PRIMARY KEY,
  hoax_id TEXT NOT NULL REFERENCES hoaxes(id),
  state TEXT NOT NULL,
  at TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users(id),
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX hoax_states_by_hoax ON hoax_states(hoax_id, id);

CREATE TABLE hoax_spreads (
  id TEXT PRIMARY KEY,
  hoax_id TEXT NOT NULL REFERENCES hoaxes(id),
  platform TEXT NOT NULL,
  address TEXT NOT NULL,
  -- Name of the page, channel or group.
  place_name TEXT NOT NULL,
  first_seen TEXT,
  -- As the platform or whoever told of it states it: "1,2 rb kali dibagikan".
  reach TEXT NOT NULL,
  note TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id),
  removed_at TEXT,
  removed_by TEXT REFERENCES users(id),
  remove_reason TEXT
) STRICT;
CREATE INDEX hoax_spreads_by_hoax ON hoax_spreads(hoax_id);
CREATE INDEX hoax_spreads_by_address ON hoax_spreads(address) WHERE address <> '' AND removed_at IS NULL;

CREATE TABLE hoax_captures (
  id TEXT PRIMARY KEY,
  hoax_id TEXT NOT NULL REFERENCES hoaxes(id),
  evidence_id TEXT NOT NULL REFERENCES evidence(id),
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id),
  removed_at TEXT,
  removed_by TEXT REFERENCES users(id),
  remove_reason TEXT
) STRICT;
CREATE INDEX hoax_captures_by_hoax ON hoax_captures(hoax_id);
CREATE UNIQUE INDEX hoax_captures_once ON hoax_captures(evidence_id, hoax_id) WHERE removed_at IS NULL;

-- What the fact check rests on.
CREATE TABLE hoax_sources (
  id TEXT PRIMARY KEY,
  hoax_id TEXT NOT NULL REFERENCES hoaxes(id),
  title TEXT NOT NULL,
  address TEXT NOT NULL,
  publisher TEXT NOT NULL,
  published_on TEXT,
  note TEXT NOT NULL,
  -- The capture of the source itself, where it was taken.
  evidence_id TEXT REFERENCES evidence(id),
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id),
  removed_at TEXT,
  removed_by TEXT REFERENCES users(id),
  remove_reason TEXT
) STRICT;
CREATE INDEX hoax_sources_by_hoax ON hoax_sources(hoax_id);

-- The one in force is the last one that no reopening ended.
CREATE TABLE hoax_conclusions (
  id TEXT PRIMARY KEY,
  hoax_id TEXT NOT NULL REFERENCES hoaxes(id),
  verdict TEXT NOT NULL CHECK (verdict IN ('hoaks', 'bukan_hoaks', 'belum_terbukti')),
  kind TEXT,
  facts TEXT NOT NULL,
  advice TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  checked_by TEXT NOT NULL,
  written_at TEXT NOT NULL,
  written_by TEXT NOT NULL REFERENCES users(id),
  ended_at TEXT,
  CHECK (verdict <> 'hoaks' OR kind IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX hoax_conclusions_in_force ON hoax_conclusions(hoax_id) WHERE ended_at IS NULL;
CREATE INDEX hoax_conclusions_by_hoax ON hoax_conclusions(hoax_id, written_at);

CREATE TABLE hoax_follow_ups (
  id TEXT PRIMARY KEY,
  hoax_id TEXT NOT NULL REFERENCES hoaxes(id),
  kind TEXT NOT NULL CHECK (kind IN ('diteruskan_bawaslu', 'diteruskan_komdigi', 'klarifikasi_publik', 'permintaan_takedown', 'dipantau', 'tanpa_tindak_lanjut')),
  done_on TEXT NOT NULL,
  -- Through what it went, in words: channels change, what was done does not.
  channel TEXT NOT NULL,
  reference TEXT NOT NULL,
  note TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_on TEXT,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id),
  removed_at TEXT,
  removed_by TEXT REFERENCES users(id),
  remove_reason TEXT
) STRICT;
CREATE INDEX hoax_follow_ups_by_hoax ON hoax_follow_ups(hoax_id);
CREATE INDEX hoax_follow_ups_by_day ON hoax_follow_ups(done_on);

-- Reports from the public that brought it.
CREATE TABLE hoax_reports (
  id TEXT PRIMARY KEY,
  hoax_id TEXT NOT NULL REFERENCES hoaxes(id),
  report_id TEXT NOT NULL REFERENCES public_reports(id),
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id),
  removed_at TEXT,
  removed_by TEXT REFERENCES users(id),
  remove_reason TEXT
) STRICT;
CREATE INDEX hoax_reports_by_hoax ON hoax_reports(hoax_id);
CREATE UNIQUE INDEX hoax_reports_once ON hoax_reports(report_id, hoax_id) WHERE removed_at IS NULL;

CREATE TABLE hoax_channels (
  code TEXT PRIMARY KEY,
  body TEXT NOT NULL CHECK (json_valid(body)),
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL REFERENCES users(id)
) STRICT;

ALTER TABLE issued_reports ADD COLUMN hoax_id TEXT REFERENCES hoaxes(id);
CREATE INDEX issued_reports_by_hoax ON issued_reports(hoax_id) WHERE hoax_id IS NOT NULL;
`;
