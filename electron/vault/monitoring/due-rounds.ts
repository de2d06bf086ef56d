/** Which rounds are to begin by their cadence, and which are under way: for the monitoring page, the home page and the recap. */
import type { OutputOf } from '#shared/contract/index.ts';
import { today } from '../capture-queue/days.ts';
import type { UseCaseContext } from '../kernel.ts';
import { textOrNull } from '../rows.ts';
import { roundsWhere } from './round-rows.ts';

/** The last round by cadence of a plan that goes on. */
const LIVE = `r.next_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM monitoring_rounds f WHERE f.follows = r.id)
  AND EXISTS (SELECT 1 FROM monitoring_rounds s WHERE s.id = r.series_id AND s.series_ended_at IS NULL)`;

/** Rounds whose next one is due, those under way (running or stopped), the oldest first, and the next day on which one is due. */
export function dueRounds(context: UseCaseContext): OutputOf<'monitoring.due'> {
  const { database } = context;
  const now = today(context);
  const later = database.get(`SELECT min(r.next_on) AS day FROM monitoring_rounds r WHERE ${LIVE} AND r.next_on > ?`, [
    now,
  ]);
  return {
    due: roundsWhere(database, `WHERE ${LIVE} AND r.next_on <= @today ORDER BY r.next_on, r.sequence`, { today: now }),
    running: roundsWhere(database, "WHERE r.state <> 'finished' ORDER BY r.sequence"),
    nextOn: later ? textOrNull(later, 'day') : null,
  };
}
