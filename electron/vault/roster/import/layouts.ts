/** How the sheets of a layout were read last: remembered by the fingerprint of their headings, offered the next time. */
import { type LayoutAnswer, layoutAnswer, layoutQuestion } from '#shared/contract/roster-job.ts';
import type { ReadableDatabase, UseCaseContext, WritableDatabase } from '../../kernel.ts';
import { textOf } from '../../rows.ts';
import type { HeldPlan } from './held-plan.ts';

/** Answers the worker's question about a layout; null when it was never read, or is no longer understood. */
export function rememberedLayout(database: ReadableDatabase, payload: unknown): LayoutAnswer {
  const { fingerprint } = layoutQuestion.parse(payload);
  const row = database.get('SELECT layout FROM roster_layouts WHERE fingerprint = ?', [fingerprint]);
  if (!row) return null;
  const stored = layoutAnswer.safeParse(JSON.parse(textOf(row, 'layout')));
  return stored.success ? stored.data : null;
}

/** Inside the import's transaction: what the user chose for each sheet. */
export function rememberLayouts(database: WritableDatabase, plan: HeldPlan, at: string, context: UseCaseContext): void {
  for (const { name, mapping, unitFromSheetName, kind } of plan.mapping) {
    const fingerprint = plan.fingerprints.get(name);
    if (fingerprint === undefined) continue;
    database.run(
      `INSERT INTO roster_layouts (fingerprint, layout, used_by, used_at) VALUES (@fingerprint, @layout, @by, @at)
       ON CONFLICT (fingerprint) DO UPDATE SET layout = @layout, used_by = @by, used_at = @at`,
      { fingerprint, layout: JSON.stringify({ mapping, unitFromSheetName, kind }), by: context.actor.id, at },
    );
  }
}
