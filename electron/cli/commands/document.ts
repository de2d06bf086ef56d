/** `netra document …`: documents of every kind from a case or a day, one by one or in batches. */
import type { z } from 'zod';
import { caseStatus } from '#shared/contract/cases.ts';
import { DOCUMENT_KIND_NAMES, type DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import {
  batchResult,
  documentPreview,
  type DocumentDraft,
  documentVariant,
  type IssuedDocument,
  issuedDocument,
} from '#shared/contract/documents.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { OFFICE_KINDS } from '#shared/domain/issuing/office-kinds.ts';
import { errorSentence } from '#shared/domain/text/error-sentences.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import { exportReport } from '../../vault/exports/exports.ts';
import { writeExport } from '../../vault/exports/write-export.ts';
import type { VaultService } from '../../vault/service.ts';
import {
  type Command,
  type CommandCall,
  type CommandOption,
  FORCE_OPTION,
  optionTakes,
  VAULT_OPTION,
  VAULT_OPTIONS,
} from '../command.ts';
import { findCase } from '../find.ts';
import { outFile } from '../out-file.ts';
import { jobValue, requiredArgument, requiredOption, withVault } from '../with-vault.ts';
import { signatureFrom, SIGNER_OPTIONS } from '../signer-options.ts';
import { documentSettingCommands, kindOf } from './document-settings.ts';

const PIECE = 4 * 1024 * 1024;

const DRAFT_OPTIONS: readonly CommandOption[] = [
  {
    name: 'case',
    value: 'NOMOR',
    help: { id: 'kasus, untuk jenis yang menyangkut kasus', en: 'the case, for kinds that are about one' },
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

function variantOf(call: CommandCall): z.infer<typeof documentVariant> {
  const variant = documentVariant.safeParse(call.option('variant') ?? 'lengkap');
  if (!variant.success) throw optionTakes('variant', documentVariant.options);
  return variant.data;
}

async function draftOf(call: CommandCall, service: VaultService): Promise<DocumentDraft> {
  const document = kindOf(call, 0);
  const number = call.option('number');
  const handed = call.option('package');
  return {
    document,
    variant: variantOf(call),
    caseId: await caseOf(call, document, service),
    publicReportId: null,
    reporter: null,
    day: call.option('day') ?? null,
    number: number === undefined ? { how: 'next' } : number === '-' ? { how: 'blank' } : { how: 'typed', text: number },
    fields: { ...fieldsOf(call), ...(handed !== undefined && { package: handed }) },
    supersedes: call.option('replaces') ?? null,
  };
}

/** Minutes about a package need no case: the package names it. */
async function caseOf(call: CommandCall, document: DocumentKindName, service: VaultService): Promise<string | null> {
  if (OFFICE_KINDS[document].about !== 'case') return null;
  if (call.option('package') !== undefined && call.option('case') === undefined) return null;
  return (await findCase(service, requiredOption(call, 'case'))).id;
}

function fieldsOf(call: CommandCall): Record<string, string> {
  return Object.fromEntries(
    call.options('field').map((given) => {
      const [name = '', ...value] = given.split('=');
      if (value.length === 0) throw optionTakes('field', ['NAMA=ISI']);
      return [name, value.join('=').replaceAll(String.raw`\n`, '\n')];
    }),
  );
}

const kinds: Command = {
  words: ['document', 'kinds'],
  summary: {
    id: 'jenis dokumen, isiannya, dan nomor berikutnya',
    en: 'kinds of documents, their fields and next numbers',
  },
  arguments: [],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const { rows } = await service.call('documents.kinds', { caseId: null });
      const text = rows.map(({ document, fields, nextNumber }) =>
        [
          `${document}: ${DOCUMENT_KINDS[document].label[call.language]}`,
          `  ${nextNumber ?? '……'}`,
          `  ${fields.map(({ name, required }) => `${name}${required ? '*' : ''}`).join(', ')}`,
        ].join('\n'),
      );
      return { good: true, json: { kinds: rows }, text: text.join('\n') };
    }),
};

const preview: Command = {
  words: ['document', 'preview'],
  summary: {
    id: 'menulis pratinjau sebuah dokumen (tanpa tanda tangan)',
    en: 'writes a document’s preview (unsigned)',
  },
  arguments: [
    { name: 'KIND', required: true },
    { name: 'OUT.pdf', required: true },
  ],
  options: [VAULT_OPTION, ...VAULT_OPTIONS, ...DRAFT_OPTIONS, FORCE_OPTION],
  run: async (call) => {
    kindOf(call, 0);
    const out = outFile(call, 1);
    return await withVault(call, async (service) => {
      const draft = await draftOf(call, service);
      const value = documentPreview.parse(await jobValue(service, await service.call('documents.preview', draft)));
      const view = service.views.find(value.handle);
      const written = await writeExport(out, service.context().vault.directory, pieces(view, value.bytes), null);
      const { pages, number, draftReasons } = value;
      const words = call.language === 'id' ? 'halaman' : 'pages';
      return {
        good: true,
        json: { path: out, sha256: written.sha256, pages, number, draftReasons },
        text: `${out}\n${pages} ${words}, ${number ?? '……'}`,
      };
    });
  },
};

async function* pieces(
  view: { read(offset: number, length: number): Promise<Uint8Array> },
  bytes: number,
): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < bytes; offset += PIECE) yield await view.read(offset, Math.min(PIECE, bytes - offset));
}

