/** What a report says of who saw the evidence and whether the public sees it: before the allegations, and on each page. */
import type { CaptureOnFile } from '#shared/contract/capture.ts';
import type { ReportModel } from '#shared/contract/report-model.ts';
import type { Settings } from '#shared/contract/settings.ts';
import {
  ACCOUNT_DATA_MARK,
  publicViewLine,
  seenByAnswerWords,
  seenByWords,
} from '#shared/domain/capture/seen-by-words.ts';
import type { TimeZone } from '#shared/domain/text/local-time.ts';
import type { MaterialItem } from './case-material.ts';

/** Characters that a line of a caption takes. */
const LONGEST = 1_990;
/** Paragraphs that a section takes, the introduction apart. */
const MOST_PARAGRAPHS = 190;

const INTRODUCTION =
  'Dugaan pelanggaran di media sosial menyangkut unggahan yang dapat diakses publik. Di bawah ini dicatat, untuk setiap bukti, kepada siapa halaman itu tampil saat diambil dan apakah alamat yang sama terlihat tanpa masuk (log in). Jawabannya ditetapkan oleh aturan aplikasi dan tidak dapat diubah petugas.';

/** One section, between the account and the allegations. A masked report has the answers without the officer's words. */
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
    publicViewLine(
      {
        look: visibility.looks.at(-1) ?? null,
        remark: masked ? null : visibility.remark,
        ownAt: seenBy?.how === 'without-login' && capture.outcome === 'captured' ? capture.capturedAt : null,
      },
      zone,
    ),
  ];
  return lines.map((line) => line.slice(0, LONGEST));
}
