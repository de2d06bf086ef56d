/** The report on a case by its older operations: a document of the kind laporan_inspektorat, named and numbered by hand. */
import type { DocumentDraft } from '#shared/contract/documents.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { ReportOptions } from '#shared/contract/reports.ts';
import type { UseCaseContext } from '../kernel.ts';
import { chooseSigner } from '../signatures/choose-signer.ts';
import { issuedReportById } from '../reports/issued-reports.ts';
import { labelOf } from './check-draft.ts';
import { issueOne } from './issue-document.ts';
import { previewOf } from './preview-document.ts';

/** The job's value is a reportPreview. */
export function previewReport(input: InputOf<'reports.preview'>, context: UseCaseContext): OutputOf<'reports.preview'> {
  const draft = draftOf(input);
  const jobId = context.startJob('report-preview', labelOf(draft, context), async (progress) => {
    const { number: _number, ...preview } = await previewOf(draft, {}, progress, context);
    return preview;
  });
  return { jobId };
}

/** The job's value is an issuedReport. */
export async function issueReport(
  { signature, ...options }: InputOf<'reports.issue'>,
  context: UseCaseContext,
): Promise<OutputOf<'reports.issue'>> {
  const draft = draftOf(options);
  const label = labelOf(draft, context);
  const chosen = await chooseSigner(signature, context);
  const jobId = context.startJob('report-issue', label, async (progress) => {
    const { id } = await issueOne(draft, chosen, progress, context);
    return issuedReportById(context.database, id);
  });
  return { jobId };
}

function draftOf({ caseId, kind, number, recipient, subject, place }: ReportOptions): DocumentDraft {
  const given = Object.entries({ recipient, subject, place }).filter(([, value]) => value !== '');
  return {
    document: 'laporan_inspektorat',
    variant: kind,
    caseId,
    publicReportId: null,
    reporter: null,
    day: null,
    number: number === '' ? { how: 'blank' } : { how: 'typed', text: number },
    fields: Object.fromEntries(given),
    supersedes: null,
  };
}
