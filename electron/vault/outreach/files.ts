/** Files of sessions and scans of pledges: looked at and copied out, both in custody. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { piecesOf, writeExport } from '../exports/write-export.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { textOf, textOrNull } from '../rows.ts';

export interface OutreachFileName {
  readonly of: 'material' | 'pledge';
  readonly id: string;
}

/** Opens one until the lock. NOT_FOUND, EVIDENCE_MISSING. */
export function viewFile(input: InputOf<'outreach.viewFile'>, context: UseCaseContext): OutputOf<'outreach.viewFile'> {
  const { name, mime, sha256 } = fileOf(context.database, input);
  const reader = context.blobs.open(sha256);
  record('outreach.file-viewed', input, { sha256 }, context);
  const handle = context.views.open({
    mime,
    bytes: reader.bytes,
    read: (offset, length) => reader.read(offset, length),
  });
  return { handle, name, mime, bytes: reader.bytes };
}

/** A copy, its hash checked. NOT_FOUND, EVIDENCE_DAMAGED, EVIDENCE_MISSING and as writeExport. */
export async function exportOutreachFile(
  target: OutreachFileName & { readonly path: string },
  context: UseCaseContext,
): Promise<ExportedFile> {
  const { sha256 } = fileOf(context.database, target);
  const pieces = piecesOf(context.blobs.open(sha256));
  const written = await writeExport(target.path, context.vault.directory, pieces, sha256);
  record('outreach.file-exported', target, { sha256, bytes: written.bytes }, context);
  return written;
}

function fileOf(
  database: ReadableDatabase,
  { of, id }: OutreachFileName,
): { readonly name: string; readonly mime: string; readonly sha256: string } {
  const row = database.get(
    of === 'material'
      ? 'SELECT name, mime, sha256 FROM outreach_materials WHERE id = ?'
      : 'SELECT scan_name AS name, scan_mime AS mime, scan_sha256 AS sha256 FROM outreach_pledges WHERE id = ?',
    [id],
  );
  if (!row || textOrNull(row, 'sha256') === null) throw new AppError('NOT_FOUND', { id });
  return { name: textOf(row, 'name'), mime: textOf(row, 'mime'), sha256: textOf(row, 'sha256') };
}

function record(
  action: string,
  { of, id }: OutreachFileName,
  facts: Readonly<Record<string, string | number>>,
  context: UseCaseContext,
): void {
  context.write(['custody'], () => ({
    value: undefined,
    entry: { action, subjectKind: 'outreach', subjectId: id, facts: { kind: of, ...facts } },
  }));
}
