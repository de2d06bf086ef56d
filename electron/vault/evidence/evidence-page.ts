/** Everything that is shown of one item. */
import type { CaptureOnFile, CaptureRecordSummary } from '#shared/contract/capture.ts';
import type { EvidencePage } from '#shared/contract/evidence.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { copiesOf } from './copy-rows.ts';
import { artefactsOf, captureOf, evidenceById, evidenceRowOf, threadOf, userName } from './evidence-rows.ts';
import { explanationOf } from './explain-capture.ts';
import { originFactsOf } from './origin-facts.ts';
import { alikePictures, readingsOf } from './readings/reading-rows.ts';
import { postTimeOrigin } from './post-time.ts';
import { relatedCaptures } from './related-captures.ts';
import { visibilityOf } from './visibility.ts';

/** EVIDENCE_UNKNOWN when there is none of that id. */
export function evidencePageOf(context: UseCaseContext, id: string): EvidencePage {
  const row = evidenceById(context.database, id);
  return {
    evidence: evidenceRowOf(context, row),
    artefacts: artefactsOf(context.database, id),
    copies: copiesOf(context.database, id),
    capture: captureOnFileOf(context.database, id, captureOf(row)),
    readings: readingsOf(context.database, id),
    alike: alikePictures(context.database, id),
    provenance: {
      who: userName(context.database, textOf(row, 'taken_by')),
      obtainedFrom: textOf(row, 'obtained_from'),
      obtainedAtText: textOf(row, 'obtained_at_text'),
      originalName: textOf(row, 'original_name'),
    },
    originFacts: originFactsOf(context.database, id),
    thread: threadOf(context.database, id),
  };
}

/** A capture's summary with what stands beside it in the vault. */
export function captureOnFileOf(
  database: ReadableDatabase,
  evidenceId: string,
  capture: CaptureRecordSummary | null,
): CaptureOnFile | null {
  if (capture === null) return null;
  return {
    ...capture,
    evidenceId,
    explanation: explanationOf(database, evidenceId),
    postedAtFrom: postTimeOrigin(database, evidenceId),
    related: relatedCaptures(database, evidenceId, capture),
    visibility: visibilityOf(database, evidenceId, capture),
  };
}
