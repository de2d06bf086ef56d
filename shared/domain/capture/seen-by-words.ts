/** Who saw a capture, and what a logged-out look said, in words: for the screen and for the report. */
import { formatInstant, type TimeZone } from '../text/local-time.ts';
import type { PublicAnswer, PublicBasis } from './public-view.ts';
import type { LoginSign, SeenBy, SeenByAnswer } from './seen-by.ts';

type Language = 'id' | 'en';
interface Sentence {
  readonly id: string;
  readonly en: string;
}

const words = (id: string, en: string): Sentence => ({ id, en });

const SIGNS: Readonly<Record<LoginSign, Sentence>> = {
  'password-sent': words('kolom kata sandi dikirim dari jendela ini', 'a password field was sent from this window'),
  'login-sent': words('isian dikirim ke alamat masuk (log in)', 'a form was sent to a log-in address'),
  'login-cookie': words(
    'situs memasang cookie baru setelah isian dikirim',
    'the site set a new cookie after a form was sent',
  ),
  'logout-offered': words('halaman menawarkan “keluar (log out)”', 'the page offers to log out'),
};

/** Who the page showed itself to; null for captures from before this was recorded. */
export function seenByWords(seenBy: SeenBy | null, language: Language): string {
  if (seenBy === null) return words('tidak dicatat', 'not recorded')[language];
  if (seenBy.how === 'without-login')
    return words('tanpa masuk (jendela bersih)', 'without log-in (clean window)')[language];
  if (seenBy.how === 'office-account')
    return words(`dengan akun kantor: ${seenBy.profileName}`, `with the office’s account: ${seenBy.profileName}`)[
      language
    ];
  const signs = seenBy.signs.map((sign) => SIGNS[sign][language]).join('; ');
  return words(`tidak dapat dipastikan (${signs})`, `cannot be told (${signs})`)[language];
}

const ANSWERS: Readonly<Record<SeenByAnswer, Sentence>> = {
  'without-login': words('tidak ada yang masuk (log in)', 'nobody had logged in'),
  'office-account': words('masuk dengan akun kantor', 'logged in with the office’s account'),
  'other-account': words('masuk dengan akun lain', 'logged in with another account'),
};

/** What the officer said. */
export function seenByAnswerWords(answer: SeenByAnswer, language: Language): string {
  return ANSWERS[answer][language];
}

/** What is stamped on a capture that was made with an account. */
export const ACCOUNT_DATA_MARK = words('memuat data akun petugas', 'holds data of the officer’s account');

const PUBLIC: Readonly<Record<PublicAnswer, Sentence>> = {
  yes: words('ya', 'yes'),
  no: words('tidak', 'no'),
  uncertain: words('tidak dapat dipastikan', 'cannot be told'),
};

/** "ya", "tidak", "tidak dapat dipastikan". */
export function publicAnswerWords(answer: PublicAnswer, language: Language): string {
  return PUBLIC[answer][language];
}

const BASES: Readonly<Record<PublicBasis, Sentence>> = {
  'same-post': words(
    'alamat yang sama menampilkan kata-kata yang sama tanpa masuk',
    'the same address showed the same words without log-in',
  ),
  gone: words(
    'situs menyatakan isi tidak ada bagi yang tidak masuk',
    'the site says that there is nothing for who is not logged in',
  ),
  private: words('situs menyatakan isi bersifat pribadi', 'the site says that it is private'),
  'login-wall': words(
    'situs meminta masuk; itu tidak menyatakan siapa yang boleh melihat unggahan',
    'the site asks to log in, which does not say who may see the post',
  ),
  'other-wall': words('situs menghalangi halaman karena sebab lain', 'the site kept the page back for another reason'),
  'not-loaded': words('halaman tidak selesai dimuat', 'the page did not load to its end'),
  'other-address': words('situs mengarahkan ke alamat lain', 'the site led to another address'),
  'other-words': words('halaman yang tampil tidak memuat cukup kata yang sama', 'too few of the same words were shown'),
  'few-words': words(
    'bukti pertama terlalu sedikit memuat teks untuk dibandingkan',
    'the first capture has too little text to compare',
  ),
  'first-not-a-post': words('bukti pertama sendiri bukan unggahan', 'the first capture is itself not the post'),
  'look-not-logged-out': words(
    'tidak pasti bahwa jendela pemeriksaan tetap tanpa masuk',
    'it is not certain that the looking window stayed logged out',
  ),
};

/** Why that is the answer, with the share of words where they were compared. */
export function publicBasisWords(
  { basis, share }: { basis: PublicBasis; share: number | null },
  language: Language,
): string {
  const percent = share === null ? '' : ` (${Math.round(share * 100)}%)`;
  return `${BASES[basis][language]}${percent}`;
}

export interface PublicViewStated {
  /** The last look; null when none was made. */
  readonly look: {
    readonly number: string;
    readonly lookedAt: string;
    readonly answer: PublicAnswer;
    readonly basis: PublicBasis;
    readonly share: number | null;
  } | null;
  readonly remark: { readonly text: string; readonly by: string } | null;
  /** The capture itself shows the post to somebody who is not logged in. */
  readonly ownAt: string | null;
  /** What was captured is not the post (a wall, a notice that it is gone): no look can be compared with it. */
  readonly notPost: boolean;
}

/** What a look says, else what the capture itself shows; null while nobody has looked. */
export function publicViewAnswer({ look, ownAt, notPost }: PublicViewStated): PublicAnswer | null {
  if (look !== null) return look.answer;
  if (ownAt !== null) return 'yes';
  return notPost ? 'uncertain' : null;
}

/**
 * "Terlihat publik: …" as the report prints it, with when that was seen (without a zone: not when); never silent where nothing
 * was checked.
 */
export function publicViewLine({ look, remark, ownAt, notPost }: PublicViewStated, zone: TimeZone | null): string {
  const when = (at: string): string => (zone === null ? '' : ` pada ${formatInstant(new Date(at), zone)}`);
  const said = remark === null ? '' : ` Keterangan petugas (${remark.by}): ${remark.text}`;
  if (look !== null) {
    return `Terlihat publik: ${PUBLIC[look.answer].id}, menurut ${look.number}${when(look.lookedAt)}: ${publicBasisWords(look, 'id')}.${said}`;
  }
  if (ownAt !== null) return `Terlihat publik: ya, halaman ini sendiri diambil tanpa masuk${when(ownAt)}.${said}`;
  if (notPost) return `Terlihat publik: ${PUBLIC.uncertain.id}, bukti ini sendiri bukan unggahan.${said}`;
  return `Terlihat publik: belum diperiksa.${said}`;
}
