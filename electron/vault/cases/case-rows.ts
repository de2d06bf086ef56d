/** Reads cases with everything that hangs on them. */
import type { CasePage, CaseRow, LegalReference, PersonBlock, Respondent } from '#shared/contract/cases.ts';
import {
  candidateStatus,
  caseSource,
  caseStatus,
  electionRegime,
  legalReference,
  personBlock,
} from '#shared/contract/cases.ts';
import { missingInCase } from '#shared/domain/cases/missing.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { caseActsOf } from '../acts/act-rows.ts';
import { provenRespondents } from '../proof/account-grade.ts';
import { actInstant } from './act-instant.ts';
import type { ReadableDatabase, SqlRow } from '../kernel.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import { flagOf, numberOf, numberOrNull, textOf, textOrNull } from '../rows.ts';

/** CASE_UNKNOWN when there is none of that id. */
export function caseById(database: ReadableDatabase, id: string): SqlRow {
  const row = database.get('SELECT * FROM cases WHERE id = ?', [id]);
  if (!row) throw new AppError('CASE_UNKNOWN', { id });
  return row;
}

export function caseRowOf(database: ReadableDatabase, row: SqlRow): CaseRow {
  const id = textOf(row, 'id');
  const respondents = respondentsOf(database, id).filter((one) => one.unlinkedAt === null);
  const allegations = allegationsOf(database, id).filter((one) => one.withdrawnAt === null);
  const actAt = actInstant(textOrNull(row, 'act_date'));
  const evidence = database.get(
    `SELECT count(*) AS all_items, coalesce(sum(1 - e.second_hand), 0) AS first_hand FROM evidence_filings f JOIN evidence e ON e.id = f.evidence_id
     WHERE f.case_id = ? AND f.ended_at IS NULL AND e.withdrawn_at IS NULL`,
    [id],
  );
  const acts = caseActsOf(database, id).acts.filter((one) => one.withdrawnAt === null);
  const evidenceCount = evidence ? numberOf(evidence, 'all_items') : 0;
  return {
    id,
    number: textOf(row, 'number'),
    title: textOf(row, 'title'),
    status: caseStatus.parse(row['status']),
    source: caseSource.parse(row['source']),
    openedAt: textOf(row, 'opened_at'),
    respondents: respondents
      .map((one) => one.person?.name ?? one.accountText ?? '')
      .filter((name) => name !== '')
      .join(', '),
    evidenceCount,
    allegationCodes: allegations.map((one) => one.reference.code),
    missing: missingInCase({
      respondents: respondents.length,
      knownPersons: respondents.filter((one) => one.person !== null).length,
      personsOfOtherDay:
        actAt === null ? 0 : respondents.filter((one) => one.person !== null && one.person.asOf !== actAt).length,
      evidence: evidenceCount,
      firstHandEvidence: evidence ? numberOf(evidence, 'first_hand') : 0,
      allegations: allegations.length,
      unverifiedAllegations: allegations.filter((one) => one.reference.verification !== 'diverifikasi').length,
      acts: acts.length,
      actsWithMissing: acts.filter((one) => one.missing.length > 0).length,
      provenPersons: provenRespondents(database, id),
      actDate: textOrNull(row, 'act_date'),
      narrative: textOf(row, 'narrative'),
      candidateStatus: textOf(row, 'candidate_status'),
    }),
  };
}

