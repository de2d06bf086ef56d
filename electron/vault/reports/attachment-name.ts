/** The name of an original outside the vault: the same inside a report and in a case package. */
import type { Artefact } from '#shared/contract/evidence.ts';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'multipart/related': 'mhtml',
  'application/wacz+zip': 'wacz',
  'text/plain': 'txt',
  'application/json': 'json',
  'application/pdf': 'pdf',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};
/** Bytes of a file's own name that are kept, so that the path of a case package stays below the 260 that Windows' tools take. */
const LONGEST_NAME = 100;

/** Unique by evidence number and kind; a file keeps its own name behind the number. */
export function attachmentName(number: string, { kind, name, mime }: Pick<Artefact, 'kind' | 'name' | 'mime'>): string {
  if (kind !== 'file' && kind !== 'media' && kind !== 'reload-media')
    return `${number}-${kind}.${EXTENSIONS[mime] ?? 'bin'}`;
  // No letters that no file system takes, none that are not seen (they could turn a name's end around), no dot or blank
  // at the end, which Windows would drop.
  const clean = name.replaceAll(/[\\/:*?"<>|\p{C}]/gu, '_').replace(/[. ]+$/, '');
  return `${number}-${endOf(clean, LONGEST_NAME)}`;
}

/** The last letters, whole, that fit into so many bytes: the end names the type. */
function endOf(text: string, bytes: number): string {
  let end = '';
  for (const letter of [...text].reverse()) {
    if (Buffer.byteLength(letter + end) > bytes) break;
    end = letter + end;
  }
  return end;
}
