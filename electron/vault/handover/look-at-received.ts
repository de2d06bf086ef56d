/** Received material is looked at and copied out, never changed; both are in custody. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import { piecesOf, writeExport } from '../exports/write-export.ts';
import type { UseCaseContext } from '../kernel.ts';
import { fileOf } from './received-rows.ts';

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
