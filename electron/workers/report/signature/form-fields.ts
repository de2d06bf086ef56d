/** Puts signature fields into a document: widgets on their pages, the form, the tags a screen reader needs. */
import {
  countOf,
  isDictionary,
  isReference,
  pdfName,
  pdfText,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
} from '../../pdf-reader/syntax/values.ts';
import type { FieldPlace } from './interface.ts';
import type { Revision } from './revision-writer.ts';

/** Print and Locked: PDF/A wants every annotation printable. */
const WIDGET_FLAGS = 132;

export interface SignatureField {
  readonly name: string;
  readonly tooltip: string;
  readonly place: FieldPlace | undefined;
  readonly appearance: PdfReference | undefined;
  /** The signature dictionary; absent for a field that stays empty. */
  readonly value: PdfReference | undefined;
}

/** Adds the fields to pages, form and structure tree; answers the form's reference. */
export async function addFields(revision: Revision, fields: readonly SignatureField[]): Promise<PdfReference> {
  const catalog = await catalogOf(revision);
  const pages = await pagesOf(revision, catalog);
  const widgets: PdfReference[] = [];
  for (const field of fields) {
    const page = pageFor(pages, field.place);
    const widget = revision.reserve();
    const structParent = await addTag(revision, catalog, widget, page);
    revision.set(widget, widgetOf(field, page, structParent));
    await addAnnotation(revision, page, widget);
    widgets.push(widget);
  }
  return revision.add(
    new Map<string, PdfValue>([
      ['Fields', widgets],
      // Signatures exist; only appending is allowed.
      ['SigFlags', 3],
    ]),
  );
}

/** The catalog as this revision has it, to be changed and set again. */
export async function catalogOf(revision: Revision): Promise<PdfDictionary> {
  return dictionaryAt(revision, revision.base.trailer.get('Root'), 'catalog');
}

function widgetOf(field: SignatureField, page: PdfReference, structParent: number | undefined): PdfDictionary {
  const widget: PdfDictionary = new Map<string, PdfValue>([
    ['Type', pdfName('Annot')],
    ['Subtype', pdfName('Widget')],
    ['FT', pdfName('Sig')],
    ['T', pdfText(field.name)],
    ['TU', pdfText(field.tooltip)],
    ['F', WIDGET_FLAGS],
    ['Rect', field.place === undefined ? [0, 0, 0, 0] : [...field.place.rectangle]],
    ['P', page],
  ]);
  if (field.appearance !== undefined) widget.set('AP', new Map([['N', field.appearance]]));
  if (field.value !== undefined) widget.set('V', field.value);
  if (structParent !== undefined) widget.set('StructParent', structParent);
  return widget;
}

async function pagesOf(revision: Revision, catalog: PdfDictionary): Promise<PdfReference[]> {
  const pages = await dictionaryAt(revision, catalog.get('Pages'), 'page tree');
  const kids = pages.get('Kids');
  const references = Array.isArray(kids) ? kids.filter(isReference) : [];
  if (references.length === 0 || references.length !== countOf(pages.get('Count')))
    throw new Error('the base file needs a flat page tree');
  return references;
}

function pageFor(pages: readonly PdfReference[], place: FieldPlace | undefined): PdfReference {
  const wanted = place?.page ?? 'last';
  const page = wanted === 'last' ? pages.at(-1) : pages[wanted - 1];
  if (page === undefined) throw new Error(`there is no page ${wanted}`);
  return page;
}

async function addAnnotation(revision: Revision, page: PdfReference, widget: PdfReference): Promise<void> {
  const dictionary = await dictionaryAt(revision, page, 'page');
  const known = dictionary.get('Annots');
  const annotations = isReference(known) ? await revision.get(known) : known;
  const list = Array.isArray(annotations) ? annotations : [];
  revision.set(page, new Map<string, PdfValue>([...dictionary, ['Annots', [...list, widget]], ['Tabs', pdfName('S')]]));
}

/** A Form element for the widget under the document's element; answers its key in the parent tree. */
async function addTag(
  revision: Revision,
  catalog: PdfDictionary,
  widget: PdfReference,
  page: PdfReference,
): Promise<number | undefined> {
  const rootReference = catalog.get('StructTreeRoot');
  if (!isReference(rootReference)) return undefined;
  const root = await dictionaryAt(revision, rootReference, 'structure tree');
  const top = firstOf(root.get('K'));
  const key = countOf(root.get('ParentTreeNextKey'));
  if (!isReference(top) || key === undefined) throw new Error('the base file has tags without a document element');
  const element = revision.add(
    new Map<string, PdfValue>([
      ['Type', pdfName('StructElem')],
      ['S', pdfName('Form')],
      ['P', top],
      ['Pg', page],
      [
        'K',
        new Map<string, PdfValue>([
          ['Type', pdfName('OBJR')],
          ['Obj', widget],
          ['Pg', page],
        ]),
      ],
    ]),
  );
  const topElement = await dictionaryAt(revision, top, 'document element');
  revision.set(top, new Map<string, PdfValue>([...topElement, ['K', [...listOf(topElement.get('K')), element]]]));
  const updated = new Map<string, PdfValue>([...root, ['ParentTreeNextKey', key + 1]]);
  const tree = root.get('ParentTree');
  if (isReference(tree))
    revision.set(tree, withNumber(await dictionaryAt(revision, tree, 'parent tree'), key, element));
  else updated.set('ParentTree', withNumber(tree, key, element));
  revision.set(rootReference, updated);
  return key;
}

function withNumber(tree: PdfValue | undefined, key: number, element: PdfReference): PdfDictionary {
  const numbers = isDictionary(tree) ? tree.get('Nums') : undefined;
  if (!isDictionary(tree) || !Array.isArray(numbers)) throw new Error('the base file needs a flat parent tree');
  // The root of a number tree has no limits.
  const kept = [...tree].filter(([name]) => name !== 'Limits');
  return new Map<string, PdfValue>([...kept, ['Nums', [...numbers, key, element]]]);
}

async function dictionaryAt(revision: Revision, reference: PdfValue | undefined, what: string): Promise<PdfDictionary> {
  const value = isReference(reference) ? await revision.get(reference) : undefined;
  if (!isDictionary(value)) throw new Error(`the base file has no ${what}`);
  return value;
}

function firstOf(value: PdfValue | undefined): PdfValue | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function listOf(value: PdfValue | undefined): PdfValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
