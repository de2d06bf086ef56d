/** Words read in pictures, and how each picture looks as a whole: an index over evidence, made anew at any time. */
export const version = 12;
export const name = 'picture-readings';
export const sql = `
CREATE TABLE picture_readings (
  artefact_id TEXT PRIMARY KEY REFERENCES artefacts(id),
  read_at TEXT NOT NULL,
  engine TEXT NOT NULL,
  text TEXT NOT NULL,
  words TEXT NOT NULL CHECK (json_valid(words)),
  confidence REAL,
  perceptual_hash TEXT CHECK (length(perceptual_hash) = 16),
  failure TEXT
) STRICT;
`;
