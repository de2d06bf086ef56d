/** The document security store (DSS): certificates and revocation data, only ever added to. */
import type { PdfValidationData } from '#shared/contract/pdf-update.ts';
import { isReference, type PdfDictionary, type PdfReference, type PdfValue } from '../../pdf-reader/syntax/values.ts';
import { streamRange, type PdfFile, type PdfView } from '../../pdf-reader/file/view.ts';
import type { Revision } from '../signature/revision-writer.ts';

const ARRAYS = [
  ['Certs', 'certificates'],
  ['OCSPs', 'ocsps'],
  ['CRLs', 'crls'],
] as const;

/**
 * Adds what the store does not hold yet. There is no VRI: it is optional, and one whose entries are written again with
 * fresher answers is judged a change of the document by others.
 */
export async function addValidationData(
  revision: Revision,
  file: PdfFile,
  view: PdfView,
  data: PdfValidationData,
): Promise<void> {
  const root = revision.base.trailer.get('Root');
  const catalog = await view.dictionary(root);
  if (!isReference(root) || catalog === undefined) throw new Error('the document has no catalog');
  const known = catalog.get('DSS');
  const store: PdfDictionary = new Map((await view.dictionary(known)) ?? []);
  for (const [key, part] of ARRAYS) {
    const kept = await view.resolve(store.get(key));
    const list: PdfValue[] = Array.isArray(kept) ? [...kept] : [];
    const held = await contentsOf(file, view, list);
    for (const bytes of data[part]) {
      const text = Buffer.from(bytes).toString('latin1');
      if (held.has(text)) continue;
      held.add(text);
      list.push(revision.add(new Map(), bytes));
    }
    if (list.length > 0) store.set(key, list);
  }
  if (isReference(known)) revision.set(known, store);
  else {
    const added: PdfReference = revision.add(store);
    revision.set(root, new Map<string, PdfValue>([...catalog, ['DSS', added]]));
  }
}

/** What the listed streams hold, to keep nothing twice; one that is packed or larger than any such thing counts as other. */
async function contentsOf(file: PdfFile, view: PdfView, list: readonly PdfValue[]): Promise<Set<string>> {
  const held = new Set<string>();
  for (const reference of list) {
    if (!isReference(reference)) continue;
    const object = await view.object(reference.number);
    if (object.streamStart === undefined) continue;
    const { start, length, dictionary } = await streamRange(view, file.reader, object);
    if (dictionary.has('Filter') || length > 32 * 1024 * 1024) continue;
    held.add(Buffer.from(await file.reader.source.read(start, length)).toString('latin1'));
  }
  return held;
}
