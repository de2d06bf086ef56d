/** How many rows stand in the list that a number of the first page leads to, asked as its page asks. */
import type { ListGoal } from '../../renderer/ui/go-to-list.ts';
import type { TestVault } from './test-vault.ts';

type Call = TestVault['service']['call'];

/** Strict as the contract: a filter that the list does not know is refused, not overlooked. */
export async function rowsBehind({ list, view, search }: ListGoal, call: Call): Promise<number> {
  const totalOf = async (name: Parameters<Call>[0], input: object): Promise<number> => {
    const { total } = (await call(name, input as never)) as { total: number };
    return total;
  };
  switch (list) {
    case 'cases':
      return totalOf('cases.list', view);
    case 'evidence':
      return totalOf('evidence.list', { where: 'all', ...view });
    case 'public-reports':
      return totalOf('publicReports.list', view);
    case 'hoaxes':
      return totalOf('hoaxes.list', view);
    case 'outreach':
      return totalOf('outreach.list', view);
    case 'documents':
      return totalOf('documents.list', view);
    case 'roster':
      return totalOf('roster.list', view);
    case 'monitoring-rounds': {
      const { due } = await call('monitoring.due', {});
      return due.length + (await totalOf('monitoring.rounds', view));
    }
    case 'outreach-coverage': {
      const { reach, ...rest } = view as { reach?: 'yes' | 'no' };
      return totalOf('outreach.persons', { ...rest, ...(reach !== undefined && { reached: reach === 'yes' }) });
    }
    case 'monitoring-coverage': {
      const period = { from: String(search?.['dari']), to: String(search?.['sampai']) };
      if (view['part'] === 'groups') return (await call('monitoring.coverage', { by: 'agency', ...period })).outcomes;
      return totalOf('monitoring.persons', { ...period, ...(view['persons'] as object) });
    }
    default:
      throw new Error(`no list ${list}`);
  }
}

/** Every number of the first page by its name, with how many rows stand behind it. */
export async function homeFigures(call: Call): Promise<{ name: string; shown: number; behind: number }[]> {
  const { coverageGoal, reportStateGoal, stageGoal, SUMMARY_GOALS, weekGoal, workGoal } = await import(
    '../../renderer/features/home/goals.ts'
  );
  const { seriesGoal } = await import('../../renderer/ui/list-goals.ts');
  const summary = await call('home.summary', {});
  const glance = await call('home.glance', {});
  const { lines } = await call('home.work', {});
  const shown: [string, number, ListGoal | null][] = [
    ...lines.map((line): [string, number, ListGoal | null] => [`work ${line.kind}`, line.count, workGoal(line)]),
    ...(['openCases', 'tray', 'employees', 'reports'] as const).map((key): [string, number, ListGoal] => [
      key,
      summary[key],
      SUMMARY_GOALS[key],
    ]),
    ...glance.figures.flatMap(({ key, count, before }): [string, number, ListGoal][] => [
      [`${key} this month`, count, seriesGoal(key, glance.period)],
      [`${key} last month`, before, seriesGoal(key, glance.before)],
    ]),
    ...glance.evidenceWeeks.map((week): [string, number, ListGoal] => [
      `week ${week.from}`,
      week.count,
      weekGoal(week),
    ]),
    ...summary.casesByStatus.map(({ status, count }): [string, number, ListGoal] => [
      `stage ${status}`,
      count,
      stageGoal(status),
    ]),
    ...glance.reportsByState.map(({ state, count }): [string, number, ListGoal] => [
      `reports ${state}`,
      count,
      reportStateGoal(state),
    ]),
    ...(['checked', 'reached'] as const).map((what): [string, number, ListGoal] => [
      what,
      glance.coverage[what],
      coverageGoal(what, glance),
    ]),
  ];
  const figures = [];
  for (const [name, count, goal] of shown)
    if (goal !== null) figures.push({ name, shown: count, behind: await rowsBehind(goal, call) });
  return figures;
}
