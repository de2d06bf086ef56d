export const version = 18;
export const name = 'monitoring';
export const sql = `SELECT 1;`;
