/** Building blocks that several features' contracts share. */
import { z } from 'zod';

export const id = z.uuid();
/** UTC instant, ISO 8601 with milliseconds and Z. */
export const instant = z.iso.datetime();
/** Calendar day, YYYY-MM-DD, without a zone. */
export const day = z.iso.date();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A line of text as a person types it. */
export const line = z.string().trim().max(500);
export const requiredLine = line.min(1);
/** Free text of several paragraphs. */
export const text = z.string().max(20_000);
export const reason = z.string().trim().min(3).max(2_000);
/** A web address as written by a person or a page; checked for shape where it is used. */
export const address = z.string().trim().max(4_000);
/** Stands for a file that the user chose, dropped or pasted; only main knows the path behind it. */
export const fileToken = z.string().regex(/^file_[0-9a-f]{32}$/);
export const chosenFile = z.strictObject({ token: fileToken, name: z.string(), bytes: z.number().int().nonnegative() });
export type ChosenFile = z.infer<typeof chosenFile>;
/** Stands for bytes that may be shown until the lock: evidence://<handle> or app://netra/documents/<handle>. */
export const viewHandle = z.string().regex(/^view_[0-9a-f]{32}$/);
export const jobId = z.uuid();
export const startedJob = z.strictObject({ jobId });
export const nothing = z.strictObject({});
export const done = z.strictObject({});

export const page = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1_000).default(200),
};
