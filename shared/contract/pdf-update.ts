/**
 * What the report worker does to a document that is there: signatures, time stamps and validation data, each an
 * incremental update. Its output `tail` is only what is appended: the bytes before stay as they are, whatever their size.
 */
import { z } from 'zod';
import { reportSignatureSchema } from './report-job.ts';

const fieldName = z.string().min(1).max(100);

export const pdfUpdateStep = z.discriminatedUnion('kind', [
  /** Fills an empty field; asks `sign` with a pdfSignedParts, is answered with the CMS. */
  z.strictObject({
    kind: z.literal('sign'),
    signature: reportSignatureSchema.omit({ tooltip: true, reservedFields: true, certification: true }),
  }),
  /** Fills the first of these fields that is empty; asks `timestamp` with a pdfSignedParts, is answered with the token. */
  z.strictObject({ kind: z.literal('timestamp'), fields: z.array(fieldName).min(1).max(10) }),
  /** Asks `validation-data` with every signature in the document, is answered with certificates, OCSP answers and CRLs. */
  z.strictObject({ kind: z.literal('validation-data') }),
]);

export const pdfUpdateJobSchema = z.strictObject({
  mode: z.literal('update'),
  /** Empty: the document is only looked at. */
  steps: z.array(pdfUpdateStep).max(8),
});
export type PdfUpdateJob = z.input<typeof pdfUpdateJobSchema>;
export type PdfUpdateStep = z.infer<typeof pdfUpdateStep>;

const bytes = z.instanceof(Uint8Array);

/**
 * What is signed behind the document's first `base` bytes, in order. The vault hashes the document itself, once, and signs
 * what it hashed: the worker reads its structure only, and whole documents never travel.
 */
export const pdfSignedParts = z.strictObject({
  hash: z.enum(['sha256', 'sha384', 'sha512']),
  parts: z.array(bytes).max(4),
});

/** Answer to `validation-data`, DER each. */
export const pdfValidationData = z.strictObject({
  certificates: z.array(bytes),
  ocsps: z.array(bytes),
  crls: z.array(bytes),
});
export type PdfValidationData = z.infer<typeof pdfValidationData>;

export const pdfFieldState = z.strictObject({
  name: z.string(),
  state: z.enum(['empty', 'signature', 'timestamp']),
  /** A signature with a time stamp over its value inside. */
  stamped: z.boolean(),
});

export const pdfUpdateResult = z.strictObject({
  /** Of the whole document, tail included. */
  bytes: z.int().min(1),
  tailBytes: z.int().min(0),
  /** In the order of the form. */
  fields: z.array(pdfFieldState),
  /** DocMDP permission of the certifying signature; null without one. */
  certification: z.int().min(1).max(3).nullable(),
});
export type PdfUpdateResult = z.infer<typeof pdfUpdateResult>;
