/** Employment status (status kepegawaian), domain.md 6.4. */
export const EMPLOYMENT_STATUSES = ['PNS', 'CPNS', 'PPPK', 'PPPK_PARUH_WAKTU', 'PTT', 'HONORER', 'PPNPN_LAIN', 'MUTASI_KELUAR', 'PENSIUN'] as const;

export type EmploymentStatus = (typeof EMPLOYMENT_STATUSES)[number];
