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

interface ArtefactFacts {
  readonly kind: CaptureArtefactKind;
  readonly mime: string;
  readonly size?: ArtefactSize;
  readonly tile?: TileGeometry;
  readonly part?: MediaPart;
}

/** Sends one artefact; answers with what the record says of it. Throws when the vault's hash is another than ours. */
export function sendArtefact(work: Work, what: ArtefactFacts, bytes: Uint8Array): Promise<CaptureArtefact> {
  return streamArtefact(work, what, chunksOf(bytes));
}

/** The same for one whose bytes are made while they are sent. */
export async function streamArtefact(
  work: Work,
  what: ArtefactFacts,
  chunks: AsyncIterable<Uint8Array>,
): Promise<CaptureArtefact> {
  const at = work.deps.clock.now().toISOString();
  const hash = work.deps.newHash();
  let bytes = 0;
  const description = {
    kind: what.kind,
    series: work.series,
    mime: what.mime,
    width: what.size?.width ?? null,
    height: what.size?.height ?? null,
    tile: what.tile ?? null,
    part: what.part ?? null,
  };
  const hashed = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      yield chunk;
    }
  };
  const written = await work.sink.artefact(description, hashed());
  const sha256 = hash.hex();
  if (written.sha256 !== sha256 || written.bytes !== bytes) {
    throw new Error(`the vault wrote other bytes than were sent (${what.kind})`);
  }
  const { series: _series, part: _part, ...kept } = description;
  return { ...kept, sha256, bytes, at };
}

/** Width and height of a PNG from its header. Throws when the bytes are no PNG. */
export function pngSize(bytes: Uint8Array): ArtefactSize {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) {
    throw new Error('the browser answered with something that is no PNG');
  }
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Bytes in pieces that the vault takes. */
export async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += CHUNK) {
    yield bytes.subarray(at, at + CHUNK);
  }
}
