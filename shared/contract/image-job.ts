/** Jobs of the images worker and what it answers; both sides parse them. */
import { z } from 'zod';
import { shareCard } from './share-card.ts';
import { workingCopyEdits } from './working-copy.ts';

const pixels = z.number().int().min(1).max(1_000_000);

export const imageJobSchema = z.discriminatedUnion('mode', [
  /** Input "image": its size and the camera its file names, without decoding more than needed. */
  z.strictObject({ mode: z.literal('probe') }),
  /** Input "image", output "image": WebP whose longer edge is at most maxEdge pixels. */
  z.strictObject({ mode: z.literal('thumbnail'), maxEdge: z.number().int().min(16).max(4_096) }),
  /** Both at once, so that taking in a picture starts one process: output "image" as a thumbnail's, the answer as a probe's. */
  z.strictObject({ mode: z.literal('look'), maxEdge: z.number().int().min(16).max(4_096) }),
  /** Inputs by name, each with an output of its own name: WebP of at most maxEdge pixels; what cannot be decoded has none. */
  z.strictObject({
    mode: z.literal('previews'),
    inputs: z.array(z.string().min(1).max(100)).min(1).max(200),
    maxEdge: z.number().int().min(16).max(4_096),
  }),
  /** Input "image", output "image": lossless PNG, RGB 8 bits, not interlaced, flattened on white. */
  z.strictObject({ mode: z.literal('rgb-png') }),
  /** Inputs by tile, output "image": the joined RGB PNG; rows that two tiles show are compared. */
  z.strictObject({
    mode: z.literal('join-tiles'),
    tiles: z
      .array(
        z.strictObject({
          input: z.string(),
          index: z.number().int().min(0),
          top: z.number().int().min(0),
          rows: pixels,
          columns: pixels,
          overlap: z.number().int().min(0),
        }),
      )
      .min(1)
      .max(500),
  }),
  /** Input "image" (and "font", "font-fallback" for texts), output "image": new pixels, RGB PNG; see working-copy.ts. */
  z.strictObject({ mode: z.literal('working-copy'), edits: workingCopyEdits }),
  /** Inputs "font", "font-bold", "font-fallback" and, where the card has one, "emblem"; output "image": RGB PNG. */
  z.strictObject({ mode: z.literal('share-card'), card: shareCard }),
  /** Inputs "before-picture" and "after-picture", "before-text" and "after-text", as far as they are told to be there. */
  z.strictObject({ mode: z.literal('compare'), picture: z.boolean(), text: z.boolean() }),
]);

const cameraTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);

export const imageProbeSchema = z.strictObject({
  width: pixels,
  height: pixels,
  camera: z.string().max(200).nullable(),
  /** By the camera's own clock: YYYY-MM-DDTHH:MM:SS. */
  takenAt: cameraTime.nullable(),
});
export const imageSizeSchema = z.strictObject({ width: pixels, height: pixels });
export const mediaPreviewsResultSchema = z.strictObject({
  sizes: z.array(z.strictObject({ input: z.string(), size: imageSizeSchema.nullable() })),
});
export const joinResultSchema = z.strictObject({
  width: pixels,
  height: pixels,
  joins: z.array(z.strictObject({ index: z.number().int(), clean: z.boolean() })),
});

export type ImageJob = z.infer<typeof imageJobSchema>;
