/** What is put under the items of an act's sheet: evidence of the same case, or why none can be had. */
import type { CaseActs } from '#shared/contract/acts.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { actType } from '#shared/contract/acts.ts';
import { actSheet } from '#shared/domain/acts/sheets.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { CustodyDraft, ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { caseActsOf, standingAct } from './act-rows.ts';

/** NOT_FOUND for an act that does not stand or an item its sheet does not have; EVIDENCE_NOT_IN_CASE; ALREADY_LINKED. */
export function fillItem(input: InputOf<'cases.fillActItem'>, context: UseCaseContext): CaseActs {
  const { database } = context;
  ensureItem(database, input);
  const filed = database.get(
    `SELECT 1 FROM evidence_filings f JOIN evidence e ON e.id = f.evidence_id
     WHERE f.evidence_id = ? AND f.case_id = ? AND f.ended_at IS NULL AND e.withdrawn_at IS NULL`,
    [input.evidenceId, input.caseId],
  );
  if (!filed) throw new AppError('EVIDENCE_NOT_IN_CASE', { id: input.evidenceId });
  const there = database.get(
    'SELECT 1 FROM act_entries WHERE act_id = ? AND item = ? AND evidence_id = ? AND ended_at IS NULL',
    [input.actId, input.item, input.evidenceId],
  );
  if (there) throw new AppError('ALREADY_LINKED', {});
  return addEntry(input, { evidenceId: input.evidenceId, unobtainable: null }, context);
}

/** NOT_FOUND; ALREADY_LINKED while another reason stands. */
export function waiveItem(input: InputOf<'cases.waiveActItem'>, context: UseCaseContext): CaseActs {
  ensureItem(context.database, input);
  const there = context.database.get(
    'SELECT 1 FROM act_entries WHERE act_id = ? AND item = ? AND unobtainable IS NOT NULL AND ended_at IS NULL',
    [input.actId, input.item],
  );
  if (there) throw new AppError('ALREADY_LINKED', {});
  return addEntry(input, { evidenceId: null, unobtainable: input.reason }, context);
}

/** NOT_FOUND for an entry that has ended or belongs to another case. */
export function clearItem(input: InputOf<'cases.clearActItem'>, context: UseCaseContext): CaseActs {
  return context.write(['cases'], (database) => {
    const changed = database.run(
      `UPDATE act_entries SET ended_at = ?, ended_by = ?, end_reason = ?
       WHERE id = ? AND ended_at IS NULL AND act_id IN (SELECT id FROM case_acts WHERE case_id = ?)`,
      [context.now().toISOString(), context.actor.id, input.reason, input.entryId, input.caseId],
    );
    if (changed.changes === 0) throw new AppError('NOT_FOUND', { id: input.entryId });
    return {
      value: caseActsOf(database, input.caseId),
      entry: entryOf('case.act-item-cleared', input.caseId, { item: input.entryId }),
    };
  });
}

interface ItemOfAct {
  readonly caseId: string;
  readonly actId: string;
  readonly item: string;
}

function ensureItem(database: ReadableDatabase, { caseId, actId, item }: ItemOfAct): void {
  const type = actType.parse(textOf(standingAct(database, caseId, actId), 'type'));
  if (!actSheet(type).items.some(({ code }) => code === item)) throw new AppError('NOT_FOUND', { item });
}

function addEntry(
  { caseId, actId, item }: ItemOfAct,
  content: { readonly evidenceId: string | null; readonly unobtainable: string | null },
  context: UseCaseContext,
): CaseActs {
  return context.write(['cases'], (database) => {
    database.run(
      'INSERT INTO act_entries (id, act_id, item, evidence_id, unobtainable, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [
        context.newId(),
        actId,
        item,
        content.evidenceId,
        content.unobtainable,
        context.now().toISOString(),
        context.actor.id,
      ],
    );
    const action = content.evidenceId === null ? 'case.act-item-waived' : 'case.act-item-filled';
    return {
      value: caseActsOf(database, caseId),
      entry: entryOf(action, caseId, { act: actId, item, evidence: content.evidenceId }),
    };
  });
}

function entryOf(action: string, caseId: string, facts: CustodyDraft['facts']): CustodyDraft {
  return { action, subjectKind: 'case', subjectId: caseId, facts };
}
