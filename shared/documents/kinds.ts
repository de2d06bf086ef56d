/**
 * Every kind of document. To issue one: gather its data, read its wording (`wordingFile`, or what the office keeps),
 * `buildDocument`, and give the model to the report worker with the inputs that its pictures and attachments name.
 */
import type { DocumentModel } from '#shared/contract/document-model.ts';
import type { DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { bahanSosialisasi } from './bahan-sosialisasi.ts';
import { baKlarifikasi } from './ba-klarifikasi.ts';
import { baPengamananBukti } from './ba-pengamanan-bukti.ts';
import { baSerahTerima } from './ba-serah-terima.ts';
import { baVerifikasi } from './ba-verifikasi.ts';
import { formulirLaporan } from './formulir-laporan.ts';
import type { DocumentKind } from './kind.ts';
import { laporanInspektorat } from './laporan-inspektorat.ts';
import { lembarKlarifikasi } from './lembar-klarifikasi.ts';
import { penerusan } from './penerusan.ts';
import { suratJawaban } from './surat-jawaban.ts';
import { rekapitulasi } from './rekapitulasi.ts';
import { tandaTerima } from './tanda-terima.ts';
import { tandaTerimaHarian } from './tanda-terima-harian.ts';
import { undanganKlarifikasi } from './undangan-klarifikasi.ts';
import { parseWording, type WordingSpec } from './wording.ts';

export const DOCUMENT_KINDS = {
  laporan_inspektorat: laporanInspektorat,
  formulir_laporan: formulirLaporan,
  tanda_terima: tandaTerima,
  ba_pengamanan_bukti: baPengamananBukti,
  ba_verifikasi: baVerifikasi,
  undangan_klarifikasi: undanganKlarifikasi,
  ba_klarifikasi: baKlarifikasi,
  penerusan,
  ba_serah_terima: baSerahTerima,
  tanda_terima_harian: tandaTerimaHarian,
  rekapitulasi,
  lembar_klarifikasi: lembarKlarifikasi,
  surat_jawaban: suratJawaban,
  bahan_sosialisasi: bahanSosialisasi,
} as const satisfies Readonly<Record<DocumentKindName, unknown>>;

/** The schema's type of the data of each kind. */
export type DocumentData<Name extends DocumentKindName> = Parameters<(typeof DOCUMENT_KINDS)[Name]['build']>[0];

/** A kind's default words lie here, under the application's `resources` folder. */
export function wordingFileOf(name: DocumentKindName): string {
  return DOCUMENT_KINDS[name].wordingFile;
}

/**
 * Data and words in, blocks out; both are checked. Throws INVALID_INPUT with the place (`where`) and what is wrong
 * with it (`problem`).
 */
export function buildDocument(name: DocumentKindName, data: unknown, wording: unknown): DocumentModel {
  // Each kind was defined with matching types; which one it is, is only known here by its name.
  const kind = DOCUMENT_KINDS[name] as unknown as DocumentKind<unknown, WordingSpec>;
  const parsed = kind.data.safeParse(data);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    throw new AppError('INVALID_INPUT', { where: first ? first.path.join('.') : '', problem: first?.message ?? '' });
  }
  return kind.build(parsed.data, parseWording(kind.wording, wording));
}
