/** Thumbnails by handle: one handle a blob until the lock, since lists ask for the same pictures again and again. */
import type { UseCaseContext } from '../kernel.ts';

const THUMBNAIL_MIME = 'image/webp';
const handlesOfVault = new WeakMap<UseCaseContext['views'], Map<string, string>>();

export function thumbnailView(context: UseCaseContext, sha256: string | null): string | null {
  if (sha256 === null) return null;
  const handles = handlesOfVault.get(context.views) ?? new Map<string, string>();
  handlesOfVault.set(context.views, handles);
  const known = handles.get(sha256);
  if (known !== undefined) return known;
  const reader = context.blobs.open(sha256);
  const handle = context.views.open({
    mime: THUMBNAIL_MIME,
    bytes: reader.bytes,
    read: (offset, length) => reader.read(offset, length),
  });
  handles.set(sha256, handle);
  return handle;
}
