/** What a scroll recording needs of Electron: pictures as pixels, and Escape while the page has the focus. */
import type { NativeImage, WebContents } from 'electron';

/** The pixels of a picture as they are, four bytes each. */
export function pixelsOf(image: Pick<NativeImage, 'getSize' | 'toBitmap'>): {
  width: number;
  height: number;
  pixels: Uint32Array;
} {
  const { width, height } = image.getSize();
  // A copy of its own: what Electron gives may begin anywhere in memory.
  const bytes = new Uint8Array(image.toBitmap());
  return { width, height, pixels: new Uint32Array(bytes.buffer) };
}

/** Escape ends a recording and keeps it; without one the key is the page's. */
export function stopByEscape(contents: Pick<WebContents, 'on'>, controller: { stopRecording(): boolean }): void {
  contents.on('before-input-event', (event, input) => {
    if (input.type === 'keyDown' && input.key === 'Escape' && controller.stopRecording()) event.preventDefault();
  });
}
