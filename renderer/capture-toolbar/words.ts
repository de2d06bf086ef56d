/** The tool bar's words. Indonesian first; the page is small enough not to carry the app's whole catalogue. */
import type { CaptureState } from '#shared/contract/capture.ts';
import { recordingLine } from './recording-words.ts';
import { CAPTURE_OUTCOMES, CAPTURE_WARNINGS } from '#shared/domain/capture/warnings.ts';
import type { ErrorReport } from '#shared/errors/app-error.ts';

export type Language = 'id' | 'en';

const INDONESIAN = {
  back: 'Kembali',
  forward: 'Maju',
  reload: 'Muat ulang',
  stop: 'Hentikan',
  address: 'Alamat halaman',
  open: 'Buka',
  target: 'Disimpan ke',
  tray: 'Baki bukti (belum masuk kasus)',
  take: 'Ambil bukti',
  takeReload: 'Muat ulang lalu ambil',
  cancel: 'Batalkan',
  ready: 'Siap. Ctrl+Shift+S mengambil bukti dari halaman yang tampil.',
  loading: 'Memuat halaman…',
  inPage: 'Alamat ini dicapai oleh halaman itu sendiri. Sebaiknya pakai “Muat ulang lalu ambil”.',
  kept: 'tersimpan sebagai',
  incomplete: 'Tidak lengkap: beri penjelasan di rincian bukti, atau ambil sekali lagi.',
  notes: 'Catatan',
  openHiding: 'Spanduk…',
  openHidingTitle: 'Sembunyikan spanduk (kuki, persetujuan, pasang aplikasi) dari gambar',
  takeWithout: 'Ambil bukti tanpa spanduk ini',
  banner: 'Spanduk yang disembunyikan',
  noBanner: 'Tidak ada spanduk yang mengambang di halaman ini.',
  chooseBanner:
    'Pilih spanduk; yang dipilih disorot. Jendela difoto dahulu apa adanya, lalu spanduk disembunyikan dari gambar halaman penuh dan ditampilkan kembali; semuanya dicatat.',
  openRecording: 'Rekam gulir…',
  stopRecording: 'Hentikan dan simpan (Esc)',
  discard: 'Batalkan, jangan simpan',
  record: 'Mulai rekam',
  close: 'Tutup',
  area: 'Yang direkam',
  start: 'Mulai dari',
  speed: 'Kecepatan',
  size: 'Batas',
  chooseArea:
    'Pilih yang direkam; area yang dipilih disorot pada halaman. Rekaman berhenti sendiri pada akhir isi atau pada batasnya.',
};

const ENGLISH: typeof INDONESIAN = {
  back: 'Back',
  forward: 'Forward',
  reload: 'Reload',
  stop: 'Stop',
  address: 'Page address',
  open: 'Open',
  target: 'Saved to',
  tray: 'Evidence tray (no case yet)',
  take: 'Capture evidence',
  takeReload: 'Reload, then capture',
  cancel: 'Cancel',
  ready: 'Ready. Ctrl+Shift+S captures the page that is shown.',
  loading: 'Loading the page…',
  inPage: 'The page reached this address by itself. “Reload, then capture” is better here.',
  kept: 'kept as',
  incomplete: 'Incomplete: explain it in the evidence’s details, or capture it again.',
  notes: 'Notes',
  openHiding: 'Banner…',
  openHidingTitle: 'Hide a banner (cookies, consent, install the app) from the pictures',
  takeWithout: 'Capture without this banner',
  banner: 'Banner that is hidden',
  noBanner: 'No banner floats over this page.',
  chooseBanner:
    'Choose the banner; the chosen one is lit. The window is pictured as it is first, then the banner is hidden from the full-page picture and shown again; all of it is recorded.',
  openRecording: 'Record scroll…',
  stopRecording: 'Stop and keep (Esc)',
  discard: 'Cancel, keep nothing',
  record: 'Start recording',
  close: 'Close',
  area: 'What is recorded',
  start: 'Begin at',
  speed: 'Speed',
  size: 'Limit',
  chooseArea:
    'Choose what is recorded; the chosen area is lit on the page. A recording ends by itself at the end of the content or at its limit.',
};

