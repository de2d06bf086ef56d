/** Brings the original file and chosen attachments of a reading into the blob store, staged, for the transaction that files them. */
import {
  ATTACHMENT_END,
  attachmentEnd,
  INTAKE_INPUT,
  type IntakeAttachment,
} from '#shared/contract/report-intake-job.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { createChunkQueue } from '../../evidence/chunk-queue.ts';
import type { StagedBlob, UseCaseContext } from '../../kernel.ts';
import { type HeldIntake, openSource, pastedName } from './held-intake.ts';
import { workerInput } from '../../workers/worker-input.ts';
import { INTAKE_WORKER_LIMITS } from './read-intake.ts';

/** An attachment with its bytes in the store, not yet named by a row. */
export interface StagedAttachment {
  readonly attachment: IntakeAttachment;
  readonly blob: StagedBlob;
}

export interface StagedIntake {
  /** The file as it was received; `name` is what it is called ("laporan-tempelan-….txt" for pasted text). */
  readonly original: { readonly name: string; readonly blob: StagedBlob };
  /** By id, in the order of the wish. */
  readonly attachments: ReadonlyMap<string, StagedAttachment>;
  /** Throws away what is staged; for a transaction that was not made. */
  discard(): Promise<void>;
}

/**
 * Stages the original and the wanted attachments; each must still have the hash with which it was read. INTAKE_FILE_CHANGED when it
 * has another, NOT_FOUND for an attachment that the reading does not hold whole. Nothing stays staged after a failure.
 */
export async function stageIntake(
  reading: HeldIntake,
  wanted: readonly string[],
  context: UseCaseContext,
  signal?: AbortSignal,
): Promise<StagedIntake> {
  const attachments = [...new Set(wanted)].map((id) => wholeAttachment(reading, id));
  await context.ensureFreeSpace(reading.bytes + attachments.reduce((sum, { bytes }) => sum + bytes, 0));
  const staged: StagedBlob[] = [];
  const discard = async (): Promise<void> => {
    for (const blob of staged.splice(0)) await context.blobs.discard(blob);
  };
  try {
    const original = await stageOriginal(reading, context, signal);
    staged.push(original);
    expectHash(original, reading.summary.sha256);
    const found = new Map<string, StagedAttachment>();
    if (attachments.length > 0)
      await stageAttachments(reading, attachments, context, signal, (attachment, blob) => {
        staged.push(blob);
        expectHash(blob, attachment.sha256);
        found.set(attachment.id, { attachment, blob });
      });
    const name = 'text' in reading.source ? pastedName(reading.source.text) : reading.name;
    return { original: { name, blob: original }, attachments: found, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

function wholeAttachment(reading: HeldIntake, id: string): IntakeAttachment {
  const attachment = reading.summary.attachments.find((one) => one.id === id);
  if (attachment?.state !== 'whole') throw new AppError('NOT_FOUND');
  return attachment;
}

function expectHash(blob: StagedBlob, sha256: string | null): void {
  if (blob.sha256 !== sha256) throw new AppError('INTAKE_FILE_CHANGED');
}

async function stageOriginal(reading: HeldIntake, context: UseCaseContext, signal?: AbortSignal): Promise<StagedBlob> {
  const file = await openSource(reading.source, context);
  try {
    return await context.blobs.stage(file.chunks(signal), signal);
  } finally {
    await file.close();
  }
}

/** The worker streams one attachment after the other; each is staged whole before it goes on. */
async function stageAttachments(
  reading: HeldIntake,
  attachments: readonly IntakeAttachment[],
  context: UseCaseContext,
  signal: AbortSignal | undefined,
  keep: (attachment: IntakeAttachment, blob: StagedBlob) => void,
): Promise<void> {
  const file = await openSource(reading.source, context);
  const begin = (): { readonly queue: ReturnType<typeof createChunkQueue>; readonly blob: Promise<StagedBlob> } => {
    const queue = createChunkQueue();
    const blob = context.blobs.stage(queue, signal);
    // A failure is heard where the blob is awaited; a push hears of it through the queue.
    blob.catch((error: unknown) => queue.fail(error instanceof Error ? error : new Error(String(error))));
    return { queue, blob };
  };
  const waiting = [...attachments];
  let current: ReturnType<typeof begin> | null = null;
  try {
    await context.runWorker({
      kind: 'report-intake',
      job: { mode: 'extract', wanted: attachments.map(({ id }) => id) },
      inputs: { [INTAKE_INPUT]: workerInput(file) },
      outputs: { attachment: (bytes) => (current ??= begin()).queue.push(bytes) },
      answers: {
        [ATTACHMENT_END]: async (payload) => {
          const { id } = attachmentEnd.parse(payload);
          const attachment = waiting.shift();
          if (attachment?.id !== id) throw new Error('the intake worker sent another attachment than was asked for');
          const { queue, blob } = current ?? begin();
          current = null;
          queue.end();
          keep(attachment, await blob);
          return {};
        },
      },
      limits: INTAKE_WORKER_LIMITS,
      ...(signal && { signal }),
    });
    if (waiting.length > 0) throw new Error('the intake worker sent fewer attachments than were asked for');
  } finally {
    abandon(current);
    await file.close();
  }
}

/** An attachment that was begun and never ended leaves no file behind: its staging fails. */
function abandon(current: { readonly queue: { fail(error: Error): void } } | null): void {
  current?.queue.fail(new AppError('CANCELLED'));
}
