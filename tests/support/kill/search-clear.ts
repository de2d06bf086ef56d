/** Looks for texts in the clear below a folder: in names, and in contents as UTF-8 and UTF-16LE, in any case of letters. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What was found: which text, and where. */
export interface Found {
  readonly text: string;
  readonly file: string;
}

/** Every hit of every text in a file's name or content below the folders; also of bytes written as hex texts ("hex:…"). */
export function findInClear(directories: readonly string[], texts: readonly string[]): Found[] {
  const wanted = texts.map((text) => ({ text, forms: formsOf(text) }));
  return directories.flatMap((directory) =>
    filesBelow(directory).flatMap((file) => {
      const name = path.relative(directory, file).toLowerCase();
      const content = contentOf(file).toString('latin1').toLowerCase();
      return wanted
        .filter(({ text, forms }) => name.includes(text.toLowerCase()) || forms.some((form) => content.includes(form)))
        .map(({ text }) => ({ text, file }));
    }),
  );
}

/** Nothing of a file that has just gone: a program that was killed may still be letting go of its journal. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** Every file below a folder; links and sockets are not followed. */
export function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function formsOf(text: string): string[] {
  const encodings: readonly BufferEncoding[] = ['utf8', 'utf16le'];
  const forms = encodings.map((encoding) => Buffer.from(text.toLowerCase(), encoding).toString('latin1').toLowerCase());
  // A hash may lie there as bytes, too.
  if (/^[0-9a-f]{64}$/.test(text)) forms.push(Buffer.from(text, 'hex').toString('latin1').toLowerCase());
  return forms;
}
