/** What a clarification says as a picture to share; every value is ready to be drawn. */
import { z } from 'zod';

const line = z.string().max(400);

export const shareCard = z.strictObject({
  width: z.number().int().min(600).max(2_400),
  height: z.number().int().min(600).max(2_400),
  /** Pixels at the top and at the bottom that programs cover with their own buttons. */
  covered: z.strictObject({ top: z.number().int().min(0), bottom: z.number().int().min(0) }),
  /** Sizes of the letters against the usual ones: the largest that fits is taken. */
  scale: z.strictObject({ least: z.number().min(0.3), most: z.number().max(2) }),
  heading: line,
  /** Number and day, in the heading's band. */
  reference: line,
  stamp: line,
  tone: z.enum(['hoax', 'true', 'open']),
  /** The kind of hoax; empty for none. */
  kind: line,
  claimLabel: line,
  claim: z.string().max(500),
  factsLabel: line,
  facts: z.string().max(1_000),
  advice: line,
  sourcesLabel: line,
  sources: z.array(line).max(4),
  checkLabel: line,
  check: line,
  office: z.array(line).min(1).max(3),
  emblem: z.boolean(),
});
export type ShareCard = z.infer<typeof shareCard>;

/** Value of the job: the size of the letters against the usual ones, and the rows that no section uses. */
export const drawnCard = z.strictObject({ scale: z.number(), free: z.number().int().min(0) });