const PHASES: Readonly<Record<string, readonly [string, string]>> = {
  window: ['Mengambil gambar jendela…', 'Taking the picture of the window…'],
  recording: ['Merekam gulir…', 'Recording the scroll…'],
  scrolling: ['Menggulir halaman agar semua gambar dimuat…', 'Scrolling through so that all images load…'],
  'full-page': ['Mengambil gambar halaman penuh…', 'Taking the full-page picture…'],
  text: ['Membaca teks halaman…', 'Reading the page’s text…'],
  mhtml: ['Menyalin halaman (MHTML)…', 'Copying the page (MHTML)…'],
  'web-archive': ['Menulis arsip web (WACZ)…', 'Writing the web archive (WACZ)…'],
  reloading: ['Memuat ulang dari server…', 'Reloading from the server…'],
  saving: ['Menyimpan ke brankas…', 'Saving to the vault…'],
};

const PROBLEMS: Readonly<Record<string, readonly [string, string]>> = {
  ADDRESS_NOT_ALLOWED: [
    'Alamat ini tidak boleh dibuka di sini. Hanya alamat web (http, https) yang diizinkan aturan.',
    'This address may not be opened here. Only web addresses (http, https) that the rules allow.',
  ],
  PAGE_NOT_LOADED: [
    'Halaman tidak dapat dimuat. Periksa alamat dan sambungan; kegagalan ini pun dapat diambil sebagai catatan.',
    'The page could not be loaded. Check the address and the connection; this failure can be recorded too.',
  ],
  PAGE_REFUSED: [
    'Tidak dapat tersambung: server menolak sambungan. Periksa alamatnya; kegagalan ini pun dapat diambil sebagai catatan.',
    'No connection: the server refused it. Check the address; this failure can be recorded too.',
  ],
  PAGE_NAME_NOT_FOUND: [
    'Nama situs tidak ditemukan. Periksa ejaan alamat dan sambungan; kegagalan ini pun dapat diambil sebagai catatan.',
    'The site’s name was not found. Check the spelling and the connection; this failure can be recorded too.',
  ],
  PAGE_NO_WAY: [
    'Situs tidak terjangkau: namanya tidak ditemukan, atau proksi kantor tidak menjawab. Periksa ejaan alamat dan sambungan. Bila proksi kantor berjalan di komputer ini, tutup Netra dan buka lagi satu kali; kegagalan ini pun dapat diambil sebagai catatan.',
    'No way to this site: its name was not found, or the office’s proxy does not answer. Check the spelling and the connection. If the office’s proxy runs on this computer, close Netra and open it again once; this failure can be recorded too.',
  ],
  PAGE_TIMED_OUT: [
    'Server tidak menjawab sampai batas waktu. Muat ulang untuk mencoba lagi; kegagalan ini pun dapat diambil sebagai catatan.',
    'The server did not answer in time. Reload to try again; this failure can be recorded too.',
  ],
  PAGE_NOT_TRUSTED: [
    'Sambungan aman tidak terbentuk: sertifikat situs ini tidak tepercaya. Kegagalan ini pun dapat diambil sebagai catatan.',
    'No secure connection: this site’s certificate is not trusted. This failure can be recorded too.',
  ],
  PAGE_BLOCKED: [
    'Halaman ini diblokir oleh aturan Netra; tidak ada yang dimuat.',
    'Netra’s rules block this page; nothing was loaded.',
  ],
  PAGE_ANSWERED_LOCALLY: [
    'Jawaban situs ini datang dari jaringan lokal, maka dibuang; tidak ada yang dimuat. Kegagalan ini pun dapat diambil sebagai catatan.',
    'This site’s answer came from the local network and was dropped; nothing was loaded. This failure can be recorded too.',
  ],
  PAGE_OFFLINE: [
    'Jaringan tidak tersambung atau server tidak terjangkau. Periksa sambungan; kegagalan ini pun dapat diambil sebagai catatan.',
    'There is no network, or the server cannot be reached. Check the connection; this failure can be recorded too.',
  ],
  PAGE_CRASHED: ['Halaman berhenti mendadak. Muat ulang untuk mencoba lagi.', 'The page crashed. Reload to try again.'],
  CAPTURE_BUSY: ['Pengambilan sebelumnya belum selesai.', 'The previous capture is still running.'],
  CAPTURE_NOTHING_LOADED: ['Belum ada halaman yang dimuat.', 'No page has been loaded yet.'],
  CAPTURE_PAGE_SILENT: [
    'Halaman tidak menjawab. Muat ulang, lalu ulangi.',
    'The page does not answer. Reload it, then try again.',
  ],
  CAPTURE_WINDOW_CLOSED: ['Jendela pengambilan sudah ditutup.', 'The capture window is closed.'],
  CANCELLED: ['Dibatalkan; tidak ada yang disimpan.', 'Cancelled; nothing was kept.'],
  DISK_NEARLY_FULL: [
    'Ruang cakram hampir habis; tidak ada yang diambil.',
    'The disk is nearly full; nothing was captured.',
  ],
  DISK_FULL: ['Cakram penuh; tidak ada yang disimpan.', 'The disk is full; nothing was kept.'],
  VAULT_LOCKED: ['Brankas terkunci.', 'The vault is locked.'],
  MONITORING_STATE_NOT_ALLOWED: [
    'Akun ini sudah dijawab, atau rondenya tidak sedang berjalan; tidak ada yang dicatat.',
    'This account was answered already, or the round is not running; nothing was recorded.',
  ],
};

