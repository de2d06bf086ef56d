export const version = 17;
export const name = 'elections';
export const sql = `SELECT 1;`;
