/** A small signed report, and the verifier over bytes in memory. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import type { PdfVerification } from '#shared/domain/signature/verdict.ts';
import { signDigest } from '../../../electron/vault/signing/cms-signature.ts';
import {
  certificateToPem,
  createSealCertificate,
  type Seal,
} from '../../../electron/vault/signing/seal-certificate.ts';
import { createSigner, type Signer } from '../../../electron/vault/signing/signer.ts';
import { openSource, type PdfSource } from '../../../electron/workers/pdf-reader/file/source.ts';
import { parseTrustAnchors } from '../../../electron/workers/pdf-reader/verify/trust-anchors.ts';
import { verifyPdf } from '../../../electron/workers/pdf-reader/verify/verify-pdf.ts';
import { signReservedField } from '../../../electron/workers/report/signature/further-signature.ts';
import type { PdfSignatureRequest, PdfSignerPorts } from '../../../electron/workers/report/signature/interface.ts';
import { signPdfStream } from '../../../electron/workers/report/signature/pdf-signer.ts';
import { memoryDigests } from './memory-digests.ts';

const FONTS = path.resolve(import.meta.dirname, '../../../resources/report/fonts');
const regular = readFileSync(path.join(FONTS, 'LiberationSans-Regular.ttf'));
const bold = readFileSync(path.join(FONTS, 'LiberationSans-Bold.ttf'));

export const SIGNED_AT = new Date('2026-11-22T03:04:05Z');

export interface TestSeal extends Seal {
  readonly pem: string;
  readonly signer: Signer;
}

/** A new seal, valid from a year before the sample's signing time. */
export function makeSeal(commonName = 'Segel Uji'): TestSeal {
  const subject = { organisation: 'Inspektorat Contoh', unit: 'Tim Uji', commonName, years: 10 };
  const seal = createSealCertificate({
    ...subject,
    notBefore: new Date('2025-11-22T00:00:00Z'),
    serial: randomBytes(16),
  });
  return {
    ...seal,
    pem: certificateToPem(seal.certificateDer),
    signer: createSigner(seal.certificateDer, [], seal.privateKeyPkcs8),
  };
}

export const ATTACHMENTS = [
  { name: 'bukti-01.txt', bytes: Buffer.from('bukti asli nomor satu\n'.repeat(400)) },
  { name: 'bukti-02.bin', bytes: Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)) },
] as const;

/** An unsigned report of three pages with two attachments, as its layout would stream it. */
export function makeBase(options: { readonly tagged?: boolean; readonly text?: string } = {}): NodeJS.ReadableStream {
  const tagged = options.tagged ?? true;
  const settings = {
    size: 'A4',
    pdfVersion: '1.7',
    subset: tagged ? 'PDF/A-3a' : 'PDF/A-3b',
    tagged,
    lang: 'id-ID',
    displayTitle: true,
    font: path.join(FONTS, 'LiberationSans-Regular.ttf'),
  };
  const document = new PDFDocument({ ...settings, info: { Title: 'Laporan uji' } } as PDFKit.PDFDocumentOptions);
  // A structure element that is made but not added would keep the document open for ever.
  const top = tagged ? document.struct('Document') : undefined;
  if (top !== undefined) document.addStructure(top);
  for (let page = 1; page <= 3; page++) {
    if (page > 1) document.addPage();
    const write = (): void => void document.text(`${options.text ?? 'Dugaan pelanggaran'}, halaman ${page}`);
    if (top !== undefined) top.add(document.struct('P', {}, write));
    else write();
  }
  const when = { creationDate: SIGNED_AT, modifiedDate: SIGNED_AT, relationship: 'Source' };
  for (const { name, bytes } of ATTACHMENTS) document.file(bytes, { name, type: 'application/octet-stream', ...when });
  top?.end();
  document.end();
  return document;
}

export const REQUEST: PdfSignatureRequest = {
  fieldName: 'Petugas',
  tooltip: 'Tanda tangan petugas',
  place: { page: 'last', rectangle: [300, 60, 540, 140] },
  lines: [
    { text: 'Segel integritas internal', weight: 'bold', size: 10 },
    { text: 'Bukan tanda tangan tersertifikasi', weight: 'regular', size: 8 },
  ],
  fonts: { regular, bold },
  reservedFields: [
    { name: 'Kepala', tooltip: 'Tanda tangan kepala', place: { page: 3, rectangle: [60, 60, 280, 140] } },
    { name: 'ArsipTS1', tooltip: 'Stempel waktu arsip' },
  ],
  signedAt: SIGNED_AT,
  signerName: 'Segel Uji',
  reason: 'Laporan (dugaan) é',
  location: 'Jakarta',
};

/** Ports that gather the file in memory and sign at once. */
export function memoryPorts(signer: Signer): { readonly ports: PdfSignerPorts; result(): Buffer } {
  const chunks: Uint8Array[] = [];
  const ports: PdfSignerPorts = {
    write: (bytes) => Promise.resolve(void chunks.push(Uint8Array.from(bytes))),
    sign: (digest, hash) => Promise.resolve(signDigest({ digest, hash, signer })),
  };
  return { ports, result: () => Buffer.concat(chunks) };
}

/** A signed sample. */
export async function signSample(
  signer: Signer,
  request: Partial<PdfSignatureRequest> = {},
  base = makeBase(),
): Promise<Buffer> {
  const { ports, result } = memoryPorts(signer);
  await signPdfStream(base as AsyncIterable<Buffer>, { ...REQUEST, ...request }, ports);
  return result();
}

/** The same file with a further signature in a field that was kept for it. */
export async function signFurther(bytes: Buffer, signer: Signer, fieldName = 'Kepala'): Promise<Buffer> {
  const { ports, result } = memoryPorts(signer);
  await signReservedField(
    memorySource(bytes),
    { ...REQUEST, fieldName, signedAt: new Date('2026-11-22T04:00:00Z') },
    ports,
  );
  return result();
}

export function memorySource(bytes: Uint8Array): PdfSource {
  return openSource(bytes.length, (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)));
}

/** Verifies bytes as of a day after the sample's signing time, or of another time. */
export async function verifyBytes(
  bytes: Uint8Array,
  anchors: readonly (Uint8Array | string)[] = [],
  now = new Date('2026-11-23T00:00:00Z'),
): Promise<PdfVerification> {
  return verifyPdf(memorySource(bytes), { anchors: parseTrustAnchors(anchors), now, digests: memoryDigests(bytes) });
}
