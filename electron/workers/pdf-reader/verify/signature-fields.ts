/** Finds the signature fields of a document's form. */
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

const MOST_FIELDS = 10_000;
const DEEPEST = 16;

/** All signature fields, signed and empty, in the order of the form. */
export async function findSignatureFields(view: PdfView): Promise<SignatureField[]> {
  const catalog = await view.dictionary(view.trailer.get('Root'));
  const form = await view.dictionary(catalog?.get('AcroForm'));
  const found: SignatureField[] = [];
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
    const signed = await view.resolve(dictionary.get('V'));
    if (type === 'Sig' && (own !== undefined || depth === 0)) {
      found.push({ number: value.number, name, dictionary, signature: isDictionary(signed) ? signed : undefined });
    }
    const kids = await view.resolve(dictionary.get('Kids'));
    if (Array.isArray(kids)) for (const kid of kids) await visit(kid, { name, type }, depth + 1);
  };
  const fields = await view.resolve(form?.get('Fields'));
  if (Array.isArray(fields)) for (const field of fields) await visit(field, { name: '', type: undefined }, 0);
  return found;
}
