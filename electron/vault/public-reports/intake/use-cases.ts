import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { IntakeLook } from '#shared/contract/report-intake.ts';
import type { UseCaseContext, UseCases } from '../../kernel.ts';
import { composeDraft } from './compose-draft.ts';
import { dropIntake, heldIntake, openSource } from './held-intake.ts';
import { reportsFromBytes } from './intake-files.ts';
import { readIntake } from './read-intake.ts';

/** Reading incoming reports, by operation. */
export const reportIntakeUseCases = {
  'reportIntake.open': openIntake,
  'reportIntake.drafts': ({ readingId, offset, limit }, context) => {
    const { drafts } = heldIntake(context, readingId);
    return { rows: drafts.slice(offset, offset + limit), total: drafts.length };
  },
  'reportIntake.messages': ({ readingId, offset, limit }, context) => {
    const { messages } = heldIntake(context, readingId);
    return { rows: messages.slice(offset, offset + limit), total: messages.length };
  },
  'reportIntake.compose': ({ readingId, ranges }, context) => composeDraft(heldIntake(context, readingId), ranges),
  'reportIntake.close': ({ readingId }, context) => {
    dropIntake(context, readingId);
    return {};
  },
} satisfies Partial<UseCases>;

async function openIntake(
  { source, options }: InputOf<'reportIntake.open'>,
  context: UseCaseContext,
): Promise<OutputOf<'reportIntake.open'>> {
  // A token that is not known is told at once, not by a job.
  const file = await openSource(source, context);
  await file.close();
  const read = async (progress: Parameters<Parameters<UseCaseContext['startJob']>[2]>[0]): Promise<IntakeLook> => {
    const { id, name, bytes, summary } = await readIntake(source, options, context, progress);
    // The same file or text may be chosen once more: after a lock, a full disk, or by a colleague.
    return { readingId: id, name, bytes, ...summary, registered: reportsFromBytes(context.database, summary.sha256) };
  };
  return { jobId: context.startJob('report-intake', file.name, read) };
}
