/** Where a case stands (domain.md 9): the officer's own part ends with "diteruskan". */
export const CASE_STATUSES = [
  'draf',
  'terdaftar',
  'telaah',
  'klarifikasi',
  'diteruskan',
  'pemeriksaan',
  'diputus',
  'selesai',
  'dihentikan',
] as const;

export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Statuses in which nothing is to be done any more. */
export const CLOSED_CASE_STATUSES: readonly CaseStatus[] = ['selesai', 'dihentikan'];

/** Which status may follow which; a closed case can be taken up again, with a reason in its history. */
const NEXT: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  draf: ['terdaftar', 'dihentikan'],
  terdaftar: ['telaah', 'klarifikasi', 'diteruskan', 'dihentikan'],
  telaah: ['klarifikasi', 'diteruskan', 'dihentikan', 'terdaftar'],
  klarifikasi: ['telaah', 'diteruskan', 'dihentikan'],
  diteruskan: ['pemeriksaan', 'diputus', 'selesai', 'telaah'],
  pemeriksaan: ['diputus', 'selesai', 'dihentikan'],
  diputus: ['selesai'],
  selesai: ['telaah'],
  dihentikan: ['telaah'],
};

/** The statuses that may follow. */
export function nextStatuses(status: CaseStatus): readonly CaseStatus[] {
  return NEXT[status];
}
