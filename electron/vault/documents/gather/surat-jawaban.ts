/** A letter to whoever reported, who is named only where that was chosen. */
import type { DocumentData } from '#shared/documents/kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { paragraphsOf } from '../../reports/report-model.ts';
import { orNull } from '../people.ts';
import { dayWords, type Gathering } from './gathering.ts';

export function gatherSuratJawaban(from: Gathering): DocumentData<'surat_jawaban'> {
  const { field, frame, report, settings } = from;
  if (report === null) throw new AppError('DOCUMENT_NEEDS_PUBLIC_REPORT', { document: 'surat_jawaban' });
  const named = field('reporterName');
  const unnamed = field('recipient') || `Pelapor pada registrasi ${frame.registration}`;
  return {
    frame,
    completion: field('completion') === 'ya',
    lampiran: '–',
    hal: field('subject'),
    recipients: [named === '' ? unnamed : `Sdr. ${named}`],
    recipientPlace: orNull(field('recipientPlace') || field('reporterAddress').replaceAll('\n', ', ')),
    receivedAt: dayWords(report.receivedDay),
    subject: report.subject,
    answer: paragraphsOf(field('answer')),
    missing: [...report.missing],
    until: orNull(dayWords(field('dueDay'))),
    contact: orNull([settings.letterhead.phone, settings.letterhead.email].filter((part) => part !== '').join(', ')),
  };
}
