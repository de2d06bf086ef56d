/** `netra evidence mask`: a working copy of a picture from an edit list in a file. */
import path from 'node:path';
import { artefactKind, type EvidencePage } from '#shared/contract/evidence.ts';
import { workingCopy, workingCopyEdits } from '#shared/contract/working-copy.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { optionTakes, VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command, CommandCall } from '../command.ts';
import { findEvidence } from '../find.ts';
import { jobValue, requiredArgument, requiredOption, withVault } from '../with-vault.ts';
import { readJsonFile } from '../read-json.ts';

/** Pictures that a copy may be drawn from; the first that the item has unless one is named. */
const PICTURES = artefactKind.exclude([
  'working-copy',
  'working-copy-text',
  'mhtml',
  'text',
  'text-positions',
  'wacz',
  'record',
  'certificate',
]);

export const maskEvidence: Command = {
  words: ['evidence', 'mask'],
  summary: {
    id: 'membuat salinan kerja yang sebagian isinya ditutup; berkas asli tidak disentuh',
    en: 'makes a working copy with parts covered; the original is not touched',
  },
  arguments: [{ name: 'ID', required: true }],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    {
      name: 'masks',
      value: 'BERKAS',
      help: {
        id: 'JSON {crop?, masks: [{x, y, width, height, reason: wajah|nama|nomor|lain}], marks?} dalam piksel gambar asli',
        en: 'JSON {crop?, masks: [{x, y, width, height, reason: wajah|nama|nomor|lain}], marks?} in pixels of the original',
      },
    },
    {
      name: 'artefact',
      value: 'JENIS',
      help: { id: 'gambar yang mana dari sebuah pengambilan', en: 'which picture of a capture' },
    },
    { name: 'note', value: 'TEKS', help: { id: 'catatan', en: 'note' } },
    {
      name: 'use',
      value: null,
      help: { id: 'dipakai dalam laporan disamarkan', en: 'shown by redacted reports from now on' },
    },
  ],
  run: async (call) => {
    const edits = readJsonFile(path.resolve(call.directory, requiredOption(call, 'masks')), workingCopyEdits);
    return await withVault(call, async (service) => {
      const page = await findEvidence(service, requiredArgument(call, 0));
      const started = await service.call('evidence.makeCopy', {
        id: page.evidence.id,
        artefactId: pictureOf(page, call).id,
        edits,
        note: call.option('note') ?? '',
        useInMasked: call.has('use'),
      });
      const { edits: drawn, ...copy } = workingCopy.parse(await jobValue(service, started));
      return {
        good: true,
        json: { ...copy, evidence: page.evidence.number, masks: drawn.masks.length },
        text: `${page.evidence.number} v${copy.version} ${copy.id} ${copy.width}×${copy.height} ${copy.sha256}`,
      };
    });
  },
};

function pictureOf(page: EvidencePage, call: CommandCall): EvidencePage['artefacts'][number] {
  const text = call.option('artefact');
  const kind = text === undefined ? null : PICTURES.safeParse(text);
  if (kind?.success === false) throw optionTakes('artefact', PICTURES.options);
  const wanted = kind === null ? ['full-page-image', 'viewport-image', 'file'] : [kind.data];
  const found = wanted.flatMap((one) => page.artefacts.filter((artefact) => artefact.kind === one))[0];
  if (!found) throw new AppError('NOT_FOUND', { id: text ?? page.evidence.id });
  return found;
}
