/** What must hold before any work on a document begins. */
import type { DocumentDraft } from '#shared/contract/documents.ts';
import { OFFICE_KINDS } from '#shared/domain/issuing/office-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { caseById } from '../cases/case-rows.ts';
import type { UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import type { CheckedDraft } from './build-document.ts';
import { localDayOf } from './days.ts';
import { checkFields, defaultFields } from './field-defaults.ts';
import { readOffice } from './office.ts';
import { checkSuperseded } from './supersede.ts';

/** The draft with every field filled in. DOCUMENT_NEEDS_CASE, CASE_UNKNOWN, SIGNATORY_UNKNOWN and the fields' own errors. */
export function checkDraft(draft: DocumentDraft, context: UseCaseContext): CheckedDraft {
  const office = readOffice(context.database);
  const wanted = draft.signatories ?? office.kinds[draft.document].signatories;
  const signatories = wanted.map((id) => {
    const found = office.signatories.find((one) => one.id === id);
    if (found === undefined) throw new AppError('SIGNATORY_UNKNOWN');
    return found;
  });
  const settled = about(draft, context);
  checkSuperseded(settled, context.database);
  const fields = { ...defaultFields(draft.document, settled.caseId, signatories, context), ...draft.fields };
  checkFields(draft.document, draft.fields, fields);
  return { draft: settled, fields, office, signatories };
}

/** What a job on the document is called in lists. */
export function labelOf({ caseId, day }: DocumentDraft, context: UseCaseContext): string {
  return caseId === null ? (day ?? '') : textOf(caseById(context.database, caseId), 'number');
}

function about(draft: DocumentDraft, context: UseCaseContext): DocumentDraft {
  if (OFFICE_KINDS[draft.document].about === 'day')
    return { ...draft, caseId: null, day: draft.day ?? localDayOf(context.now(), context.settings().timeZone) };
  if (draft.caseId === null) throw new AppError('DOCUMENT_NEEDS_CASE', { document: draft.document });
  caseById(context.database, draft.caseId);
  return { ...draft, day: null };
}
