/** The month so far against the same days of the month before, and where things stand. */
import type { OutputOf } from '#shared/contract/index.ts';
import { CHECKING } from '#shared/domain/monitoring/rules.ts';
import { addDays, addMonths, lastWeeks, monthOf, monthPeriod, type Period } from '#shared/domain/recap/periods.ts';
import { RECAP_SERIES } from '#shared/domain/recap/tables.ts';
import { boundsOf, localDayOf } from '../documents/days.ts';
import type { UseCaseContext } from '../kernel.ts';
import { counted } from '../recap/case-facts.ts';
import { countIn } from '../recap/series.ts';
import { numberOf, textOf } from '../rows.ts';

/** Weeks of the line of evidence. */
const WEEKS = 12;
const CHECKED = CHECKING.map((outcome) => `'${outcome}'`).join(', ');

export function glance(context: UseCaseContext): OutputOf<'home.glance'> {
  const today = localDayOf(context.now(), context.settings().timeZone);
  const month = monthOf(today);
  const period = { from: `${month}-01`, to: today };
  const whole = monthPeriod(addMonths(month, -1));
  // The 31st of a month is compared with the whole of a shorter one.
  const same = addDays(whole.from, Number(today.slice(8)) - 1);
  const before = { from: whole.from, to: same < whole.to ? same : whole.to };
  const year = { from: `${today.slice(0, 4)}-01-01`, to: today };
  return {
    period,
    before,
    figures: RECAP_SERIES.map((key) => ({
      key,
      count: countIn(key, period, context),
      before: countIn(key, before, context),
    })),
    evidenceWeeks: lastWeeks(today, WEEKS).map((week) => ({ ...week, count: countIn('evidence', week, context) })),
    reportsByState: context.database
      .all('SELECT state, count(*) AS count FROM public_reports GROUP BY state')
      .map((row) => ({ state: textOf(row, 'state'), count: numberOf(row, 'count') })),
    coverage: coverageOf(year, context),
  };
}

/** By the same rules as the recap's tables of coverage, without their groups. */
function coverageOf(year: Period, context: UseCaseContext): OutputOf<'home.glance'>['coverage'] {
  const { from, until } = boundsOf(year.from, year.to, context.settings().timeZone);
  const count = (sql: string, parameters: readonly string[] = []): number =>
    counted(context.database.get(`SELECT count(DISTINCT e.id) AS count FROM employees e ${sql}`, parameters));
  return {
    people: count('WHERE e.gone_since IS NULL'),
    checked: count(
      `JOIN monitoring_items i ON i.employee_id = e.id JOIN monitoring_outcomes o ON o.item_id = i.id
       WHERE e.gone_since IS NULL AND o.undone_at IS NULL AND o.outcome IN (${CHECKED}) AND o.at >= ? AND o.at < ?`,
      [from, until],
    ),
    reached: count(
      `JOIN outreach_attendance a ON a.employee_id = e.id JOIN outreach_sessions s ON s.id = a.session_id
       WHERE e.gone_since IS NULL AND a.withdrawn_at IS NULL AND s.state = 'held' AND s.day >= ? AND s.day <= ?`,
      [year.from, year.to],
    ),
    from: year.from,
  };
}
