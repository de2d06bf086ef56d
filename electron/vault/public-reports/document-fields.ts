/** What documents about a report say where a person filled nothing in, and the record of naming the reporter in one. */
import type { DocumentDraft } from '#shared/contract/documents.ts';
import type { DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import { PUBLIC_REPORT_WORDS } from '#shared/domain/public-reports/words.ts';
import { localDayOf } from '../documents/days.ts';
import type { UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { reportById, reportRow } from './report-rows.ts';
import { recordReveal } from './reveal-reporter.ts';
import { stepsOf } from './step-rows.ts';

/** Defaults by the names of the fields. PUBLIC_REPORT_UNKNOWN. */
export function reportFields(
  document: DocumentKindName,
  reportId: string,
  context: UseCaseContext,
): Readonly<Record<string, string>> {
  const { timeZone } = context.settings();
  const row = reportById(context.database, reportId);
  const report = reportRow(context, reportId);
  const received = new Date(report.receivedAt);
  const asked = stepsOf(context.database, reportId).findLast((step) => step.to === 'kurang');
  const completion = report.state === 'kurang';
  const passedOn = stepsOf(context.database, reportId).findLast((step) => step.to === 'diteruskan');
  return {
    receivedDay: localDayOf(received, timeZone),
    receivedTime: new Date(received.getTime() + HOURS[timeZone] * 3_600_000).toISOString().slice(11, 16),
    receivedVia: PUBLIC_REPORT_WORDS.id.channel[report.channel],
    eventPlace: textOf(row, 'event_place'),
    knownDay: typeof row['known_day'] === 'string' ? row['known_day'] : '',
    complaintNumber: '',
    channel: passedOn?.forwardedTo === 'bkn' ? 'bkn' : 'bawaslu',
    ...(document === 'surat_jawaban' && {
      recipient: '',
      subject: completion ? 'Permintaan kelengkapan laporan' : 'Jawaban atas laporan masyarakat',
      completion: completion ? 'ya' : 'tidak',
      dueDay: completion ? (asked?.dueDay ?? '') : '',
      answer: completion ? ASK : (ANSWERS[report.state] ?? ANSWER),
    }),
    ...(document === 'penerusan' && { subject: `Penerusan laporan masyarakat ${report.number}` }),
  };
}

const HOURS = { WIB: 7, WITA: 8, WIT: 9 } as const;
const ASK = 'Laporan telah kami terima dan telaah. Agar dapat ditindaklanjuti, laporan masih perlu dilengkapi.';
const ANSWER = 'Laporan telah kami terima dan sedang ditelaah sesuai dengan kewenangan kami.';
const ANSWERS: Readonly<Record<string, string>> = {
  pemantauan: 'Laporan telah kami telaah dan ditindaklanjuti dengan pemantauan.',
  kasus: 'Laporan telah kami telaah dan ditindaklanjuti sesuai dengan kewenangan kami.',
  diteruskan: 'Laporan telah kami telaah dan teruskan kepada instansi yang berwenang.',
  hoaks: 'Laporan telah kami telaah dan ditindaklanjuti dalam penanganan informasi yang tidak benar.',
  ditutup: 'Laporan telah kami telaah dan penanganannya telah selesai.',
};

/** A document that names the reporter is a look at the identity: noted before any of it is read. */
export function noteReporterUse({ publicReportId, reporter }: DocumentDraft, context: UseCaseContext): void {
  if (publicReportId === null || reporter === null) return;
  context.write(['publicReports', 'custody'], (database) => ({
    value: null,
    entry: recordReveal(database, context, publicReportId, reporter),
  }));
}