const issue: Command = {
  words: ['document', 'issue'],
  summary: { id: 'menerbitkan dokumen bertanda tangan dan menyimpannya', en: 'issues a signed document and keeps it' },
  arguments: [
    { name: 'KIND', required: true },
    { name: 'OUT.pdf', required: false },
  ],
  options: [VAULT_OPTION, ...VAULT_OPTIONS, ...DRAFT_OPTIONS, ...SIGNER_OPTIONS, FORCE_OPTION],
  run: async (call) => {
    kindOf(call, 0);
    const out = call.arguments[1] === undefined ? null : outFile(call, 1);
    return await withVault(call, async (service) => {
      const draft = await draftOf(call, service);
      const signature = await signatureFrom(call, service);
      const issued = issuedDocument.parse(
        await jobValue(service, await service.call('documents.issue', { ...draft, signature })),
      );
      if (out !== null) await exportReport({ id: issued.id, path: out }, service.context());
      return {
        good: true,
        json: { ...issued, path: out },
        text: [...(out === null ? [] : [out]), lineOf(call, issued)].join('\n'),
      };
    });
  },
};

const list: Command = {
  words: ['document', 'list'],
  summary: { id: 'dokumen yang terbit', en: 'the documents that were issued' },
  arguments: [{ name: 'KATA', required: false }],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    { name: 'kind', value: 'KIND', help: { id: 'hanya jenis ini', en: 'only this kind' } },
  ],
  run: async (call) =>
    await withVault(call, async (service) => {
      const named = call.option('kind');
      const document = DOCUMENT_KIND_NAMES.find((one) => one === named);
      if (named !== undefined && document === undefined) throw optionTakes('kind', DOCUMENT_KIND_NAMES);
      const found = await service.call('documents.list', {
        query: call.arguments[0] ?? '',
        ...(document !== undefined && { document }),
        limit: 1_000,
      });
      return { good: true, json: found, text: found.rows.map((row) => lineOf(call, row)).join('\n') };
    }),
};

function lineOf(call: CommandCall, row: IssuedDocument): string {
  const number = row.number === '' ? '……' : row.number;
  return `${row.id}  ${number}  ${DOCUMENT_KINDS[row.document].label[call.language]} (${row.variant}, ${row.state})  ${row.caseNumber ?? row.day ?? ''}  SHA-256 ${row.sha256}`;
}

const save: Command = {
  words: ['document', 'save'],
  summary: { id: 'menulis salinan dokumen terbit', en: 'writes a copy of an issued document' },
  arguments: [
    { name: 'ID', required: true },
    { name: 'OUT.pdf', required: true },
  ],
  options: [VAULT_OPTION, ...VAULT_OPTIONS, FORCE_OPTION],
  run: async (call) => {
    const out = outFile(call, 1);
    return await withVault(call, async (service) => {
      const written = await exportReport({ id: requiredArgument(call, 0), path: out }, service.context());
      return { good: true, json: { path: out, ...written }, text: `${out}\nSHA-256 ${written.sha256}` };
    });
  },
};

const batch: Command = {
  words: ['document', 'batch'],
  summary: {
    id: 'menerbitkan satu dokumen untuk setiap kasus suatu masa',
    en: 'issues one document for every case of a period',
  },
  arguments: [{ name: 'KIND', required: true }],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    { name: 'from', value: 'YYYY-MM-DD', help: { id: 'dibuka sejak hari ini', en: 'opened from this day' } },
    { name: 'to', value: 'YYYY-MM-DD', help: { id: 'dibuka sampai hari ini', en: 'opened up to this day' } },
    { name: 'status', value: 'STATUS', repeated: true, help: { id: 'hanya tahap ini', en: 'only this stage' } },
    {
      name: 'unit',
      value: 'KATA',
      help: { id: 'unit kerja atau OPD terlapor', en: 'the respondents’ unit or agency' },
    },
    { name: 'variant', value: 'lengkap|disamarkan', help: { id: 'versi (lengkap)', en: 'version (lengkap)' } },
    {
      name: 'field',
      value: 'NAMA=ISI',
      repeated: true,
      help: { id: 'isian yang sama bagi semua', en: 'a field, the same for all' },
    },
  ],
  run: async (call) => {
    const document = kindOf(call, 0);
    const statuses = call.options('status').map((given) => {
      const known = caseStatus.options.find((one) => one === given);
      if (known === undefined) throw optionTakes('status', caseStatus.options);
      return known;
    });
    const selection = {
      document,
      variant: variantOf(call),
      from: requiredOption(call, 'from'),
      to: requiredOption(call, 'to'),
      statuses,
      unit: call.option('unit') ?? '',
      fields: fieldsOf(call),
    };
    return await withVault(call, async (service) => {
      const started = await service.call('documents.batch', { ...selection, number: 'next' });
      const result = batchResult.parse(await jobValue(service, started));
      const text = [
        ...result.issued.map(({ caseNumber, number }) => `${caseNumber}  ${number === '' ? '……' : number}`),
        ...result.refused.map(({ caseNumber, code, params }) => {
          const known = ERROR_CODES.find((one) => one === code) ?? 'INTERNAL';
          return `${caseNumber}  ! ${errorSentence(call.language, known, params)}`;
        }),
        `${result.issued.length} / ${result.cases}`,
      ];
      return { good: result.refused.length === 0 && !result.cancelled, json: result, text: text.join('\n') };
    });
  },
};

export const documentCommands: readonly Command[] = [
  kinds,
  preview,
  issue,
  list,
  save,
  batch,
  ...documentSettingCommands,
];
