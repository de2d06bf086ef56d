/**
 * What a report of the kind "disamarkan" shows of evidence: the working copy that the officer chose, and nothing else. No
 * address, title, note or page text goes with it, and no place to look: they may name whom the masks cover.
 */
import type { EvidencePage, MaskedCopy, Picture } from '#shared/contract/report-model.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { type Mask, masksByReason, type MaskReason } from '#shared/domain/evidence/working-copy.ts';
import { formatInstant, formatUtc } from '#shared/domain/text/local-time.ts';
import type { MaterialItem } from './case-material.ts';
import { originLine } from './origin-lines.ts';

const REASON_WORDS: Readonly<Record<MaskReason, string>> = {
  wajah: 'wajah',
  nama: 'nama',
  nomor: 'nomor',
  lain: 'lainnya',
};

/** Null where the item has no copy to show: its number and hash are printed alone. */
export function maskedCopyOf(item: MaterialItem, settings: Settings): MaskedCopy | null {
  const { copy, evidence, artefacts } = item;
  if (copy === null) return null;
  const captured = new Date(evidence.capturedAt);
  return {
    sha256: copy.sha256,
    originalSha256: artefacts.find((one) => one.id === copy.derivedFrom)?.sha256 ?? evidence.mainSha256,
    covered: coveredText(copy.edits.masks, copy.edits.crop !== null),
    capturedAt: formatInstant(captured, settings.timeZone),
    capturedAtUtc: formatUtc(captured),
    secondHand: evidence.secondHand,
  };
}

/** One page, or none without a copy. Its alternate text says that there are no words with it. */
export function maskedPageOf(item: MaterialItem, pictures: ReadonlyMap<string, Picture>): EvidencePage[] {
  const { copy, evidence } = item;
  if (copy === null) return [];
  const covered = coveredText(copy.edits.masks, copy.edits.crop !== null);
  return [
    {
      evidenceNumber: evidence.number,
      caption: [covered, originLine(evidence.origin)],
      alternateText: `Salinan kerja yang disamarkan dari bukti ${evidence.number}. Teks pada gambar tidak disertakan.`,
      picture: pictures.get(evidence.number) ?? null,
      notes: [],
    },
  ];
}

/** What was covered and cut, in words: "3 bagian ditutup (2 wajah, 1 nama); gambar dipotong.". */
function coveredText(masks: readonly Mask[], cut: boolean): string {
  const counted = masksByReason(masks).map(({ reason, count }) => `${count} ${REASON_WORDS[reason]}`);
  const closed =
    masks.length === 0 ? 'Tidak ada bagian yang ditutup' : `${masks.length} bagian ditutup (${counted.join(', ')})`;
  return `${closed}${cut ? '; gambar dipotong' : ''}.`;
}
