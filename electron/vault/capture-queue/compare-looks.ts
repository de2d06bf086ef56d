/** Compares the two captures of a second look: the pictures and the texts in a worker, by the rules of compare.ts. */
import { type CaptureComparison, pictureDifference, textDifference } from '#shared/contract/capture-queue.ts';
import type { Artefact } from '#shared/contract/evidence.ts';
import { judgeDifference, judgeOutcomes } from '#shared/domain/capture/compare.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { z } from 'zod';
import { artefactsOf, captureOf, evidenceById } from '../evidence/evidence-rows.ts';
import { type PictureSource, runImageJob } from '../evidence/image-worker.ts';
import type { SqlRow, UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';

/** Lines of each kind that are kept for looking over; the counts are whole. */
const LINES_KEPT = 300;
const LINE_LENGTH = 1_000;

const compared = z.strictObject({
  text: textDifference.nullable(),
  picture: pictureDifference,
});

/** Every comparison that is still to be made; what cannot be compared is said so, once. */
export async function compareOutstanding(context: UseCaseContext): Promise<void> {
  for (const row of context.database.all("SELECT * FROM second_looks WHERE state = 'captured' ORDER BY planned_at"))
    await compareLook(row, context);
}

/** Which picture of an item is compared with another's: the whole page where both have it. */
export function comparedPicture(own: readonly Artefact[], others: readonly Artefact[]): Artefact | undefined {
  const kind = (['full-page-image', 'viewport-image'] as const).find((wanted) =>
    [own, others].every((artefacts) => artefacts.some((artefact) => artefact.kind === wanted)),
  );
  return own.find((artefact) => artefact.kind === (kind ?? 'viewport-image'));
}

async function compareLook(row: SqlRow, context: UseCaseContext): Promise<void> {
  const [id, before, after] = [textOf(row, 'id'), textOf(row, 'evidence_id'), textOf(row, 'result_evidence_id')];
  const comparison = await comparisonOf(before, after, context);
  const share = comparison.picture?.comparable === true ? comparison.picture.share : null;
  context.write(['queue', 'evidence'], (database) => {
    database.run("UPDATE second_looks SET state = 'compared', comparison = ?, compared_at = ? WHERE id = ?", [
      JSON.stringify(comparison),
      context.now().toISOString(),
      id,
    ]);
    const { verdict, reason, changed } = comparison;
    const facts = { secondLook: id, with: after, verdict, reason, changed: changed.join(','), share };
    return {
      value: undefined,
      entry: { action: 'evidence.compared', subjectKind: 'evidence', subjectId: before, facts },
    };
  });
}

async function comparisonOf(beforeId: string, afterId: string, context: UseCaseContext): Promise<CaptureComparison> {
  const outcome = (id: string) => captureOf(evidenceById(context.database, id))?.outcome ?? 'failed';
  const judged = judgeOutcomes(outcome(beforeId), outcome(afterId));
  if (judged !== null) return { ...judged, changed: [...judged.changed], text: null, picture: null };
  try {
    const { text, picture } = await differencesOf(beforeId, afterId, context);
    const verdict = judgeDifference(text, picture);
    return { ...verdict, changed: [...verdict.changed], text: text === null ? null : shortened(text), picture };
  } catch (error) {
    // A picture that the worker cannot take apart is a result; the lock and the cancelling of a job are none.
    if (!(error instanceof AppError) || error.code === 'CANCELLED' || error.code === 'VAULT_LOCKED') throw error;
    return { verdict: 'not-comparable', reason: 'worker-failed', changed: [], text: null, picture: null };
  }
}

async function differencesOf(
  beforeId: string,
  afterId: string,
  context: UseCaseContext,
): Promise<{ text: z.infer<typeof textDifference> | null; picture: z.infer<typeof pictureDifference> }> {
  const own = artefactsOf(context.database, beforeId);
  const others = artefactsOf(context.database, afterId);
  const inputs: Record<string, PictureSource> = {};
  const add = (name: string, one: Artefact | undefined, other: Artefact | undefined): boolean => {
    if (one === undefined || other === undefined) return false;
    inputs[`before-${name}`] = context.blobs.open(one.sha256);
    inputs[`after-${name}`] = context.blobs.open(other.sha256);
    return true;
  };
  const textOfPage = (artefacts: readonly Artefact[]): Artefact | undefined =>
    artefacts.find(({ kind }) => kind === 'text');
  const picture = add('picture', comparedPicture(own, others), comparedPicture(others, own));
  const text = add('text', textOfPage(own), textOfPage(others));
  return compared.parse(await runImageJob({ mode: 'compare', picture, text }, inputs, context));
}

function shortened(text: z.infer<typeof textDifference>): NonNullable<CaptureComparison['text']> {
  const cut = (lines: readonly string[]): string[] =>
    lines.slice(0, LINES_KEPT).map((line) => (line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH)}…` : line));
  return {
    added: cut(text.added),
    removed: cut(text.removed),
    counters: text.counters.slice(0, LINES_KEPT),
    addedCount: text.added.length,
    removedCount: text.removed.length,
    countersCount: text.counters.length,
  };
}
