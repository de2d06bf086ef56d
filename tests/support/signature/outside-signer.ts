/** A second writer (LibPDF) as an outside tool that signs: in a field of this name, kept or its own. */
import { P12Signer, PDF, PdfArray, PdfName, PdfNumber } from '@libpdf/core';
import { PASSPHRASE } from '../authority/certificates.ts';

/** Fills the field, or adds one without a size. */
export async function signOutside(base: Buffer, p12: Uint8Array, fieldName: string): Promise<Buffer> {
  return await sign(await PDF.load(Uint8Array.from(base)), p12, fieldName);
}

/** Adds a field with a size on a page (from 0) that names it, as a tool with a visible signature does; LibPDF makes none. */
export async function signVisibly(base: Buffer, p12: Uint8Array, fieldName: string, page = 0): Promise<Buffer> {
  const pdf = await PDF.load(Uint8Array.from(base));
  const field = pdf.getOrCreateForm().createSignatureField(fieldName);
  const [dictionary, ref] = [field.getDict(), field.getRef()];
  const rectangle = PdfArray.of(...[300, 300, 500, 360].map((side) => PdfNumber.of(side)));
  const set = dictionary.set.bind(dictionary);
  dictionary.set = (key, value) => set(key, (key instanceof PdfName ? key.value : key) === 'Rect' ? rectangle : value);
  const shown = pdf.getPages()[page]?.dict;
  const kept = shown?.getArray('Annots', pdf.context.registry.resolve.bind(pdf.context.registry));
  shown?.set('Annots', PdfArray.of(...(kept === undefined ? [] : [...kept]), ...(ref === null ? [] : [ref])));
  return await sign(pdf, p12, fieldName);
}

async function sign(pdf: PDF, p12: Uint8Array, fieldName: string): Promise<Buffer> {
  const { bytes } = await pdf.sign({ signer: await P12Signer.create(p12, PASSPHRASE), fieldName });
  return Buffer.from(bytes);
}
