/** Photos and videos of a page as artefacts of their own: what was kept, and why what was not. */

/** Why a picture or video is not kept. */
export const MEDIA_MISSING = [
  /** The browser shows it and no longer holds, or never held, the bytes that came. */
  'not-held',
  /** Parts of it were received, and they do not make the whole: a film that was not watched to its end. */
  'partly-received',
  /** Put together by the page itself (blob:): no bytes came from an address. */
  'made-by-page',
  /** A stream that the page fed piece by piece (Media Source). */
  'stream',
  'too-large',
  /** So much of other media was kept that there is no room. */
  'over-budget',
  /** The time for media was over. */
  'no-time',
] as const;
export type MediaMissing = (typeof MEDIA_MISSING)[number];

export interface CapturedMedia {
  readonly sort: 'image' | 'video';
  /** Name of its artefact; null when it is not kept. Media with the same bytes have the same artefact. */
  readonly name: string | null;
  /** Where it came from, without credentials, cut. */
  readonly address: string;
  /** As the page declares it, CSS pixels of the picture itself; 0 where it does not say. */
  readonly width: number;
  readonly height: number;
  /** Words the page has for it (alt), cut. */
  readonly words: string;
  readonly mime: string;
  readonly bytes: number | null;
  readonly sha256: string | null;
  /** How many answers of its server it was put together from, as for a film that was asked for in ranges; null when it is not kept. */
  readonly answers: number | null;
  readonly missing: MediaMissing | null;
}

/** Least pixels on both sides of a picture; most pictures and videos looked at; bytes of one and of all; milliseconds for all. */
export const MEDIA_LIMITS = {
  side: 200,
  images: 50,
  videos: 10,
  bytes: 64 * 1024 * 1024,
  all: 256 * 1024 * 1024,
  time: 15_000,
  address: 400,
  words: 200,
} as const;

const words = (id: string, en: string): { readonly id: string; readonly en: string } => ({ id, en });

const MISSING_WORDS: Readonly<Record<MediaMissing, { readonly id: string; readonly en: string }>> = {
  'not-held': words('peramban tidak lagi memegang isinya', 'the browser no longer holds its bytes'),
  'partly-received': words(
    'hanya sebagian yang diterima peramban; putar sampai selesai lalu ambil lagi',
    'the browser received a part of it only; play it to its end and capture again',
  ),
  'made-by-page': words(
    'dirakit oleh halaman, tidak diterima dari sebuah alamat',
    'put together by the page, not received from an address',
  ),
  stream: words('dialirkan sepotong-sepotong oleh halaman', 'streamed piece by piece by the page'),
  'too-large': words('terlalu besar', 'too large'),
  'over-budget': words('batas ukuran seluruh media tercapai', 'the limit for all media was reached'),
  'no-time': words('batas waktu untuk media tercapai', 'the time for media was over'),
};

/** Why it is not kept, as part of a sentence. */
export function mediaMissingWords(missing: MediaMissing, language: 'id' | 'en'): string {
  return MISSING_WORDS[missing][language];
}
