/** What came with captures' own facts. Who a captured page states as the author, to be searched; and where an officer's "waktu unggah" was taken from. */
export const version = 8;
export const name = 'post-facts';
export const sql = `
ALTER TABLE evidence ADD COLUMN post_author TEXT NOT NULL DEFAULT '';
-- An origin of shared/domain/capture/post-facts.ts; null when the officer wrote it.
ALTER TABLE evidence ADD COLUMN posted_at_from TEXT;
-- The words that a working copy still shows; null where it is not known where the words of its original stand.
ALTER TABLE working_copies ADD COLUMN text_artefact_id TEXT REFERENCES artefacts(id);
`;
