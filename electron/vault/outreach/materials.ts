/** What a session was taught with: files, kept as they are, withdrawn with a reason. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { OutreachMaterial } from '#shared/contract/outreach.ts';
import { sniffMediaType } from '#shared/domain/evidence/media-type.ts';
import { viewableAs } from '#shared/domain/evidence/viewable.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type Refusals, takeFiles, type Taking } from '../evidence/take-files.ts';
import type { ReadableDatabase, StagedBlob, UseCaseContext } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { sessionById } from './session-rows.ts';

/** The value of the job. */
export interface MaterialsTaken extends Refusals {
  added: number;
}

/** Starts the job; a file that cannot be read is named and does not stop the others. NOT_FOUND, DISK_NEARLY_FULL; CANCELLED in it. */
export async function addMaterials(
  { sessionId, files }: InputOf<'outreach.addMaterials'>,
  context: UseCaseContext,
): Promise<OutputOf<'outreach.addMaterials'>> {
  sessionById(context.database, sessionId);
  const keep: Taking<MaterialsTaken>['keep'] = async (file, blob, result) => {
    try {
      keepMaterial(sessionId, file.name, blob, context);
    } finally {
      // What was adopted is the vault's own now, and discarding it does nothing.
      await context.blobs.discard(blob);
    }
    result.added += 1;
  };
  return takeFiles(files, { kind: 'outreach-intake', result: { added: 0, refused: [] }, keep }, context);
}

/** NOT_FOUND for one that was withdrawn before. */
export function withdrawMaterial(
  input: InputOf<'outreach.withdrawMaterial'>,
  context: UseCaseContext,
): Record<string, never> {
  return context.write(['outreach'], (database) => {
    const row = database.get(
      'SELECT session_id, sha256 FROM outreach_materials WHERE id = ? AND withdrawn_at IS NULL',
      [input.id],
    );
    if (!row) throw new AppError('NOT_FOUND', { id: input.id });
    database.run('UPDATE outreach_materials SET withdrawn_at = ?, withdraw_reason = ? WHERE id = ?', [
      context.now().toISOString(),
      input.reason,
      input.id,
    ]);
    const facts = { sha256: textOf(row, 'sha256') };
    return {
      value: {},
      entry: {
        action: 'outreach.material-withdrawn',
        subjectKind: 'outreach',
        subjectId: textOf(row, 'session_id'),
        facts,
      },
    };
  });
}

/** All of a session's, in the order in which they came; withdrawn ones among them. */
export function materialsOf(database: ReadableDatabase, sessionId: string): OutreachMaterial[] {
  return database
    .all(
      `SELECT m.*, u.name AS adder FROM outreach_materials m JOIN users u ON u.id = m.added_by
       WHERE m.session_id = ? ORDER BY m.rowid`,
      [sessionId],
    )
    .map((row) => {
      const mime = textOf(row, 'mime');
      return {
        id: textOf(row, 'id'),
        name: textOf(row, 'name'),
        bytes: numberOf(row, 'bytes'),
        mime,
        sha256: textOf(row, 'sha256'),
        viewable: viewableAs(mime),
        addedAt: textOf(row, 'added_at'),
        addedBy: textOf(row, 'adder'),
        withdrawnAt: textOrNull(row, 'withdrawn_at'),
        withdrawReason: textOrNull(row, 'withdraw_reason'),
      };
    });
}

function keepMaterial(sessionId: string, name: string, blob: StagedBlob, context: UseCaseContext): void {
  const mime = sniffMediaType(blob.head)?.mime ?? 'application/octet-stream';
  context.write(['outreach'], (database) => {
    context.blobs.adopt(database, blob);
    database.run(
      `INSERT INTO outreach_materials (id, session_id, name, sha256, bytes, mime, added_at, added_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [context.newId(), sessionId, name, blob.sha256, blob.bytes, mime, context.now().toISOString(), context.actor.id],
    );
    const facts = { sha256: blob.sha256, bytes: blob.bytes };
    return {
      value: undefined,
      entry: { action: 'outreach.material-added', subjectKind: 'outreach', subjectId: sessionId, facts },
    };
  });
}
