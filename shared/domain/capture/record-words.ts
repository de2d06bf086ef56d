/** What a capture's record holds, in words: for the screen and for the report. Plain official Indonesian, English second. */
import { formatInstant, formatUtc, type TimeZone } from '../text/local-time.ts';
import type { CompletenessFinding, CompletenessItem } from './completeness.ts';
import type { GoneKind, WallKind } from './page-sayings.ts';
import type { PreparationStep } from './record.ts';
import type { TimeBasis, TimeWindow } from './time-window.ts';

export type WordsLanguage = 'id' | 'en';

interface Sentence {
  readonly id: string;
  readonly en: string;
}

const words = (id: string, en: string): Sentence => ({ id, en });

/** Why a page is not the post that was asked for. */
const VERDICTS: Readonly<Record<WallKind | GoneKind, Sentence>> = {
  login: words(
    'Situs meminta masuk (log in) sebelum isi ditampilkan.',
    'The site asks to log in before it shows anything.',
  ),
  private: words('Akun atau isinya bersifat pribadi.', 'The account or its content is private.'),
  'rate-limit': words('Situs membatasi jumlah permintaan.', 'The site limits the number of requests.'),
  consent: words('Situs meminta persetujuan lebih dahulu.', 'The site asks for consent first.'),
  refused: words('Situs menolak menampilkan halaman.', 'The site refuses to show the page.'),
  removed: words(
    'Situs menyatakan isi ini tidak tersedia atau telah dihapus.',
    'The site says that this is not available or was deleted.',
  ),
  'not-found': words('Situs menyatakan halaman tidak ada.', 'The site says that there is no such page.'),
};

/** Says why this is not the post; a kind of a later version is shown as it is. */
export function verdictWords(kind: string, language: WordsLanguage): string {
  return sentenceOf(VERDICTS, kind)?.[language] ?? kind;
}

const STEPS: Readonly<Record<PreparationStep['step'], Sentence>> = {
  'banner-hidden': words('Spanduk disembunyikan dari gambar', 'A banner hidden from the pictures'),
  'banner-shown': words('Spanduk ditampilkan kembali', 'The banner shown again'),
  'scroll-recorded': words('Direkam bingkai demi bingkai sambil digulir', 'Recorded frame by frame while scrolled'),
  'scrolled-through': words(
    'Halaman digulir dari atas ke bawah agar gambar termuat',
    'Scrolled through so that pictures load',
  ),
  'scrolled-back': words('Gulir dikembalikan ke tempat semula', 'Scrolled back to where it was'),
  'waited-for-images': words('Gambar ditunggu', 'Waited for pictures'),
  'waited-for-fonts': words('Huruf (font) ditunggu', 'Waited for fonts'),
  'waited-for-frames': words(
    'Bingkai situs lain ditunggu sampai tergambar',
    'Waited for frames of other sites to be drawn',
  ),
  'carets-hidden': words('Kursor ketik disembunyikan, gulir halus dimatikan', 'Carets hidden, smooth scrolling off'),
  'frames-stilled': words('Semua bingkai (iframe) ditahan diam', 'All frames held still'),
  'videos-paused': words('Video dijeda', 'Videos paused'),
  'documents-released': words('Video, kursor ketik dan bingkai dilepas kembali', 'Videos, carets and frames let go'),
  'animations-paused': words('Animasi dihentikan', 'Animations stopped'),
  'animations-resumed': words('Animasi diteruskan', 'Animations resumed'),
  'scripts-stopped': words('Skrip halaman dihentikan sementara', 'The page’s scripts stopped for a while'),
  'scripts-resumed': words('Skrip halaman diteruskan', 'The page’s scripts resumed'),
  'window-enlarged': words(
    'Jendela dibuat setinggi halaman agar bingkai situs lain tergambar',
    'The window was made as tall as the page so that frames of other sites are painted',
  ),
  'window-moved': words('Jendela digeser mengikuti halaman', 'The window moved along the page'),
  'window-restored': words('Ukuran jendela dikembalikan', 'The window’s size restored'),
  'pictured-beyond-window': words(
    'Halaman penuh difoto melampaui jendela (halaman dapat menyadari perubahan ukuran)',
    'The whole page pictured beyond the window (the page may notice a resize)',
  ),
  'reloaded-past-cache': words('Halaman dimuat ulang tanpa tembolok', 'The page was loaded anew past the cache'),
};

/** Where the scrolling through stopped. */
const STOPS: Readonly<Record<string, Sentence>> = {
  end: words('sampai akhir', 'to the end'),
  height: words('sampai batas tinggi', 'to the limit of height'),
  time: words('sampai batas waktu', 'to the limit of time'),
};

/** Details as the record has them, in words; what is none of these is told as it stands, such as a banner's own words. */
const DETAILS: readonly (readonly [RegExp, (...parts: string[]) => Sentence])[] = [
  [
    /^(\d+) x (\d+) ms, (end|height|time)$/,
    (steps = '', pause = '', stop = '') =>
      words(
        `${steps} langkah, jeda ${pause} ms, ${STOPS[stop]?.id ?? stop}`,
        `${steps} steps, ${pause} ms apart, ${STOPS[stop]?.en ?? stop}`,
      ),
  ],
  [/^0 left$/, () => words('semua termuat', 'all loaded')],
  [/^(\d+) left$/, (left = '') => words(`${left} belum termuat`, `${left} not loaded`)],
  [/^ready$/, () => words('siap', 'ready')],
  [/^not ready$/, () => words('belum siap', 'not ready')],
  [
    /^(\d+) documents, (\d+) processes$/,
    (documents = '', processes = '') =>
      words(`${documents} dokumen, ${processes} proses`, `documents: ${documents}, processes: ${processes}`),
  ],
  [/^(\d+) of (\d+)$/, (done = '', all = '') => words(`${done} dari ${all}`, `${done} of ${all}`)],
  [
    /^undone: the layout depends on the window$/,
    () => words('dibatalkan: tata letak bergantung pada ukuran jendela', 'undone: the layout depends on the window'),
  ],
];

