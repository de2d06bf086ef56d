/** Scroll recordings and a person's actions in words: for the screen and for the report. */
import { formatInstant, type TimeZone } from '../text/local-time.ts';
import type { WordsLanguage } from './record-words.ts';
import type { ScrollEnd, ScrollSpeed, Seam } from './scroll-recording.ts';
import type { UserAction, UserActionKind, UserActions } from './user-actions.ts';

type Sentence = Readonly<Record<WordsLanguage, string>>;

const ENDS: Readonly<Record<ScrollEnd, Sentence>> = {
  end: { id: 'sampai akhir isi', en: 'until the end of the content' },
  stopped: { id: 'dihentikan oleh petugas', en: 'stopped by the officer' },
  steps: { id: 'batas jumlah langkah tercapai', en: 'the limit of steps was reached' },
  time: { id: 'batas waktu tercapai', en: 'the limit of time was reached' },
  bytes: { id: 'batas ukuran tercapai', en: 'the limit of size was reached' },
  interrupted: { id: 'terputus oleh halaman', en: 'cut short by the page' },
};

const SPEEDS: Readonly<Record<ScrollSpeed, Sentence>> = {
  slow: { id: 'pelan', en: 'slow' },
  medium: { id: 'sedang', en: 'medium' },
  fast: { id: 'cepat', en: 'fast' },
};

const SEAMS: Readonly<Record<Seam, Sentence>> = {
  first: { id: 'bingkai pertama', en: 'first frame' },
  'seen-again': {
    id: 'bersambung dengan bingkai sebelumnya (bagian yang sama terlihat lagi)',
    en: 'continues the frame before (a part of it is seen again)',
  },
  plain: {
    id: 'bersambung menurut posisi gulir (bagian yang sama kosong)',
    en: 'continues by scroll position (the shared part is blank)',
  },
  gap: {
    id: 'celah: bagian dari bingkai sebelumnya tidak terlihat lagi, mungkin ada isi yang terlewat',
    en: 'gap: nothing of the frame before is seen again, something may be missing',
  },
};

/** What is said of a recording wherever it is named. */
export interface RecordingFacts {
  readonly area: string | null;
  readonly speed: ScrollSpeed;
  readonly frames: number;
  readonly gaps: number;
  readonly ended: ScrollEnd;
  readonly milliseconds: number;
}

/** One sentence without its end: area, frames, how it ended, gaps. */
export function recordingWords(facts: RecordingFacts, language: WordsLanguage): string {
  const { area, frames, gaps, ended, milliseconds, speed } = facts;
  const seconds = Math.round(milliseconds / 1_000);
  if (language === 'en') {
    const where = area === null ? 'of the page' : `of the area “${area}”`;
    const holes = gaps === 0 ? 'no gap between frames' : `${some(gaps, 'gap')} between frames`;
    return `${some(frames, 'frame')} ${where}, ${ENDS[ended].en}, ${SPEEDS[speed].en}, ${seconds} s; ${holes}`;
  }
  const where = area === null ? 'dari halaman' : `dari area “${area}”`;
  const holes = gaps === 0 ? 'tidak ada celah antarbingkai' : `${gaps} celah antarbingkai`;
  return `${frames} bingkai ${where}, ${ENDS[ended].id}, kecepatan ${SPEEDS[speed].id}, ${seconds} detik; ${holes}`;
}

/** How a frame hangs together with the one before. */
export function seamWords(seam: Seam, language: WordsLanguage): string {
  return SEAMS[seam][language];
}

const ACTIONS: Readonly<Record<UserActionKind, (action: UserAction) => Sentence>> = {
  clicked: ({ count }) => ({ id: count > 1 ? `menekan ${count} kali` : 'menekan', en: times('pressed', count) }),
  typed: ({ count }) => ({
    id: `mengetik ${count} tombol (isi tidak dicatat) di`,
    en: `typed ${some(count, 'key')} (not kept) in`,
  }),
  keys: ({ count }) => ({ id: `menekan ${count} tombol papan ketik`, en: `pressed ${some(count, 'key')}` }),
  scrolled: ({ y }) => ({
    id: y === null ? 'menggulir' : `menggulir sampai ${y} px`,
    en: y === null ? 'scrolled' : `scrolled to ${y} px`,
  }),
  'entered-frame': () => ({ id: 'menekan di dalam bingkai (iframe)', en: 'pressed within a frame (iframe)' }),
};

function some(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function times(word: string, count: number): string {
  return count > 1 ? `${word} ${count} times` : word;
}

/** One action: when, what, on what. */
export function actionWords(action: UserAction, zone: TimeZone, language: WordsLanguage): string {
  const did = ACTIONS[action.kind](action)[language];
  const on = [action.role, action.text === '' ? '' : `“${action.text}”`].filter((part) => part !== '').join(' ');
  return `${formatInstant(new Date(action.at), zone, language)}: ${did}${on === '' ? '' : ` ${on}`}`;
}

/** One sentence on all of them. */
export function actionsSummary({ list, more }: UserActions, language: WordsLanguage): string {
  const count = (...kinds: UserActionKind[]): number =>
    list.filter(({ kind }) => kinds.includes(kind)).reduce((sum, action) => sum + action.count, 0);
  const [clicks, keys] = [count('clicked', 'entered-frame'), count('typed', 'keys')];
  const scrolls = list.filter(({ kind }) => kind === 'scrolled').length;
  if (list.length === 0)
    return language === 'id'
      ? 'Tidak ada tindakan petugas di halaman yang tercatat sejak dimuat.'
      : 'No action of the officer in the page was noted since it was loaded.';
  const beyond =
    more === 0 ? '' : language === 'id' ? `, dan ${more} tindakan lain` : `, and ${some(more, 'more action')}`;
  return language === 'id'
    ? `Tindakan petugas di halaman sejak dimuat: ${clicks} tekanan, ${keys} tombol, ${scrolls} guliran${beyond}.`
    : `The officer’s actions in the page since it was loaded: ${some(clicks, 'press', 'presses')}, ${some(keys, 'key')}, ${some(scrolls, 'scroll')}${beyond}.`;
}
