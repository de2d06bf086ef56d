/**
 * A logged-out look at the address of a capture: judged from what the vault itself holds of both, and linked in the very
 * transaction that takes the look in. It goes into every case that the first capture stands in.
 */
import type { CaptureRecordSummary } from '#shared/contract/capture.ts';
import { type ComparedCapture, judgePublicView, type PublicJudgement } from '#shared/domain/capture/public-view.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { BlobReader, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { artefactsOf, captureOf, evidenceById } from './evidence-rows.ts';
import { addFiling } from './filing.ts';
import type { NewArtefact } from './insert-evidence.ts';

/** Bytes of each text that are compared: a post is told from another page long before. */
const COMPARED_BYTES = 512 * 1024;

export interface PreparedLook {
  readonly firstId: string;
  readonly judgement: PublicJudgement;
  readonly cases: readonly string[];
}

/** EVIDENCE_UNKNOWN when there is no such capture, or when it is itself a look. */
export async function prepareLook(
  firstId: string,
  look: CaptureRecordSummary,
  artefacts: readonly NewArtefact[],
  context: UseCaseContext,
): Promise<PreparedLook> {
  const { database, blobs } = context;
  const first = lookable(context, firstId);
  const kept = artefactsOf(database, firstId).find(({ kind }) => kind === 'text');
  const taken = artefacts.find(({ kind }) => kind === 'text');
  const firstText = kept ? await textIn(blobs.open(kept.sha256)) : '';
  const lookText = taken ? await textIn(blobs.openStaged(taken.blob)) : '';
  const loggedOut = look.seenBy?.how === 'without-login';
  return {
    firstId,
    judgement: judgePublicView(compared(first, firstText), compared(look, lookText), loggedOut),
    cases: database
      .all('SELECT case_id FROM evidence_filings WHERE evidence_id = ? AND ended_at IS NULL ORDER BY id', [firstId])
      .map((row) => textOf(row, 'case_id')),
  };
}

/** The capture that a look may be made for. EVIDENCE_UNKNOWN. */
export function lookable({ database }: Pick<UseCaseContext, 'database'>, id: string): CaptureRecordSummary {
  const capture = captureOf(evidenceById(database, id));
  const isLook = database.get('SELECT look_id FROM public_looks WHERE look_id = ?', [id]) !== undefined;
  if (capture === null || isLook) throw new AppError('EVIDENCE_UNKNOWN', { id });
  return capture;
}

/** Inside the look's own transaction. */
export function linkLook(
  database: WritableDatabase,
  context: UseCaseContext,
  look: PreparedLook,
  { evidenceId, lookedAt }: { readonly evidenceId: string; readonly lookedAt: string },
): void {
  const { answer, basis, share } = look.judgement;
  database.run(
    'INSERT INTO public_looks (look_id, evidence_id, looked_at, answer, basis, share) VALUES (?, ?, ?, ?, ?, ?)',
    [evidenceId, look.firstId, lookedAt, answer, basis, share],
  );
  for (const caseId of look.cases) addFiling(database, context, { evidenceId, caseId, where: '' });
}

function compared(capture: CaptureRecordSummary, text: string): ComparedCapture {
  const { outcome, requestedUrl, documentUrl, shownUrl, assessment } = capture;
  return { outcome, requestedUrl, documentUrl, shownUrl, verdictKind: assessment?.verdict?.kind ?? null, text };
}

async function textIn(blob: BlobReader): Promise<string> {
  return new TextDecoder().decode(await blob.read(0, Math.min(blob.bytes, COMPARED_BYTES)));
}
