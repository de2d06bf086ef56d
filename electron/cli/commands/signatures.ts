/** `netra report sign|raise|accept|signatures`: what happens to a document's signatures after its issue. */
import path from 'node:path';
import { type DocumentSignatures, documentSignatures, raisedLevel } from '#shared/contract/signatures.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { exportReport } from '../../vault/exports/exports.ts';
import type { VaultService } from '../../vault/service.ts';
import { FORCE_OPTION, optionTakes, VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command, CommandCall, CommandOption, CommandOutcome, Words } from '../command.ts';
import { outOption } from '../out-file.ts';
import { signatureFrom, SIGNER_OPTIONS } from '../signer-options.ts';
import { jobValue, requiredArgument, withVault } from '../with-vault.ts';

const OUT_OPTION: CommandOption = {
  name: 'out',
  value: 'OUT.pdf',
  help: { id: 'tulis versi terbaru ke berkas ini', en: 'write the newest version to this file' },
};
const DOCUMENT = { name: 'DOCUMENT', required: true } as const;

const list: Command = {
  words: ['report', 'signatures'],
  summary: {
    id: 'daftar dokumen terbitan dengan tingkat tanda tangan dan versinya',
    en: 'lists issued documents with the level of their signatures and their versions',
  },
  arguments: [],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const { rows } = await service.call('signatures.list', {});
      return { good: true, json: { rows }, text: rows.map((row) => textOf(call, row)).join('\n\n') };
    }),
};

const sign: Command = {
  words: ['report', 'sign'],
  summary: {
    id: 'menambah tanda tangan pada dokumen terbitan',
    en: 'adds a signature to an issued document',
  },
  arguments: [DOCUMENT],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    ...SIGNER_OPTIONS,
    {
      name: 'field',
      value: 'NAMA',
      help: { id: 'bidang tanda tangan (Kepala)', en: 'signature field (Kepala)' },
    },
    OUT_OPTION,
    FORCE_OPTION,
  ],
  run: async (call) => {
    const out = outOption(call, 'out');
    return await withVault(call, async (service) => {
      const reportId = await findDocument(service, requiredArgument(call, 0));
      const signature = await signatureFrom(call, service);
      const field = call.option('field') ?? 'Kepala';
      const started = await service.call('signatures.sign', { reportId, field, signature });
      return await answer(call, service, await jobValue(service, started), out);
    });
  },
};

const raise: Command = {
  words: ['report', 'raise'],
  summary: {
    id: 'menaikkan tingkat tanda tangan: stempel waktu, data pencabutan, arsip; tanpa DOCUMENT: semua yang menunggu',
    en: 'raises the level of a signature: time stamp, revocation data, archive; without DOCUMENT: all that wait',
  },
  arguments: [{ name: 'DOCUMENT', required: false }],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    {
      name: 'to',
      value: raisedLevel.options.join('|'),
      help: { id: 'tingkat tujuan (B-LTA)', en: 'level to reach (B-LTA)' },
    },
    OUT_OPTION,
    FORCE_OPTION,
  ],
  run: async (call) => {
    const to = raisedLevel.safeParse(call.option('to') ?? 'B-LTA');
    if (!to.success) throw optionTakes('to', raisedLevel.options);
    const out = outOption(call, 'out');
    return await withVault(call, async (service) => {
      const named = call.arguments[0];
      if (named === undefined) return await raiseAll(call, service);
      const reportId = await findDocument(service, named);
      const started = await service.call('signatures.raise', { reportId, to: to.data });
      return await answer(call, service, await jobValue(service, started), out);
    });
  },
};

const accept: Command = {
  words: ['report', 'accept'],
  summary: {
    id: 'menerima berkas dokumen terbitan yang telah ditandatangani di luar',
    en: 'takes over a file of an issued document that was signed outside',
  },
  arguments: [DOCUMENT, { name: 'FILE.pdf', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const reportId = await findDocument(service, requiredArgument(call, 0));
      const { token } = await service.files.addPath(path.resolve(call.directory, requiredArgument(call, 1)));
      const started = await service.call('signatures.acceptOutside', { reportId, file: token });
      return await answer(call, service, await jobValue(service, started), null);
    }),
};

async function raiseAll(call: CommandCall, service: VaultService): Promise<CommandOutcome> {
  const value = await jobValue(service, await service.call('signatures.raiseWaiting', {}));
  const { rows } = await service.call('signatures.list', {});
  const waiting = rows.filter(({ state }) => state === 'waiting');
  const text = waiting.map((row) => textOf(call, row)).join('\n\n');
  const none = { id: 'Tidak ada dokumen yang menunggu.', en: 'No document is waiting.' };
  return { good: waiting.length === 0, json: value, text: text === '' ? none[call.language] : text };
}

async function answer(
  call: CommandCall,
  service: VaultService,
  value: unknown,
  out: string | null,
): Promise<CommandOutcome> {
  const status = documentSignatures.parse(value);
  const written = out === null ? null : await exportReport({ id: status.reportId, path: out }, service.context());
  const path = written === null ? {} : { path: out, sha256: written.sha256 };
  return { good: true, json: { ...status, ...path }, text: textOf(call, status) };
}

/** By id, by the SHA-256 of any of its versions, or by a number that only one document has. REPORT_UNKNOWN. */
async function findDocument(service: VaultService, text: string): Promise<string> {
  const { rows } = await service.call('reports.list', {});
  const { rows: signatures } = await service.call('signatures.list', {});
  const byHash = signatures.find(({ versions }) => versions.some(({ sha256 }) => sha256 === text.toLowerCase()));
  const named = rows.filter(({ id, number }) => id === text || (number !== '' && number === text));
  const found = byHash?.reportId ?? (named.length === 1 ? named[0]?.id : undefined);
  if (found === undefined) throw new AppError('REPORT_UNKNOWN', { id: text });
  return found;
}

const CAUSES: Readonly<Record<DocumentSignatures['versions'][number]['cause'], Words>> = {
  issued: { id: 'diterbitkan', en: 'issued' },
  signed: { id: 'ditandatangani', en: 'signed' },
  raised: { id: 'tingkat dinaikkan', en: 'level raised' },
  outside: { id: 'ditandatangani di luar', en: 'signed outside' },
};

function textOf(call: CommandCall, { reportId, level, wanted, problem, versions }: DocumentSignatures): string {
  const waiting = { id: `menunggu ${wanted ?? ''}`, en: `waiting for ${wanted ?? ''}` };
  const state = wanted === null ? '' : ` (${waiting[call.language]}${problem === null ? '' : `, ${problem.code}`})`;
  const lines = versions.map(
    (one) =>
      `  ${one.version}  ${one.at}  ${CAUSES[one.cause][call.language]}  ${one.level}  ${one.sha256}${one.signer === null ? '' : `  ${one.signer}`}`,
  );
  return [`${reportId}  ${level}${state}`, ...lines].join('\n');
}

export const signatureCommands: readonly Command[] = [list, sign, raise, accept];
