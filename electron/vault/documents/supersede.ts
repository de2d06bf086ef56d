/** A document issued anew: it names the one that it replaces, and each is replaced once. */
import type { DocumentDraft, IssuedDocument } from '#shared/contract/documents.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { issuedDayOf, issuedDocumentById } from './issued-documents.ts';

/** REPORT_UNKNOWN, DOCUMENT_OTHER_KIND for one of another kind, case or hoax, DOCUMENT_REPLACED for one that was replaced already. */
export function checkSuperseded(draft: DocumentDraft, database: ReadableDatabase): void {
  if (draft.supersedes === null) return;
  const old = issuedDocumentById(database, draft.supersedes);
  const hoax = database.get('SELECT hoax_id FROM issued_reports WHERE id = ?', [old.id])?.['hoax_id'] ?? null;
  const sameSubject =
    old.caseId === draft.caseId &&
    old.publicReportId === draft.publicReportId &&
    hoax === (draft.fields['hoax'] ?? null);
  if (old.document !== draft.document || !sameSubject) throw new AppError('DOCUMENT_OTHER_KIND');
  if (old.supersededBy !== null) throw new AppError('DOCUMENT_REPLACED', { number: old.supersededBy.number });
}

/** What the new document prints. */
export function replacesSentence(id: string, context: UseCaseContext): string {
  return `Dokumen ini menggantikan ${namedDocument(issuedDocumentById(context.database, id), context)}.`;
}

/** An issued document as another one names it: by its number where it has one, its day and its identifier. */
export function namedDocument(issued: IssuedDocument, context: UseCaseContext): string {
  const named = issued.number === '' ? 'yang terbit tanpa nomor' : `nomor ${issued.number}`;
  return `dokumen ${named} tanggal ${issuedDayOf(issued, context)} (pengenal ${issued.id})`;
}
