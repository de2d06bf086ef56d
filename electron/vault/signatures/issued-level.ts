/** The level a document is issued with: what its signature got on the way. */
import type { UpdateAnswers } from '../signing/answer-update.ts';
import type { UseCaseContext, WritableDatabase } from '../kernel.ts';

/** Inside the transaction that issues. A stamp that could not be had is waited for. */
export function recordIssuedLevel(
  database: WritableDatabase,
  reportId: string,
  stamp: Pick<UpdateAnswers, 'stamped' | 'stampProblem'> | null,
  context: UseCaseContext,
): void {
  const problem = stamp?.stampProblem() ?? null;
  database.run(
    'INSERT INTO report_signatures (report_id, level, wanted_level, problem, tried_at, tries) VALUES (?, ?, ?, ?, ?, ?)',
    [
      reportId,
      stamp?.stamped() === true ? 'B-T' : 'B-B',
      problem === null ? null : 'B-T',
      problem?.code ?? null,
      problem === null ? null : context.now().toISOString(),
      problem === null ? 0 : 1,
    ],
  );
}
