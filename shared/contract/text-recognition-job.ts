/** The job of the text-recognition worker and what it answers; both sides parse them. */
import { z } from 'zod';

/** Inputs "image" (any picture) and "model" (the language's data, gzip). */
export const textRecognitionJob = z.strictObject({
  /** Rows from the top that are read at most: the rest of a very long page has its own text already. */
  mostRows: z.number().int().min(1).max(200_000),
});

/** A word as it was read, with its box in pixels of the picture. */
export const recognisedWord = z.strictObject({
  text: z.string(),
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  /** 0 to 100, the engine's own. */
  confidence: z.number(),
});
export type RecognisedWord = z.infer<typeof recognisedWord>;

export const textRecognitionResult = z.strictObject({
  /** Lines in reading order, a line feed between them. */
  text: z.string(),
  words: z.array(recognisedWord).max(50_000),
  /** Mean over the words, 0 to 100; null when nothing was read. */
  confidence: z.number().nullable(),
  /** Name and version of the engine and of its data. */
  engine: z.string(),
  /** Rows that were read, of all. */
  rowsRead: z.number().int(),
  rows: z.number().int(),
  /** 64 bits as 16 hexadecimal digits: how the picture looks as a whole. */
  perceptualHash: z.string().regex(/^[0-9a-f]{16}$/),
});
export type TextRecognitionResult = z.infer<typeof textRecognitionResult>;
