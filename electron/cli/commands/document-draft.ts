/** The options of `netra document preview` and `issue`: kind, subject, version, number and fields of a document. */
import type { z } from 'zod';
import { type DocumentDraft, documentVariant } from '#shared/contract/documents.ts';
import type { DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import { OFFICE_KINDS } from '#shared/domain/issuing/office-kinds.ts';
import type { VaultService } from '../../vault/service.ts';
import { type CommandCall, type CommandOption, optionTakes, UsageError } from '../command.ts';
import { kindOf } from './document-settings.ts';
import { findCase, findPublicReport } from '../find.ts';
import { requiredOption } from '../with-vault.ts';

/** What says which document is meant, for preview and issue. */
export const DRAFT_OPTIONS: readonly CommandOption[] = [
  {
    name: 'case',
    value: 'NOMOR',
    help: { id: 'kasus, untuk jenis yang menyangkut kasus', en: 'the case, for kinds that are about one' },
  },
  {
    name: 'public-report',
    value: 'NOMOR',
    help: {
      id: 'aduan, sebagai ganti kasus (surat_jawaban, tanda_terima, formulir_laporan, penerusan); pelapor tidak disebut',
      en: 'a report from the public in place of a case (surat_jawaban, tanda_terima, formulir_laporan, penerusan); the reporter is not named',
    },
  },
  {
    name: 'day',
    value: 'YYYY-MM-DD',
    help: { id: 'hari, untuk tanda terima harian (hari ini)', en: 'the day, for the day’s receipt (today)' },
  },
  {
    name: 'package',
    value: 'ID',
    help: {
      id: 'paket yang dibuat atau diterima, untuk ba_serah_terima (netra package list)',
      en: 'the package made or received, for ba_serah_terima (netra package list)',
    },
  },
  { name: 'variant', value: 'lengkap|disamarkan', help: { id: 'versi (lengkap)', en: 'version (lengkap)' } },
  {
    name: 'number',
    value: 'TEKS',
    help: {
      id: 'nomor tertentu; "-" untuk titik-titik; tanpa ini menurut pola',
      en: 'a number of your own; "-" for dots; else by the pattern',
    },
  },
  {
    name: 'masked-of',
    value: 'ID',
    help: {
      id: 'dokumen lengkap yang sudah terbit: versi disamarkannya, dengan nomor dan isian yang sama',
      en: 'the full document issued before: its masked version, with the same number and fields',
    },
  },
  {
    name: 'field',
    value: 'NAMA=ISI',
    repeated: true,
    help: { id: 'isian; nama-namanya: netra document kinds', en: 'a field; their names: netra document kinds' },
  },
  {
    name: 'replaces',
    value: 'ID',
    help: { id: 'dokumen terbit yang digantikan', en: 'the issued document that it replaces' },
  },
];

/** lengkap where nothing is said, unless it is to be the masked version of another. */
function variantOf(call: CommandCall): z.infer<typeof documentVariant> {
  const variant = documentVariant.safeParse(
    call.option('variant') ?? (call.option('masked-of') === undefined ? 'lengkap' : 'disamarkan'),
  );
  if (!variant.success) throw optionTakes('variant', documentVariant.options);
  return variant.data;
}

/** The document that the options describe; its kind is the first argument. */
export async function draftOf(call: CommandCall, service: VaultService): Promise<DocumentDraft> {
  const document = kindOf(call, 0);
  const handed = call.option('package');
  return {
    document,
    variant: variantOf(call),
    ...(await subjectOf(call, document, service)),
    // Who reported is looked at in the app alone, with a purpose.
    reporter: null,
    day: call.option('day') ?? null,
    number: numberOf(call),
    fields: { ...fieldsOf(call), ...(handed !== undefined && { package: handed }) },
    supersedes: call.option('replaces') ?? null,
  };
}

function numberOf(call: CommandCall): DocumentDraft['number'] {
  const number = call.option('number');
  const full = call.option('masked-of');
  if (number !== undefined && full !== undefined) throw notTogether('number', 'masked-of');
  if (full !== undefined) return { how: 'same', as: full };
  if (number === undefined) return { how: 'next' };
  return number === '-' ? { how: 'blank' } : { how: 'typed', text: number };
}

/** Minutes about a package need no case: the package names it. */
async function subjectOf(
  call: CommandCall,
  document: DocumentKindName,
  service: VaultService,
): Promise<Pick<DocumentDraft, 'caseId' | 'publicReportId'>> {
  const { about } = OFFICE_KINDS[document];
  if (about === 'public-report' || call.option('public-report') !== undefined) {
    if (call.option('case') !== undefined) throw notTogether('case', 'public-report');
    const { report } = await findPublicReport(service, requiredOption(call, 'public-report'));
    return { caseId: null, publicReportId: report.id };
  }
  const named = call.option('case') !== undefined || call.option('package') === undefined;
  const caseId = about === 'case' && named ? (await findCase(service, requiredOption(call, 'case'))).id : null;
  return { caseId, publicReportId: null };
}

/** The fields of --field, by their names. */
export function fieldsOf(call: CommandCall): Record<string, string> {
  return Object.fromEntries(
    call.options('field').map((given) => {
      const [name = '', ...value] = given.split('=');
      if (value.length === 0) throw optionTakes('field', ['NAMA=ISI']);
      return [name, value.join('=').replaceAll(String.raw`\n`, '\n')];
    }),
  );
}

function notTogether(one: string, other: string): UsageError {
  return new UsageError({
    id: `opsi --${one} dan --${other} tidak dapat dipakai bersama`,
    en: `options --${one} and --${other} cannot be used together`,
  });
}
