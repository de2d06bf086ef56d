/**
 * How sure it is that an account is a person's: graded from reasons and counter-reasons, never typed in. An officer may lower the
 * grade with a reason; nobody may raise it above what the reasons carry.
 */

/** From least to most sure. */
export const GRADES = ['belum', 'lemah', 'kuat', 'terkonfirmasi'] as const;
export type Grade = (typeof GRADES)[number];

/** Fields of the person's record that a reason may point at. */
export const RECORD_FIELDS = ['name', 'nip', 'position', 'workEmail', 'workPhone'] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];

interface Words {
  readonly id: string;
  readonly en: string;
}

export interface ReasonKind {
  readonly side: 'for' | 'against';
  readonly weight: 'strong' | 'supporting';
  readonly words: Words;
}

const kind = (side: ReasonKind['side'], weight: ReasonKind['weight'], id: string, en: string): ReasonKind => ({
  side,
  weight,
  words: { id, en },
});

/** Every kind of reason. What anybody can copy (a name, a picture) supports; what only the owner or the office can state is strong. */
export const REASON_KINDS = {
  pengakuan: kind('for', 'strong', 'Pengakuan yang bersangkutan', 'The person’s own acknowledgement'),
  tautan_resmi: kind('for', 'strong', 'Ditautkan dari akun resmi instansi', 'Linked from an official account'),
  nomor_dinas: kind(
    'for',
    'strong',
    'Nomor HP atau surel sama dengan data pegawai',
    'Phone or e-mail same as on record',
  ),
  nip_di_profil: kind('for', 'strong', 'NIP disebut di profil', 'NIP stated on the profile'),
  nama_lengkap: kind('for', 'supporting', 'Nama lengkap sama', 'Same full name'),
  foto_wajah: kind('for', 'supporting', 'Foto wajah sesuai foto dinas', 'Face matches the service photo'),
  jabatan_di_profil: kind(
    'for',
    'supporting',
    'Jabatan atau unit disebut di profil',
    'Position or unit on the profile',
  ),
  rekan_menandai: kind('for', 'supporting', 'Ditandai atau disapa rekan kerja', 'Tagged or addressed by colleagues'),
  kegiatan_kerja: kind(
    'for',
    'supporting',
    'Unggahan tentang kegiatan kerja sendiri',
    'Posts on the person’s own work',
  ),
  lain_mendukung: kind('for', 'supporting', 'Alasan lain', 'Another reason'),
  bantahan: kind('against', 'strong', 'Bantahan yang bersangkutan', 'Denied by the person'),
  akun_tiruan: kind('against', 'strong', 'Tanda akun tiruan', 'Signs of an imitation account'),
  akun_diretas: kind('against', 'strong', 'Akun dilaporkan diretas', 'Account reported as hijacked'),
  data_berbeda: kind('against', 'strong', 'Data profil berbeda dari data pegawai', 'Profile differs from the record'),
  nama_umum: kind('against', 'supporting', 'Nama umum, ada orang lain bernama sama', 'Common name shared by others'),
  profil_dikunci: kind('against', 'supporting', 'Profil dikunci, isi tidak dapat diperiksa', 'Profile is locked'),
  lain_meragukan: kind('against', 'supporting', 'Keraguan lain', 'Another doubt'),
} as const satisfies Record<string, ReasonKind>;
export type ReasonCode = keyof typeof REASON_KINDS;
export const REASON_CODES = Object.keys(REASON_KINDS) as readonly ReasonCode[] as readonly [
  ReasonCode,
  ...ReasonCode[],
];

/** A reason as the rule sees it. */
export interface ReasonFacts {
  readonly kind: ReasonCode;
  /** What it points at: evidence that stands, a record of the person, or nothing but words. */
  readonly backing: 'evidence' | 'record' | 'none';
  /** Withdrawn (entered wrongly), answered (a counter-reason that was met), or still open. */
  readonly state: 'open' | 'withdrawn' | 'answered';
}

