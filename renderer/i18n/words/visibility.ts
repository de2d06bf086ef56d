/** Who saw a capture, and whether the public sees it. */
import type { Same } from '../same.ts';

const id = {
  title: 'Siapa yang melihat',
  seenBy: 'Dilihat',
  public: 'Terlihat publik',
  unchecked: 'belum diperiksa',
  own: 'ya, halaman ini sendiri diambil tanpa masuk',
  notPost: 'tidak dapat dipastikan, bukti ini sendiri bukan unggahan',
  ask: 'Apakah ada yang masuk (log in) dengan akun di jendela ini sebelum bukti diambil?',
  askText:
    'Netra melihat tanda, tetapi tidak dapat memastikannya. Jawaban petugas dicatat dengan nama dan waktu; catatan pengambilan tidak berubah.',
  answers: {
    'without-login': 'Tidak ada yang masuk',
    'office-account': 'Masuk, akun kantor',
    'other-account': 'Masuk, akun lain',
  },
  stated: 'Menurut {{by}} ({{at}}): {{answer}}',
  accountData:
    'Memuat data akun petugas. MHTML dan WACZ bukti ini hanya keluar dari brankas bila dipilih dengan tegas.',
  lookOf: 'Pemeriksaan tanpa masuk atas bukti {{number}}',
  look: 'Periksa terlihat publik',
  lookAgain: 'Periksa sekali lagi',
  lookText: 'Alamat yang sama dibuka di jendela bersih tanpa masuk, dan yang tampil disimpan di samping bukti ini.',
  looking: 'Jendela bersih sedang memeriksa alamat ini…',
  stop: 'Hentikan pemeriksaan',
  done: 'Terlihat publik: {{answer}} ({{number}}).',
  looks: 'Pemeriksaan tanpa masuk',
  remark: 'Tambah keterangan',
  remarkTitle: 'Keterangan petugas',
  remarkText:
    'Jawabannya ditetapkan oleh aturan dan tidak dapat diubah. Keterangan dicetak di sampingnya dalam laporan.',
  remarked: 'Keterangan {{by}} ({{at}}): {{text}}',
  exportTitle: 'Berkas ini memuat data akun petugas',
  exportText:
    'Salinan halaman ini diambil saat masuk dengan akun, dan dapat memuat nama, pesan, atau kunci sesi akun itu. Ekspor hanya bila penerima memang memerlukannya. Pilihan ini dicatat dalam jejak audit.',
  exportAnyway: 'Ekspor dengan data akun',
  packageChoice: 'Sertakan juga MHTML dan WACZ yang memuat data akun petugas',
  packageHint: 'Tanpa pilihan ini berkas tersebut tinggal di brankas dan dicantumkan sebagai tidak disertakan.',
  packageLeftOut: '{{n}} berkas tidak disertakan karena memuat data akun petugas.',
};
const en: Same<typeof id> = {
  title: 'Who sees it',
  seenBy: 'Seen',
  public: 'Publicly visible',
  unchecked: 'not checked yet',
  own: 'yes, this page was itself captured without log-in',
  notPost: 'cannot be told, this item is itself not the post',
  ask: 'Had anybody logged in with an account in this window before the capture?',
  askText:
    'Netra saw signs but cannot tell. Your answer is recorded with name and time; the capture’s record does not change.',
  answers: {
    'without-login': 'Nobody had logged in',
    'office-account': 'Logged in, the office’s account',
    'other-account': 'Logged in, another account',
  },
  stated: 'According to {{by}} ({{at}}): {{answer}}',
  accountData:
    'Holds data of the officer’s account. MHTML and WACZ of this item leave the vault only by an explicit choice.',
  lookOf: 'A look without log-in at evidence {{number}}',
  look: 'Check public visibility',
  lookAgain: 'Check once more',
  lookText: 'The same address is opened in a clean window without log-in, and what comes is filed beside this item.',
  looking: 'A clean window is looking at this address…',
  stop: 'Stop the check',
  done: 'Publicly visible: {{answer}} ({{number}}).',
  looks: 'Looks without log-in',
  remark: 'Add a word',
  remarkTitle: 'Officer’s word',
  remarkText: 'The answer is set by rules and cannot be changed. Your word is printed beside it in the report.',
  remarked: 'Word of {{by}} ({{at}}): {{text}}',
  exportTitle: 'This file holds data of the officer’s account',
  exportText:
    'This copy of the page was made while logged in, and may hold the account’s name, messages or session keys. Export it only where the receiver needs it. The choice is recorded in the audit trail.',
  exportAnyway: 'Export with account data',
  packageChoice: 'Include MHTML and WACZ that hold data of the officer’s account',
  packageHint: 'Otherwise these files stay in the vault and are listed as left out.',
  packageLeftOut: 'Left out because they hold data of the officer’s account: {{n}}.',
};
export const visibility = { id, en };
