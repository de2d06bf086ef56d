/** Received material is looked at and copied out, never changed; both are in custody. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import { viewableAs } from '#shared/domain/evidence/viewable.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { piecesOf, writeExport } from '../exports/write-export.ts';
import type { UseCaseContext } from '../kernel.ts';
import { fileOf } from './received-rows.ts';

/** Text longer than this (bytes) is saved, not read in the app. */
const LONGEST_TEXT = 5_000_000;

/** Opens one file until the lock. PACKAGE_UNKNOWN, EVIDENCE_MISSING. */
export function viewReceived(input: InputOf<'handover.view'>, context: UseCaseContext): OutputOf<'handover.view'> {
  const { sha256, mime } = fileOf(context.database, input.id, input.path);
  const reader = context.blobs.open(sha256);
  record('package.viewed', input.id, { sha256 }, context);
  const handle = context.views.open({
    mime,
    bytes: reader.bytes,
    read: (offset, length) => reader.read(offset, length),
  });
  return { handle, mime, bytes: reader.bytes };
}

/** PACKAGE_UNKNOWN, EVIDENCE_MISSING, EVIDENCE_DAMAGED; FILE_TOO_LARGE for what is no text or a long one. */
export async function readReceivedText(
  input: InputOf<'handover.readText'>,
  context: UseCaseContext,
): Promise<OutputOf<'handover.readText'>> {
  const { sha256, mime, bytes } = fileOf(context.database, input.id, input.path);
  if (viewableAs(mime) !== 'text' || bytes > LONGEST_TEXT)
    throw new AppError('FILE_TOO_LARGE', { file: input.path, bytes });
  const content = await context.blobs.open(sha256).read(0, bytes);
  record('package.viewed', input.id, { sha256 }, context);
  return { text: new TextDecoder().decode(content) };
}

/** A copy of one file, its hash checked. PACKAGE_UNKNOWN, EVIDENCE_DAMAGED, EVIDENCE_MISSING and as writeExport. */
export async function exportReceivedFile(
  target: { readonly id: string; readonly file: string; readonly path: string },
  context: UseCaseContext,
): Promise<ExportedFile> {
  const { sha256 } = fileOf(context.database, target.id, target.file);
  const pieces = piecesOf(context.blobs.open(sha256));
  const written = await writeExport(target.path, context.vault.directory, pieces, sha256);
  record('package.file-exported', target.id, { sha256, bytes: written.bytes }, context);
  return written;
}

function record(
  action: string,
  subjectId: string,
  facts: Readonly<Record<string, string | number>>,
  context: UseCaseContext,
): void {
  context.write(['custody'], () => ({ value: undefined, entry: { action, subjectKind: 'package', subjectId, facts } }));
}
