/** A document before it is issued: laid out as it will be, without a signature; no number is taken. */
import type { z } from 'zod';
import type { DocumentDraft, documentPreview } from '#shared/contract/documents.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { JobProgress, UseCaseContext } from '../kernel.ts';
import { noteReporterUse } from '../public-reports/document-fields.ts';
import { buildPdfOf } from './build-document.ts';
import { checkDraft, labelOf } from './check-draft.ts';
import { planNumber } from './numbering.ts';
import type { Texts } from './wording.ts';

export function previewDocument(
  { wording, ...draft }: InputOf<'documents.preview'>,
  context: UseCaseContext,
): OutputOf<'documents.preview'> {
  const label = labelOf(checkDraft(draft, context).draft, context);
  noteReporterUse(draft, context);
  return {
    jobId: context.startJob('report-preview', label, (progress) => previewOf(draft, wording ?? {}, progress, context)),
  };
}

/** Kept encrypted until it is released or the vault locks. */
export async function previewOf(
  asked: DocumentDraft,
  wording: Texts,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<z.infer<typeof documentPreview>> {
  const checked = checkDraft(asked, context);
  const { document, variant, number: how, caseId, publicReportId } = checked.draft;
  const { timeZone } = context.settings();
  const number = planNumber(context.database, { document, how, office: checked.office, now: context.now(), timeZone });
  const request = { checked, number, head: context.custodyHead(), documentId: null, signing: null, wording };
  const { blob, result, draftReasons } = await buildPdfOf(request, progress, context);
  const reader = context.blobs.openStaged(blob);
  context.write(['custody'], () => ({
    value: null,
    entry: {
      action: 'report.previewed',
      ...(publicReportId === null
        ? { subjectKind: caseId === null ? 'vault' : 'case', subjectId: caseId ?? context.vault.id }
        : { subjectKind: 'public-report', subjectId: publicReportId }),
      facts: { document, kind: variant },
    },
  }));
  const handle = context.views.open({
    mime: 'application/pdf',
    bytes: reader.bytes,
    read: (offset, length) => reader.read(offset, length),
  });
  return { handle, pages: result.pages, bytes: blob.bytes, number: number.printed, draftReasons: [...draftReasons] };
}
