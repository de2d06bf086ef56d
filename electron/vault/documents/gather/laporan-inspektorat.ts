/** T14: the report on a case, with what the office has set for its letters. */
import type { ReportModel } from '#shared/contract/report-model.ts';
import type { DocumentData } from '#shared/documents/kinds.ts';
import { buildReportModel } from '../../reports/report-model.ts';
import { formatDay } from '#shared/domain/text/local-time.ts';
import { subjectsFor } from './case-parts.ts';
import { caseOf, type Gathering } from './gathering.ts';

export function gatherLaporanInspektorat(from: Gathering): DocumentData<'laporan_inspektorat'> {
  const { draft, frame, issuer } = from;
  const report = buildReportModel(
    {
      options: {
        caseId: draft.caseId ?? '',
        kind: draft.variant,
        number: frame.number ?? '',
        recipient: from.field('recipient'),
        subject: from.field('subject'),
        place: from.field('place'),
      },
      material: caseOf(from),
      pictures: from.pictures,
      attachments: frame.attachments,
      issuer: { name: issuer.name, identityNumber: issuer.nip },
      signed: true,
    },
    from.context,
  );
  return { documentId: frame.documentId, replaces: frame.replaces, report: { ...report, ...framed(from) } };
}

/** The frame's part of the report. */
function framed(from: Gathering): Partial<ReportModel> & Pick<ReportModel, 'number'> {
  const { context, frame, settings } = from;
  return {
    draft: frame.draft,
    draftReason: frame.draftReason,
    paper: frame.paper,
    letterhead: frame.letterhead,
    number: frame.number,
    sifat: frame.sifat,
    // The place stands above the signature.
    date: formatDay(context.now(), settings.timeZone).replace(/^[^,]*, /, ''),
    signatures: frame.signatures,
    copies: frame.copies,
    ...(from.masked && { subjects: subjectsFor(from) }),
  };
}
