/** A list as a spreadsheet file: people's data that leaves, so it is recorded in custody. */
import { writeXlsxStream } from 'hucre';
import type { ListSelection } from '#shared/contract/lists.ts';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import type { UseCaseContext } from '../kernel.ts';
import { listTable, type ListTable } from './list-tables.ts';
import { writeExport } from './write-export.ts';

/** What Excel takes in one cell. */
const LONGEST_CELL = 32_767;
/** "Text": also what somebody types over a cell stays text, so no NIP is rounded and no formula runs. */
const TEXT_FORMAT = '@';

/** All rows that match, every cell a text. FOLDER_NOT_WRITABLE, DISK_FULL, INVALID_INPUT inside the vault's folder. */
export async function exportList(
  target: { readonly selection: ListSelection; readonly path: string },
  context: UseCaseContext,
): Promise<ExportedFile & { readonly rows: number }> {
  const table = listTable(target.selection, context);
  const rows = table.rows.length;
  const written = await writeExport(target.path, context.vault.directory, workbook(table), null);
  const facts = { list: target.selection.list, rows, sha256: written.sha256 };
  context.write(['custody'], () => ({
    value: undefined,
    entry: { action: 'list.exported', subjectKind: 'vault', subjectId: context.vault.id, facts },
  }));
  return { ...written, rows };
}

async function* workbook({ sheet, columns, rows }: ListTable): AsyncGenerator<Uint8Array> {
  const stream = writeXlsxStream(cellRows(rows), {
    name: sheet,
    columns: columns.map(({ header, width }) => ({ header, width, numFmt: TEXT_FORMAT })),
    freezePane: { rows: 1 },
  });
  yield* stream;
}

function* cellRows(rows: ListTable['rows']): Generator<string[]> {
  for (const row of rows) yield row.map(cellText);
}

/** Text that a spreadsheet can hold: no control characters, and nothing that reads as the format's own escape. */
export function cellText(text: string): string {
  const clean = text
    // Control characters and non-characters have no place in XML; a tab or a new line has.
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  const short = clean.length <= LONGEST_CELL ? clean : `${clean.slice(0, LONGEST_CELL - 1)}…`;
  // Half a character: from a page's script, or from the cut.
  return short.replaceAll(/\p{Cs}/gu, '\uFFFD');
}
