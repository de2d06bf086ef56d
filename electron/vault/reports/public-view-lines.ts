/** What a report says of who saw the evidence and whether the public sees it: before the allegations, and on each page. */
import type { CaptureOnFile } from '#shared/contract/capture.ts';
import type { ReportModel } from '#shared/contract/report-model.ts';
import type { Settings } from '#shared/contract/settings.ts';
import {
  ACCOUNT_DATA_MARK,
  publicAnswerWords,
  publicViewAnswer,
  publicViewLine,
  type PublicViewStated,
  seenByAnswerWords,
  seenByWords,
} from '#shared/domain/capture/seen-by-words.ts';
import type { TimeZone } from '#shared/domain/text/local-time.ts';
import type { MaterialItem } from './case-material.ts';

/** Characters that a line of a caption takes. */
const LONGEST = 1_990;
/** Paragraphs that a section takes, the introduction apart. */
const MOST_PARAGRAPHS = 190;
/** Numbers of evidence that are named beside an allegation for each answer. */
const MOST_NAMED = 12;

const INTRODUCTION =
  'Dugaan pelanggaran di media sosial menyangkut unggahan yang dapat diakses publik. Di bawah ini dicatat, untuk setiap bukti, kepada siapa halaman itu tampil saat diambil dan apakah alamat yang sama terlihat tanpa masuk (log in). Jawabannya ditetapkan oleh aturan aplikasi dan tidak dapat diubah petugas.';

/** One section, between the account and the allegations. A masked report has the answers alone: no time, no words of the officer. */
export function publicViewSection(
  items: readonly MaterialItem[],
  { timeZone }: Settings,
  masked: boolean,
): ReportModel['sections'] {
  const lines = items.map(({ evidence, capture }) => {
    if (capture === null)
      return `${evidence.number}: berkas, bukan pengambilan halaman. Terlihat publik: belum diperiksa.`;
    return `${evidence.number}: ${visibilityLines(capture, timeZone, masked).join(' ')}`;
  });
  const each = Math.max(1, Math.ceil(lines.length / MOST_PARAGRAPHS));
  const grouped = Array.from({ length: Math.ceil(lines.length / each) }, (_none, index) =>
    lines.slice(index * each, (index + 1) * each).join('\n'),
  );
  return [{ title: 'Keterlihatan publik', paragraphs: [INTRODUCTION, ...grouped] }];
}

/**
 * "ya (B-1, B-4); belum diperiksa (B-2)": what stands beside each allegation, since public visibility is part of it. Null
 * without a captured page; a look made for another item speaks through that item.
 */
export function publicViewSummary(items: readonly MaterialItem[]): string | null {
  const seen = items.flatMap(({ evidence, capture }) =>
    capture === null || capture.visibility.lookOf !== null
      ? []
      : [{ number: evidence.number, answer: publicViewAnswer(publicViewOf(capture, true)) }],
  );
  if (seen.length === 0) return null;
  const groups = (['yes', 'no', 'uncertain', null] as const).flatMap((answer) => {
    const numbers = seen.filter((one) => one.answer === answer).map(({ number }) => number);
    if (numbers.length === 0) return [];
    const words = answer === null ? 'belum diperiksa' : publicAnswerWords(answer, 'id');
    return [`${words} (${namesOf(numbers)})`];
  });
  return groups.join('; ');
}

/** The first ones by number, then how many more. */
function namesOf(numbers: readonly string[]): string {
  const more = numbers.length - MOST_NAMED;
  const named = numbers.slice(0, MOST_NAMED).join(', ');
  return more > 0 ? `${named}, dan ${more} lainnya` : named;
}

/** Who saw it; then what a look without log-in said, or that there was none. */
export function visibilityLines(capture: CaptureOnFile, zone: TimeZone, masked = false): string[] {
  const { visibility, seenBy } = capture;
  if (visibility.lookOf !== null)
    return [`Pemeriksaan tanpa masuk (log in) atas alamat bukti ${visibility.lookOf.number}.`];
  const { statement, accountData } = visibility;
  const stated =
    statement === null
      ? ''
      : `; menurut petugas${masked ? '' : ` (${statement.by})`}: ${seenByAnswerWords(statement.answer, 'id')}`;
  // The name of the office's account is nobody's business outside.
  const seen = masked && seenBy?.how === 'office-account' ? 'dengan akun kantor' : seenByWords(seenBy, 'id');
  const lines = [
    `Dilihat: ${seen}${stated}${accountData ? ` (${ACCOUNT_DATA_MARK.id})` : ''}.`,
    publicViewLine(publicViewOf(capture, masked), masked ? null : zone),
  ];
  return lines.map((line) => line.slice(0, LONGEST));
}

function publicViewOf({ visibility, seenBy, outcome, capturedAt }: CaptureOnFile, masked: boolean): PublicViewStated {
  return {
    look: visibility.looks.at(-1) ?? null,
    remark: masked ? null : visibility.remark,
    ownAt: seenBy?.how === 'without-login' && outcome === 'captured' ? capturedAt : null,
    notPost: outcome !== 'captured',
  };
}
