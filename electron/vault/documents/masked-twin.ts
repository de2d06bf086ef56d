/**
 * The masked version of a document that was issued in full is the same letter: it carries the same number, says what the full
 * one says, and names it. Between any other two documents no number is given twice. Where the full one has dots, so has the masked
 * one: the register's one number is written on both. Of a draft it is a draft, so that both can be read before the final ones.
 */
import type { DocumentDraft, IssuedDocument } from '#shared/contract/documents.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { issuedDocumentById } from './issued-documents.ts';
import { namedDocument } from './supersede.ts';
import { fieldsOfIssued } from './said-before.ts';

/** Fields that say what a document is about. */
const SUBJECT_FIELDS = ['package', 'hoax'];

/** The full document that a draft is to be the masked version of; null for every other draft. REPORT_UNKNOWN. */
export function fullOf({ number }: Pick<DocumentDraft, 'number'>, database: ReadableDatabase): IssuedDocument | null {
  return number.how === 'same' ? issuedDocumentById(database, number.as) : null;
}

/**
 * DOCUMENT_TWIN_VARIANT unless a masked one follows a full one, DOCUMENT_TWIN_OTHER for one of another kind or subject,
 * DOCUMENT_TWIN_NOT_IN_FORCE for one that was replaced, and for the final version of a draft (`final`: this one is no draft),
 * DOCUMENT_TWIN_THERE when there is one already that this one does not replace.
 */
export function checkTwin(draft: DocumentDraft, database: ReadableDatabase, { final } = { final: false }): void {
  const full = fullOf(draft, database);
  if (full === null) return;
  if (full.variant !== 'lengkap' || draft.variant !== 'disamarkan') throw new AppError('DOCUMENT_TWIN_VARIANT');
  const said = fieldsOfIssued(full.id, database);
  const sameSubject =
    full.document === draft.document &&
    full.caseId === draft.caseId &&
    full.publicReportId === draft.publicReportId &&
    (full.publicReportId !== null || full.day === draft.day) &&
    SUBJECT_FIELDS.every((name) => (said[name] ?? '') === (draft.fields[name] ?? ''));
  if (!sameSubject) throw new AppError('DOCUMENT_TWIN_OTHER');
  if (full.state === 'digantikan' || (final && full.state === 'draf')) throw new AppError('DOCUMENT_TWIN_NOT_IN_FORCE');
  if (full.maskedBy !== null && full.maskedBy.id !== draft.supersedes)
    throw new AppError('DOCUMENT_TWIN_THERE', full.number === '' ? {} : { number: full.number });
}

/** What the masked document prints about the full one. */
export function twinSentence(full: IssuedDocument, context: UseCaseContext): string {
  return `Dokumen ini versi disamarkan dari ${namedDocument(full, context)}.`;
}
