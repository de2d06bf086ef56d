/** Runs the report worker: pictures and originals go in by range, the finished PDF comes out by chunks. */
import { type ReportResult, reportResultSchema } from '#shared/contract/report-job.ts';
import type { Attachment } from '#shared/contract/report-model.ts';
import { createChunkQueue } from '../evidence/chunk-queue.ts';
import type { BlobReader, JobProgress, StagedBlob, UseCaseContext } from '../kernel.ts';
import { keepDigests } from '../signatures/hashed-documents.ts';
import { outsideParts } from '../signatures/services.ts';
import { answerUpdate, type UpdateAnswers } from '../signing/answer-update.ts';
import { digestsOfState } from '../signing/document-digests.ts';
import type { Signer } from '../signing/signer.ts';
import { carriesPageData } from '#shared/domain/capture/seen-by.ts';
import { ACCOUNT_DATA_MARK } from '#shared/domain/capture/seen-by-words.ts';
import { ARTEFACT_WORDS } from '#shared/domain/evidence/artefact-words.ts';
import { attachmentName } from './attachment-name.ts';
import type { CaseMaterial } from './case-material.ts';

/** Time for the largest reports; memory is what 500 pictures may need (bytes). */
const LIMITS = { milliseconds: 30 * 60_000, rssBytes: 700 * 1024 * 1024 } as const;

export interface LaidOutPdf {
  readonly blob: StagedBlob;
  readonly result: ReportResult;
  /** How the signature's time stamp went; null for an unsigned file. */
  readonly stamp: Pick<UpdateAnswers, 'stamped' | 'stampProblem'> | null;
}

/** Lays out a model and, with a signer, signs it; the caller adopts or discards the blob. */
export async function runReportWorker(
  job: unknown,
  inputs: Readonly<Record<string, BlobReader>>,
  signer: Signer | null,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<LaidOutPdf> {
  const answering = signer ? answerUpdate({ ...outsideParts(context), signer, now: context.now }) : null;
  const queue = createChunkQueue();
  const staging = context.blobs.stage(queue, progress.signal);
  staging.catch((error: unknown) => queue.fail(error instanceof Error ? error : new Error('staging failed')));
  try {
    const value = await context.runWorker({
      kind: 'report',
      job,
      inputs,
      outputs: { pdf: (bytes) => queue.push(bytes) },
      answers: answering?.answers ?? {},
      limits: LIMITS,
      signal: progress.signal,
      onProgress: (phase, done, total) => progress.report(phase, done, total),
    });
    queue.end();
    const blob = await staging;
    // Who signs next does not read it all again.
    keepDigests(context.blobs, digestsOfState(blob.hashed));
    return { blob, result: reportResultSchema.parse(value), stamp: answering };
  } catch (error) {
    queue.fail(error instanceof Error ? error : new Error('report failed'));
    await staging.catch(() => undefined);
    throw error;
  }
}

/** The originals that go into a file, and those that are only listed. */
export function originalsOf(
  material: CaseMaterial,
  context: UseCaseContext,
): { attachments: Attachment[]; inputs: Record<string, BlobReader> } {
  const limit = context.settings().attachmentLimitBytes;
  const attachments: Attachment[] = [];
  const inputs: Record<string, BlobReader> = {};
  for (const item of material.items) {
    for (const [index, artefact] of item.artefacts.entries()) {
      const withheld = item.capture?.visibility.accountData === true && carriesPageData(artefact.kind);
      const fits = artefact.bytes <= limit && !withheld;
      const input = `original-${item.evidence.number}-${index}`;
      if (fits) inputs[input] = context.blobs.open(artefact.sha256);
      attachments.push({
        input: fits ? input : null,
        name: attachmentName(item.evidence.number, artefact),
        mime: artefact.mime,
        description: `${item.evidence.number} ${ARTEFACT_WORDS[artefact.kind] ?? artefact.kind}${withheld ? ` (tidak disertakan: ${ACCOUNT_DATA_MARK.id})` : ''}`,
        evidenceNumber: item.evidence.number,
        bytes: artefact.bytes,
        sha256: artefact.sha256,
        relationship: 'Source',
        createdAt: item.evidence.capturedAt,
      });
    }
  }
  return { attachments, inputs };
}
