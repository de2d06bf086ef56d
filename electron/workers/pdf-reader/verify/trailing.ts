/** Bytes behind the end of a document: harmless, or something that some readers would show. */
import type { PdfSource } from '../file/source.ts';
import { isBlank } from './signature-range.ts';

/** What readers that repair a file look for. */
const STRUCTURE = /\b(?:obj|endobj|xref|startxref|trailer|stream)\b|%PDF-|%%EOF/;
/** The longest of those may lie over the border of two pieces. */
const OVERLAP = 16;
/** More than this behind an end is not looked through (bytes). */
const LONGEST_SEARCH = 64 * 1024 * 1024;

export interface Trailing {
  /** Not counting a few line ends. */
  readonly bytes: number;
  /** Objects of a PDF are among them. */
  readonly hasStructure: boolean;
}

/** Looks at what stands behind `end`. */
export async function readTrailing(source: PdfSource, end: number): Promise<Trailing> {
  const bytes = source.size - end;
  if (bytes <= 0 || (await isBlank(source, end, source.size))) return { bytes: 0, hasStructure: false };
  if (bytes > LONGEST_SEARCH) return { bytes, hasStructure: true };
  let kept = '';
  for await (const piece of source.stream(end, bytes)) {
    const text = kept + Buffer.from(piece).toString('latin1');
    if (STRUCTURE.test(text)) return { bytes, hasStructure: true };
    kept = text.slice(-OVERLAP);
  }
  return { bytes, hasStructure: false };
}
