/** What a report says of an item's second looks: the day, the other item, and what was seen to differ; never why. */
import type { CaptureComparison, SecondLook } from '#shared/contract/capture-queue.ts';
import { formatDay, type TimeZone } from '#shared/domain/text/local-time.ts';
import { looksAt } from '../capture-queue/second-looks.ts';
import type { ReadableDatabase } from '../kernel.ts';

/** A second look that was made, from the side of one of its two items. */
export interface LookOnFile {
  /** Whether this item is the later capture. */
  readonly later: boolean;
  /** The other item's number; null where it stands in no file of this case. */
  readonly other: string | null;
  readonly otherAt: string;
  readonly laterOutcome: NonNullable<SecondLook['after']>['outcome'];
  /** Null while it is still to be compared. */
  readonly comparison: CaptureComparison | null;
}

/** Looks that an item's page prints. */
const MOST_LOOKS = 20;

/** The looks whose other side stands; evidence of other cases counts and is not named. `caseId` null: of no case. */
export function looksOnFile(database: ReadableDatabase, evidenceId: string, caseId: string | null): LookOnFile[] {
  return looksAt(database, evidenceId)
    .flatMap(({ before, after, comparison }): LookOnFile[] => {
      if (after === null) return [];
      const later = after.id === evidenceId;
      const other = later ? before : after;
      const standing = standingOf(database, other.id, caseId);
      if (standing === 'withdrawn') return [];
      const number = standing === 'named' ? other.number : null;
      return [{ later, other: number, otherAt: other.capturedAt, laterOutcome: after.outcome, comparison }];
    })
    .slice(-MOST_LOOKS);
}

function standingOf(
  database: ReadableDatabase,
  id: string,
  caseId: string | null,
): 'named' | 'elsewhere' | 'withdrawn' {
  const row = database.get(
    `SELECT EXISTS (SELECT 1 FROM evidence_filings f WHERE f.evidence_id = e.id AND f.case_id = @caseId AND f.ended_at IS NULL) AS filed
     FROM evidence e WHERE e.id = @id AND e.withdrawn_at IS NULL`,
    { id, caseId },
  );
  if (!row) return 'withdrawn';
  return caseId === null || row['filed'] === 1 ? 'named' : 'elsewhere';
}

/** "Senin, 23 November 2026, B-0002: tidak ditemukan lagi di alamat itu." */
export function secondLookLines(looks: readonly LookOnFile[], zone: TimeZone): string[] {
  return looks.map((look) => {
    const day = formatDay(new Date(look.otherAt), zone);
    const other = look.other ?? 'bukti di luar berkas kasus ini';
    const pair = look.later ? `atas ${other} (${day})` : `${day}, ${other}`;
    return `${pair}: ${findingOf(look)}.`;
  });
}

function findingOf({ comparison, laterOutcome }: LookOnFile): string {
  if (comparison === null) return 'belum dibandingkan';
  switch (comparison.verdict) {
    case 'same':
      return laterOutcome === 'gone'
        ? 'unggahan tidak ditemukan pada kedua pengambilan'
        : 'sama, teks dan setiap baris gambarnya';
    case 'gone':
      return 'tidak ditemukan lagi di alamat itu; sebabnya tidak diketahui';
    case 'changed':
      return `${comparison.changed.includes('text') ? 'isi teks berubah' : 'berubah'}: ${changesOf(comparison).join('; ')}; sebabnya tidak diketahui`;
    case 'not-comparable':
      return `tidak dapat dibandingkan${comparison.reason === null ? '' : `: ${REASONS[comparison.reason]}`}`;
  }
}

function changesOf({ changed, text, picture }: CaptureComparison): string[] {
  return changed.map((part) => {
    if (part === 'text')
      return `${text?.removedCount ?? 0} baris teks tidak ada lagi, ${text?.addedCount ?? 0} baris baru`;
    if (part === 'counters') return `angka penghitung atau waktu berbeda pada ${text?.countersCount ?? 0} baris`;
    return picture?.comparable === true ? `${percent(picture.share)} baris gambar berbeda` : 'gambar berbeda';
  });
}

/** "29 %"; a difference is never rounded away. */
function percent(share: number): string {
  const whole = Math.round(share * 100);
  return share > 0 && whole === 0 ? 'kurang dari 1 %' : `${whole} %`;
}

const REASONS: Readonly<Record<NonNullable<CaptureComparison['reason']>, string>> = {
  wall: 'halaman meminta masuk (log in) atau membatasi akses, sehingga keadaan unggahan tidak diketahui',
  'not-loaded': 'halaman gagal dimuat pada pengambilan ulang',
  'earlier-not-captured': 'pengambilan yang pertama bukan halaman yang utuh',
  'nothing-to-compare': 'gambar atau teks untuk dibandingkan tidak ada pada keduanya',
  'worker-failed': 'gambar atau teksnya tidak dapat diolah',
};
