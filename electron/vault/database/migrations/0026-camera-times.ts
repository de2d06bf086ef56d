/** When a photo was taken, by the word of its camera. */
export const version = 26;
export const name = 'camera-times';
export const sql = `
-- YYYY-MM-DDTHH:MM:SS by the camera's clock, of whatever zone; what the file itself says, unchecked.
ALTER TABLE evidence_origins ADD COLUMN camera_time TEXT;
`;
