/** What was read in an item's pictures (OCR), for search and as help; it is never taken for the picture's own words. */
import { z } from 'zod';
import { id, instant } from './common.ts';

export const pictureReading = z.strictObject({
  artefactId: id,
  readAt: instant,
  /** Name and version of what read it; empty when the picture could not be read. */
  engine: z.string(),
  text: z.string(),
  /** 0 to 100, the engine's own; null when nothing was read. */
  confidence: z.number().nullable(),
  /** Why it could not be read. */
  failure: z.string().nullable(),
});
export type PictureReading = z.infer<typeof pictureReading>;

/** Another item with a picture that is the same or looks alike. */
export const alikePicture = z.strictObject({
  id,
  number: z.string(),
  title: z.string(),
  /** `same`: the same bytes (SHA-256); `alike`: looks alike by its perceptual hash, to be judged by a person. */
  how: z.enum(['same', 'alike']),
});
export type AlikePicture = z.infer<typeof alikePicture>;

/** Value of a text-recognition job. */
export const picturesRead = z.strictObject({
  read: z.number().int(),
  /** Pictures in which there was nothing to read, or that could not be read. */
  without: z.number().int(),
});
