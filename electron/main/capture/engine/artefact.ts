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

interface What {
  readonly kind: CaptureArtefactKind;
  readonly mime: string;
  readonly size?: ArtefactSize;
  readonly tile?: TileGeometry;
  readonly part?: MediaPart;
}

/** Sends one artefact; answers with what the record says of it. Throws when the vault's hash is another than ours. */
export async function sendArtefact(work: Work, what: What, bytes: Uint8Array): Promise<CaptureArtefact> {
  return sendStream(work, what, piecesOf(bytes));
}

/** The same for bytes that come piece by piece, of any size. Throws besides what their source throws. */
export async function sendStream(
  work: Work,
  what: What,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
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
  let sent = 0;
  const counted = chunksOf(bytes, (chunk) => {
    hash.update(chunk);
    sent += chunk.byteLength;
  });
  const written = await work.sink.artefact(description, counted);
  const sha256 = hash.hex();
  if (written.sha256 !== sha256 || written.bytes !== sent) {
    throw new Error(`the vault wrote other bytes than were sent (${what.kind})`);
  }
  const { series: _series, part: _part, ...kept } = description;
  return { ...kept, sha256, bytes: sent, at };
}

/** Width and height of a PNG from its header. Throws when the bytes are no PNG. */
export function pngSize(bytes: Uint8Array): ArtefactSize {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) {
    throw new Error('the browser answered with something that is no PNG');
  }
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Small pieces are gathered, so that a chunk is worth its way. */
async function* chunksOf(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  onChunk: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  let gathered: Uint8Array[] = [];
  let length = 0;
  const taken = (): Uint8Array => {
    const [only] = gathered;
    const chunk = gathered.length === 1 && only !== undefined ? only : new Uint8Array(Buffer.concat(gathered));
    [gathered, length] = [[], 0];
    onChunk(chunk);
    return chunk;
  };
  for await (const bytes of pieces) {
    for (const piece of piecesOf(bytes)) {
      if (length + piece.byteLength > CHUNK) yield taken();
      gathered.push(piece);
      length += piece.byteLength;
    }
  }
  if (length > 0) yield taken();
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}
