/**
 * Small pictures and the size in pixels of the photos that a page showed: made by one worker job when somebody looks, kept in
 * memory until the lock. Nothing of them is evidence, so nothing of them is stored.
 */
import { mediaPreviewsResultSchema } from '#shared/contract/image-job.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import { artefactsOf, evidenceById } from './evidence-rows.ts';

type Previews = OutputOf<'evidence.mediaPreviews'>;
type Preview = Omit<Previews['previews'][number], 'artefactId'>;

const LIMITS = { milliseconds: 60_000, rssBytes: 1_500 * 1024 * 1024 } as const;
/** Longest edge, pixels: a row of a list at 200 % scale. */
const EDGE = 160;
const NOTHING: Preview = { width: null, height: null, thumbnail: null };

/** By SHA-256: the same picture is often on many pages. */
const knownOfVault = new WeakMap<UseCaseContext['views'], Map<string, Preview>>();

/** EVIDENCE_UNKNOWN. A picture that cannot be decoded has neither size nor thumbnail, which is no failure. */
export async function mediaPreviews(
  { id }: InputOf<'evidence.mediaPreviews'>,
  context: UseCaseContext,
): Promise<Previews> {
  evidenceById(context.database, id);
  const known = knownOfVault.get(context.views) ?? new Map<string, Preview>();
  knownOfVault.set(context.views, known);
  const pictures = artefactsOf(context.database, id).filter(
    ({ kind, viewable }) => (kind === 'media' || kind === 'reload-media') && viewable === 'image',
  );
  const unknown = [...new Set(pictures.map(({ sha256 }) => sha256))].filter((sha256) => !known.has(sha256));
  if (unknown.length > 0) for (const [sha256, preview] of await lookAt(unknown, context)) known.set(sha256, preview);
  return {
    previews: pictures.map(({ id: artefactId, sha256 }) => ({ artefactId, ...(known.get(sha256) ?? NOTHING) })),
  };
}

async function lookAt(hashes: readonly string[], context: UseCaseContext): Promise<ReadonlyMap<string, Preview>> {
  const drawn = new Map<string, Uint8Array[]>(hashes.map((sha256) => [sha256, []]));
  try {
    const value = await context.runWorker({
      kind: 'images',
      job: { mode: 'previews', inputs: hashes, maxEdge: EDGE },
      inputs: Object.fromEntries(hashes.map((sha256) => [sha256, context.blobs.open(sha256)])),
      outputs: Object.fromEntries(
        hashes.map((sha256) => [sha256, (bytes) => void drawn.get(sha256)?.push(Uint8Array.from(bytes))]),
      ),
      limits: LIMITS,
    });
    const { sizes } = mediaPreviewsResultSchema.parse(value);
    return new Map(
      sizes.map(({ input, size }) => [
        input,
        size === null ? NOTHING : { ...size, thumbnail: viewOf(Buffer.concat(drawn.get(input) ?? []), context) },
      ]),
    );
  } catch (error) {
    // The worker ended over one of them (too large, too slow, damaged): the list is shown without pictures.
    if (error instanceof AppError && error.code !== 'CANCELLED') return new Map();
    throw error;
  }
}

function viewOf(bytes: Buffer, context: UseCaseContext): string {
  return context.views.open({
    mime: 'image/webp',
    bytes: bytes.length,
    read: async (offset, length) => await Promise.resolve(bytes.subarray(offset, offset + length)),
  });
}
