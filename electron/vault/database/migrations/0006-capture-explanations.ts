/** What an officer says about a capture that is not whole; every version is kept, the last one holds. */
export const version = 6;
export const name = 'capture-explanations';
export const sql = `
CREATE TABLE capture_explanations (
  id INTEGER PRIMARY KEY,
  evidence_id TEXT NOT NULL REFERENCES evidence(id),
  text TEXT NOT NULL,
  written_at TEXT NOT NULL,
  written_by TEXT NOT NULL REFERENCES users(id)
) STRICT;
CREATE INDEX capture_explanations_by_evidence ON capture_explanations(evidence_id, id);
`;
