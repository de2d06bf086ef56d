/** The words that a working copy of a tall picture still shows: the page's, without those under its masks or cut away. */
import type { Artefact } from '#shared/contract/evidence.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { readTextPositions, type TextPositions, textShown } from '#shared/domain/capture/text-positions.ts';
import type { ReadableDatabase, StagedBlob, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { artefactOf, artefactsOf } from './evidence-rows.ts';

/** Which artefact says where the words of a picture stand. */
const PLACES: Readonly<Partial<Record<Artefact['kind'], Artefact['kind']>>> = {
  'full-page-image': 'text-positions',
  'reload-full-page-image': 'reload-text-positions',
};

/** Null when it is not known where the words stand, or none is left. The caller adopts the blob. */
export async function stageCopyText(
  { id, edits }: Pick<InputOf<'evidence.makeCopy'>, 'id' | 'edits'>,
  original: Artefact,
  context: UseCaseContext,
): Promise<StagedBlob | null> {
  const kind = PLACES[original.kind];
  const places = artefactsOf(context.database, id).find((artefact) => artefact.kind === kind);
  if (kind === undefined || places === undefined) return null;
  const bytes = await context.blobs.open(places.sha256).read(0, places.bytes);
  const positions = readTextPositions(new TextDecoder().decode(bytes));
  if (positions === null || !isOf(positions, original)) return null;
  const text = textShown(positions, edits);
  return text === '' ? null : context.blobs.stage([new TextEncoder().encode(`${text}\n`)]);
}

/** A picture of another width was not taken of the page as its words stood: nothing can be told then. */
function isOf({ width, scale }: TextPositions, picture: Artefact): boolean {
  return Math.abs(width * scale - (picture.width ?? 0)) <= 2 * scale;
}

/** Inside the transaction that keeps the copy. Answers with the text's artefact. */
export function keepCopyText(
  database: WritableDatabase,
  context: UseCaseContext,
  { evidenceId, version, position }: { evidenceId: string; version: number; position: number },
  blob: StagedBlob,
): string {
  const id = context.newId();
  context.blobs.adopt(database, blob);
  database.run(
    `INSERT INTO artefacts (id, evidence_id, position, kind, sha256, bytes, mime, name, width, height)
     VALUES (?, ?, ?, 'working-copy-text', ?, ?, 'text/plain', ?, NULL, NULL)`,
    [id, evidenceId, position + 1, blob.sha256, blob.bytes, `salinan-kerja-${version}.txt`],
  );
  return id;
}

/** The texts of all copies of an item. */
export function copyTextsOf(database: ReadableDatabase, evidenceId: string): Artefact[] {
  return database
    .all("SELECT * FROM artefacts WHERE evidence_id = ? AND kind = 'working-copy-text' ORDER BY position", [evidenceId])
    .map(artefactOf);
}
