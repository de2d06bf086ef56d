/** Who reported in a list that leaves the vault: only where that was chosen, each identity a look that is noted before it is read. */
import type { ListSelection } from '#shared/contract/lists.ts';
import type { PublicReportRow, Reporter } from '#shared/contract/public-reports.ts';
import { type Column, column } from '../exports/list-table.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { listReports } from './list-reports.ts';
import { readReporter } from './reporter-rows.ts';
import { recordReveal } from './reveal-reporter.ts';

type Selection = Extract<ListSelection, { list: 'public-reports' }>;
/** The most that the list gives at a time. */
const BATCH = 1_000;

/** One entry in custody for every report of the list that names somebody; how many. */
export function noteReporters(selection: Selection, context: UseCaseContext): number {
  const { reporters } = selection;
  if (reporters === undefined) return 0;
  const named: string[] = [];
  for (let offset = 0, total = Infinity; offset < total; offset += BATCH) {
    const block = listReports({ ...selection, offset, limit: BATCH }, context);
    total = block.total;
    named.push(...block.rows.filter(({ anonymous }) => !anonymous).map(({ id }) => id));
  }
  context.write(['publicReports', 'custody'], (database) => ({
    value: null,
    entry: named.map((id) => {
      const { facts, ...entry } = recordReveal(database, context, id, reporters);
      return { ...entry, facts: { ...facts, how: 'list' } };
    }),
  }));
  return named.length;
}

/** Columns of who reported; empty for an anonymous report. */
export function reporterColumns(database: ReadableDatabase): readonly Column<PublicReportRow>[] {
  const of =
    (say: (reporter: Reporter) => string) =>
    ({ id }: PublicReportRow): string => {
      const reporter = readReporter(database, id);
      return reporter === null ? '' : say(reporter);
    };
  return [
    column(
      'Nama pelapor',
      30,
      of(({ name }) => name),
    ),
    column(
      'Nomor identitas pelapor',
      22,
      of(({ identityNumber }) => identityNumber),
    ),
    column(
      'Telepon pelapor',
      20,
      of(({ phone }) => phone),
    ),
    column(
      'Pos-el pelapor',
      26,
      of(({ email }) => email),
    ),
    column(
      'Alamat pelapor',
      36,
      of(({ address }) => address),
    ),
    column(
      'Minta dirahasiakan',
      12,
      of(({ confidential }) => (confidential ? 'ya' : 'tidak')),
    ),
  ];
}
