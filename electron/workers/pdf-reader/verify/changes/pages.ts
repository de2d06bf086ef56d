/** The pages of a document, by their object numbers. */
import { PdfSyntaxError } from '../../syntax/parser.ts';
import { isReference, type PdfValue } from '../../syntax/values.ts';
import type { PdfView } from '../../file/view.ts';

const MOST_NODES = 200_000;
const DEEPEST = 64;

/** Numbers of all pages, in order; bounded, and each node once. */
export async function pageReferences(view: PdfView): Promise<number[]> {
  const pages: number[] = [];
  const seen = new Set<number>();
  const visit = async (value: PdfValue | undefined, depth: number): Promise<void> => {
    if (!isReference(value) || seen.has(value.number)) return;
    seen.add(value.number);
    if (depth > DEEPEST || seen.size > MOST_NODES) throw new PdfSyntaxError('page tree');
    const node = await view.dictionary(value);
    const kids = await view.resolve(node?.get('Kids'));
    if (!Array.isArray(kids)) pages.push(value.number);
    else for (const kid of kids) await visit(kid, depth + 1);
  };
  const catalog = await view.dictionary(view.trailer.get('Root'));
  await visit(catalog?.get('Pages'), 0);
  return pages;
}
