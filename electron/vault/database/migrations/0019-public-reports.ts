export const version = 19;
export const name = 'public-reports';
export const sql = `SELECT 1;`;
