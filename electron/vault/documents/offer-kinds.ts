/** The kinds as a screen offers them: fields with their defaults, the next number. */
import { DOCUMENT_KIND_NAMES } from '#shared/domain/issuing/document-kinds.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { OFFICE_KINDS, PUBLIC_REPORT_DOCUMENTS } from '#shared/domain/issuing/office-kinds.ts';
import type { UseCaseContext } from '../kernel.ts';
import { defaultFields, fieldsOf } from './field-defaults.ts';
import { handedPackage } from './handed-package.ts';
import { planNumber } from './numbering.ts';
import { readOffice } from './office.ts';
import { saidBefore } from './said-before.ts';

export function offerKinds(
  { caseId, package: packageId, publicReportId, ...earlier }: InputOf<'documents.kinds'>,
  context: UseCaseContext,
): OutputOf<'documents.kinds'> {
  const office = readOffice(context.database);
  const { timeZone } = context.settings();
  const handed = packageId === null ? null : handedPackage(context.database, packageId);
  const before = saidBefore(earlier, context.database);
  const names = publicReportId === null ? DOCUMENT_KIND_NAMES : PUBLIC_REPORT_DOCUMENTS;
  const rows = names.map((document) => {
    const { about, needsEvidence } = OFFICE_KINDS[document];
    const fields = fieldsOf(document, publicReportId);
    const settings = office.kinds[document];
    const said = before?.document === document ? before.fields : {};
    const signatories = office.signatories.filter(({ id }) => settings.signatories.includes(id));
    const values = defaultFields(
      document,
      { caseId: about === 'case' ? caseId : null, publicReportId, handed },
      signatories,
      context,
    );
    const number = planNumber(context.database, {
      document,
      how: { how: 'next' },
      office,
      now: context.now(),
      timeZone,
    });
    return {
      document,
      about,
      needsEvidence,
      fields: fields.map((one) => ({ ...one, value: said[one.name] ?? values[one.name] ?? '' })),
      nextNumber: number.printed,
      settings,
    };
  });
  return { rows, signatories: office.signatories };
}
