/** What the office sets for reports from the public: their number, and by when something is owed. Data with its state, like law. */
import { z } from 'zod';
import { DAY_UNITS } from '../domain/public-reports/deadlines.ts';
import { verificationState } from './cases.ts';
import { day, line, requiredLine } from './common.ts';

/** A deadline with where it comes from. */
export const publicReportDeadline = z.strictObject({
  days: z.number().int().min(1).max(365),
  unit: z.enum(DAY_UNITS),
  basis: line,
  sourceUrl: line.nullable(),
  verification: verificationState,
  verifiedBy: line.nullable(),
  verifiedAt: day.nullable(),
});
export type PublicReportDeadline = z.infer<typeof publicReportDeadline>;

export const publicReportSettings = z.strictObject({
  /** Tokens of shared/domain/text/number-template.ts; the counter starts anew each year. */
  numberTemplate: requiredLine,
  /** From registration until a first step. */
  review: publicReportDeadline,
  /** From asking for what is missing until the report is closed without it. */
  completion: publicReportDeadline,
  /** Days that are no working days, beside Saturdays and Sundays. */
  holidays: z.array(z.strictObject({ day, name: line })).max(400),
});
export type PublicReportSettings = z.infer<typeof publicReportSettings>;

export const DEFAULT_PUBLIC_REPORT_SETTINGS: PublicReportSettings = {
  numberTemplate: 'ADU/{urut}/{bulan_romawi}/{tahun}',
  review: {
    days: 3,
    unit: 'hari',
    basis: 'Praktik: tindak lanjut laporan 3 hari (Pasal 134 UU Pilkada, naskah lama)',
    sourceUrl: null,
    verification: 'sumber_sekunder',
    verifiedBy: null,
    verifiedAt: null,
  },
  completion: {
    days: 3,
    unit: 'hari_kerja',
    basis: 'Kebijakan kantor',
    sourceUrl: null,
    verification: 'ingatan',
    verifiedBy: null,
    verifiedAt: null,
  },
  holidays: [],
};