export function casePageOf(database: ReadableDatabase, id: string): CasePage {
  const row = caseById(database, id);
  const summary = caseRowOf(database, row);
  return {
    case: {
      ...summary,
      narrative: textOf(row, 'narrative'),
      notes: textOf(row, 'notes'),
      actDate: textOrNull(row, 'act_date'),
      actDateText: textOf(row, 'act_date_text'),
      candidateStatus: candidateStatus.parse(row['candidate_status']),
      regime: electionRegime.nullable().parse(row['regime']),
      accountText: textOf(row, 'account_text'),
    },
    respondents: respondentsOf(database, id),
    allegations: allegationsOf(database, id),
    statusHistory: database
      .all(
        'SELECT h.status, h.at, h.reason, u.name FROM case_status_history h JOIN users u ON u.id = h.user_id WHERE h.case_id = ? ORDER BY h.id',
        [id],
      )
      .map((one) => ({
        status: caseStatus.parse(one['status']),
        at: textOf(one, 'at'),
        user: textOf(one, 'name'),
        reason: textOf(one, 'reason'),
      })),
    thread: caseThread(database, id),
    missing: summary.missing,
  };
}

/** The entries about the case itself and about evidence that names it: a misfiled item shows in both threads. */
function caseThread(database: ReadableDatabase, caseId: string): CasePage['thread'] {
  return database
    .all(
      `SELECT k.sequence, k.at, k.action, u.name, e.sequence AS evidence_sequence, f.end_reason
       FROM custody k JOIN users u ON u.id = k.user_id
       LEFT JOIN evidence e ON e.id = k.subject_id
       LEFT JOIN evidence_filings f ON f.id = json_extract(k.facts, '$.filing')
       WHERE k.subject_id = @case OR json_extract(k.facts, '$.case') = @case OR json_extract(k.facts, '$.to') = @case
       ORDER BY k.sequence`,
      { case: caseId },
    )
    .map((row) => {
      const evidence = numberOrNull(row, 'evidence_sequence');
      return {
        sequence: numberOf(row, 'sequence'),
        at: textOf(row, 'at'),
        user: textOf(row, 'name'),
        action: textOf(row, 'action'),
        evidenceNumber: evidence === null ? null : evidenceNumber(evidence),
        reason: textOrNull(row, 'end_reason'),
      };
    });
}

export function respondentsOf(database: ReadableDatabase, caseId: string): Respondent[] {
  return database
    .all('SELECT * FROM case_respondents WHERE case_id = ? ORDER BY linked_at, id', [caseId])
    .map((row) => {
      const blocks = personBlocksOf(database, textOf(row, 'id'));
      return {
        id: textOf(row, 'id'),
        employeeId: textOrNull(row, 'employee_id'),
        person: blocks.at(-1) ?? null,
        accountText: textOrNull(row, 'account_text'),
        linkedAt: textOf(row, 'linked_at'),
        reason: textOf(row, 'reason'),
        unlinkedAt: textOrNull(row, 'unlinked_at'),
        unlinkReason: textOrNull(row, 'unlink_reason'),
        earlierBlocks: blocks.slice(0, -1),
      };
    });
}

function personBlocksOf(database: ReadableDatabase, respondentId: string): PersonBlock[] {
  return database
    .all('SELECT block FROM person_blocks WHERE respondent_id = ? ORDER BY id', [respondentId])
    .map((row) => personBlock.parse(JSON.parse(textOf(row, 'block'))));
}

export function allegationsOf(database: ReadableDatabase, caseId: string): CasePage['allegations'] {
  return database
    .all(
      `SELECT a.*, l.body, c.regime, c.candidate_status FROM allegations a JOIN legal_references l ON l.code = a.code JOIN cases c ON c.id = a.case_id
       WHERE a.case_id = ? ORDER BY a.is_primary DESC, a.added_at, a.id`,
      [caseId],
    )
    .map((row) => ({
      id: textOf(row, 'id'),
      reference: legalReferenceOf(row),
      regime: electionRegime.nullable().parse(row['regime']),
      candidateStatus: candidateStatus.parse(row['candidate_status']),
      primary: flagOf(row, 'is_primary'),
      addedAt: textOf(row, 'added_at'),
      withdrawnAt: textOrNull(row, 'withdrawn_at'),
      withdrawReason: textOrNull(row, 'withdraw_reason'),
    }));
}

export function legalReferenceOf(row: SqlRow): LegalReference {
  return legalReference.parse(JSON.parse(textOf(row, 'body')));
}
