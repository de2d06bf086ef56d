/** Every kind of document that Netra issues; `vault_receipt` is the first-run receipt of a vault. */
export const DOCUMENT_KIND_NAMES = [
  'laporan_inspektorat',
  'formulir_laporan',
  'tanda_terima',
  'ba_pengamanan_bukti',
  'ba_verifikasi',
  'undangan_klarifikasi',
  'ba_klarifikasi',
  'penerusan',
  'ba_serah_terima',
  'tanda_terima_harian',
  'rekapitulasi',
  'lembar_klarifikasi',
  'surat_jawaban',
  'bahan_sosialisasi',
] as const;
export type DocumentKindName = (typeof DOCUMENT_KIND_NAMES)[number];
