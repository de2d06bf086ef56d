/** Signs a PDF while it streams by: the base file goes out as it comes in, the signature follows as one revision. */
import { createHash } from 'node:crypto';
import { isReference, type PdfReference, type PdfValue } from '../../pdf-reader/syntax/values.ts';
import { addAppearance, addEmptyAppearance } from './appearance.ts';
import { appendSigned, RESERVED_BYTES } from './append-signed.ts';
import { createBaseScanner } from './base-scanner.ts';
import { addFields, catalogOf, type SignatureField } from './form-fields.ts';
import type { FieldPlace, OpenPdfSigner, PdfSignatureRequest, PdfSignerPorts, SignedPdf } from './interface.ts';
import { createRevision, type Revision } from './revision-writer.ts';
import { signatureSource } from './signature-dictionary.ts';

/** pdfkit writes line by line; this much goes on at a time. */
const BATCH = 256 * 1024;

/** Opens a signer for one file: certifying signature with DocMDP P=2 unless the request says otherwise. */
export const openPdfSigner: OpenPdfSigner = (request, ports) => {
  const scanner = createBaseScanner();
  const hash = request.hash ?? 'sha256';
  const signed = createHash(hash);
  // One and the same while only the base file went by, if their algorithm is.
  const whole = hash === 'sha256' ? signed : createHash('sha256');
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const flush = async (): Promise<void> => {
    const batch = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    scanner.push(batch);
    signed.update(batch);
    if (whole !== signed) whole.update(batch);
    await ports.write(batch);
  };
  return {
    write: async (chunk) => {
      waiting.push(chunk);
      waitingBytes += chunk.length;
      if (waitingBytes >= BATCH) await flush();
    },
    end: async () => {
      await flush();
      const revision = createRevision(scanner.finish());
      const signature = revision.reserve();
      await addForm(revision, request, signature);
      revision.setLast(signature, signatureSource(request, request.reservedBytes ?? RESERVED_BYTES));
      return appendSigned(revision, { signed, whole: whole === signed ? signed.copy() : whole, hash }, ports);
    },
  };
};

/** Signs a file that is there as chunks; see `openPdfSigner`. */
export async function signPdfStream(
  source: AsyncIterable<Uint8Array>,
  request: PdfSignatureRequest,
  ports: PdfSignerPorts,
): Promise<SignedPdf> {
  const signer = openPdfSigner(request, ports);
  for await (const chunk of source) await signer.write(chunk);
  return signer.end();
}

async function addForm(revision: Revision, request: PdfSignatureRequest, signature: PdfReference): Promise<void> {
  const own: SignatureField = {
    name: request.fieldName,
    tooltip: request.tooltip,
    place: request.place,
    appearance: isVisible(request.place)
      ? await addAppearance(revision, { ...request, rectangle: request.place.rectangle })
      : undefined,
    value: signature,
  };
  const reserved = request.reservedFields.map(({ name, tooltip, place }): SignatureField => {
    const appearance =
      place !== undefined && isVisible(place) ? addEmptyAppearance(revision, place.rectangle) : undefined;
    return { name, tooltip, place, appearance, value: undefined };
  });
  const form = await addFields(revision, [own, ...reserved]);
  const catalog = await catalogOf(revision);
  const root = revision.base.trailer.get('Root');
  if (catalog.has('AcroForm') || catalog.has('Perms')) throw new Error('the base file has a form of its own');
  if (!isReference(root)) throw new Error('the base file has no catalog');
  const updated = new Map<string, PdfValue>([...catalog, ['AcroForm', form]]);
  if (request.certification !== 0) updated.set('Perms', new Map<string, PdfValue>([['DocMDP', signature]]));
  revision.set(root, updated);
}

/** A rectangle without size makes an invisible field, which needs no appearance. */
function isVisible({ rectangle: [left, bottom, right, top] }: FieldPlace): boolean {
  return right > left || top > bottom;
}
