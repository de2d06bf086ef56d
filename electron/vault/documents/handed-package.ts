/** The package that minutes of a hand-over are about: one that was made here, or one that was received. */
import type { DocumentDraft } from '#shared/contract/documents.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { madeById, receivedById } from '../handover/received-rows.ts';
import type { ReadableDatabase } from '../kernel.ts';

export interface HandedPackage {
  readonly of: 'made' | 'received';
  readonly id: string;
  /** Null for a received one: its case lies in another vault. */
  readonly caseId: string | null;
  /** The number of the case, as the package says it. */
  readonly caseNumber: string;
  /** Who gave it and who took it, as they were written; empty where nobody wrote it. */
  readonly from: string;
  readonly to: string;
}

/** The one with this id, made or received. PACKAGE_UNKNOWN. */
export function handedPackage(database: ReadableDatabase, id: string): HandedPackage {
  if (database.get('SELECT 1 FROM made_packages WHERE id = ?', [id])) {
    const { caseId, caseNumber, madeBy, handedTo } = madeById(database, id);
    return { of: 'made', id, caseId, caseNumber, from: madeBy, to: handedTo };
  }
  const { caseNumber, receivedFrom, receivedBy } = receivedById(database, id);
  return { of: 'received', id, caseId: null, caseNumber, from: receivedFrom, to: receivedBy };
}

/** Null when the draft names none. PACKAGE_UNKNOWN; DOCUMENT_FIELD_WRONG when the package is one of another case. */
export function packageOfDraft(
  { fields, caseId }: Pick<DocumentDraft, 'fields' | 'caseId'>,
  database: ReadableDatabase,
): HandedPackage | null {
  const id = (fields['package'] ?? '').trim();
  if (id === '') return null;
  const found = handedPackage(database, id);
  if (caseId !== null && caseId !== found.caseId) throw new AppError('DOCUMENT_FIELD_WRONG', { field: 'package' });
  return found;
}
