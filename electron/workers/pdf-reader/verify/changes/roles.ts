/** Which objects of the older revision have a part in what a later one may change. */
import { findFormFields, type FormField } from '../signature-fields.ts';
import type { PdfView } from '../../file/view.ts';
import { isReference, nameOf, type PdfValue } from '../../syntax/values.ts';
import { pageReferences } from './pages.ts';

export type Role =
  | { readonly part: 'catalog' | 'form' | 'form-fields' | 'store' | 'store-list' | 'store-index' | 'info' | 'metadata' }
  | { readonly part: 'page' | 'page-annotations' | 'annotation' }
  /** A field, or a widget of it that is an object of its own. */
  | { readonly part: 'field' | 'widget' | 'appearance'; readonly field: FormField };

export interface Roles {
  readonly of: ReadonlyMap<number, Role>;
  /** Fields of the newer revision that the older one does not have. */
  readonly added: readonly FormField[];
}

/** Later entries win: an object that has two parts is judged by the one that is least free. */
export async function rolesOf(older: PdfView, newer: PdfView): Promise<Roles> {
  const of = new Map<number, Role>();
  const mark = (value: PdfValue | undefined, role: Role): void => {
    if (isReference(value)) of.set(value.number, role);
  };
  const catalog = await older.dictionary(older.trailer.get('Root'));
  const fields = await findFormFields(older);
  for (const field of fields) {
    for (const widget of field.widgets) of.set(widget, { part: 'widget', field });
    of.set(field.number, { part: 'field', field });
  }
  await markPages(older, of);
  const store = await older.dictionary(catalog?.get('DSS'));
  for (const key of ['Certs', 'CRLs', 'OCSPs']) mark(store?.get(key), { part: 'store-list' });
  mark(store?.get('VRI'), { part: 'store-index' });
  mark(catalog?.get('DSS'), { part: 'store' });
  const form = await older.dictionary(catalog?.get('AcroForm'));
  mark(form?.get('Fields'), { part: 'form-fields' });
  mark(catalog?.get('AcroForm'), { part: 'form' });
  mark(catalog?.get('Metadata'), { part: 'metadata' });
  mark(older.trailer.get('Info'), { part: 'info' });
  mark(older.trailer.get('Root'), { part: 'catalog' });
  const known = new Set(fields.map(({ number }) => number));
  return { of, added: (await findFormFields(newer)).filter(({ number }) => !known.has(number)) };
}

async function markPages(view: PdfView, of: Map<number, Role>): Promise<void> {
  for (const reference of await pageReferences(view)) {
    of.set(reference, { part: 'page' });
    const annotations = (await view.dictionary({ type: 'reference', number: reference, generation: 0 }))?.get('Annots');
    if (isReference(annotations)) of.set(annotations.number, { part: 'page-annotations' });
    const list = await view.resolve(annotations);
    for (const item of Array.isArray(list) ? list : []) {
      if (!isReference(item) || of.has(item.number)) continue;
      const subtype = nameOf((await view.dictionary(item))?.get('Subtype'));
      if (subtype !== 'Widget') of.set(item.number, { part: 'annotation' });
    }
  }
}
