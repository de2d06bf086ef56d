/** Where a case stands (domain.md 9): the officer's own part ends with "diteruskan". */
export const CASE_STATUSES = ['draf', 'terdaftar', 'telaah', 'klarifikasi', 'diteruskan', 'pemeriksaan', 'diputus', 'selesai', 'dihentikan'] as const;

export type CaseStatus = (typeof CASE_STATUSES)[number];
