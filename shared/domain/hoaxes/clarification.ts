/**
 * What a clarification tells the public, the same in the sheet, in the picture and in the words that go with the picture. It is
 * about a claim: it names nobody who spread it and shows nothing of how the hoax looked.
 */
import { formatCalendarDay } from '../text/local-time.ts';
import type { HoaxVerdict } from './states.ts';

export interface Clarification {
  /** H-0001. */
  readonly number: string;
  readonly claim: string;
  readonly verdict: HoaxVerdict;
  /** Name of the kind; null where it is no hoax. */
  readonly kind: string | null;
  readonly facts: string;
  readonly advice: string;
  /** Calendar day of the fact check. */
  readonly checkedOn: string;
  /** Publisher and title of each source. */
  readonly sources: readonly string[];
  /** Agency first, government after it. */
  readonly office: readonly string[];
  /** Verified places to check and to report. */
  readonly channels: readonly string[];
}

/** What stands on the stamp. */
export const STAMPS: Readonly<Record<HoaxVerdict, string>> = {
  hoaks: 'HOAKS',
  bukan_hoaks: 'BUKAN HOAKS',
  belum_terbukti: 'BELUM DAPAT DIPASTIKAN',
};

/** The picture in words, for people who do not see it; offered to be posted with it. */
export function altText(clarification: Clarification): string {
  const { claim, verdict, kind, facts, advice, sources, office, channels, checkedOn, number } = clarification;
  const sentences = [
    `Klarifikasi ${office.join(', ')}, ${formatCalendarDay(checkedOn)} (${number}).`,
    `Klaim yang beredar: “${claim}”`,
    `Hasil pemeriksaan fakta: ${STAMPS[verdict]}${kind === null ? '' : ` (${kind})`}.`,
    `Faktanya: ${facts}`,
    advice,
    sources.length === 0 ? '' : `Sumber: ${sources.join('; ')}.`,
    channels.length === 0 ? '' : `Periksa dan laporkan: ${channels.join('; ')}.`,
  ];
  return sentences.filter((sentence) => sentence !== '').join('\n');
}
