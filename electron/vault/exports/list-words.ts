/** Values of the lists in official Indonesian, as the screens say them: an export is a document of the office. */
import type { z } from 'zod';
import type { completenessLevel } from '#shared/contract/capture.ts';
import type { caseSource, caseStatus, verificationState } from '#shared/contract/cases.ts';
import type { IssuedDocument } from '#shared/contract/documents.ts';
import type { EvidenceRow } from '#shared/contract/evidence.ts';
import type { employmentStatus } from '#shared/contract/roster.ts';
import { originNames } from '#shared/domain/evidence/origin-words.ts';
import type { NipEvidence } from '#shared/domain/roster/nip-doctor.ts';

export const EMPLOYMENT_WORDS: Readonly<Record<z.infer<typeof employmentStatus>, string>> = {
  PNS: 'PNS',
  CPNS: 'CPNS',
  PPPK: 'PPPK',
  PPPK_PARUH_WAKTU: 'PPPK Paruh Waktu',
  PTT: 'PTT',
  HONORER: 'Honorer',
  PPNPN_LAIN: 'PPNPN lain',
  MUTASI_KELUAR: 'Mutasi keluar',
  PENSIUN: 'Pensiun',
};

export const CASE_STATUS_WORDS: Readonly<Record<z.infer<typeof caseStatus>, string>> = {
  draf: 'Draf',
  terdaftar: 'Terdaftar',
  telaah: 'Telaah',
  klarifikasi: 'Klarifikasi',
  diteruskan: 'Diteruskan',
  pemeriksaan: 'Pemeriksaan',
  diputus: 'Diputus',
  selesai: 'Selesai',
  dihentikan: 'Dihentikan',
};

export const SOURCE_WORDS: Readonly<Record<z.infer<typeof caseSource>, string>> = {
  temuan: 'Temuan',
  laporan: 'Laporan',
  aduan: 'Aduan',
  penerusan: 'Penerusan',
};

/** As `names.verification` of the screens. */
export const VERIFICATION_WORDS: Readonly<Record<z.infer<typeof verificationState>, string>> = {
  salinan_dibaca: 'Salinan resmi dibaca',
  sumber_sekunder: 'Sumber sekunder',
  inferensi: 'Inferensi',
  ingatan: 'Ingatan',
  konflik: 'Sumber berbeda',
  diverifikasi: 'Diverifikasi',
};

export const ORIGIN_WORDS: Readonly<Record<EvidenceRow['origin'], string>> = originNames('id');

export const DOCUMENT_STATE_WORDS: Readonly<Record<IssuedDocument['state'], string>> = {
  draf: 'Draf',
  berlaku: 'Berlaku',
  digantikan: 'Digantikan',
};

export const COMPLETENESS_WORDS: Readonly<Record<z.infer<typeof completenessLevel>, string>> = {
  green: 'Lengkap',
  amber: 'Perlu dilihat',
  red: 'Tidak lengkap',
};

/** What points from a damaged number at a known person. */
export const EVIDENCE_WORDS: Readonly<Record<NipEvidence, string>> = {
  DIGITS: 'digit yang tersisa sama',
  NIK: 'NIK sama',
  NAME: 'nama sama',
  BIRTH_DATE: 'tanggal lahir sama',
  APPOINTMENT: 'bulan pengangkatan sama',
  UNIT: 'unit kerja sama',
};