/** Why the reasons carry just this grade, and what would raise it. */
export const GRADE_BASES = {
  NO_REASON: {
    id: 'Belum ada alasan yang dicatat.',
    en: 'No reason has been recorded.',
  },
  NOTHING_BACKED: {
    id: 'Alasan yang dicatat belum menunjuk bukti atau data pegawai.',
    en: 'The reasons point at no evidence and no record.',
  },
  STRONG_COUNTER: {
    id: 'Ada alasan sebaliknya yang kuat dan belum terjawab.',
    en: 'A strong counter-reason has not been answered.',
  },
  ADMITTED: {
    id: 'Diakui oleh yang bersangkutan, dengan bukti.',
    en: 'Acknowledged by the person, with evidence.',
  },
  STRONG_AND_MORE: {
    id: 'Satu alasan kuat berbukti, didukung alasan lain.',
    en: 'A strong reason with evidence, and another one beside it.',
  },
  STRONG_ALONE: {
    id: 'Satu alasan kuat berbukti, belum didukung alasan lain.',
    en: 'A strong reason with evidence that stands alone.',
  },
  DOUBT: {
    id: 'Hanya alasan pendukung, dan ada keraguan yang belum terjawab.',
    en: 'Supporting reasons only, and a doubt has not been answered.',
  },
  MANY_SUPPORTING: {
    id: 'Sedikitnya tiga jenis alasan pendukung.',
    en: 'At least three kinds of supporting reasons.',
  },
  FEW_SUPPORTING: {
    id: 'Kurang dari tiga jenis alasan pendukung dan belum ada alasan kuat berbukti.',
    en: 'Fewer than three kinds of supporting reasons, and no strong one with evidence.',
  },
} as const satisfies Record<string, Words>;
export type GradeBasis = keyof typeof GRADE_BASES;
export const GRADE_BASIS_CODES = Object.keys(GRADE_BASES) as readonly GradeBasis[] as readonly [
  GradeBasis,
  ...GradeBasis[],
];

/**
 * What the reasons carry. A strong reason counts as such only with evidence; a counter-reason counts even without, and one
 * with evidence counts no more. That is on purpose: the burden is on whoever says that the account is this employee's, a denial
 * is words by its nature, and an unproven doubt left out would be held against the person. It stands until an officer meets it
 * (`answered`, with the reason, in custody); the report prints what it stands on, so that a reader can weigh it.
 */
export function gradeOfReasons(reasons: readonly ReasonFacts[]): { readonly grade: Grade; readonly basis: GradeBasis } {
  const open = reasons.filter(({ state }) => state === 'open');
  const against = open.filter((one) => REASON_KINDS[one.kind].side === 'against');
  const pro = open.filter((one) => REASON_KINDS[one.kind].side === 'for');
  const backed = pro.filter(({ backing }) => backing !== 'none');
  const kinds = new Set(backed.map((one) => one.kind));
  const strong = backed.filter((one) => REASON_KINDS[one.kind].weight === 'strong' && one.backing === 'evidence');
  if (pro.length === 0) return { grade: 'belum', basis: 'NO_REASON' };
  if (backed.length === 0) return { grade: 'belum', basis: 'NOTHING_BACKED' };
  if (against.some((one) => REASON_KINDS[one.kind].weight === 'strong'))
    return { grade: 'lemah', basis: 'STRONG_COUNTER' };
  if (strong.some((one) => one.kind === 'pengakuan')) return { grade: 'terkonfirmasi', basis: 'ADMITTED' };
  if (strong.length > 0)
    return kinds.size > 1
      ? { grade: 'terkonfirmasi', basis: 'STRONG_AND_MORE' }
      : { grade: 'kuat', basis: 'STRONG_ALONE' };
  if (against.length > 0) return { grade: 'lemah', basis: 'DOUBT' };
  return kinds.size >= 3 ? { grade: 'kuat', basis: 'MANY_SUPPORTING' } : { grade: 'lemah', basis: 'FEW_SUPPORTING' };
}

/** True when the first is less sure than the second. */
export function isLowerGrade(one: Grade, other: Grade): boolean {
  return GRADES.indexOf(one) < GRADES.indexOf(other);
}

/** The grade that holds: what the reasons carry, or the officer's lower one. */
export function effectiveGrade(carried: Grade, lowered: Grade | null): Grade {
  return lowered !== null && isLowerGrade(lowered, carried) ? lowered : carried;
}
