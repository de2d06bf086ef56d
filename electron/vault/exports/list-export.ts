/** A list as a spreadsheet file: people's data that leaves, so it is recorded in custody. */
import { writeXlsxStream } from 'hucre';
import type { ListFormat, ListSelection } from '#shared/contract/lists.ts';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import type { UseCaseContext } from '../kernel.ts';
import { noteReporters } from '../public-reports/reporters-in-list.ts';
import { cellText, csvCell, TEXT_FORMAT } from './cell-text.ts';
import type { ListTable } from './list-table.ts';
import { listTable } from './list-tables.ts';
import { writeExport } from './write-export.ts';

/** Rows of CSV that are handed on at a time. */
const BATCH = 500;
/** Tells spreadsheets that the text is UTF-8. */
const MARK = '\uFEFF';

/**
 * All rows that match: a workbook with every cell a text, or CSV. FOLDER_NOT_WRITABLE, DISK_FULL, FOLDER_INSIDE_VAULT inside the
 * vault's folder.
 */
export async function exportList(
  target: { readonly selection: ListSelection; readonly format: ListFormat; readonly path: string },
  context: UseCaseContext,
): Promise<ExportedFile & { readonly rows: number }> {
  const reporters = target.selection.list === 'public-reports' ? noteReporters(target.selection, context) : 0;
  const table = listTable(target.selection, context);
  const rows = table.rows.length;
  const pieces = target.format === 'csv' ? csv(table) : workbook(table);
  const written = await writeExport(target.path, context.vault.directory, pieces, null);
  const { list } = target.selection;
  const facts = { list, format: target.format, rows, sha256: written.sha256, ...(reporters > 0 && { reporters }) };
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

/** Semicolons: what spreadsheets with Indonesian settings expect, where the comma is the decimal sign. */
function* csv({ columns, rows }: ListTable): Generator<Uint8Array> {
  yield Buffer.from(`${MARK}${csvLine(columns.map(({ header }) => header))}`);
  for (let from = 0; from < rows.length; from += BATCH)
    yield Buffer.from(
      rows
        .slice(from, from + BATCH)
        .map(csvLine)
        .join(''),
    );
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}
