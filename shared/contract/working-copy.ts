/** The edit list of a working copy and the copy itself, as they cross between processes and into the database. */
import { z } from 'zod';
import {
  LETTER_RANGE,
  LINE_RANGE,
  LONGEST_MARK_TEXT,
  MARK_COLOURS,
  MASK_REASONS,
  MOST_EDITS,
} from '#shared/domain/evidence/working-copy.ts';
import { id, instant, sha256, text } from './common.ts';

/** Pixels of the original. Whether they lie inside a certain picture is editsProblem's question. */
const place = z.number().int().min(0).max(1_000_000);
const extent = z.number().int().min(1).max(1_000_000);
const rect = { x: place, y: place, width: extent, height: extent };
const point = z.strictObject({ x: place, y: place });
const colour = z.enum(MARK_COLOURS);
const thickness = z.number().int().min(LINE_RANGE[0]).max(LINE_RANGE[1]);

export const workingCopyMask = z.strictObject({ ...rect, reason: z.enum(MASK_REASONS) });
export const workingCopyMark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rectangle'), ...rect, colour, line: thickness }),
  z.strictObject({ kind: z.literal('ellipse'), ...rect, colour, line: thickness }),
  z.strictObject({ kind: z.literal('highlight'), ...rect }),
  z.strictObject({ kind: z.literal('arrow'), from: point, to: point, colour, line: thickness }),
  z.strictObject({
    kind: z.literal('text'),
    x: place,
    y: place,
    text: z.string().trim().min(1).max(LONGEST_MARK_TEXT),
    colour,
    letters: z.number().int().min(LETTER_RANGE[0]).max(LETTER_RANGE[1]),
  }),
]);
export const workingCopyEdits = z.strictObject({
  crop: z.strictObject(rect).nullable().default(null),
  masks: z.array(workingCopyMask).max(MOST_EDITS).readonly().default([]),
  marks: z.array(workingCopyMark).max(MOST_EDITS).readonly().default([]),
});

/** One version of a working copy; it never stands in the original's place. */
export const workingCopy = z.strictObject({
  /** Of its own artefact: seen and exported like any other. */
  id,
  /** Counted in each item from 1. */
  version: z.number().int().min(1),
  /** The artefact whose pixels it was drawn from. */
  derivedFrom: id,
  sha256,
  bytes: z.number().int(),
  mime: z.string(),
  name: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  edits: workingCopyEdits,
  /** The artefact with the words that it still shows; null where it is not known where the words of its original stand. */
  textId: id.nullable(),
  note: text,
  madeAt: instant,
  madeBy: z.string(),
  /** Shown by reports of the kind "disamarkan"; at most one of an item's copies. */
  usedInMasked: z.boolean(),
  withdrawn: z.strictObject({ at: instant, reason: z.string() }).nullable(),
});
export type WorkingCopy = z.infer<typeof workingCopy>;
