/** The report worker's job, and what it answers. */
import { z } from 'zod';
import { documentModelSchema } from './model.ts';

/** Larger originals are listed with their hash and travel beside the report (bytes). */
export const DEFAULT_LARGEST_ATTACHMENT_BYTES = 25 * 1024 * 1024;

/** What the signature needs to know before the file is written; null leaves the file unsigned. */
export const reportSignatureSchema = z.strictObject({
  fieldName: z.string().min(1).max(100),
  appearanceLines: z.array(z.string().max(300)).max(10),
  /** Handed to the signer untouched: what it needs beyond the appearance. */
  options: z.record(z.string(), z.unknown()),
});

export const reportJobSchema = z.strictObject({
  model: documentModelSchema,
  largestAttachmentBytes: z.int().min(0),
  signature: reportSignatureSchema.nullable(),
});

/** Where the visible signature goes: page index from 0, PDF units from the lower left corner. */
export interface SignaturePlace {
  readonly page: number;
  readonly rect: readonly [number, number, number, number];
}

export const reportResultSchema = z.strictObject({
  pages: z.int().min(1),
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  signaturePlace: z
    .strictObject({ page: z.int().min(0), rect: z.tuple([z.number(), z.number(), z.number(), z.number()]) })
    .nullable(),
  /** Names of the originals inside the file. */
  embedded: z.array(z.string()),
  /** Names of the originals that are only listed. */
  listed: z.array(z.string()),
  /** First page (from 1) of each evidence item, by its number. */
  evidencePages: z.record(z.string(), z.int().min(1)),
  signature: z.unknown(),
});

export type ReportJob = z.infer<typeof reportJobSchema>;
export type ReportSignature = z.infer<typeof reportSignatureSchema>;
export type ReportResult = z.infer<typeof reportResultSchema>;
