/**
 * What sites say in place of a post, in Indonesian and English, each from the beginning of a line that was made plain (small
 * letters, one kind of apostrophe, without "maaf," or "hmm..." before it). Data; `page-verdict.ts` judges by it.
 */

export type WallKind = 'login' | 'private' | 'rate-limit' | 'consent' | 'refused';
export type GoneKind = 'removed' | 'not-found';

export interface Saying {
  readonly kind: WallKind | GoneKind;
  /** `heading`: in titles, headings and dialogs alone, since pages that show a post say it too, lower down. */
  readonly where: 'anywhere' | 'heading';
  readonly words: RegExp;
}

const THING = '(content|page|post|video|photo|story|reel|thread|link|account|tweet|profile|user|group|channel)';
const BENDA =
  '(konten|halaman|postingan|kiriman|unggahan|video|foto|cerita|reels?|utas|tautan|akun|tweet|profil|pengguna|grup|saluran)';
/** What only those who are logged in may do under a post that everybody sees. */
const MORE_THAN_SEEING =
  '(?!(like|comment|reply|follow|share|save|post|join|connect|message|react|chat|menyukai|mengomentari|berkomentar|membalas|mengikuti|membagikan|menyimpan|bergabung|terhubung|memposting|berinteraksi)\\b)';

/** More telling kinds first. */
export const SAYINGS: readonly Saying[] = [
  {
    kind: 'rate-limit',
    where: 'anywhere',
    words:
      /^(terlalu banyak (permintaan|percobaan)|batas permintaan|anda (telah mencapai batas|terlalu sering|diblokir sementara)|coba lagi (nanti|beberapa saat)|mohon tunggu beberapa (saat|menit)|kami membatasi seberapa sering|too many requests|rate limit(ed)? |you(('re| are) (temporarily blocked|going too fast|doing this too often)|('ve| have) reached (the|your) (rate )?limit)|we limit how often|please wait a few minutes|try again later)/,
  },
  {
    kind: 'private',
    where: 'anywhere',
    words:
      /^((akun|profil|halaman|video) ini (bersifat )?(pribadi|privat|dikunci|terkunci)|(akun|video) (pribadi|privat)$|(postingan|kiriman|unggahan|tweet)(nya)? ini dilindungi|hanya pengikut yang|this (account|profile|page|video) is (private|locked)|these (posts|tweets) are protected|private (account|profile|video)$|only (approved )?followers can see|you're unable to view this|.{0,40} (mengunci|locked) (profilnya|(their|his|her) profile))/,
  },
  {
    kind: 'removed',
    where: 'anywhere',
    words: new RegExp(
      `^(${BENDA}( ini| tersebut| yang anda cari)? (sedang |saat ini |sudah |telah )?(tidak (lagi )?(tersedia|ditemukan|dapat (ditemukan|ditampilkan|diakses))|tidak ada( lagi)?($|[.,!])|dihapus|kedaluwarsa|ditangguhkan)|tidak (dapat|bisa) menemukan ${BENDA})`,
    ),
  },
  {
    kind: 'removed',
    where: 'anywhere',
    words: new RegExp(
      `^((this |the |that )?${THING}( you('re| are) looking for| you requested)? (is(n't| not| no longer)? ?(currently )?(available|unavailable)|(currently )?unavailable|not (available|found)|(has been |was )?(deleted|removed|suspended)|does(n't| not) exist|(cannot|can't|could not|couldn't) be (found|displayed)|has expired|is from (an account that no longer exists|a suspended account))|(we )?couldn't find this ${THING})`,
    ),
  },
  {
    kind: 'login',
    where: 'anywhere',
    words: new RegExp(
      `^((silakan |anda (harus|perlu) |harap |mohon )?(masuk|login|log in)( atau daftar)?( terlebih dahulu| dulu)? (untuk|agar) ${MORE_THAN_SEEING}|(anda (harus|perlu)|harap|silakan) (masuk|login)( terlebih dahulu| dulu)?$|(please |you (must|need to|have to) )?(log ?in|sign in)( or sign up)? to (continue|view|see|access|watch|read|confirm|proceed)|you (must|need to) be logged in|(log ?in|sign in) required)`,
    ),
  },
  {
    kind: 'login',
    where: 'heading',
    words: new RegExp(
      `^((masuk|login) (ke|dengan|facebook)|anda (harus|perlu) (masuk|login)|(please )?(log ?in|sign in) (to ${MORE_THAN_SEEING}|or sign up|with))`,
    ),
  },
  {
    kind: 'refused',
    where: 'heading',
    words:
      /^(access denied|akses ditolak|verify (that )?you are human|konfirmasi(kan)? bahwa anda (manusia|bukan robot)|checking your browser|just a moment\.\.\.)/,
  },
  {
    kind: 'consent',
    where: 'anywhere',
    words:
      /^(sebelum anda melanjutkan|before you continue|kami menghargai privasi anda|(izinkan|setujui|terima) (penggunaan )?cookie|persetujuan cookie|we value your privacy|(allow|accept) (the use of )?cookies|cookie consent)/,
  },
];

/** A heading that speaks of cookies and nothing else: a page with others too shows them under a banner, which is no wall. */
export const ABOUT_CONSENT = /cookie|privasi|privacy|consent|persetujuan|melanjutkan|continue/;