function detailWords(detail: string, language: WordsLanguage): string {
  for (const [pattern, say] of DETAILS) {
    const match = pattern.exec(detail);
    if (match !== null) return say(...match.slice(1))[language];
  }
  return detail;
}

/** Says one preparation, with its detail and how long it took. */
export function preparationWords(
  { step, detail, milliseconds }: { step: string; detail: string; milliseconds: number },
  language: WordsLanguage,
): string {
  const said = sentenceOf(STEPS, step)?.[language] ?? step;
  return `${said}${detail === '' ? '' : ` (${detailWords(detail, language)})`}, ${milliseconds} ms`;
}

const UNSTATED = words('tidak dinyatakan', 'not stated');

const ITEMS: Readonly<Record<CompletenessItem, (finding: CompletenessFinding, language: WordsLanguage) => Sentence>> = {
  height: ({ seen, declared }) =>
    words(`tinggi ${seen} dari ${declared} px`, `${seen} of ${declared} px of the height`),
  width: ({ seen, declared }) => words(`lebar ${seen} dari ${declared} px`, `${seen} of ${declared} px of the width`),
  images: ({ seen, declared }) =>
    words(`gambar termuat ${seen} dari ${declared}`, `${seen} of ${declared} pictures loaded`),
  videos: ({ seen, declared }) =>
    words(`video termuat ${seen} dari ${declared}`, `${seen} of ${declared} videos loaded`),
  comments: ({ seen, declared }, language) => {
    if (seen === null && declared === null)
      return words('jumlah komentar tidak dinyatakan halaman', 'the page states no number of comments');
    const said = (count: number | null): string => (count === null ? UNSTATED[language] : String(count));
    return words(
      `komentar tampak ${said(seen)}, menurut halaman ${said(declared)}`,
      `comments shown ${said(seen)}, stated by the page ${said(declared)}`,
    );
  },
  joins: ({ level }) =>
    level === 'green'
      ? words('sambungan gambar bersih', 'joins are clean')
      : level === 'red'
        ? words('sambungan gambar tidak sama', 'joins differ')
        : words('sambungan gambar tidak diperiksa', 'joins were not compared'),
  frames: ({ seen, declared }) => words(`potongan gambar ${seen} dari ${declared}`, `${seen} of ${declared} pieces`),
  'inner-areas': ({ seen }) =>
    words(`area bergulir dengan isi tersembunyi: ${seen}`, `areas that hide a part: ${seen}`),
  'outer-frames': ({ level, declared }) =>
    level === 'green'
      ? words(`bingkai situs lain: ${declared}`, `frames of other sites: ${declared}`)
      : words(`bingkai situs lain tidak tergambar (${declared})`, `frames of other sites not painted (${declared})`),
  layers: ({ seen, declared }) =>
    words(`bagian melayang tampak ${seen} dari ${declared}`, `${seen} of ${declared} floating parts seen`),
  recycled: ({ seen }) =>
    words(`isi yang hilang lagi saat digulir: ${seen}`, `content exchanged while scrolling: ${seen}`),
};

/** Says one line of the meter. */
export function findingWords(finding: CompletenessFinding, language: WordsLanguage): string {
  return ITEMS[finding.item](finding, language)[language];
}

const BASES: Readonly<Record<TimeBasis, Sentence>> = {
  'servers-and-system': words('jam server dan jam komputer sejalan', 'the servers’ clocks and the computer’s agree'),
  servers: words(
    'menurut jam beberapa server; jam komputer berbeda',
    'by the clocks of several servers; the computer’s differs',
  ),
  trusted: words('menurut jam komputer yang dikoreksi', 'by the computer’s clock, corrected'),
  system: words('menurut jam komputer saja', 'by the computer’s clock alone'),
  disagreeing: words(
    'jam server dan jam komputer berbeda; rentang memuat semuanya',
    'servers and computer disagree; the window holds all they say',
  ),
};

/** "antara … WIB dan … WIB (… UTC – … UTC)", and what that rests on. */
export function timeWindowWords(window: TimeWindow, zone: TimeZone, language: WordsLanguage): string {
  const [from, to] = [new Date(window.from), new Date(window.to)];
  const [between, and] = language === 'id' ? ['antara', 'dan'] : ['between', 'and'];
  const jump = Math.round(window.jump / 1_000);
  const moved =
    language === 'id' ? `; jam komputer diubah ${jump} detik` : `; the computer’s clock was set by ${jump} s`;
  return `${between} ${formatInstant(from, zone, language)} ${and} ${formatInstant(to, zone, language)} (${formatUtc(from)} – ${formatUtc(to)}); ${BASES[window.basis][language]}${jump === 0 ? '' : moved}`;
}

function sentenceOf(all: Readonly<Record<string, Sentence>>, code: string): Sentence | undefined {
  return Object.hasOwn(all, code) ? all[code] : undefined;
}
