/** Looks at what became of scroll recordings: each that is on file is whole, with every frame it counts and its seal intact. */
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { valueOf } from './app-session.ts';

const listShape = z.object({ rows: z.array(z.object({ id: z.string() })) });
const itemShape = z.object({
  artefacts: z.array(z.object({ id: z.string(), kind: z.string() })),
  capture: z.object({
    outcome: z.string(),
    scrollRecording: z.object({ frames: z.number(), ended: z.string() }).nullable(),
  }),
});
const openedShape = z.object({ frames: z.array(z.object({ number: z.number(), sha256: z.string() })) });

/** What one item's recording came to; null when the item has none. */
export interface KeptRecording {
  readonly outcome: string;
  readonly frames: number;
  readonly ended: string;
}

/** Every item of evidence on file. */
export async function evidenceIds(page: Page): Promise<string[]> {
  const { rows } = listShape.parse(await valueOf(page, 'evidence.list', { where: 'all', limit: 500 }));
  return rows.map(({ id }) => id);
}

/** Opens an item's recording; adds what is wrong with it to the sentences. */
export async function readRecording(page: Page, id: string, problems: string[]): Promise<KeptRecording | null> {
  const { artefacts, capture } = itemShape.parse(await valueOf(page, 'evidence.get', { id }));
  const { intact } = z.object({ intact: z.boolean() }).parse(await valueOf(page, 'evidence.checkSeal', { id }));
  if (!intact) problems.push(`the seal of ${id} is broken`);
  const kept = artefacts.find(({ kind }) => kind === 'scroll-frames');
  const told = capture.scrollRecording;
  if ((kept === undefined) !== (told === null)) problems.push(`the recording of ${id} is half there`);
  if (kept === undefined || told === null) return null;
  const { frames } = openedShape.parse(await valueOf(page, 'evidence.openRecording', { id, artefactId: kept.id }));
  if (frames.length !== told.frames) problems.push(`${frames.length} frames of ${told.frames} in ${id}`);
  return { outcome: capture.outcome, ...told };
}
