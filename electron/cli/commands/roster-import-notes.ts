/** What an import has to say besides its rows: doubts, lines that are no people, columns not taken, the correction workbook. */
import type { RosterPlan, RowProblem } from '#shared/contract/roster-import.ts';
import { rowSentence } from '#shared/domain/roster/row-sentences.ts';

/** Lines for people; doubts are counted by kind, each with where it is first met. */
export function importNotes(
  language: 'id' | 'en',
  { dropped, notTaken }: RosterPlan,
  warnings: readonly RowProblem[],
  corrections: { readonly path: string | null; readonly rows: number } | null,
): string[] {
  const id = language === 'id';
  const lines = Object.values(dropped).reduce((sum, count) => sum + count, 0);
  return [
    ...doubts(language, warnings),
    ...(lines === 0
      ? []
      : [id ? `${lines} baris bukan pegawai dilewati` : `${lines} lines that are no people passed over`]),
    ...(notTaken.length === 0 ? [] : [`${id ? 'Tidak diambil' : 'Not taken'}: ${notTaken.join(', ')}`]),
    ...(corrections === null
      ? []
      : [
          id
            ? `${corrections.rows} baris ditulis ke ${corrections.path}`
            : `${corrections.rows} rows written to ${corrections.path}`,
        ]),
  ];
}

function doubts(language: 'id' | 'en', warnings: readonly RowProblem[]): string[] {
  const kinds = new Map<RowProblem['code'], { readonly first: RowProblem; count: number }>();
  for (const warning of warnings) {
    const known = kinds.get(warning.code);
    if (known) known.count += 1;
    else kinds.set(warning.code, { first: warning, count: 1 });
  }
  return [...kinds].map(([code, { first, count }]) => {
    const more = count === 1 ? '' : ` (+${count - 1})`;
    return `  ? ${first.sheet}!${first.column ?? ''}${first.row}${more}: ${rowSentence(language, code)} [${code}]`;
  });
}
