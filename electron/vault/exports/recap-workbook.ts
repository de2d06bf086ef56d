/** The recap as a workbook: what it counts on the first sheet, then a sheet for each table, the numbers as numbers. */
import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre';
import type { Recap, RecapChoice } from '#shared/contract/recap.ts';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import {
  type PrintedTable,
  printedTable,
  printedTrend,
  type Shown,
  shownCount,
} from '#shared/documents/recap-tables.ts';
import type { RecapTableKey } from '#shared/domain/recap/tables.ts';
import { LEFT_OUT, PUBLIC_WORDS, periodWords, SERIES_WORDS, TABLE_WORDS } from '#shared/domain/recap/words.ts';
import { formatInstant } from '#shared/domain/text/local-time.ts';
import type { UseCaseContext } from '../kernel.ts';
import { makeRecap } from '../recap/make-recap.ts';
import { cellText, TEXT_FORMAT } from './cell-text.ts';
import { HEADING } from './roster-template.ts';
import { writeExport } from './write-export.ts';

/** Sheets by their table; 31 letters at most. */
const SHEETS: Readonly<Record<RecapTableKey, string>> = {
  casesByUnit: 'Kasus per OPD',
  casesByKind: 'Kasus per dugaan',
  casesByPlatform: 'Kasus per platform',
  casesByStage: 'Kasus per tahap',
  casesByAge: 'Kasus berjalan',
  personsByStatus: 'Terlapor per status',
  actsByType: 'Bentuk perbuatan',
  reportsByTopic: 'Laporan masyarakat',
  reportsByChannel: 'Saluran laporan',
  hoaxesByKind: 'Hoaks',
  monitoringByUnit: 'Cakupan pemantauan',
  outreachByUnit: 'Cakupan sosialisasi',
};

/** INVALID_INPUT for a wrong period; FOLDER_NOT_WRITABLE, DISK_FULL, FOLDER_INSIDE_VAULT. */
export async function exportRecap(choice: RecapChoice, path: string, context: UseCaseContext): Promise<ExportedFile> {
  const recap = makeRecap(choice, context);
  const bytes = await writeXlsx({
    sheets: [
      explanation(recap, context),
      numbersSheet('Tren bulanan', printedTrend(recap, 'id')),
      ...recap.tables.map((table) => numbersSheet(SHEETS[table.key], printedTable(table, 'id'))),
    ],
  });
  const written = await writeExport(path, context.vault.directory, [bytes], null);
  const { from, to, audience } = choice;
  context.write(['custody'], () => ({
    value: undefined,
    entry: {
      action: 'recap.exported',
      subjectKind: 'vault',
      subjectId: context.vault.id,
      facts: { from, to, audience, sha256: written.sha256 },
    },
  }));
  return written;
}

function explanation(recap: Recap, context: UseCaseContext): WriteSheet {
  const settings = context.settings();
  const rows: Shown[][] = [
    ['Rekapitulasi', periodWords(recap.period, 'id')],
    ['Instansi', settings.letterhead.agency],
    ['Versi', recap.audience === 'public' ? 'Untuk umum' : 'Untuk kedinasan'],
    ['Dibuat', formatInstant(new Date(recap.madeAt), settings.timeZone)],
    ['Hari dan bulan', `menurut ${settings.timeZone}`],
    ...(recap.audience === 'public' ? PUBLIC_WORDS.id.map((line): Shown[] => ['Cara membaca', line]) : []),
    [],
    ['Ringkasan', periodWords(recap.period, 'id'), periodWords(recap.before, 'id')],
    ...recap.summary.map(({ key, count, before }): Shown[] => {
      const { name, counts } = SERIES_WORDS[key];
      return [`${name.id} (${counts.id})`, shownCount(count), shownCount(before)];
    }),
    [],
    ['Lembar', 'Yang dihitung'],
    ...recap.tables.map(({ key }): Shown[] => [SHEETS[key], TABLE_WORDS[key].counts.id]),
  ];
  return sheetOf('Keterangan', [40, 90, 24], rows, [0]);
}

function numbersSheet(name: string, { columns, rows, total }: PrintedTable): WriteSheet {
  const lines = [columns, ...rows];
  const widths = columns.map((_, index) => (index === 0 ? 48 : Math.max(12, (columns[index] ?? '').length + 2)));
  const numbers = columns.flatMap((_, index) =>
    rows.length > 0 && rows.every((row) => typeof row[index] === 'number' || row[index] === LEFT_OUT) ? [index] : [],
  );
  return sheetOf(name, widths, lines, total ? [0, lines.length - 1] : [0], numbers);
}

/** A long sentence takes several lines; it is not cut by its neighbour. */
const WORDS: CellStyle = { numFmt: TEXT_FORMAT, alignment: { wrapText: true, vertical: 'top' } };
const NUMBER: CellStyle = { alignment: { vertical: 'top' } };
const BOLD: CellStyle = { font: { name: 'Calibri', size: 11, bold: true } };
const RIGHT: CellStyle = { alignment: { horizontal: 'right', vertical: 'top' } };

/** `numbers`: columns whose heading and marks stand on the right, above and below their numbers. */
function sheetOf(
  name: string,
  widths: readonly number[],
  rows: Shown[][],
  bold: readonly number[],
  numbers: readonly number[] = [],
): WriteSheet {
  const width = Math.max(...rows.map((row) => row.length));
  const styles = rows.flatMap((row, index) =>
    Array.from({ length: index === 0 ? width : row.length }, (_, column): [string, { style: CellStyle }] => [
      `${index},${column}`,
      {
        style: {
          ...(bold.includes(index) && BOLD),
          ...(typeof row[column] === 'number' ? NUMBER : WORDS),
          ...(index === 0 && HEADING),
          ...((numbers.includes(column) || row[column] === LEFT_OUT) && RIGHT),
        },
      },
    ]),
  );
  return {
    name,
    columns: widths.map((one) => ({ width: one })),
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell))),
    cells: new Map(styles),
    freezePane: { rows: 1 },
    rowDefs: new Map(rows.map((row, index) => [index, { height: LINE * linesOf(row, widths) }])),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  };
}

/** Points of a line of words. */
const LINE = 15;

/** Lines that a row's longest words take in their columns. */
function linesOf(row: readonly Shown[], widths: readonly number[]): number {
  return Math.max(1, ...row.map((cell, column) => Math.ceil(String(cell).length / (widths[column] ?? 1))));
}
