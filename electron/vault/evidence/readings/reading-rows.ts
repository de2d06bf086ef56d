/** What was read in an item's pictures, and which other items have the same picture or one that looks alike. */
import type { AlikePicture, PictureReading } from '#shared/contract/picture-reading.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import { ALIKE_BITS, differingBits } from '#shared/domain/evidence/perceptual-hash.ts';
import type { ReadableDatabase } from '../../kernel.ts';
import { numberOf, numberOrNull, textOf, textOrNull } from '../../rows.ts';

/** In the order of the item's files. */
export function readingsOf(database: ReadableDatabase, evidenceId: string): PictureReading[] {
  return database
    .all(
      'SELECT r.* FROM picture_readings r JOIN artefacts a ON a.id = r.artefact_id WHERE a.evidence_id = ? ORDER BY a.position',
      [evidenceId],
    )
    .map((row) => ({
      artefactId: textOf(row, 'artefact_id'),
      readAt: textOf(row, 'read_at'),
      engine: textOf(row, 'engine'),
      text: textOf(row, 'text'),
      confidence: numberOrNull(row, 'confidence'),
      failure: textOrNull(row, 'failure'),
    }));
}

/** Items shown at most. */
const MOST = 20;

/** Other items with the same bytes first, then those whose picture looks alike, the nearest first. */
export function alikePictures(database: ReadableDatabase, evidenceId: string): AlikePicture[] {
  const found = new Map<string, { bits: number; item: AlikePicture }>();
  const own = database.all(OWN, [evidenceId]);
  for (const row of database.all(OTHERS, [evidenceId])) {
    const bits = Math.min(...own.map((mine) => distance(mine, row)));
    const id = textOf(row, 'evidence_id');
    if (bits > ALIKE_BITS || (found.get(id)?.bits ?? Infinity) <= bits) continue;
    const number = evidenceNumber(numberOf(row, 'sequence'));
    const item = { id, number, title: textOf(row, 'title'), how: bits < 0 ? ('same' as const) : ('alike' as const) };
    found.set(id, { bits, item });
  }
  return [...found.values()]
    .toSorted((left, right) => left.bits - right.bits)
    .slice(0, MOST)
    .map(({ item }) => item);
}

type MarkRow = Parameters<typeof textOf>[0];

/** Differing bits; below nought for the same bytes, infinite where nothing can be said. */
function distance(mine: MarkRow, other: MarkRow): number {
  if (textOf(mine, 'sha256') === textOf(other, 'sha256')) return -1;
  const [left, right] = [textOrNull(mine, 'perceptual_hash'), textOrNull(other, 'perceptual_hash')];
  return left === null || right === null ? Infinity : differingBits(left, right);
}

const MARKS = `SELECT a.evidence_id, a.sha256, r.perceptual_hash, e.sequence, e.title FROM artefacts a
  JOIN evidence e ON e.id = a.evidence_id LEFT JOIN picture_readings r ON r.artefact_id = a.id
  WHERE a.mime LIKE 'image/%' AND a.kind <> 'working-copy'`;
const OWN = `${MARKS} AND a.evidence_id = ?`;
const OTHERS = `${MARKS} AND a.evidence_id <> ? AND e.withdrawn_at IS NULL`;
