/** Which picture of an item a working copy is drawn from. */
import type { Artefact, EvidencePage } from '#shared/contract/evidence.ts';

/** In the order in which one of them is chosen. */
const PICTURES = ['full-page-image', 'viewport-image', 'file', 'reload-full-page-image', 'reload-viewport-image'];

/** The artefact of this id, or the item's first picture, if it can be seen and its size is known; else null. */
export function editablePicture(page: EvidencePage, id: string | null): Artefact | null {
  const pictures = page.artefacts.filter(
    ({ viewable, width, height }) => viewable === 'image' && width !== null && height !== null,
  );
  if (id !== null) return pictures.find((one) => one.id === id) ?? null;
  return PICTURES.flatMap((kind) => pictures.filter((one) => one.kind === kind))[0] ?? null;
}
