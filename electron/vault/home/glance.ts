/** The month so far against the same days of the month before, and where things stand. */
import type { OutputOf } from '#shared/contract/index.ts';
import { addDays, addMonths, lastWeeks, monthOf, monthPeriod } from '#shared/domain/recap/periods.ts';
import { RECAP_SERIES } from '#shared/domain/recap/tables.ts';
import { localDayOf } from '../documents/days.ts';
import type { UseCaseContext } from '../kernel.ts';
import { countsOf } from '../recap/counts.ts';
import { countIn } from '../recap/series.ts';
import { numberOf, textOf } from '../rows.ts';

/** Weeks of the line of evidence. */
const WEEKS = 12;

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

function coverageOf(
  year: { readonly from: string; readonly to: string },
  context: UseCaseContext,
): OutputOf<'home.glance'>['coverage'] {
  const counts = countsOf(year, context);
  const sum = (table: 'monitoringByUnit' | 'outreachByUnit', column?: string): number =>
    counts(table)
      .filter((one) => column === undefined || one.column === column)
      .reduce((total, { count }) => total + count, 0);
  return {
    people: sum('monitoringByUnit'),
    checked: sum('monitoringByUnit', 'checked'),
    reached: sum('outreachByUnit', 'reached'),
    from: year.from,
  };
}
