/** Figures of hoaxes for the home page and the monthly recap. */
import { followUpKind, type HoaxFigures, hoaxKind, hoaxVerdict } from '#shared/contract/hoaxes.ts';
import { answerDays, medianOf } from '#shared/domain/hoaxes/answer-time.ts';
import { OPEN_HOAX_STATES } from '#shared/domain/hoaxes/states.ts';
import type { ReadableDatabase } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { CLARIFIED_ON } from './hoax-rows.ts';

/** First and last calendar day (YYYY-MM-DD), both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const IN_PERIOD = 'h.first_seen >= @from AND h.first_seen <= @to';
const CONCLUDED = 'LEFT JOIN hoax_conclusions c ON c.hoax_id = h.id AND c.ended_at IS NULL';

/** How many wait for work, whenever they were seen. */
export function openHoaxes(database: ReadableDatabase): number {
  const states = OPEN_HOAX_STATES.map((state) => `'${state}'`).join(', ');
  const row = database.get(`SELECT count(*) AS n FROM hoaxes WHERE state IN (${states})`);
  return row ? numberOf(row, 'n') : 0;
}

/** Hoaxes first seen in the period, by kind; null where nobody has said which. The most frequent first. */
export function hoaxesByKind(database: ReadableDatabase, { from, to }: Period): HoaxFigures['byKind'] {
  return database
    .all(
      `SELECT coalesce(c.kind, h.kind) AS kind, count(*) AS n FROM hoaxes h ${CONCLUDED} WHERE ${IN_PERIOD}
       GROUP BY 1 ORDER BY n DESC, kind`,
      { from, to },
    )
    .map((row) => ({ kind: hoaxKind.nullable().parse(textOrNull(row, 'kind')), count: numberOf(row, 'n') }));
}

/** What was done in the period, by kind, with how many were answered. */
export function followUps(database: ReadableDatabase, { from, to }: Period): HoaxFigures['followUps'] {
  return database
    .all(
      `SELECT kind, count(*) AS n, count(answered_on) AS answered FROM hoax_follow_ups
       WHERE removed_at IS NULL AND done_on >= @from AND done_on <= @to GROUP BY kind ORDER BY n DESC, kind`,
      { from, to },
    )
    .map((row) => ({
      kind: followUpKind.parse(row['kind']),
      count: numberOf(row, 'n'),
      answered: numberOf(row, 'answered'),
    }));
}

/** Calendar days from first seen to the first public clarification, of those seen in the period; null when none was clarified. */
export function medianAnswerTime(database: ReadableDatabase, { from, to }: Period): number | null {
  const days = database
    .all(`SELECT h.first_seen, ${CLARIFIED_ON} AS clarified FROM hoaxes h WHERE ${IN_PERIOD}`, { from, to })
    .map((row) => answerDays(textOf(row, 'first_seen'), textOrNull(row, 'clarified')));
  return medianOf(days.filter((one) => one !== null));
}

/** All figures of a period. */
export function hoaxFigures(database: ReadableDatabase, { from, to }: Period): HoaxFigures {
  const period = { from, to };
  const byVerdict = database
    .all(
      `SELECT c.verdict, count(*) AS n FROM hoaxes h ${CONCLUDED} WHERE ${IN_PERIOD} GROUP BY 1 ORDER BY n DESC, 1`,
      period,
    )
    .map((row) => ({ verdict: hoaxVerdict.nullable().parse(textOrNull(row, 'verdict')), count: numberOf(row, 'n') }));
  const byPlatform = database
    .all(
      `SELECT p.platform, count(DISTINCT h.id) AS n FROM hoaxes h JOIN hoax_spreads p ON p.hoax_id = h.id
       WHERE p.removed_at IS NULL AND ${IN_PERIOD} GROUP BY 1 ORDER BY n DESC, 1`,
      period,
    )
    .map((row) => ({ platform: textOf(row, 'platform'), count: numberOf(row, 'n') }));
  return {
    open: openHoaxes(database),
    total: byVerdict.reduce((sum, { count }) => sum + count, 0),
    byKind: hoaxesByKind(database, period),
    byVerdict,
    byPlatform,
    followUps: followUps(database, period),
    medianAnswerDays: medianAnswerTime(database, period),
  };
}
