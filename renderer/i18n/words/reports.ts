/** Documents: made, issued, kept, verified. */
import type { Same } from '../same.ts';

const id = {
  title: 'Dokumen',
  verify: 'Verifikasi dokumen',
  empty: 'Belum ada dokumen terbit',
  emptyText:
    'Laporan dibuat dari sebuah kasus, dilihat dulu, lalu disegel. Setiap dokumen yang terbit disimpan di sini beserta nilai hash-nya.',
  column: { pages: 'Hal.' },
  noNumber: 'nomor diisi tangan',
  view: 'Lihat',
  save: 'Simpan salinan',
  savedAs: '{{name}} tersimpan.',
  close: 'Tutup dokumen',
  pageOf: 'Halaman {{at}} dari {{all}}',
  build: {
    title: 'Buat laporan',
    case: 'Kasus',
    pickCase: 'Pilih kasus',
    withoutCopy:
      '{{n}} dari {{all}} bukti belum memiliki salinan kerja yang dipilih, sehingga hanya nilai hash-nya yang tercantum: {{numbers}}',
    preview: 'Susun pratinjau',
    again: 'Susun ulang',
    previewing: 'Menyusun halaman …',
    stale: 'Isian berubah sesudah pratinjau; susun ulang untuk melihatnya.',
    draftTitle: 'Dokumen ini masih draf',
    draftText: 'Dicetak dengan tanda DRAF karena:',
    ready: 'Dokumen siap diterbitkan.',
    nothing: 'Pratinjau muncul di sini sebelum dokumen disegel.',
  },
  issue: {
    title: 'Segel dan simpan',
    submit: 'Segel dan simpan',
    draftSubmit: 'Segel sebagai draf',
    issuing: 'Menyegel dan menyimpan …',
    done: 'Dokumen terbit dan tersimpan di brankas.',
  },
};
const en: Same<typeof id> = {
  title: 'Documents',
  verify: 'Verify a document',
  empty: 'No documents issued yet',
  emptyText: 'A report is made from a case, looked at, then sealed. Every issued document is kept here with its hash.',
  column: { pages: 'Pages' },
  noNumber: 'number by hand',
  view: 'View',
  save: 'Save a copy',
  savedAs: '{{name}} was saved.',
  close: 'Close the document',
  pageOf: 'Page {{at}} of {{all}}',
  build: {
    title: 'Make a report',
    case: 'Case',
    pickCase: 'Choose a case',
    withoutCopy: 'Without a chosen working copy, and so listed by hash alone: {{n}} of {{all}} ({{numbers}})',
    preview: 'Lay out the preview',
    again: 'Lay out again',
    previewing: 'Laying out pages …',
    stale: 'Something changed after the preview; lay it out again to see it.',
    draftTitle: 'This document is still a draft',
    draftText: 'It is printed with the mark DRAF because:',
    ready: 'The document can be issued.',
    nothing: 'The preview appears here before the document is sealed.',
  },
  issue: {
    title: 'Seal and keep',
    submit: 'Seal and keep',
    draftSubmit: 'Seal as a draft',
    issuing: 'Sealing and storing …',
    done: 'The document was issued and is kept in the vault.',
  },
};
export const reports = { id, en };
