export const version = 20;
export const name = 'hoaxes';
export const sql = `SELECT 1;`;
