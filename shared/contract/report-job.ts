/** The report worker's job, and what it answers. */
import { z } from 'zod';
import { documentModelSchema } from './report-model.ts';

/** Larger originals are listed with their hash and travel beside the report (bytes). */
export const DEFAULT_LARGEST_ATTACHMENT_BYTES = 25 * 1024 * 1024;

/**
 * What the signature needs to know before the file is written; null leaves the file unsigned. A field whose name is
 * the `digitalField` of a signature block is drawn there; any other field is invisible.
 */
export const reportSignatureSchema = z.strictObject({
  fieldName: z.string().min(1).max(100),
  tooltip: z.string().min(1).max(300),
  lines: z
    .array(
      z.strictObject({
        text: z.string().max(500),
        weight: z.enum(['regular', 'bold']),
        size: z.number().min(4).max(24),
      }),
    )
    .max(12),
  reservedFields: z
    .array(z.strictObject({ name: z.string().min(1).max(100), tooltip: z.string().min(1).max(300) }))
    .max(6),
  signedAt: z.iso.datetime(),
  signerName: z.string().max(300),
  reason: z.string().max(300),
  location: z.string().max(300),
  hash: z.enum(['sha256', 'sha384', 'sha512']),
  /**
   * DocMDP permission: 1 nothing more, 2 signatures in the fields kept for them; 0 an approval signature that forbids
   * nothing, for documents that an outside tool signs later.
   */
  certification: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(2),
});

export const reportJobSchema = z.strictObject({
  model: documentModelSchema,
  largestAttachmentBytes: z.int().min(0),
  signature: reportSignatureSchema.nullable(),
});

export const reportResultSchema = z.strictObject({
  pages: z.int().min(1),
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Names of the originals inside the file. */
  embedded: z.array(z.string()),
  /** Names of the originals that are only listed. */
  listed: z.array(z.string()),
  /** First page (from 1) of each evidence item, by its number. */
  evidencePages: z.record(z.string(), z.int().min(1)),
  signed: z.boolean(),
});

export type ReportJob = z.infer<typeof reportJobSchema>;
export type ReportSignature = z.input<typeof reportSignatureSchema>;
export type ReportResult = z.infer<typeof reportResultSchema>;
