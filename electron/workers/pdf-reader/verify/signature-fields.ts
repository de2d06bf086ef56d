/** Finds the fields of a document's form. */
import { PdfSyntaxError } from '../syntax/parser.ts';
import { isDictionary, isReference, nameOf, textOf, type PdfDictionary, type PdfValue } from '../syntax/values.ts';
import type { PdfView } from '../file/view.ts';

export interface SignatureField {
  /** Number of the field's object. */
  readonly number: number;
  /** Names of the field and its parents, joined by dots. */
  readonly name: string;
  readonly dictionary: PdfDictionary;
  /** The signature dictionary, when the field is signed. */
  readonly signature: PdfDictionary | undefined;
}

/** A field of any kind that has a value of its own. */
export interface FormField extends SignatureField {
  /** `Sig`, `Tx`, `Btn`, `Ch`; undefined when nothing says so. */
  readonly type: string | undefined;
  /** Numbers of its widgets, where they are objects of their own. */
  readonly widgets: readonly number[];
  /** One of its rectangles has a size. */
  readonly isVisible: boolean;
}

const MOST_FIELDS = 10_000;
const DEEPEST = 16;

/** All signature fields, signed and empty, in the order of the form. */
export async function findSignatureFields(view: PdfView): Promise<SignatureField[]> {
  return (await findFormFields(view)).filter(({ type }) => type === 'Sig');
}

/** All fields of the form, in its order. */
export async function findFormFields(view: PdfView): Promise<FormField[]> {
  const catalog = await view.dictionary(view.trailer.get('Root'));
  const form = await view.dictionary(catalog?.get('AcroForm'));
  const found: FormField[] = [];
  const seen = new Set<number>();
  const visit = async (
    value: PdfValue,
    parent: { readonly name: string; readonly type: string | undefined },
    depth: number,
  ): Promise<void> => {
    if (!isReference(value) || seen.has(value.number)) return;
    seen.add(value.number);
    if (depth > DEEPEST || seen.size > MOST_FIELDS) throw new PdfSyntaxError('form fields');
    const dictionary = await view.dictionary(value);
    if (dictionary === undefined) return;
    const own = textOf(await view.resolve(dictionary.get('T')));
    const name = [parent.name, own].filter((part) => part !== undefined && part !== '').join('.');
    const type = nameOf(await view.resolve(dictionary.get('FT'))) ?? parent.type;
    const kids = await view.resolve(dictionary.get('Kids'));
    if (own !== undefined || depth === 0) {
      const signed = await view.resolve(dictionary.get('V'));
      const { widgets, isVisible } = await widgetsOf(view, dictionary, kids);
      const signature = type === 'Sig' && isDictionary(signed) ? signed : undefined;
      found.push({ number: value.number, name, dictionary, signature, type, widgets, isVisible });
    }
    if (Array.isArray(kids)) for (const kid of kids) await visit(kid, { name, type }, depth + 1);
  };
  const fields = await view.resolve(form?.get('Fields'));
  if (Array.isArray(fields)) for (const field of fields) await visit(field, { name: '', type: undefined }, 0);
  return found;
}

/** Kids without a name of their own are widgets of the field. */
async function widgetsOf(
  view: PdfView,
  field: PdfDictionary,
  kids: PdfValue,
): Promise<Pick<FormField, 'widgets' | 'isVisible'>> {
  const widgets: number[] = [];
  let isVisible = hasSize(await view.resolve(field.get('Rect')));
  for (const kid of Array.isArray(kids) ? kids.slice(0, MOST_FIELDS) : []) {
    const dictionary = await view.dictionary(kid);
    if (!isReference(kid) || dictionary === undefined || dictionary.has('T')) continue;
    widgets.push(kid.number);
    isVisible ||= hasSize(await view.resolve(dictionary.get('Rect')));
  }
  return { widgets, isVisible };
}

function hasSize(rectangle: PdfValue): boolean {
  if (!Array.isArray(rectangle)) return false;
  const [left, bottom, right, top] = rectangle;
  // What cannot be read may be seen.
  return !(left === right || bottom === top);
}
