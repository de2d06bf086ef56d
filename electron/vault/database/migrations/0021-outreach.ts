export const version = 21;
export const name = 'outreach';
export const sql = `SELECT 1;`;
