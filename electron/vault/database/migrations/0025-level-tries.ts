/** How often the level that a document waits for was tried: from it follows when it is tried again by itself. */
export const version = 25;
export const name = 'level-tries';
export const sql = `
ALTER TABLE report_signatures ADD COLUMN tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0);
`;
