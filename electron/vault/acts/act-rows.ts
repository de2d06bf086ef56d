/** Reads the acts of a case with what stands on their sheets. */
import { type Act, act as actSchema, type ActEntry, actType, type CaseActs } from '#shared/contract/acts.ts';
import { missingItems } from '#shared/domain/acts/sheet-state.ts';
import { actSheet } from '#shared/domain/acts/sheets.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow } from '../kernel.ts';
import { flagOf, numberOf, textOf, textOrNull } from '../rows.ts';

export function caseActsOf(database: ReadableDatabase, caseId: string): CaseActs {
  return {
    acts: database
      .all(
        `SELECT a.*, u.name FROM case_acts a JOIN users u ON u.id = a.added_by
         WHERE a.case_id = ? ORDER BY a.added_at, a.id`,
        [caseId],
      )
      .map((row) => actOf(database, row)),
  };
}

/** NOT_FOUND when the case has no standing act of that id. */
export function standingAct(database: ReadableDatabase, caseId: string, actId: string): SqlRow {
  const row = database.get('SELECT * FROM case_acts WHERE id = ? AND case_id = ? AND withdrawn_at IS NULL', [
    actId,
    caseId,
  ]);
  if (!row) throw new AppError('NOT_FOUND', { id: actId });
  return row;
}

function actOf(database: ReadableDatabase, row: SqlRow): Act {
  const type = actType.parse(row['type']);
  const entries = entriesOf(database, textOf(row, 'id'));
  const facts = entries.map(({ item, evidence }) => ({ item, evidenceStands: evidence?.stands ?? null }));
  return actSchema.parse({
    id: textOf(row, 'id'),
    type,
    respondentId: textOrNull(row, 'respondent_id'),
    day: textOrNull(row, 'day'),
    dateText: textOf(row, 'date_text'),
    address: textOf(row, 'address'),
    note: textOf(row, 'note'),
    addedAt: textOf(row, 'added_at'),
    addedBy: textOf(row, 'name'),
    withdrawnAt: textOrNull(row, 'withdrawn_at'),
    withdrawReason: textOrNull(row, 'withdraw_reason'),
    entries,
    missing: missingItems(actSheet(type).items, facts).map(({ code }) => code),
  });
}

/** Evidence stands while it is neither withdrawn nor taken out of the act's case. */
function entriesOf(database: ReadableDatabase, actId: string): ActEntry[] {
  return database
    .all(
      `SELECT n.*, u.name, e.sequence, e.title, e.withdrawn_at IS NULL AND EXISTS
         (SELECT 1 FROM evidence_filings f WHERE f.evidence_id = n.evidence_id AND f.case_id = a.case_id AND f.ended_at IS NULL) AS stands
       FROM act_entries n JOIN case_acts a ON a.id = n.act_id JOIN users u ON u.id = n.by
         LEFT JOIN evidence e ON e.id = n.evidence_id
       WHERE n.act_id = ? AND n.ended_at IS NULL ORDER BY n.at, n.id`,
      [actId],
    )
    .map((row) => {
      const evidenceId = textOrNull(row, 'evidence_id');
      return {
        id: textOf(row, 'id'),
        item: textOf(row, 'item'),
        evidence:
          evidenceId === null
            ? null
            : {
                id: evidenceId,
                number: evidenceNumber(numberOf(row, 'sequence')),
                title: textOf(row, 'title'),
                stands: flagOf(row, 'stands'),
              },
        unobtainable: textOrNull(row, 'unobtainable'),
        at: textOf(row, 'at'),
        by: textOf(row, 'name'),
      };
    });
}
