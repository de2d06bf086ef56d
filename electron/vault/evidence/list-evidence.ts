/** The gallery: everything, the tray of what is not filed yet, or one case's items. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import type { ReadableDatabase, SqlValue, UseCaseContext } from '../kernel.ts';
import { boundsOf } from '../documents/days.ts';
import { numberOf, textOf } from '../rows.ts';
import { evidenceRowOf } from './evidence-rows.ts';

const LEVEL = "json_extract(e.capture_summary, '$.assessment.level')";
const EXPLANATION = 'SELECT 1 FROM capture_explanations x WHERE x.evidence_id = e.id';
const FILED = 'SELECT 1 FROM evidence_filings f WHERE f.evidence_id = e.id AND f.ended_at IS NULL';

export function listEvidence(input: InputOf<'evidence.list'>, context: UseCaseContext): OutputOf<'evidence.list'> {
  const conditions: string[] = [];
  const parameters: Record<string, SqlValue> = {};
  if (input.where === 'tray') conditions.push(`NOT EXISTS (${FILED}) AND e.withdrawn_at IS NULL`);
  if (input.where === 'case' && input.caseId === undefined) conditions.push(`EXISTS (${FILED})`);
  if (input.where === 'case' && input.caseId !== undefined) {
    conditions.push(`EXISTS (${FILED} AND f.case_id = @case)`);
    parameters['case'] = input.caseId;
  }
  if (input.withdrawn !== undefined) conditions.push(`e.withdrawn_at IS ${input.withdrawn ? 'NOT ' : ''}NULL`);
  if (input.origin !== undefined) {
    conditions.push('e.origin = @origin');
    parameters['origin'] = input.origin;
  }
  if (input.secondHand !== undefined) {
    conditions.push('e.second_hand = @secondHand');
    parameters['secondHand'] = input.secondHand ? 1 : 0;
  }
  if (input.level !== undefined) {
    conditions.push(`${LEVEL} = @level AND e.withdrawn_at IS NULL`);
    parameters['level'] = input.level;
  }
  if (input.explained !== undefined) conditions.push(`${input.explained ? '' : 'NOT '}EXISTS (${EXPLANATION})`);
  const { timeZone } = context.settings();
  if (input.from !== undefined) {
    conditions.push('e.captured_at >= @from');
    parameters['from'] = boundsOf(input.from, input.from, timeZone).from;
  }
  if (input.to !== undefined) {
    conditions.push('e.captured_at < @until');
    parameters['until'] = boundsOf(input.to, input.to, timeZone).until;
  }
  searchTerms(input.query).forEach((term, index) => {
    parameters[`term${index}`] = `%${term}%`;
    conditions.push(
      `(e.title LIKE @term${index} OR e.address LIKE @term${index} OR e.note LIKE @term${index} OR printf('B-%04d', e.sequence) LIKE @term${index} OR e.original_name LIKE @term${index} OR e.post_author LIKE @term${index} OR EXISTS (SELECT 1 FROM artefacts a JOIN picture_readings r ON r.artefact_id = a.id WHERE a.evidence_id = e.id AND r.text LIKE @term${index}) OR EXISTS (SELECT 1 FROM evidence_origins o WHERE o.evidence_id = e.id AND o.shown_program || ' ' || o.shown_subject LIKE @term${index}) OR EXISTS (SELECT 1 FROM shown_words s WHERE s.evidence_id = e.id AND s.program || ' ' || s.subject LIKE @term${index}))`,
    );
  });
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const total = context.database.get(`SELECT count(*) AS total FROM evidence e ${where}`, parameters);
  const rows = context.database.all(
    `SELECT e.* FROM evidence e ${where} ORDER BY e.captured_at DESC, e.sequence DESC LIMIT @limit OFFSET @offset`,
    { ...parameters, limit: input.limit, offset: input.offset },
  );
  return { total: total ? numberOf(total, 'total') : 0, rows: rows.map((row) => evidenceRowOf(context, row)) };
}

/** Captures that miss something, not withdrawn, about which nobody has said anything yet; the oldest first. */
export function redCaptures(database: ReadableDatabase): { readonly sequence: number; readonly capturedAt: string }[] {
  return database
    .all(
      `SELECT e.sequence, e.captured_at FROM evidence e WHERE ${LEVEL} = 'red' AND e.withdrawn_at IS NULL AND NOT EXISTS (${EXPLANATION}) ORDER BY e.captured_at`,
    )
    .map((row) => ({ sequence: numberOf(row, 'sequence'), capturedAt: textOf(row, 'captured_at') }));
}

export function trayCount(context: UseCaseContext): OutputOf<'evidence.trayCount'> {
  const row = context.database.get(
    `SELECT count(*) AS count FROM evidence e WHERE NOT EXISTS (${FILED}) AND e.withdrawn_at IS NULL`,
  );
  return { count: row ? numberOf(row, 'count') : 0 };
}
