/** A preview before signing: the same document without a signature, kept encrypted until it is released or the vault locks. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { caseById } from '../cases/case-rows.ts';
import type { UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { buildPdf } from './build-pdf.ts';

export function previewReport(input: InputOf<'reports.preview'>, context: UseCaseContext): OutputOf<'reports.preview'> {
  const number = textOf(caseById(context.database, input.caseId), 'number');
  const jobId = context.startJob('report-preview', number, async (progress) => {
    const { blob, result, draftReasons } = await buildPdf(input, null, progress, context);
    const reader = context.blobs.openStaged(blob);
    context.write(['custody'], () => ({
      value: null,
      entry: { action: 'report.previewed', subjectKind: 'case', subjectId: input.caseId, facts: { kind: input.kind } },
    }));
    const handle = context.views.open({
      mime: 'application/pdf',
      bytes: reader.bytes,
      read: (offset, length) => reader.read(offset, length),
    });
    return { handle, pages: result.pages, bytes: blob.bytes, draftReasons: [...draftReasons] };
  });
  return { jobId };
}
