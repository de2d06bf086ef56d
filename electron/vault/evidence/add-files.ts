/** Takes in files as they are: type by content, encrypted while hashed, second-hand, never stored twice. */
import type { IntakeResult } from '#shared/contract/evidence.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { caseById } from '../cases/case-rows.ts';
import type { UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { addFiling, filedEntry } from './filing.ts';
import { keepFile } from './keep-file.ts';
import { nothingTaken, takeFiles, type Taking } from './take-files.ts';

type Input = InputOf<'evidence.addFiles'>;

export async function addFiles(input: Input, context: UseCaseContext): Promise<OutputOf<'evidence.addFiles'>> {
  if (input.caseId !== null) caseById(context.database, input.caseId);
  const keep: Taking<IntakeResult>['keep'] = async (file, blob, result, signal) => {
    const duplicate = blob.known ? evidenceWithFile(context, blob.sha256) : null;
    if (duplicate === null) {
      result.added.push(await keepFile(input, file, blob, context, signal));
      return;
    }
    await context.blobs.discard(blob);
    result.duplicates.push({
      id: duplicate,
      sha256: blob.sha256,
      name: file.name,
      linked: linkDuplicate(input, duplicate, context),
    });
  };
  return takeFiles(input.files, { kind: 'evidence-intake', result: nothingTaken(), keep }, context);
}

/** The item whose own file these bytes are. */
export function evidenceWithFile(context: UseCaseContext, sha256: string): string | null {
  const row = context.database.get(
    "SELECT evidence_id FROM artefacts WHERE sha256 = ? AND kind = 'file' ORDER BY rowid LIMIT 1",
    [sha256],
  );
  return row ? textOf(row, 'evidence_id') : null;
}

function linkDuplicate(input: Input, evidenceId: string, context: UseCaseContext): boolean {
  const { caseId } = input;
  if (caseId === null) return false;
  return context.write(['evidence', 'cases'], (database) => {
    const added = addFiling(database, context, { evidenceId, caseId, where: '' });
    return { value: added, entry: added ? filedEntry(evidenceId, caseId) : null };
  });
}
