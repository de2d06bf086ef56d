/** Names of what a capture keeps, as a report prints them. */
export const ARTEFACT_WORDS: Readonly<Record<string, string>> = {
  file: 'Berkas asli',
  'viewport-image': 'Gambar layar sebelum disentuh',
  'full-page-image': 'Gambar halaman penuh',
  mhtml: 'Salinan halaman (MHTML)',
  text: 'Teks yang terlihat',
  wacz: 'Arsip web (WACZ)',
  record: 'Catatan pengambilan',
  certificate: 'Sertifikat situs',
  'reload-viewport-image': 'Muat ulang: gambar layar',
  'reload-full-page-image': 'Muat ulang: gambar halaman penuh',
  'reload-mhtml': 'Muat ulang: salinan halaman (MHTML)',
  'reload-text': 'Muat ulang: teks yang terlihat',
  'reload-wacz': 'Muat ulang: arsip web (WACZ)',
  'reload-record': 'Muat ulang: catatan pengambilan',
  'working-copy': 'Salinan kerja (bukan asli)',
};
