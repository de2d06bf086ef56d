/**
 * One document for every case of a period, or the full one with its masked version: each is issued whole or refused with its
 * reason; a cancel ends between two.
 */
import type { BatchResult, DocumentDraft, IssuedDocument } from '#shared/contract/documents.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { OFFICE_KINDS } from '#shared/domain/issuing/office-kinds.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { JobProgress, SqlValue, UseCaseContext } from '../kernel.ts';
import { type ChosenSigner, chooseSigner } from '../signatures/choose-signer.ts';
import { textOf } from '../rows.ts';
import { boundsOf } from './days.ts';
import { issueOne } from './issue-document.ts';

type Selection = InputOf<'documents.batchSize'>;
/** The version that is issued first. */
const VARIANTS = { lengkap: 'lengkap', disamarkan: 'disamarkan', keduanya: 'lengkap' } as const satisfies Record<
  Selection['variant'],
  DocumentDraft['variant']
>;
interface FoundCase {
  readonly id: string;
  readonly number: string;
}

export function batchSize(selection: Selection, context: UseCaseContext): OutputOf<'documents.batchSize'> {
  return { cases: casesOf(selection, context).length };
}

/** DOCUMENT_NEEDS_CASE for a kind that is about no case, BATCH_EMPTY when no case matches, and as chooseSigner. */
export async function issueBatch(
  { signature, ...selection }: InputOf<'documents.batch'>,
  context: UseCaseContext,
): Promise<OutputOf<'documents.batch'>> {
  if (OFFICE_KINDS[selection.document].about !== 'case')
    throw new AppError('DOCUMENT_NEEDS_CASE', { document: selection.document });
  const cases = casesOf(selection, context);
  if (cases.length === 0) throw new AppError('BATCH_EMPTY');
  const chosen = await chooseSigner(signature, context);
  const label = `${selection.from} – ${selection.to}`;
  return {
    jobId: context.startJob('document-batch', label, (progress) =>
      issueAll(selection, cases, chosen, progress, context),
    ),
  };
}

async function issueAll(
  selection: Selection,
  cases: readonly FoundCase[],
  chosen: ChosenSigner,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<BatchResult> {
  const issued: BatchResult['issued'] = [];
  const refused: BatchResult['refused'] = [];
  // The whole batch tells its progress; a single document's own phases would run back and forth.
  const quiet: JobProgress = { signal: progress.signal, report: () => undefined };
  const stopped = (): boolean => progress.signal.aborted;
  for (const [index, { id, number }] of cases.entries()) {
    progress.report('documents', index, cases.length);
    if (stopped()) break;
    let variant: DocumentDraft['variant'] = VARIANTS[selection.variant];
    try {
      const kept = await issueOne(draftOf(selection, id, variant), chosen, quiet, context);
      issued.push({ id: kept.id, variant, caseNumber: number, number: kept.number });
      if (selection.variant !== 'keduanya' || stopped()) continue;
      variant = 'disamarkan';
      const twin = await issueOne(twinOf(selection, kept), chosen, quiet, context);
      issued.push({ id: twin.id, variant, caseNumber: number, number: twin.number });
    } catch (error) {
      if (stopped()) break;
      if (!(error instanceof AppError)) throw error;
      refused.push({ variant, caseNumber: number, code: error.code, params: { ...error.params } });
    }
  }
  return { cases: cases.length, issued, refused, cancelled: stopped() };
}

function twinOf(selection: Selection, full: IssuedDocument): DocumentDraft {
  const draft = draftOf(selection, full.caseId, 'disamarkan');
  return { ...draft, number: { how: 'same', as: full.id } };
}

function draftOf(
  { document, number, fields }: Selection,
  caseId: string | null,
  variant: DocumentDraft['variant'],
): DocumentDraft {
  return {
    document,
    variant,
    caseId,
    publicReportId: null,
    reporter: null,
    day: null,
    number: { how: number },
    fields,
    supersedes: null,
  };
}

/** Opened in the period, in one of the stages, with a respondent of the unit; in the order of their opening. */
function casesOf({ from, to, statuses, unit }: Selection, context: UseCaseContext): FoundCase[] {
  const bounds = boundsOf(from, to, context.settings().timeZone);
  const parameters: Record<string, SqlValue> = { ...bounds, statuses: JSON.stringify(statuses) };
  const conditions = ['c.opened_at >= @from', 'c.opened_at < @until'];
  if (statuses.length > 0) conditions.push('c.status IN (SELECT value FROM json_each(@statuses))');
  else delete parameters['statuses'];
  searchTerms(unit).forEach((term, index) => {
    parameters[`unit${index}`] = `%${term}%`;
    conditions.push(`EXISTS (SELECT 1 FROM case_respondents r JOIN person_blocks b ON b.respondent_id = r.id
      WHERE r.case_id = c.id AND r.unlinked_at IS NULL
        AND (json_extract(b.block, '$.unit') LIKE @unit${index} OR json_extract(b.block, '$.agency') LIKE @unit${index}))`);
  });
  return context.database
    .all(`SELECT c.id, c.number FROM cases c WHERE ${conditions.join(' AND ')} ORDER BY c.opened_at, c.id`, parameters)
    .map((row) => ({ id: textOf(row, 'id'), number: textOf(row, 'number') }));
}
