/** Sentences for what a reader of a capture must know. Plain official Indonesian first, English second. */
import type { CaptureOutcome, CaptureWarning } from './record.ts';

interface Sentence {
  readonly id: string;
  readonly en: string;
}

/** One sentence per warning. */
export const CAPTURE_WARNINGS: Readonly<Record<CaptureWarning, Sentence>> = {
  'address-reached-in-page': {
    id: 'Alamat yang tampil dicapai oleh halaman itu sendiri; tajuk jawaban milik dokumen yang dimuat lebih dahulu.',
    en: 'The page reached the shown address by itself; the response headers belong to the document loaded before.',
  },
  'document-not-recorded': {
    id: 'Jawaban server untuk dokumen ini tidak terekam.',
    en: 'The server’s response for this document was not recorded.',
  },
  'still-loading': {
    id: 'Halaman masih memuat saat bukti diambil.',
    en: 'The page was still loading when it was captured.',
  },
  'page-grew': {
    id: 'Tinggi halaman berubah selama pengambilan.',
    en: 'The page’s height changed during the capture.',
  },
  'page-cut-off': {
    id: 'Halaman lebih besar dari batas; bagian bawah atau sampingnya tidak terambil.',
    en: 'The page is larger than the limit; its lower part or its side was not captured.',
  },
  'tiles-missing': {
    id: 'Sebagian gambar halaman penuh tidak terambil.',
    en: 'Parts of the full-page picture are missing.',
  },
  'joins-differ': {
    id: 'Sambungan gambar halaman penuh tidak sama persis.',
    en: 'Joins of the full-page picture are not identical.',
  },
  'joins-not-exact': {
    id: 'Pada skala layar ini sambungan gambar tidak jatuh pada piksel utuh.',
    en: 'At this display scale joins do not fall on whole pixels.',
  },
  'content-recycled': {
    id: 'Halaman mengganti isinya saat digulir; satu gambar tidak memuat semuanya.',
    en: 'The page exchanges its content while it is scrolled; one picture cannot hold it all.',
  },
  'recording-gaps': {
    id: 'Rekaman gulir memiliki celah: di antara dua bingkai mungkin ada isi yang terlewat.',
    en: 'The scroll recording has gaps: between two frames something may be missing.',
  },
  'recording-missing': {
    id: 'Rekaman gulir yang diminta tidak dapat dibuat.',
    en: 'The scroll recording that was asked for could not be made.',
  },
  'inner-areas': {
    id: 'Ada area yang bergulir sendiri; bagian yang tersembunyi di dalamnya tidak tampak pada gambar.',
    en: 'Some areas scroll by themselves; what they hide is not in the picture.',
  },
  'frame-areas': {
    id: 'Ada bingkai (iframe) yang isinya bergulir sendiri; bagian tersembunyinya tidak tampak pada gambar dan tidak dapat dipilih untuk rekaman gulir. Buka alamat bingkai itu tersendiri untuk merekamnya.',
    en: 'Some frames (iframe) scroll by themselves; what they hide is not in the picture and cannot be chosen for a scroll recording. Open such a frame’s own address to record it.',
  },
  'outer-frames-missing': {
    id: 'Bingkai dari situs lain di bawah layar pertama mungkin kosong pada gambar halaman penuh.',
    en: 'Frames of other sites below the first screen may be blank in the full-page picture.',
  },
  'picture-unsteady': {
    id: 'Gambar halaman penuh berubah dari satu pengambilan ke pengambilan berikutnya.',
    en: 'The full-page picture differs from one shot to the next.',
  },
  'layers-not-seen': {
    id: 'Bagian yang melayang di atas halaman (misalnya bilah tetap) mungkin tidak tampak pada gambar halaman penuh.',
    en: 'A part that floats over the page (such as a fixed bar) may not be seen in the full-page picture.',
  },
  'not-the-post-wall': {
    id: 'Ini bukan unggahan yang dimaksud: situs meminta masuk, membatasi, atau menolak.',
    en: 'This is not the post that was meant: the site asks to log in, limits or refuses.',
  },
  'not-the-post-gone': {
    id: 'Ini bukan unggahan yang dimaksud: situs menyatakan isinya tidak ada atau sudah tidak ada.',
    en: 'This is not the post that was meant: the site says that it is not there, or no longer.',
  },
  'clock-moved': {
    id: 'Jam komputer diubah selama halaman terbuka.',
    en: 'The computer’s clock was set while the page was open.',
  },
  'clock-differs': {
    id: 'Jam komputer berbeda dari jam server.',
    en: 'The computer’s clock differs from the servers’ clocks.',
  },
  'images-missing': {
    id: 'Ada gambar pada halaman yang belum atau gagal dimuat.',
    en: 'Some images of the page were not loaded or failed.',
  },
  'viewport-picture-missing': { id: 'Gambar layar tidak terambil.', en: 'The picture of the window is missing.' },
  'viewport-picture-from-screen': {
    id: 'Gambar layar diambil dari tampilan terakhir karena halaman tidak menanggapi.',
    en: 'The picture of the window is the last one painted, because the page did not respond.',
  },
  'mhtml-missing': { id: 'Salinan halaman (MHTML) tidak terambil.', en: 'The copy of the page (MHTML) is missing.' },
  'text-missing': { id: 'Teks halaman tidak terambil.', en: 'The text of the page is missing.' },
  'page-not-responding': { id: 'Halaman tidak menanggapi dalam batas waktu.', en: 'The page did not respond in time.' },
  'document-changed': { id: 'Halaman berganti selama pengambilan.', en: 'The page was replaced during the capture.' },
  'dialog-dismissed': {
    id: 'Kotak dialog dari halaman ditutup otomatis.',
    en: 'A dialog of the page was dismissed automatically.',
  },
  'requests-refused': {
    id: 'Sebagian permintaan halaman ditolak oleh aturan alamat.',
    en: 'Some requests of the page were refused by the address rules.',
  },
  'local-address-reached': {
    id: 'Jawaban datang dari alamat yang tidak diizinkan aturan.',
    en: 'A response came from an address the rules do not allow.',
  },
  'local-answer-dropped': {
    id: 'Jawaban dari alamat jaringan lokal, atau yang asalnya tidak dapat diperiksa, dibuang sebelum isinya sampai ke halaman.',
    en: 'A response from an address of the local network, or one whose origin could not be checked, was dropped before its content reached the page.',
  },
  'certificate-not-linked': {
    id: 'Kaitan sertifikat dengan koneksi tidak terbukti.',
    en: 'The link between certificate and connection is not proven.',
  },
  'certificate-not-trusted': {
    id: 'Sertifikat situs tidak dipercaya oleh peramban.',
    en: 'The browser does not trust the site’s certificate.',
  },
  'unknown-root': {
    id: 'Sertifikat tidak berasal dari penerbit umum; mungkin koneksi dibuka oleh antivirus atau penyaring kantor.',
    en: 'The certificate is not from a public issuer; an antivirus or office filter may have opened the connection.',
  },
  proxy: {
    id: 'Koneksi melewati proksi; alamat asal jawaban tidak dapat diperiksa.',
    en: 'The connection went through a proxy; the address the response came from cannot be checked.',
  },
  'from-cache': {
    id: 'Dokumen berasal dari tembolok, bukan dari jaringan.',
    en: 'The document came from the cache, not from the network.',
  },
  'from-service-worker': {
    id: 'Dokumen dijawab oleh service worker halaman, bukan langsung oleh server.',
    en: 'The document was answered by the page’s service worker, not by the server.',
  },
  'no-encryption': { id: 'Halaman dimuat tanpa enkripsi.', en: 'The page was loaded without encryption.' },
};

/** One phrase per outcome. */
export const CAPTURE_OUTCOMES: Readonly<Record<CaptureOutcome, Sentence>> = {
  captured: { id: 'Terambil', en: 'Captured' },
  wall: { id: 'Dihalangi situs', en: 'Held back by the site' },
  gone: { id: 'Situs menyatakan halaman tidak ada', en: 'The site says the page does not exist' },
  failed: { id: 'Halaman gagal dimuat', en: 'The page failed to load' },
  timeout: {
    id: 'Halaman tidak menanggapi; yang didapat disimpan',
    en: 'The page did not respond; what was got is kept',
  },
  crashed: { id: 'Halaman berhenti mendadak; yang didapat disimpan', en: 'The page crashed; what was got is kept' },
  changed: {
    id: 'Halaman berganti saat diambil; yang didapat disimpan',
    en: 'The page was replaced during the capture; what was got is kept',
  },
};
