/** Everything a report on a case stands on, read once: the case, its standing evidence with artefacts, the log's entries. */
import type { CaseAccounts } from '#shared/contract/account-proof.ts';
import type { Act } from '#shared/contract/acts.ts';
import type { CasePage } from '#shared/contract/cases.ts';
import type { Artefact, EvidenceRow } from '#shared/contract/evidence.ts';
import type { WorkingCopy } from '#shared/contract/working-copy.ts';
import { custodyWords } from '#shared/domain/custody/action-words.ts';
import { caseActsOf } from '../acts/act-rows.ts';
import { casePageOf } from '../cases/case-rows.ts';
import { copyForMasked } from '../evidence/copy-rows.ts';
import { captureOnFileOf } from '../evidence/evidence-page.ts';
import { artefactsOf, captureOf, evidenceRowOf, userName } from '../evidence/evidence-rows.ts';
import { originFactsOf } from '../evidence/origin-facts.ts';
import type { EvidencePage } from '#shared/contract/evidence.ts';
import type { SqlRow, UseCaseContext } from '../kernel.ts';
import { caseAccountsOf } from '../proof/case-accounts.ts';
import { textOf } from '../rows.ts';
import { type LookOnFile, looksOnFile } from './second-look-lines.ts';

export interface MaterialItem {
  readonly evidence: EvidenceRow;
  readonly artefacts: readonly Artefact[];
  readonly capture: EvidencePage['capture'];
  /** Second looks that were made, at this item or by it. */
  readonly secondLooks: readonly LookOnFile[];
  readonly takenBy: string;
  readonly originFacts: EvidencePage['originFacts'];
  readonly obtainedFrom: string;
  readonly obtainedAtText: string;
  /** The picture that is placed on the page: the full page, else the untouched view, else the file itself. */
  readonly picture: Artefact | null;
  /** What a masked report shows in the picture's place, where the officer made and chose one. */
  readonly copy: WorkingCopy | null;
  /** Where on the picture to look, for this case and for each respondent with a note of his own. */
  readonly notes: readonly { readonly who: string; readonly where: string }[];
}
export interface CaseMaterial {
  readonly page: CasePage;
  readonly items: readonly MaterialItem[];
  readonly acts: readonly Act[];
  readonly accounts: CaseAccounts;
  readonly custody: readonly { readonly at: string; readonly action: string; readonly actor: string }[];
}

const PICTURE_KINDS = ['full-page-image', 'viewport-image', 'file'] as const;

export function readCaseMaterial(context: UseCaseContext, caseId: string): CaseMaterial {
  const { database } = context;
  const page = casePageOf(database, caseId);
  const rows = database.all(
    `SELECT e.* FROM evidence e JOIN evidence_filings f ON f.evidence_id = e.id
     WHERE f.case_id = ? AND f.ended_at IS NULL AND e.withdrawn_at IS NULL ORDER BY e.sequence`,
    [caseId],
  );
  const items = rows.map((row) => materialItem(context, row, caseId));
  return {
    page,
    items,
    acts: caseActsOf(database, caseId).acts,
    accounts: caseAccountsOf(database, caseId),
    custody: custodyOf(context, [caseId, ...items.map((item) => item.evidence.id)]),
  };
}

/** One item of evidence (a row of `evidence`) with all that a document prints of it; `caseId` null: of no case. */
export function materialItem(context: UseCaseContext, row: SqlRow, caseId: string | null): MaterialItem {
  const { database } = context;
  const evidence = evidenceRowOf(context, row);
  const artefacts = artefactsOf(database, evidence.id);
  return {
    evidence,
    artefacts,
    capture: captureOnFileOf(database, evidence.id, captureOf(row)),
    secondLooks: looksOnFile(database, evidence.id, caseId),
    takenBy: userName(database, textOf(row, 'taken_by')),
    originFacts: originFactsOf(database, evidence.id),
    obtainedFrom: textOf(row, 'obtained_from'),
    obtainedAtText: textOf(row, 'obtained_at_text'),
    picture:
      PICTURE_KINDS.map((kind) => artefacts.find((one) => one.kind === kind && one.viewable === 'image')).find(
        (one) => one !== undefined,
      ) ?? null,
    copy: copyForMasked(database, evidence.id),
    notes: notesOf(evidence.cases.find((one) => one.id === caseId)),
  };
}

function notesOf(filing: EvidenceRow['cases'][number] | undefined): MaterialItem['notes'] {
  if (!filing) return [];
  const general = filing.where === '' ? [] : [{ who: 'Semua terlapor', where: filing.where }];
  return [...general, ...filing.places.map(({ name, where }) => ({ who: name, where }))];
}

/** What the log says of these subjects, oldest first. */
export function custodyOf(context: UseCaseContext, subjects: readonly string[]): CaseMaterial['custody'] {
  return context.database
    .all(
      `SELECT k.at, k.action, u.name FROM custody k JOIN users u ON u.id = k.user_id
       WHERE k.subject_id IN (SELECT value FROM json_each(?)) ORDER BY k.sequence`,
      [JSON.stringify(subjects)],
    )
    .map((row) => ({
      at: textOf(row, 'at'),
      action: custodyWords(textOf(row, 'action'), 'id'),
      actor: textOf(row, 'name'),
    }));
}
