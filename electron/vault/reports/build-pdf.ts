/** Runs the report worker over a case: pictures and originals go in by range, the finished PDF comes out by chunks. */
import type { ReportOptions } from '#shared/contract/reports.ts';
import { type ReportResult, type ReportSignature, reportResultSchema } from '#shared/contract/report-job.ts';
import type { Attachment } from '#shared/contract/report-model.ts';
import { createChunkQueue } from '../evidence/chunk-queue.ts';
import type { BlobReader, JobProgress, StagedBlob, UseCaseContext } from '../kernel.ts';
import { outsideParts } from '../signatures/services.ts';
import { answerUpdate, type UpdateAnswers } from '../signing/answer-update.ts';
import type { Signer } from '../signing/signer.ts';
import { carriesPageData } from '#shared/domain/capture/seen-by.ts';
import { ACCOUNT_DATA_MARK } from '#shared/domain/capture/seen-by-words.ts';
import { attachmentName } from './attachment-name.ts';
import { type CaseMaterial, readCaseMaterial } from './case-material.ts';
import { buildReportModel, draftReasons } from './report-model.ts';
import { preparePictures } from './report-pictures.ts';
import { reportResources } from './report-resources.ts';
import type { MissingCode } from '#shared/domain/cases/missing.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** Time for the largest reports; memory is what 500 pictures may need (bytes). */
const LIMITS = { milliseconds: 30 * 60_000, rssBytes: 700 * 1024 * 1024 } as const;

export interface SigningRequest {
  readonly signer: Signer;
  readonly appearance: ReportSignature;
}
export interface BuiltPdf {
  readonly blob: StagedBlob;
  readonly result: ReportResult;
  /** Why it is only a draft; empty when it is final. */
  readonly draftReasons: readonly MissingCode[];
  /** How the signature's time stamp went; null for an unsigned file. */
  readonly stamp: Pick<UpdateAnswers, 'stamped' | 'stampProblem'> | null;
}

/** REPORT_NO_EVIDENCE when nothing is filed in the case. The caller adopts or discards the blob. */
export async function buildPdf(
  options: ReportOptions,
  signing: SigningRequest | null,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<BuiltPdf> {
  const material = readCaseMaterial(context, options.caseId);
  if (material.items.length === 0) throw new AppError('REPORT_NO_EVIDENCE', { case: material.page.case.number });
  const masked = options.kind === 'disamarkan';
  const wanted = material.items.map(({ evidence, picture, copy }) => ({
    number: evidence.number,
    picture: masked ? copy : picture,
  }));
  const prepared = await preparePictures(wanted, progress, context);
  try {
    const { attachments, inputs } = masked ? { attachments: [], inputs: {} } : originalsOf(material, context);
    const user = context.database.get('SELECT identity_number FROM users WHERE id = ?', [context.actor.id]);
    const identity = user?.['identity_number'];
    const model = buildReportModel(
      {
        options,
        material,
        pictures: prepared.pictures,
        attachments,
        issuer: {
          name: context.actor.name,
          identityNumber: typeof identity === 'string' && identity !== '' ? identity : null,
        },
        signed: signing !== null,
      },
      context,
    );
    const job = {
      model,
      largestAttachmentBytes: context.settings().attachmentLimitBytes,
      signature: signing?.appearance ?? null,
    };
    const built = await runReportWorker(
      job,
      { ...(await reportResources(context)), ...prepared.inputs, ...inputs },
      signing?.signer ?? null,
      progress,
      context,
    );
    return { ...built, draftReasons: draftReasons(material).map(({ code }) => code) };
  } finally {
    await prepared.dispose();
  }
}

async function runReportWorker(
  job: unknown,
  inputs: Readonly<Record<string, BlobReader>>,
  signer: Signer | null,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<Pick<BuiltPdf, 'blob' | 'result' | 'stamp'>> {
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
    return { blob: await staging, result: reportResultSchema.parse(value), stamp: answering };
  } catch (error) {
    queue.fail(error instanceof Error ? error : new Error('report failed'));
    await staging.catch(() => undefined);
    throw error;
  }
}

function originalsOf(
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
        description: `${item.evidence.number} ${artefact.kind}${withheld ? ` (tidak disertakan: ${ACCOUNT_DATA_MARK.id})` : ''}`,
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
