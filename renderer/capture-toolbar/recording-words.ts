/** Words of a scroll recording in the tool bar: its choices, and how far it is. */
import type { CaptureState } from '#shared/contract/capture.ts';
import type { AreaKind } from '#shared/domain/capture/capture-area.ts';
import {
  MEGABYTE,
  SCROLL_LIMITS,
  type ScrollSize,
  type ScrollSpeed,
  type ScrollStart,
} from '#shared/domain/capture/scroll-recording.ts';
import type { WordsLanguage as Language } from '#shared/domain/capture/record-words.ts';

const SPEEDS: Readonly<Record<ScrollSpeed, readonly [string, string]>> = {
  slow: ['Pelan', 'Slow'],
  medium: ['Sedang', 'Medium'],
  fast: ['Cepat', 'Fast'],
};

const STARTS: Readonly<Record<ScrollStart, readonly [string, string]>> = {
  top: ['Dari atas', 'From the top'],
  here: ['Dari posisi ini', 'From here'],
};

/** A speed's name. */
export function speedWord(speed: ScrollSpeed, language: Language): string {
  return SPEEDS[speed][language === 'en' ? 1 : 0];
}

/** Where it begins. */
export function startWord(start: ScrollStart, language: Language): string {
  return STARTS[start][language === 'en' ? 1 : 0];
}

/** "250 langkah, 20 mnt, 400 MB". */
export function sizeWord(size: ScrollSize, language: Language): string {
  const { steps, milliseconds, bytes } = SCROLL_LIMITS[size];
  const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'id-ID').format(steps);
  const minutes = milliseconds / 60_000;
  const megabytes = bytes / MEGABYTE;
  return language === 'en'
    ? `${number} steps, ${minutes} min, ${megabytes} MB`
    : `${number} langkah, ${minutes} mnt, ${megabytes} MB`;
}

interface Area {
  readonly number: number;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly hidden: number;
}

/** An area's name with its size, and how much of it is out of sight. */
export function areaWord(
  { number, name, width, height, hidden }: Area,
  language: Language,
  kind: AreaKind = 'scroll',
): string {
  const [page, unnamed] = language === 'en' ? ['Page', 'Area without a name'] : ['Halaman', 'Area tanpa nama'];
  const whole = kind === 'scroll' && number === 0;
  const called = whole ? page : name === '' ? unnamed : name;
  const beyond = language === 'en' ? `${hidden} px out of sight` : `${hidden} px di luar layar`;
  const size = `${width} × ${height} px`;
  return [called, ...(whole ? [] : [size]), ...(kind === 'scroll' ? [beyond] : [])].join(' · ');
}

/** Frames, time and bytes against their limits, and gaps. */
export function recordingLine(progress: NonNullable<CaptureState['recording']>, language: Language): string {
  const { frames, gaps, bytes, milliseconds, limits } = progress;
  const [steps, spent] = [`${frames}/${limits.steps}`, `${clock(milliseconds)}/${clock(limits.milliseconds)}`];
  const size = `${megabytes(bytes)}/${megabytes(limits.bytes)} MB`;
  return language === 'en'
    ? `Recording: frame ${steps}, time ${spent}, size ${size}, gaps ${gaps}. Esc stops and keeps.`
    : `Merekam: bingkai ${steps}, waktu ${spent}, ukuran ${size}, celah ${gaps}. Esc menghentikan dan menyimpan.`;
}

function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(0);
}
