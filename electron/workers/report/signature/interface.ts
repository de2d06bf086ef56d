/**
 * What the layout hands to the signature, and what it gets back.
 *
 * The layout writes a complete, unsigned PDF (pdfkit, classic xref table) chunk by chunk into a `PdfSigner`; the bytes
 * go out unchanged. `end()` appends one incremental update with the form, the fields and the signature.
 *
 *   const signer = openPdfSigner(request, { write: (bytes) => ctx.write('report', bytes), sign });
 *   for await (const chunk of document) await signer.write(chunk);
 *   const { bytes, sha256 } = await signer.end();
 *
 * The layout does nothing else: no AcroForm, no widget, no Perms in the base file. It only leaves the rectangle free.
 */

/** Digest over the signed bytes; the signer in the vault must use the same one. */
export type SignatureHash = 'sha256' | 'sha384' | 'sha512';

/** Left, bottom, right, top in PDF points, origin at the lower left of the page (pdfkit counts from the top: turn it). */
export type PdfRectangle = readonly [left: number, bottom: number, right: number, top: number];

/** One line of text of the visible signature, drawn from the top of the rectangle; too long lines wrap. */
export interface AppearanceLine {
  readonly text: string;
  readonly weight: 'regular' | 'bold';
  /** Points. */
  readonly size: number;
}

/**
 * Where a field is on paper. Pages count from 1 in the finished file; `last` is the last page. A rectangle without any
 * size makes an invisible field.
 */
export interface FieldPlace {
  readonly page: number | 'last';
  readonly rectangle: PdfRectangle;
}

/** An empty signature field made now so that it may be filled later under DocMDP P=2. */
export interface ReservedField {
  /** For example `Kepala` or `ArsipTS1`. */
  readonly name: string;
  /** Read aloud by screen readers (TU). */
  readonly tooltip: string;
  /** Absent: an invisible field on the last page. */
  readonly place?: FieldPlace;
}

export interface PdfSignatureRequest {
  readonly fieldName: string;
  readonly tooltip: string;
  readonly place: FieldPlace;
  readonly lines: readonly AppearanceLine[];
  /** TrueType or OpenType bytes, embedded as a subset. */
  readonly fonts: { readonly regular: Uint8Array; readonly bold: Uint8Array };
  readonly reservedFields: readonly ReservedField[];
  /** Claimed time of signing; goes into /M. */
  readonly signedAt: Date;
  readonly signerName: string;
  readonly reason: string;
  readonly location: string;
  /** Default `sha256`. */
  readonly hash?: SignatureHash;
  /** DocMDP permission; 0 makes an approval signature that certifies nothing. Default 2. */
  readonly certification?: 0 | 1 | 2;
  /** Bytes kept free for the CMS; default 32,768. */
  readonly reservedBytes?: number;
}

/** A further signature, in a field that the certifying one has kept for it; its place is the field's. */
export type FurtherSignatureRequest = Omit<
  PdfSignatureRequest,
  'place' | 'tooltip' | 'reservedFields' | 'certification'
>;

/** What the signer needs from outside. */
export interface PdfSignerPorts {
  /** Takes a chunk of the signed file, in order; back-pressure by its promise. */
  write(bytes: Uint8Array): Promise<void>;
  /** CMS SignedData (DER) over this digest; in the worker `ctx.ask('sign', { digest, hash })`. */
  sign(digest: Uint8Array, hash: SignatureHash): Promise<Uint8Array>;
}

export interface SignedPdf {
  /** Length of the whole signed file. */
  readonly bytes: number;
  /** SHA-256 of the whole signed file, lower-case hex. */
  readonly sha256: string;
}

export interface PdfSigner {
  /** Passes a chunk of the base file on; of any size. */
  write(chunk: Uint8Array): Promise<void>;
  /** Appends the signature revision; call once after the base file's last chunk. */
  end(): Promise<SignedPdf>;
}

/** `openPdfSigner` in ./pdf-signer.ts has this type. */
export type OpenPdfSigner = (request: PdfSignatureRequest, ports: PdfSignerPorts) => PdfSigner;
