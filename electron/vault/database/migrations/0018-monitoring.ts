/** Monitoring rounds: what was planned, whom it covers in which order, and what every look came to, "nothing found" included. */
export const version = 18;
export const name = 'monitoring';
export const sql = `
CREATE TABLE monitoring_rounds (
  id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL UNIQUE,
  -- The first round of the same plan: rounds that follow each other by a cadence share it.
  series_id TEXT NOT NULL REFERENCES monitoring_rounds(id),
  title TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'finished')),
  cadence TEXT NOT NULL CHECK (cadence IN ('once', 'weekly', 'fortnightly', 'monthly', 'quarterly')),
  assignee_id TEXT NOT NULL REFERENCES users(id),
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  -- The order of work (and of a sample, the choice) follows from this seed and the persons' keys alone.
  seed TEXT NOT NULL,
  seed_given INTEGER NOT NULL CHECK (seed_given IN (0, 1)),
  -- Everybody who fitted the plan when it was begun (employees.employee_key), so that a draw can be repeated; null without a sample.
  population TEXT CHECK (json_valid(population)),
  begun_on TEXT NOT NULL,
  -- When the next one is to begin; null for a round of one time.
  next_on TEXT,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES users(id),
  ended_at TEXT,
  ended_by TEXT REFERENCES users(id),
  -- The round that this one follows by its cadence, or takes the remaining items of.
  follows TEXT UNIQUE REFERENCES monitoring_rounds(id),
  carried_from TEXT UNIQUE REFERENCES monitoring_rounds(id),
  -- Since when no further round of the plan is proposed; on the first of the series.
  series_ended_at TEXT,
  -- Where the work goes on: the first open item at or after this place.
  place INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX monitoring_rounds_by_series ON monitoring_rounds(series_id, sequence);
CREATE INDEX monitoring_rounds_by_state ON monitoring_rounds(state, next_on);

CREATE TABLE monitoring_items (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES monitoring_rounds(id),
  position INTEGER NOT NULL,
  employee_id TEXT NOT NULL REFERENCES employees(id),
  -- Null: no account of the person is known.
  account_id TEXT REFERENCES accounts(id),
  -- As they stood when the round began.
  job TEXT,
  unit TEXT,
  agency TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'again', 'done', 'no-account', 'left', 'carried')),
  UNIQUE (round_id, position)
) STRICT;
CREATE INDEX monitoring_items_by_state ON monitoring_items(round_id, state, position);
CREATE INDEX monitoring_items_by_employee ON monitoring_items(employee_id, round_id);
CREATE INDEX monitoring_items_by_account ON monitoring_items(account_id);

-- What a look came to. Nothing of the page's content is held here; an outcome that was taken back stays.
CREATE TABLE monitoring_outcomes (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES monitoring_items(id),
  outcome TEXT NOT NULL CHECK (outcome IN ('nothing', 'again', 'captured', 'gone', 'private', 'not-person')),
  at TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users(id),
  note TEXT NOT NULL,
  evidence_id TEXT REFERENCES evidence(id),
  undone_at TEXT,
  undone_by TEXT REFERENCES users(id)
) STRICT;
CREATE INDEX monitoring_outcomes_by_item ON monitoring_outcomes(item_id, at);
CREATE INDEX monitoring_outcomes_by_time ON monitoring_outcomes(at);
CREATE INDEX monitoring_outcomes_by_evidence ON monitoring_outcomes(evidence_id);

-- What was recorded keeps its meaning: only the note, the linked evidence and "taken back" may be written later.
CREATE TRIGGER monitoring_outcomes_fixed BEFORE UPDATE OF item_id, outcome, at, by ON monitoring_outcomes
BEGIN SELECT raise(ABORT, 'an outcome of monitoring does not change'); END;
CREATE TRIGGER monitoring_outcomes_kept BEFORE DELETE ON monitoring_outcomes
BEGIN SELECT raise(ABORT, 'outcomes of monitoring are kept'); END;
`;
