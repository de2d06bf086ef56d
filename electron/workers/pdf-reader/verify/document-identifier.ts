/** The identifier that our own documents carry in their information (NetraDocumentId), by itself no proof of anything. */
import type { PdfView } from '../file/view.ts';
import { textOf } from '../syntax/values.ts';

/** Key in the information dictionary. */
export const IDENTIFIER_KEY = 'NetraDocumentId';
const PLAIN = /^[A-Za-z0-9._:/-]{1,100}$/;

/** The identifier as the newest of these revisions says it; null when there is none of a plain form. */
export async function readIdentifier(view: PdfView): Promise<string | null> {
  const information = await view.dictionary(view.trailer.get('Info'));
  const text = textOf(await view.resolve(information?.get(IDENTIFIER_KEY)));
  return text !== undefined && PLAIN.test(text) ? text : null;
}