const CERTIFICATES: Readonly<Record<CaptureState['certificate'], readonly [string, string]>> = {
  secure: ['Aman', 'Secure'],
  'unknown-root': ['Penerbit tidak umum', 'Unusual issuer'],
  insecure: ['Tidak aman', 'Not secure'],
  none: ['', ''],
};

export type Words = typeof INDONESIAN;

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return language === 'en' ? ENGLISH : INDONESIAN;
}

/** The badge before the address; empty when nothing is loaded. */
export function certificateWord(kind: CaptureState['certificate'], language: Language): string {
  return pick(CERTIFICATES[kind], language);
}

/** The sentence of an error code, with the code to quote. */
export function problemSentence(code: string, language: Language): string {
  const known = PROBLEMS[code];
  const otherwise = ['Tidak berhasil; tidak ada yang disimpan.', 'It did not work; nothing was kept.'] as const;
  return `${pick(known ?? otherwise, language)} (${code})`;
}

/** The sentence of an operation that was refused. */
export function refusalSentence(error: Pick<ErrorReport, 'code' | 'params'>, language: Language): string {
  // A name that leads nowhere is refused as every address is; the officer is told what is wrong with it.
  const unknownName = error.code === 'ADDRESS_NOT_ALLOWED' && error.params['reason'] === 'not-resolved';
  return problemSentence(unknownName ? 'PAGE_NAME_NOT_FOUND' : error.code, language);
}

export interface StateLine {
  readonly kind: 'plain' | 'waiting' | 'problem' | 'done';
  readonly text: string;
}

/** The one line below the buttons: what goes on, what was wrong, what was kept, or what is advised. */
export function stateLine(state: CaptureState, language: Language): StateLine {
  const words = wordsOf(language);
  if (state.recording !== null && state.phase === 'recording')
    return { kind: 'plain', text: recordingLine(state.recording, language) };
  if (state.busy) return { kind: 'plain', text: pick(PHASES[state.phase] ?? ['…', '…'], language) };
  if (state.problem !== null) return { kind: 'problem', text: problemSentence(state.problem, language) };
  // Of the page that is shown, for a new navigation forgets it; a page may be captured while it still loads.
  if (state.last !== null) return lastLine(state.last, language);
  if (state.loading) return { kind: 'plain', text: words.loading };
  if (state.addressReachedInPage) return { kind: 'waiting', text: words.inPage };
  return { kind: 'plain', text: words.ready };
}

function lastLine(last: NonNullable<CaptureState['last']>, language: Language): StateLine {
  const words = wordsOf(language);
  const warnings = Object.entries(CAPTURE_WARNINGS).filter(([code]) => last.warnings.includes(code));
  const notes = warnings.map(([, sentence]) => sentence[language]).join(' ');
  const red = last.outcome === 'captured' && last.level === 'red';
  const kept = `${CAPTURE_OUTCOMES[last.outcome][language]}, ${words.kept} ${last.number}.`;
  const parts = [kept, ...(red ? [words.incomplete] : []), ...(notes === '' ? [] : [`${words.notes}: ${notes}`])];
  return { kind: last.outcome === 'captured' && !red ? 'done' : 'waiting', text: parts.join(' ') };
}

function pick(pair: readonly [string, string], language: Language): string {
  return language === 'en' ? pair[1] : pair[0];
}
