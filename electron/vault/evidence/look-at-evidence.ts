/** Looking at evidence: every opening is in custody; the seal re-hashes what is stored, now. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import { copyTextsOf } from './copy-text.ts';
import { copiesOf } from './copy-rows.ts';
import { artefactById, artefactsOf, evidenceById } from './evidence-rows.ts';

/** Text longer than this (bytes) is exported, not read in the app. */
const LONGEST_TEXT = 5_000_000;

export function viewArtefact(input: InputOf<'evidence.view'>, context: UseCaseContext): OutputOf<'evidence.view'> {
  const artefact = artefactById(context.database, input.id, input.artefactId);
  const reader = context.blobs.open(artefact.sha256);
  recordView(context, input.id, input.artefactId, artefact.sha256);
  const handle = context.views.open({
    mime: artefact.mime,
    bytes: reader.bytes,
    read: (offset, length) => reader.read(offset, length),
  });
  return { handle, mime: artefact.mime, bytes: reader.bytes };
}

export async function readArtefactText(
  input: InputOf<'evidence.readText'>,
  context: UseCaseContext,
): Promise<OutputOf<'evidence.readText'>> {
  const artefact = artefactById(context.database, input.id, input.artefactId);
  if (artefact.viewable !== 'text' || artefact.bytes > LONGEST_TEXT)
    throw new AppError('FILE_TOO_LARGE', { file: artefact.name, bytes: artefact.bytes });
  const bytes = await context.blobs.open(artefact.sha256).read(0, artefact.bytes);
  recordView(context, input.id, input.artefactId, artefact.sha256);
  return { text: new TextDecoder().decode(bytes) };
}

/** Appends that an artefact was looked at. */
export function recordView(context: UseCaseContext, evidenceId: string, artefactId: string, sha256: string): void {
  context.write(['custody'], () => ({
    value: null,
    entry: {
      action: 'evidence.viewed',
      subjectKind: 'evidence',
      subjectId: evidenceId,
      facts: { artefact: artefactId, sha256 },
    },
  }));
}

export async function checkSeal(
  input: InputOf<'evidence.checkSeal'>,
  context: UseCaseContext,
): Promise<OutputOf<'evidence.checkSeal'>> {
  evidenceById(context.database, input.id);
  const artefacts: { id: string; intact: boolean }[] = [];
  for (const artefact of [
    ...artefactsOf(context.database, input.id),
    ...copiesOf(context.database, input.id),
    ...copyTextsOf(context.database, input.id),
  ]) {
    artefacts.push({ id: artefact.id, intact: (await context.blobs.check(artefact.sha256)) === 'intact' });
  }
  const intact = artefacts.every((artefact) => artefact.intact);
  context.write(['custody'], () => ({
    value: null,
    entry: {
      action: 'evidence.seal-checked',
      subjectKind: 'evidence',
      subjectId: input.id,
      facts: { intact, artefacts: artefacts.length },
    },
  }));
  return { intact, checkedAt: context.now().toISOString(), artefacts };
}
