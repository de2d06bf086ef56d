/** Files that hold several reports: kept once, each report's own source is its excerpt; and how their columns were read last. */
export const version = 23;
export const name = 'intake-files';
export const sql = `
-- Names many reporters at once: opened on purpose only, and then told in each of its reports.
CREATE TABLE public_report_intakes (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE REFERENCES blobs(sha256),
  bytes INTEGER NOT NULL,
  mime TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES users(id)
) STRICT;

-- The file that a source was taken out of; a message that came alone has none.
CREATE TABLE public_report_intake_sources (
  source_id TEXT PRIMARY KEY REFERENCES public_report_sources(id),
  intake_id TEXT NOT NULL REFERENCES public_report_intakes(id)
) STRICT;
CREATE INDEX public_report_intake_sources_by_intake ON public_report_intake_sources(intake_id);

-- How a table of reports was read last, by the fingerprint of its headings.
CREATE TABLE public_report_layouts (
  fingerprint TEXT PRIMARY KEY CHECK (length(fingerprint) = 64),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  used_by TEXT NOT NULL REFERENCES users(id),
  used_at TEXT NOT NULL
) STRICT;
`;
