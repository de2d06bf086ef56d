/** Two more ways in (a part of the screen, a camera's photo), and what is known of an item because of its way in. */
export const version = 11;
export const name = 'evidence-origins';
export const sql = `
-- A CHECK cannot be widened in place: the column is made anew with the same values.
ALTER TABLE evidence RENAME COLUMN origin TO origin_before;
ALTER TABLE evidence ADD COLUMN origin TEXT NOT NULL DEFAULT 'file' CHECK (origin IN ('capture', 'screen', 'paste', 'file', 'photo'));
UPDATE evidence SET origin = origin_before;
ALTER TABLE evidence DROP COLUMN origin_before;

CREATE TABLE evidence_origins (
  evidence_id TEXT PRIMARY KEY REFERENCES evidence(id),
  -- What main recorded of a part of the screen.
  screen_region TEXT CHECK (json_valid(screen_region)),
  -- The officer's word on what the screen showed.
  shown_program TEXT NOT NULL,
  shown_subject TEXT NOT NULL,
  -- Maker and model that the file itself names.
  camera TEXT
) STRICT;
CREATE TRIGGER evidence_origins_fixed BEFORE UPDATE ON evidence_origins
BEGIN SELECT raise(ABORT, 'what was recorded at intake does not change'); END;
CREATE TRIGGER evidence_origins_kept BEFORE DELETE ON evidence_origins
BEGIN SELECT raise(ABORT, 'what was recorded at intake is kept'); END;
`;
