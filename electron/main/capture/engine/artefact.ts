/** Handing an artefact to the vault in chunks, hashed on the way: what the vault wrote must be what was sent. */
import type { CaptureArtefact, CaptureArtefactKind } from '#shared/domain/capture/record.ts';
import type { TileGeometry } from '#shared/domain/capture/tiles.ts';
import type { MediaPart } from './sink.ts';
import type { Work } from './work.ts';

/** Bytes in one chunk. */
const CHUNK = 256 * 1024;

export interface ArtefactSize {
  readonly width: number;
  readonly height: number;
}

/** Sends one artefact; answers with what the record says of it. Throws when the vault's hash is another than ours. */
export async function sendArtefact(
  work: Work,
  what: { kind: CaptureArtefactKind; mime: string; size?: ArtefactSize; tile?: TileGeometry; part?: MediaPart },
  bytes: Uint8Array,
): Promise<CaptureArtefact> {
  const at = work.deps.clock.now().toISOString();
  const hash = work.deps.newHash();
  const description = {
    kind: what.kind,
    series: work.series,
    mime: what.mime,
    width: what.size?.width ?? null,
    height: what.size?.height ?? null,
    tile: what.tile ?? null,
    part: what.part ?? null,
  };
  const written = await work.sink.artefact(
    description,
    chunksOf(bytes, (chunk) => hash.update(chunk)),
  );
  const sha256 = hash.hex();
  if (written.sha256 !== sha256 || written.bytes !== bytes.byteLength) {
    throw new Error(`the vault wrote other bytes than were sent (${what.kind})`);
  }
  const { series: _series, part: _part, ...kept } = description;
  return { ...kept, sha256, bytes: bytes.byteLength, at };
}

/** Width and height of a PNG from its header. Throws when the bytes are no PNG. */
export function pngSize(bytes: Uint8Array): ArtefactSize {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) {
    throw new Error('the browser answered with something that is no PNG');
  }
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

async function* chunksOf(bytes: Uint8Array, onChunk: (chunk: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    onChunk(chunk);
    yield chunk;
  }
}
