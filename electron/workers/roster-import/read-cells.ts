/** The plain cells of one sheet, for lists that hold no people. */
import type { z } from 'zod';
import type { SheetCells, sheetCellsJob } from '#shared/contract/sheet-cells.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { cellText } from './cells.ts';
import type { RosterFile } from './roster-file.ts';

const LONGEST_CELL = 8_000;

/** Reads as many rows as wanted. ROSTER_SHEET_UNKNOWN, and what the file's format refuses. */
export async function readCells(file: RosterFile, job: z.infer<typeof sheetCellsJob>): Promise<SheetCells> {
  const shown = file.sheets.filter(({ state }) => state === 'visible');
  const sheet = job.sheet === undefined ? shown[0] : shown.find(({ name }) => name === job.sheet);
  if (sheet === undefined) throw new AppError('ROSTER_SHEET_UNKNOWN', { sheet: job.sheet ?? '' });
  const rows: SheetCells['rows'] = [];
  const answer = (truncated: boolean): SheetCells => ({
    names: shown.map(({ name }) => name),
    name: sheet.name,
    rows,
    truncated,
  });
  const links = job.links === true ? await file.links?.(sheet, job.columns) : undefined;
  for await (const batch of file.stream(sheet, (column) => column < job.columns).batches)
    for (const { number, cells } of batch) {
      if (rows.length >= job.rows) return answer(true);
      // A sparse row has holes, which Array.from turns into undefined.
      const texts = Array.from(cells.slice(0, job.columns), (cell) => cellText(cell).slice(0, LONGEST_CELL));
      const leading = [...(links?.get(number) ?? [])].filter(([column]) => cells[column] !== undefined);
      rows.push({
        number,
        cells: texts,
        ...(leading.length > 0 && { links: leading.map(([column, targets]) => ({ column, targets: [...targets] })) }),
      });
    }
  return answer(false);
}
