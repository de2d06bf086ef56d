/** What a screen showed, put right by an officer later: the latest holds, what was said at intake stays. */
export const version = 13;
export const name = 'shown-words';
export const sql = `
CREATE TABLE shown_words (
  id INTEGER PRIMARY KEY,
  evidence_id TEXT NOT NULL REFERENCES evidence(id),
  program TEXT NOT NULL,
  subject TEXT NOT NULL,
  written_at TEXT NOT NULL,
  written_by TEXT NOT NULL REFERENCES users(id)
) STRICT;
CREATE INDEX shown_words_by_evidence ON shown_words(evidence_id, id);
`;
