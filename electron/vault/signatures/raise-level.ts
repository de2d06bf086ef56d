/** Raises a document's level when there is a network, and remembers what could not be had. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { PdfUpdateJob } from '#shared/contract/pdf-update.ts';
import { type DocumentSignatures, SIGNATURE_LEVELS, type SignatureLevel } from '#shared/contract/signatures.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { JobProgress, UseCaseContext } from '../kernel.ts';
import { issuedReportById } from '../reports/issued-reports.ts';
import { signatureRows, statusOf } from './document-versions.ts';
import { ARCHIVE_FIELDS, STAMP_FIELD } from './fields.ts';
import { updateDocument } from './update-document.ts';

type Raised = InputOf<'signatures.raise'>['to'];

/** REPORT_UNKNOWN, SIGNATURE_LEVEL_REACHED at once; what keeps a level away is told by the job and remembered. */
export function raiseLevel(input: InputOf<'signatures.raise'>, context: UseCaseContext): OutputOf<'signatures.raise'> {
  const { caseNumber, number } = issuedReportById(context.database, input.reportId);
  const { level } = statusOf(context.database, input.reportId);
  // At the highest level, raising once more renews the archive's time stamp.
  if (level !== 'B-LTA' && rank(level) >= rank(input.to)) throw new AppError('SIGNATURE_LEVEL_REACHED', { level });
  if (level === 'B-LTA' && input.to !== 'B-LTA') throw new AppError('SIGNATURE_LEVEL_REACHED', { level });
  const label = number === '' ? caseNumber : number;
  return { jobId: context.startJob('report-raise', label, (progress) => raise(input, progress, context)) };
}

export function raiseWaiting(
  _input: InputOf<'signatures.raiseWaiting'>,
  context: UseCaseContext,
): OutputOf<'signatures.raiseWaiting'> {
  return { jobId: startRaising(null, context) };
}

/**
 * Those of the named documents that wait (null: all that do), one after the other, as one job; answers its id. A document that
 * still cannot be raised goes on waiting and does not hold up the others.
 */
export function startRaising(named: ReadonlySet<string> | null, context: UseCaseContext): string {
  return context.startJob('report-raise', '', async (progress) => {
    const waiting = signatureRows(context.database).filter(
      ({ state, reportId }) => state === 'waiting' && (named === null || named.has(reportId)),
    );
    let raised = 0;
    for (const [index, { reportId, wanted }] of waiting.entries()) {
      progress.report('signing', index, waiting.length);
      try {
        await raise({ reportId, to: wanted ?? 'B-T' }, progress, context);
        raised++;
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'CANCELLED') throw error;
      }
    }
    return { raised, waiting: waiting.length - raised };
  });
}

/** Remembers that a level is still to come, and why. */
export function noteWaiting(reportId: string, wanted: Raised, problem: AppError, context: UseCaseContext): void {
  // Without an address nobody was asked: once there is one, the first attempt is due.
  const asked = problem.code === 'TIMESTAMP_NO_ADDRESS' ? 0 : 1;
  context.write(['reports'], (database) => {
    database.run(
      `INSERT INTO report_signatures (report_id, level, wanted_level, problem, tried_at, tries)
       VALUES (@reportId, 'B-B', @wanted, @code, @at, @asked)
       ON CONFLICT (report_id) DO UPDATE SET wanted_level = @wanted, problem = @code, tried_at = @at, tries = tries + @asked`,
      { reportId, wanted, code: problem.code, at: context.now().toISOString(), asked },
    );
    const facts = { wanted, code: problem.code };
    return {
      value: null,
      entry: { action: 'report.level-waiting', subjectKind: 'report', subjectId: reportId, facts },
    };
  });
}

async function raise(
  { reportId, to }: InputOf<'signatures.raise'>,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<DocumentSignatures> {
  try {
    for (;;) {
      const { level } = statusOf(context.database, reportId);
      const stage = nextStage(level, to);
      if (stage === null) break;
      const cause = { cause: 'raised', signer: null, action: 'report.level-raised' } as const;
      const request = { reportId, steps: stage.steps, signer: null, level: () => stage.level, cause };
      await updateDocument(request, progress, context);
      // At the top a further stage would renew what was stamped just now.
      if (stage.level === to) break;
    }
  } catch (error) {
    if (error instanceof AppError && error.code !== 'CANCELLED') noteWaiting(reportId, to, error, context);
    throw error;
  }
  settle(reportId, context);
  return statusOf(context.database, reportId);
}

/**
 * What is done in one pass and kept before the next is tried: a time stamp first, because it is the one that cannot be
 * had later for the same moment; then the data, with the archive's stamp over it if that is asked for.
 */
function nextStage(
  level: SignatureLevel,
  to: Raised,
): { readonly level: Raised; readonly steps: PdfUpdateJob['steps'] } | null {
  const data = { kind: 'validation-data' } as const;
  const archive = { kind: 'timestamp', fields: [...ARCHIVE_FIELDS, STAMP_FIELD] } as const;
  if (level !== 'B-LTA' && rank(level) >= rank(to)) return null;
  if (level === 'B-B')
    return { level: 'B-T', steps: [{ kind: 'timestamp', fields: [STAMP_FIELD, ...ARCHIVE_FIELDS] }] };
  if (to === 'B-LT') return { level: 'B-LT', steps: [data] };
  // The archive's stamp needs its own data behind it, or nobody could check it later.
  return { level: 'B-LTA', steps: [data, { ...archive, fields: [...archive.fields] }, data] };
}

function settle(reportId: string, context: UseCaseContext): void {
  context.write(['reports'], (database) => {
    database.run(
      'UPDATE report_signatures SET wanted_level = NULL, problem = NULL, tried_at = NULL, tries = 0 WHERE report_id = ?',
      [reportId],
    );
    // The rise itself is in the log already.
    return { value: null, entry: null };
  });
}

function rank(level: SignatureLevel): number {
  return SIGNATURE_LEVELS.indexOf(level);
}
