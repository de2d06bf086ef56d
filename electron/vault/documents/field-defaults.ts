/** What a document says where a person filled nothing in. */
import { z } from 'zod';
import type { DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import type { DocumentDraft, OfficeSignatory } from '#shared/contract/documents.ts';
import { ALSO_MASK, OFFICE_KINDS, type OfficeField } from '#shared/domain/issuing/office-kinds.ts';
import { addMonths, monthOf, monthPeriod } from '#shared/domain/recap/periods.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { casePageOf } from '../cases/case-rows.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { reportFields } from '../public-reports/document-fields.ts';
import { textOf } from '../rows.ts';
import { localDayOf } from './days.ts';
import type { HandedPackage } from './handed-package.ts';
import { timeOfDay } from './gather/gathering.ts';

type Fields = Readonly<Record<string, string>>;

/** Fields about the reporter: what an earlier document of the case said still holds, and no masked document names it. */
export const REPORTER_FIELDS = ['reporterName', 'reporterAddress', 'reporterContact', 'reporterConfidential'] as const;

/** The fields of a kind, and what its masked version leaves out besides. Of a report from the public none is about the reporter: who that is, is never typed in. */
export function fieldsOf(document: DocumentKindName, publicReportId: string | null): readonly OfficeField[] {
  const fields = [...OFFICE_KINDS[document].fields, ALSO_MASK];
  if (publicReportId === null) return fields;
  return fields.filter(({ name }) => !REPORTER_FIELDS.some((one) => one === name));
}

/** The defaults of a kind's fields for a case, for a report from the public, or for the package that was handed over. */
export function defaultFields(
  document: DocumentKindName,
  {
    caseId,
    publicReportId,
    handed,
  }: { readonly caseId: string | null; readonly publicReportId: string | null; readonly handed: HandedPackage | null },
  signatories: readonly OfficeSignatory[],
  context: UseCaseContext,
): Fields {
  const settings = context.settings();
  const page = caseId === null ? null : casePageOf(context.database, caseId);
  const received = page === null ? context.now() : new Date(page.case.openedAt);
  const known =
    page?.respondents.find(({ person, unlinkedAt }) => person !== null && unlinkedAt === null)?.person?.name ?? '';
  const number = page?.case.number ?? '';
  const lastMonth = monthPeriod(addMonths(monthOf(localDayOf(context.now(), settings.timeZone)), -1));
  const defaults: Fields = {
    place: settings.letterhead.city,
    // A letter that is passed on goes to whom its channel says.
    recipient: document === 'penerusan' ? '' : settings.recipient,
    subject: SUBJECTS[document] ?? '',
    channel: 'bawaslu',
    receivedDay: localDayOf(received, settings.timeZone),
    receivedTime: timeOfDay(received, settings.timeZone),
    reporterConfidential: 'ya',
    invited: known,
    heard: known,
    meetingPlace: settings.letterhead.agency,
    toMeet: signatories.find(({ capacity }) => capacity === 'pemeriksa')?.name ?? '',
    purpose:
      document === 'ba_serah_terima'
        ? HAND_OVER
        : `dimintai keterangan sehubungan dengan dugaan pelanggaran netralitas (${number})`,
    package: handed?.id ?? '',
    giverName: handed?.from ?? '',
    periodFrom: lastMonth.from,
    periodTo: lastMonth.to,
    receiverName: handed?.to ?? '',
    ...(caseId === null ? {} : reporterOf(context.database, caseId)),
    ...(publicReportId === null ? {} : reportFields(document, publicReportId, context)),
  };
  return Object.fromEntries(fieldsOf(document, publicReportId).map(({ name }) => [name, defaults[name] ?? '']));
}

const HAND_OVER = 'ditindaklanjuti sesuai kewenangan penerima';
const SUBJECTS: Partial<Record<DocumentKindName, string>> = {
  penerusan: 'Penerusan dugaan pelanggaran netralitas',
  undangan_klarifikasi: 'Undangan permintaan keterangan (klarifikasi)',
};

/** DOCUMENT_FIELD_NEEDED for a required field that is empty, DOCUMENT_FIELD_UNKNOWN for one that the kind does not have. */
export function checkFields(draft: DocumentDraft, all: Fields): void {
  const fields = fieldsOf(draft.document, draft.publicReportId);
  const unknown = Object.keys(draft.fields).find((name) => !fields.some((one) => one.name === name));
  if (unknown !== undefined) throw new AppError('DOCUMENT_FIELD_UNKNOWN', { field: unknown });
  for (const { name, input, required } of fields) {
    const value = (all[name] ?? '').trim();
    if (required && value === '') throw new AppError('DOCUMENT_FIELD_NEEDED', { field: name });
    const fits = FITS[input];
    if (value !== '' && fits !== undefined && !fits.test(value))
      throw new AppError('DOCUMENT_FIELD_WRONG', { field: name });
  }
}

const FITS: Readonly<Record<string, RegExp | undefined>> = {
  day: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  time: /^([01]\d|2[0-3]):[0-5]\d$/,
  'yes-no': /^(ya|tidak)$/,
  channel: /^(bawaslu|bkn)$/,
  package: /^[0-9a-f-]{36}$/,
  hoax: /^[0-9a-f-]{36}$/,
};

const fieldsShape = z.record(z.string(), z.string());

/** What the documents of the case said about the reporter: the latest name, and the latest said of that one. What none said is left out. */
export function reporterOf(database: ReadableDatabase, caseId: string): Fields {
  const said = database
    .all('SELECT fields FROM issued_reports WHERE case_id = ? ORDER BY issued_at DESC, id DESC', [caseId])
    .map((row) => fieldsShape.parse(JSON.parse(textOf(row, 'fields'))))
    .filter((fields) => fields['reporterName']);
  const name = said[0]?.['reporterName'];
  const ofThatOne = said.filter((fields) => fields['reporterName'] === name);
  const latest = REPORTER_FIELDS.map((field) => [field, ofThatOne.find((fields) => fields[field])?.[field]] as const);
  return Object.fromEntries(latest.flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
}
