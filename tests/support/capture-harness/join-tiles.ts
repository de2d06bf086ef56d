/** Joins the pieces of a full page for tests, and says of each join whether the rows shown twice are equal. */
import { PNG } from 'pngjs';
import type { CaptureArtefact } from '#shared/domain/capture/record.ts';

export interface JoinedTiles {
  readonly picture: PNG;
  readonly clean: readonly boolean[];
}

/** `read` gives a piece's PNG by its number. */
export function joinTiles(artefacts: readonly CaptureArtefact[], read: (index: number) => PNG): JoinedTiles {
  const tiles = artefacts.flatMap((artefact) => (artefact.tile === null ? [] : [artefact.tile]));
  const last = tiles.at(-1);
  if (last === undefined) throw new Error('there are no pieces');
  const picture = new PNG({ width: last.columns, height: last.top + last.rows });
  const clean: boolean[] = [];
  for (const tile of tiles) {
    const piece = read(tile.index);
    if (piece.width !== tile.columns || piece.height !== tile.rows)
      throw new Error(`piece ${tile.index} has another size`);
    const rowBytes = piece.width * 4;
    const twice = piece.data.subarray(0, tile.overlap * rowBytes);
    if (tile.index > 0) {
      const before = picture.data.subarray(tile.top * rowBytes, (tile.top + tile.overlap) * rowBytes);
      clean.push(before.equals(twice));
    }
    piece.data.copy(picture.data, tile.top * rowBytes);
  }
  return { picture, clean };
}
