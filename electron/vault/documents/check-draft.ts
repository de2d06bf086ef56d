/** What must hold before any work on a document begins. */
import type { DocumentDraft } from '#shared/contract/documents.ts';
import { OFFICE_KINDS, PUBLIC_REPORT_DOCUMENTS } from '#shared/domain/issuing/office-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { caseById } from '../cases/case-rows.ts';
import { clarificationOf } from '../hoaxes/clarification-of.ts';
import type { UseCaseContext } from '../kernel.ts';
import { reportById } from '../public-reports/report-rows.ts';
import { textOf } from '../rows.ts';
import type { CheckedDraft } from './build-document.ts';
import { localDayOf } from './days.ts';
import { checkFields, defaultFields } from './field-defaults.ts';
import { type HandedPackage, packageOfDraft } from './handed-package.ts';
import { checkTwin } from './masked-twin.ts';
import { readOffice } from './office.ts';
import { withSaidBefore } from './said-before.ts';
import { checkSuperseded } from './supersede.ts';

/** The draft with every field filled in. DOCUMENT_NEEDS_CASE, CASE_UNKNOWN, PACKAGE_UNKNOWN, SIGNATORY_UNKNOWN, HOAX_NOT_CONCLUDED and the errors of the fields, of what is replaced and of a twin. */
export function checkDraft(asked: DocumentDraft, context: UseCaseContext): CheckedDraft {
  const draft = withSaidBefore(asked, context.database);
  const office = readOffice(context.database);
  const wanted = draft.signatories ?? office.kinds[draft.document].signatories;
  const signatories = wanted.map((id) => {
    const found = office.signatories.find((one) => one.id === id);
    if (found === undefined) throw new AppError('SIGNATORY_UNKNOWN');
    return found;
  });
  const handed = packageOfDraft(draft, context.database);
  const settled = about(draft, handed, context);
  checkSuperseded(settled, context.database);
  checkTwin(settled, context.database);
  const offered = defaultFields(draft.document, { ...settled, handed }, signatories, context);
  const { receivedDay } = draft.fields;
  // The hour that is offered is that of the day that is offered.
  const otherDay = receivedDay !== undefined && 'receivedTime' in offered && receivedDay !== offered['receivedDay'];
  const fields: Readonly<Record<string, string>> = {
    ...offered,
    ...(otherDay && { receivedTime: '' }),
    ...draft.fields,
  };
  checkFields(settled, fields);
  // Nothing is told to the public before the fact check is concluded.
  if (fields['hoax']) clarificationOf(fields['hoax'], context);
  return { draft: settled, fields, office, signatories, handed };
}

/** What a job on the document is called in lists. */
export function labelOf({ caseId, publicReportId, day }: DocumentDraft, context: UseCaseContext): string {
  if (publicReportId !== null) return textOf(reportById(context.database, publicReportId), 'number');
  return caseId === null ? (day ?? '') : textOf(caseById(context.database, caseId), 'number');
}

function about(draft: DocumentDraft, handed: HandedPackage | null, context: UseCaseContext): DocumentDraft {
  if (draft.publicReportId !== null) return aboutReport(draft, draft.publicReportId, context);
  if (OFFICE_KINDS[draft.document].about === 'public-report')
    throw new AppError('DOCUMENT_NEEDS_PUBLIC_REPORT', { document: draft.document });
  // The case of a received package lies in another vault: minutes about it stand under their day.
  if (OFFICE_KINDS[draft.document].about === 'day' || handed?.of === 'received')
    return { ...draft, caseId: null, day: draft.day ?? localDayOf(context.now(), context.settings().timeZone) };
  if (handed !== null) return { ...draft, caseId: handed.caseId, day: null };
  if (draft.caseId === null) throw new AppError('DOCUMENT_NEEDS_CASE', { document: draft.document });
  caseById(context.database, draft.caseId);
  return { ...draft, day: null };
}

/** Stands under its day, as documents without a case do. */
function aboutReport(draft: DocumentDraft, reportId: string, context: UseCaseContext): DocumentDraft {
  if (!PUBLIC_REPORT_DOCUMENTS.some((kind) => kind === draft.document))
    throw new AppError('DOCUMENT_NOT_OF_PUBLIC_REPORT', { document: draft.document });
  reportById(context.database, reportId);
  return { ...draft, caseId: null, day: localDayOf(context.now(), context.settings().timeZone) };
}
