/** A second signature on an issued report: fills a field that was kept for it and changes nothing else. */
import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';
import type { PdfSource } from '../../pdf-reader/file/source.ts';
import { openPdf, type PdfView } from '../../pdf-reader/file/view.ts';
import { isReference, pdfReference, type PdfDictionary, type PdfValue } from '../../pdf-reader/syntax/values.ts';
import { findSignatureFields, type SignatureField } from '../../pdf-reader/verify/signature-fields.ts';
import type { FurtherSignatureRequest, PdfRectangle, PdfSignerPorts, SignedPdf } from './interface.ts';
import { appendSigned, RESERVED_BYTES } from './append-signed.ts';
import { createRevision, type Revision } from './revision-writer.ts';
import { signatureSource } from './signature-dictionary.ts';

/** Copies the file to the output and appends the signature; SIGNATURE_FIELD_NONE when there is no such empty field. */
export async function signReservedField(
  source: PdfSource,
  request: FurtherSignatureRequest,
  ports: PdfSignerPorts,
): Promise<SignedPdf> {
  const view = (await openPdf(source)).views.at(-1);
  if (view === undefined) throw new Error('the file has no revision');
  const field = await emptyField(view, [request.fieldName]);
  const revision = revisionOn(view, source.size);
  await fillWithSignature(revision, field, request);
  const hash = request.hash ?? 'sha256';
  const digests = { signed: createHash(hash), whole: createHash('sha256'), hash };
  for await (const chunk of source.stream(0, source.size)) {
    digests.signed.update(chunk);
    digests.whole.update(chunk);
    await ports.write(chunk);
  }
  return appendSigned(revision, digests, ports);
}

/** A revision on a file as one of its views shows it. */
export function revisionOn(view: PdfView, length: number): Revision {
  return createRevision({
    length,
    xrefOffset: view.xrefOffset,
    trailer: view.trailer,
    object: async (number) => (await view.object(number)).value,
  });
}

/** Puts a signature with its hole, and what is seen of it, into an empty field. */
export async function fillWithSignature(
  revision: Revision,
  field: SignatureField,
  request: FurtherSignatureRequest,
): Promise<void> {
  const signature = revision.reserve();
  const updated: PdfDictionary = new Map<string, PdfValue>([...field.dictionary, ['V', signature]]);
  const rectangle = rectangleOf(field);
  if (rectangle !== undefined) {
    // Only here: what draws is slow to load, and time stamps and validation data need none of it.
    const { addAppearance } = await import('./appearance.ts');
    updated.set('AP', new Map([['N', await addAppearance(revision, { ...request, rectangle })]]));
  }
  revision.set(pdfReference(field.number), updated);
  const statement = { ...request, certification: 0 } as const;
  revision.setLast(signature, signatureSource(statement, request.reservedBytes ?? RESERVED_BYTES));
}

/** The first of these fields that is there and empty; SIGNATURE_FIELD_NONE (params: field) when there is none. */
export async function emptyField(view: PdfView, names: readonly string[]): Promise<SignatureField> {
  const fields = await findSignatureFields(view);
  for (const name of names) {
    const field = fields.find((one) => one.name === name);
    if (field !== undefined && !field.dictionary.has('V') && !isReference(field.dictionary.get('Rect'))) return field;
  }
  throw new AppError('SIGNATURE_FIELD_NONE', { field: names[0] ?? '' });
}

/** The field's rectangle; undefined for a field that is not seen. */
function rectangleOf({ dictionary }: SignatureField): PdfRectangle | undefined {
  const sides = dictionary.get('Rect');
  const numbers = Array.isArray(sides) ? sides.filter((side) => typeof side === 'number') : [];
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers;
  return right > left && top > bottom ? [left, bottom, right, top] : undefined;
}
