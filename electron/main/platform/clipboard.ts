/** The clipboard, whose picture functions differ by runtime: Electron 45 reads like the web does, older ones at once. */

const PNG = 'image/png';

/** Electron 45 and newer. */
export interface ItemClipboard {
  read(): Promise<readonly { readonly types: readonly string[]; getType(type: string): Promise<unknown> }[]>;
}
/** Before that. */
export interface BufferClipboard {
  readBuffer(format: string): Uint8Array;
  readImage(): { isEmpty(): boolean; toPNG(): Uint8Array };
}

/** The picture in the clipboard as PNG bytes, as the other program put it there where that is possible; null without one. */
export async function readPicture(clipboard: ItemClipboard | BufferClipboard): Promise<Uint8Array<ArrayBuffer> | null> {
  if ('readBuffer' in clipboard) {
    const png = clipboard.readBuffer(PNG);
    if (png.length > 0) return new Uint8Array(png);
    const image = clipboard.readImage();
    return image.isEmpty() ? null : new Uint8Array(image.toPNG());
  }
  for (const item of await clipboard.read()) {
    if (!item.types.includes(PNG)) continue;
    const blob = await item.getType(PNG);
    if (blob instanceof Blob) return new Uint8Array(await blob.arrayBuffer());
  }
  return null;
}
