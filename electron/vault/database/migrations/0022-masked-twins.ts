/** The masked version of an issued document is the same letter: it names the full one and carries its number. */
export const version = 22;
export const name = 'masked-twins';
export const sql = `
ALTER TABLE issued_reports ADD COLUMN masked_of TEXT REFERENCES issued_reports(id);
CREATE INDEX issued_reports_by_full ON issued_reports(masked_of) WHERE masked_of IS NOT NULL;
DROP INDEX issued_reports_numbers;
CREATE UNIQUE INDEX issued_reports_numbers ON issued_reports(document, number) WHERE number <> '' AND masked_of IS NULL;
`;
