/** Queues of addresses with what came of each, and second looks at what was captured. */
export const version = 9;
export const name = 'capture-queues';
export const sql = `
CREATE TABLE capture_queues (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('addresses', 'second-look')),
  state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'ended', 'cancelled')),
  paused_by TEXT,
  delay_seconds INTEGER NOT NULL,
  retries INTEGER NOT NULL,
  reload INTEGER NOT NULL CHECK (reload IN (0, 1)),
  second_look_days INTEGER,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES users(id),
  ended_at TEXT
) STRICT;
CREATE INDEX capture_queues_by_state ON capture_queues(state, created_at);

CREATE TABLE second_looks (
  id TEXT PRIMARY KEY,
  evidence_id TEXT NOT NULL REFERENCES evidence(id),
  due_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'queued', 'captured', 'compared', 'cancelled')),
  planned_at TEXT NOT NULL,
  planned_by TEXT NOT NULL REFERENCES users(id),
  result_evidence_id TEXT REFERENCES evidence(id),
  comparison TEXT,
  compared_at TEXT
) STRICT;
CREATE INDEX second_looks_by_evidence ON second_looks(evidence_id);
CREATE INDEX second_looks_by_result ON second_looks(result_evidence_id);
CREATE INDEX second_looks_by_state ON second_looks(state, due_on);

-- An item leads to at most one capture, and a capture was made for at most one item.
CREATE TABLE capture_queue_items (
  id TEXT PRIMARY KEY,
  queue_id TEXT NOT NULL REFERENCES capture_queues(id),
  position INTEGER NOT NULL,
  source_row INTEGER,
  address TEXT NOT NULL,
  host TEXT NOT NULL,
  case_id TEXT REFERENCES cases(id),
  note TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'captured', 'wall', 'gone', 'failed', 'refused', 'skipped')),
  attempts INTEGER NOT NULL DEFAULT 0,
  interruptions INTEGER NOT NULL DEFAULT 0,
  not_before TEXT,
  ended_at TEXT,
  evidence_id TEXT UNIQUE REFERENCES evidence(id),
  error TEXT,
  second_look_id TEXT REFERENCES second_looks(id),
  UNIQUE (queue_id, position)
) STRICT;
CREATE INDEX capture_queue_items_by_state ON capture_queue_items(state, queue_id);
CREATE INDEX capture_queue_items_by_host ON capture_queue_items(host, ended_at);
`;
