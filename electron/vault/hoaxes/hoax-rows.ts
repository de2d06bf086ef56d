/** Reads hoaxes in the shape of the contract. */
import { type HoaxRow, hoaxRow } from '#shared/contract/hoaxes.ts';
import { answerDays } from '#shared/domain/hoaxes/answer-time.ts';
import { hoaxNumber } from '#shared/domain/hoaxes/numbers.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';

const standing = (table: string): string => `FROM ${table} p WHERE p.hoax_id = h.id AND p.removed_at IS NULL`;

/** Day of the first public clarification of a hoax `h`. */
export const CLARIFIED_ON = `(SELECT min(p.done_on) ${standing('hoax_follow_ups')} AND p.kind = 'klarifikasi_publik')`;

/** Hoaxes `h` with the conclusion in force `c`. */
export const HOAX_FROM = `FROM hoaxes h JOIN users u ON u.id = h.recorded_by
  LEFT JOIN hoax_conclusions c ON c.hoax_id = h.id AND c.ended_at IS NULL`;

export const HOAX_SELECT = `SELECT h.*, u.name AS recorder, c.verdict, c.kind AS concluded_kind,
  (SELECT json_group_array(DISTINCT p.platform) ${standing('hoax_spreads')}) AS platforms,
  (SELECT count(*) ${standing('hoax_spreads')}) AS spreads,
  (SELECT count(*) ${standing('hoax_captures')}) AS captures,
  (SELECT json_group_array(DISTINCT p.kind) ${standing('hoax_follow_ups')}) AS follow_ups,
  ${CLARIFIED_ON} AS clarified_on ${HOAX_FROM}`;

export function hoaxRowOf(row: SqlRow): HoaxRow {
  const firstSeen = textOf(row, 'first_seen');
  const clarifiedOn = textOrNull(row, 'clarified_on');
  return hoaxRow.parse({
    id: textOf(row, 'id'),
    number: hoaxNumber(numberOf(row, 'sequence')),
    claim: textOf(row, 'claim'),
    kind: textOrNull(row, 'concluded_kind') ?? textOrNull(row, 'kind'),
    disorder: textOrNull(row, 'disorder'),
    state: row['state'],
    verdict: textOrNull(row, 'verdict'),
    firstSeen,
    recordedAt: textOf(row, 'recorded_at'),
    recordedBy: textOf(row, 'recorder'),
    platforms: JSON.parse(textOf(row, 'platforms')) as unknown,
    spreads: numberOf(row, 'spreads'),
    captures: numberOf(row, 'captures'),
    followUps: JSON.parse(textOf(row, 'follow_ups')) as unknown,
    clarifiedOn,
    answerDays: answerDays(firstSeen, clarifiedOn),
  });
}

/** NOT_FOUND when there is none of that id. */
export function hoaxById(database: ReadableDatabase, id: string): HoaxRow {
  return hoaxRowOf(hoaxRecord(database, id));
}

/** The row as it is kept, with what is counted. NOT_FOUND. */
export function hoaxRecord(database: ReadableDatabase, id: string): SqlRow {
  const row = database.get(`${HOAX_SELECT} WHERE h.id = ?`, [id]);
  if (!row) throw new AppError('NOT_FOUND', { id });
  return row;
}
