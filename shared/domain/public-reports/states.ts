/** Where a report from the public stands, which step may follow, and what a step must say. Nothing here looks at a vault. */
export const PUBLIC_REPORT_STATES = [
  'baru',
  'kurang',
  'telaah',
  'pemantauan',
  'kasus',
  'diteruskan',
  'hoaks',
  'ditutup',
] as const;
export type PublicReportState = (typeof PUBLIC_REPORT_STATES)[number];

/** To whom a report is passed on. */
export const FORWARDED_TO = ['bawaslu', 'bkn', 'inspektorat', 'lainnya'] as const;
export type ForwardedTo = (typeof FORWARDED_TO)[number];

/** Why a report is closed. */
export const CLOSE_REASONS = [
  'selesai',
  'bukan_kewenangan',
  'tidak_cukup',
  'tidak_dilengkapi',
  'dicabut_pelapor',
  'pengulangan',
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** States in which the office still owes the report something. */
export const WAITING_STATES = ['baru', 'kurang', 'telaah'] as const satisfies readonly PublicReportState[];

/** A deadline is near from so many days before it. */
export const NEAR_DEADLINE_DAYS = 3;

const NEXT: Readonly<Record<PublicReportState, readonly PublicReportState[]>> = {
  baru: ['telaah', 'kurang', 'pemantauan', 'kasus', 'diteruskan', 'hoaks', 'ditutup'],
  // What was asked for has come (telaah), can be looked for by the office itself, or never came.
  kurang: ['telaah', 'pemantauan', 'ditutup'],
  telaah: ['kurang', 'pemantauan', 'kasus', 'diteruskan', 'hoaks', 'ditutup'],
  pemantauan: ['telaah', 'kasus', 'diteruskan', 'hoaks', 'ditutup'],
  // Wherever a report went, it can be taken up again, with a reason in its history.
  kasus: ['telaah', 'diteruskan', 'ditutup'],
  diteruskan: ['telaah', 'kasus', 'ditutup'],
  hoaks: ['telaah', 'diteruskan', 'ditutup'],
  ditutup: ['telaah'],
};

/** The states that may follow. */
export function nextStates(state: PublicReportState): readonly PublicReportState[] {
  return NEXT[state];
}

/** What a step says besides its reason. */
export interface StepSaid {
  readonly to: PublicReportState;
  /** Keys of requirements that are missing. */
  readonly missing: readonly string[];
  readonly dueDay: string | null;
  /** A person or an account that is to be looked at. */
  readonly watched: boolean;
  /** A case that exists, or a new one. */
  readonly hasCase: boolean;
  readonly forwardedTo: ForwardedTo | null;
  readonly closeReason: CloseReason | null;
}

export const STEP_FAULTS = [
  'NOT_ALLOWED',
  'MISSING_NEEDED',
  'DUE_DAY_NEEDED',
  'WATCHED_NEEDED',
  'CASE_NEEDED',
  'RECEIVER_NEEDED',
  'CLOSE_REASON_NEEDED',
] as const;
export type StepFault = (typeof STEP_FAULTS)[number];

/** Why the step is not allowed, or null where it is. */
export function stepFault(from: PublicReportState, said: StepSaid): StepFault | null {
  if (!NEXT[from].includes(said.to)) return 'NOT_ALLOWED';
  switch (said.to) {
    case 'kurang':
      if (said.missing.length === 0) return 'MISSING_NEEDED';
      return said.dueDay === null ? 'DUE_DAY_NEEDED' : null;
    case 'pemantauan':
      return said.watched ? null : 'WATCHED_NEEDED';
    case 'kasus':
      return said.hasCase ? null : 'CASE_NEEDED';
    case 'diteruskan':
      return said.forwardedTo === null ? 'RECEIVER_NEEDED' : null;
    case 'ditutup':
      return said.closeReason === null ? 'CLOSE_REASON_NEEDED' : null;
    default:
      return null;
  }
}

/** Whether a report should have been dealt with before today; days are YYYY-MM-DD. */
export function isOverdue(state: PublicReportState, dueDay: string | null, today: string): boolean {
  return dueDay !== null && dueDay < today && WAITING_STATES.some((waiting) => waiting === state);
}
