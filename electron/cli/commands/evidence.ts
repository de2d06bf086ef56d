/** `netra evidence …`: take in files, capture addresses, write an original out. */
import path from 'node:path';
import { type ArtefactKind, artefactKind, type EvidencePage, intakeResult } from '#shared/contract/evidence.ts';
import type { WorkingCopy } from '#shared/contract/working-copy.ts';
import { errorSentence } from '#shared/domain/text/error-sentences.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { exportArtefact } from '../../vault/exports/exports.ts';
import type { CaptureResult } from '../app-answers.ts';
import { captureByWindow } from '../capture-by-window.ts';
import { ACCOUNT_DATA_OPTION, FORCE_OPTION, optionTakes, VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command, CommandCall } from '../command.ts';
import { findCase, findEvidence } from '../find.ts';
import { outFile } from '../out-file.ts';
import { maskEvidence } from './evidence-mask.ts';
import { showEvidenceCommands } from './evidence-show.ts';
import { reasonWords } from '../reason-words.ts';
import { readPassphrase } from '../secrets.ts';
import { jobValue, requiredArgument, requiredOption, withVault } from '../with-vault.ts';

/** Stands for the tray of evidence that is not filed yet. */
const TRAY = '-';

const add: Command = {
  words: ['evidence', 'add'],
  summary: { id: 'menerima berkas sebagai bukti; "-" berarti baki', en: 'takes in files as evidence; "-" is the tray' },
  arguments: [
    { name: 'CASE', required: true },
    { name: 'FILE', required: true, many: true },
  ],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    { name: 'note', value: 'TEKS', help: { id: 'catatan', en: 'note' } },
    { name: 'from', value: 'TEKS', help: { id: 'diperoleh dari', en: 'obtained from' } },
  ],
  run: async (call) =>
    await withVault(call, async (service) => {
      const [number = TRAY, ...names] = call.arguments;
      const caseId = number === TRAY ? null : (await findCase(service, number)).id;
      const files: string[] = [];
      for (const name of names) files.push((await service.files.addPath(path.resolve(call.directory, name))).token);
      const started = await service.call('evidence.addFiles', {
        caseId,
        files,
        note: call.option('note') ?? '',
        obtainedFrom: call.option('from') ?? '',
      });
      const result = intakeResult.parse(await jobValue(service, started));
      const lines = [
        ...result.added.map((one) => `+ ${one.name} ${one.mime} ${one.sha256}`),
        ...result.duplicates.map((one) => `= ${one.name} ${one.sha256}`),
        ...result.refused.map(({ name, code }) => `! ${name}: ${reasonWords(code, call.language)}`),
      ];
      return { good: result.refused.length === 0, json: result, text: lines.join('\n') };
    }),
};

const capture: Command = {
  words: ['evidence', 'capture'],
  summary: {
    id: 'mengambil halaman lewat jendela pengambilan (Electron)',
    en: 'captures pages through the capture window (Electron)',
  },
  arguments: [
    { name: 'CASE', required: true },
    { name: 'URL', required: true, many: true },
  ],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    {
      name: 'reload',
      value: null,
      help: { id: 'muat ulang lalu ambil, keduanya disimpan', en: 'load anew and capture again, keep both' },
    },
  ],
  run: async (call) => {
    const [number = TRAY, ...addresses] = call.arguments;
    const results = await captureByWindow({
      kind: 'addresses',
      vaultDirectory: path.resolve(call.directory, requiredOption(call, 'vault')),
      userName: call.option('user') ?? '',
      caseNumber: number === TRAY ? null : number,
      addresses,
      reload: call.has('reload'),
      passphrase: await readPassphrase(call),
      say: (line) => call.terminal.say(line),
    });
    const text = results.map((one) => capturedLine(one, call)).join('\n');
    return { good: results.every((one) => one.outcome === 'captured'), json: results, text };
  },
};

function capturedLine({ outcome, requestedUrl, id, error }: CaptureResult, { language }: CommandCall): string {
  const why = error ? ` ${errorSentence(language, error.code, error.params)} [${error.code}]` : '';
  return `${outcome} ${requestedUrl} ${id ?? ''}`.trim() + why;
}

const exportOriginal: Command = {
  words: ['evidence', 'export'],
  summary: {
    id: 'menulis bita asli bukti ke berkas, hash diperiksa',
    en: 'writes the original bytes to a file, hash checked',
  },
  arguments: [
    { name: 'ID', required: true },
    { name: 'OUT', required: true },
  ],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    {
      name: 'artefact',
      value: 'JENIS',
      help: { id: 'bagian dari sebuah pengambilan, misalnya mhtml', en: 'part of a capture, for example mhtml' },
    },
    {
      name: 'copy',
      value: 'VERSI',
      help: {
        id: 'salinan kerja dengan nomor versi ini; tanpa nomor (--artefact working-copy) yang terbaru',
        en: 'the working copy of this version; without one (--artefact working-copy) the newest',
      },
    },
    ACCOUNT_DATA_OPTION,
    FORCE_OPTION,
  ],
  run: async (call) => {
    const kind = kindOf(call);
    const file = outFile(call, 1);
    return await withVault(call, async (service) => {
      const page = await findEvidence(service, requiredArgument(call, 0));
      const artefact = call.has('copy') || kind === 'working-copy' ? copyOf(page, call) : artefactOf(page, kind);
      const written = await exportArtefact(
        {
          id: page.evidence.id,
          artefactId: artefact.id,
          path: file,
          withAccountData: call.has(ACCOUNT_DATA_OPTION.name),
        },
        service.context(),
      );
      return {
        good: true,
        json: {
          path: file,
          kind: 'kind' in artefact ? artefact.kind : 'working-copy',
          mime: artefact.mime,
          ...written,
        },
        text: `${file} ${written.sha256}`,
      };
    });
  },
};

function kindOf(call: CommandCall): ArtefactKind | null {
  const text = call.option('artefact');
  if (text === undefined) return null;
  const parsed = artefactKind.safeParse(text);
  if (!parsed.success) throw optionTakes('artefact', artefactKind.options);
  return parsed.data;
}

function artefactOf(page: EvidencePage, kind: ArtefactKind | null): EvidencePage['artefacts'][number] {
  const found = page.artefacts.find((one) =>
    kind === null ? one.sha256 === page.evidence.mainSha256 : one.kind === kind,
  );
  if (!found) throw new AppError('NOT_FOUND', { id: kind ?? page.evidence.id });
  return found;
}

/** The version that was named, else the newest that was not withdrawn. */
function copyOf({ copies, evidence }: EvidencePage, call: CommandCall): WorkingCopy {
  const version = call.option('copy');
  const found = copies.find((one) =>
    version === undefined ? one.withdrawn === null : String(one.version) === version,
  );
  if (!found) throw new AppError('NOT_FOUND', { id: `${evidence.number} v${version ?? ''}` });
  return found;
}

export const evidenceCommands: readonly Command[] = [
  add,
  capture,
  ...showEvidenceCommands,
  maskEvidence,
  exportOriginal,
];
