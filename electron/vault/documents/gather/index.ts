/** Gathers the data of each kind from the vault, ready to print. */
import type { DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import type { DocumentData } from '#shared/documents/kinds.ts';
import { gatherBahanSosialisasi } from './bahan-sosialisasi.ts';
import { gatherBaPengamananBukti } from './ba-pengamanan-bukti.ts';
import { gatherBaSerahTerima } from './ba-serah-terima.ts';
import { gatherBaVerifikasi } from './ba-verifikasi.ts';
import { gatherFormulirLaporan, gatherTandaTerima } from './formulir-laporan.ts';
import type { Gathering } from './gathering.ts';
import { gatherLaporanInspektorat } from './laporan-inspektorat.ts';
import { gatherLembarKlarifikasi } from './lembar-klarifikasi.ts';
import { gatherBaKlarifikasi, gatherPenerusan, gatherUndanganKlarifikasi } from './letters.ts';
import { gatherSuratJawaban } from './surat-jawaban.ts';
import { gatherRekapitulasi } from './rekapitulasi.ts';
import { gatherTandaTerimaHarian } from './tanda-terima-harian.ts';

type Gatherers = {
  readonly [Name in DocumentKindName]: (from: Gathering) => DocumentData<Name> | Promise<DocumentData<Name>>;
};

export const GATHERERS: Gatherers = {
  laporan_inspektorat: gatherLaporanInspektorat,
  ba_pengamanan_bukti: gatherBaPengamananBukti,
  formulir_laporan: gatherFormulirLaporan,
  tanda_terima: gatherTandaTerima,
  ba_verifikasi: gatherBaVerifikasi,
  penerusan: gatherPenerusan,
  undangan_klarifikasi: gatherUndanganKlarifikasi,
  ba_klarifikasi: gatherBaKlarifikasi,
  ba_serah_terima: gatherBaSerahTerima,
  tanda_terima_harian: gatherTandaTerimaHarian,
  rekapitulasi: gatherRekapitulasi,
  lembar_klarifikasi: gatherLembarKlarifikasi,
  surat_jawaban: gatherSuratJawaban,
  bahan_sosialisasi: gatherBahanSosialisasi,
};
