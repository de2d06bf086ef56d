/** `netra document …`: documents of every kind from a case or a day, one by one or in batches. */
import { caseStatus } from '#shared/contract/cases.ts';
import { DOCUMENT_KIND_NAMES } from '#shared/domain/issuing/document-kinds.ts';
import {
  batchResult,
  batchSelection,
  documentPreview,
  type IssuedDocument,
  issuedDocument,
} from '#shared/contract/documents.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { errorSentence } from '#shared/domain/text/error-sentences.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import { exportReport } from '../../vault/exports/exports.ts';
import { writeExport } from '../../vault/exports/write-export.ts';
import { type Command, type CommandCall, FORCE_OPTION, optionTakes, VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import { outFile } from '../out-file.ts';
import { jobValue, requiredArgument, requiredOption, withVault } from '../with-vault.ts';
import { signatureFrom, SIGNER_OPTIONS } from '../signer-options.ts';
import { DRAFT_OPTIONS, draftOf, fieldsOf } from './document-draft.ts';
import { documentSettingCommands, kindOf } from './document-settings.ts';

const PIECE = 4 * 1024 * 1024;

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
    {
      name: 'variant',
      value: 'lengkap|disamarkan|keduanya',
      help: {
        id: 'versi (lengkap); keduanya: versi lengkap dan versi disamarkannya dengan nomor yang sama',
        en: 'version (lengkap); keduanya: the full one and its masked version under the same number',
      },
    },
    {
      name: 'field',
      value: 'NAMA=ISI',
      repeated: true,
      help: { id: 'isian yang sama bagi semua', en: 'a field, the same for all' },
    },
    ...SIGNER_OPTIONS,
  ],
  run: async (call) => {
    const document = kindOf(call, 0);
    const statuses = call.options('status').map((given) => {
      const known = caseStatus.options.find((one) => one === given);
      if (known === undefined) throw optionTakes('status', caseStatus.options);
      return known;
    });
    const variant = batchSelection.shape.variant.safeParse(call.option('variant'));
    if (!variant.success) throw optionTakes('variant', ['lengkap', 'disamarkan', 'keduanya']);
    const selection = {
      document,
      variant: variant.data,
      from: requiredOption(call, 'from'),
      to: requiredOption(call, 'to'),
      statuses,
      unit: call.option('unit') ?? '',
      fields: fieldsOf(call),
    };
    return await withVault(call, async (service) => {
      const signature = await signatureFrom(call, service);
      const started = await service.call('documents.batch', { ...selection, number: 'next', signature });
      const result = batchResult.parse(await jobValue(service, started));
      const text = [
        ...result.issued.map((one) => `${one.caseNumber}  ${one.variant}  ${one.number === '' ? '……' : one.number}`),
        ...result.refused.map(({ caseNumber, variant: refused, code, params }) => {
          const known = ERROR_CODES.find((one) => one === code) ?? 'INTERNAL';
          return `${caseNumber}  ${refused}  ! ${errorSentence(call.language, known, params)}`;
        }),
        `${result.issued.length} / ${result.cases * (variant.data === 'keduanya' ? 2 : 1)}`,
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
