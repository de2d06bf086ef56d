/** An item that a person has captured anew begins its retries anew; what was tried before stays counted. */
export const version = 24;
export const name = 'queue-rounds';
export const sql = `
-- Attempts before the item was begun anew; \`attempts\` counts since then.
ALTER TABLE capture_queue_items ADD COLUMN earlier_attempts INTEGER NOT NULL DEFAULT 0;
`;
