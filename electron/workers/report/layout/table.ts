/** Tables that break over pages and repeat their header. */
import { linesThatFit, type PageFlow } from './page-flow.ts';
import { heightOf, type Line, type Span } from './paragraph.ts';
import { COLOUR, TEXT } from './style.ts';

export interface Column {
  readonly heading: string;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

/**
 * A cell: blocks of text one under the other. `destination` makes the whole cell a link inside the document; `repeats` says it
 * again where its row goes on overleaf.
 */
export interface Cell {
  readonly repeats?: boolean;
  readonly blocks: readonly (readonly Span[])[];
  readonly destination?: { readonly name: string; readonly words: string };
}

export const CELL_PADDING = { x: 5, y: 4.5 } as const;
const BLOCK_GAP = 2.5;
/** Rows up to this part of a page are kept together: more would leave half of many pages empty. */
const KEEP_TOGETHER = 0.25;

/** Draws a table at the flow's place. Widths are points and should add up to the flow's width. */
export async function drawTable(flow: PageFlow, { columns, rows }: TableShape): Promise<void> {
  const header = headerLines(flow, columns);
  const headerHeight = heightOfHeader(header);
  await flow.ensure(heightOfStart(flow, { columns, rows: rows.slice(0, 1) }));
  flow.open('Table');
  flow.open('TR');
  drawHeader(flow, columns, header, headerHeight, true);
  flow.close();
  const repeatHeader = (): void => drawHeader(flow, columns, header, headerHeight, false);
  for (const [index, row] of rows.entries()) {
    if (index > 0 && index === rows.length - 2) await keepLastTwo(flow, columns, rows.slice(index), repeatHeader);
    await drawRow(flow, columns, row, repeatHeader);
  }
  flow.close();
}

/** The last row, often a sum, does not stand alone overleaf. */
async function keepLastTwo(
  flow: PageFlow,
  columns: readonly Column[],
  rows: TableShape['rows'],
  repeatHeader: () => void,
): Promise<void> {
  const height = rows.reduce((sum, row) => sum + heightOfRow(flow, columns, row), 0);
  if (height <= flow.room || height > mostKept(flow)) return;
  await flow.newPage();
  repeatHeader();
}

/** Columns and rows, to be drawn or measured. */
export interface TableShape {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Height of the header and of as much of the first row as is kept together: a header never stands alone. */
export function heightOfStart(flow: PageFlow, { columns, rows }: TableShape): number {
  const first = rows[0];
  const header = heightOfHeader(headerLines(flow, columns));
  if (!first) return header;
  return header + Math.min(heightOfRow(flow, columns, first), mostKept(flow));
}

function heightOfRow(flow: PageFlow, columns: readonly Column[], row: readonly Cell[]): number {
  const cells = columns.map((column, index) => heightOf(linesOf(flow, { cell: row[index] ?? { blocks: [] }, column })));
  return Math.max(...cells) + 2 * CELL_PADDING.y;
}

function mostKept({ standard: { height, margin } }: PageFlow): number {
  return (height - margin.top - margin.bottom) * KEEP_TOGETHER;
}

function headerLines(flow: PageFlow, columns: readonly Column[]): Line[][] {
  return columns.map((column) =>
    flow.lines([{ text: column.heading, style: TEXT.tableHead }], column.width - 2 * CELL_PADDING.x),
  );
}

function heightOfHeader(header: readonly Line[][]): number {
  return Math.max(...header.map(heightOf)) + 2 * CELL_PADDING.y;
}

function drawHeader(
  flow: PageFlow,
  columns: readonly Column[],
  header: readonly Line[][],
  height: number,
  tagged: boolean,
): void {
  const top = flow.y;
  flow.artifact(() => {
    flow.document.rect(flow.left, top, flow.width, height).fill(COLOUR.shade);
    flow.document.rect(flow.left, top, flow.width, 0.9).fill(COLOUR.text);
    flow.document.rect(flow.left, top + height - 0.5, flow.width, 0.5).fill(COLOUR.text);
  });
  let x = flow.left;
  columns.forEach((column, index) => {
    const lines = header[index] ?? [];
    const draw = (): void =>
      flow.drawLines(lines, x + CELL_PADDING.x, top + CELL_PADDING.y, column.width - 2 * CELL_PADDING.x, column.align);
    if (tagged) {
      flow.open('TH', { scope: 'Column' });
      flow.marked('TH', draw);
      flow.close();
    } else {
      flow.artifact(draw, 'Pagination');
    }
    x += column.width;
  });
  flow.y = top + height;
}

interface LaidCell {
  readonly cell: Cell;
  readonly column: Column;
  readonly x: number;
  rest: Line[];
}

async function drawRow(
  flow: PageFlow,
  columns: readonly Column[],
  row: readonly Cell[],
  repeatHeader: () => void,
): Promise<void> {
  let x = flow.left;
  const cells: LaidCell[] = columns.map((column, index) => {
    const cell = row[index] ?? { blocks: [] };
    const laid = { cell, column, x, rest: linesOf(flow, { cell, column }) };
    x += column.width;
    return laid;
  });
  const height = Math.max(...cells.map(({ rest }) => heightOf(rest))) + 2 * CELL_PADDING.y;
  const smallest = Math.min(height, mostKept(flow));
  if (smallest > flow.room) {
    await flow.newPage();
    repeatHeader();
  }
  for (;;) {
    // Each page's part of a row is a row of its own in the structure, so that the table stays regular.
    flow.open('TR');
    drawRowPart(flow, cells);
    flow.close();
    if (cells.every(({ rest }) => rest.length === 0)) return;
    await flow.newPage();
    repeatHeader();
    for (const laid of cells) if (laid.cell.repeats === true) laid.rest = linesOf(flow, laid);
  }
}

function linesOf(flow: PageFlow, { cell, column }: Pick<LaidCell, 'cell' | 'column'>): Line[] {
  return cellLines(flow, cell, column.width - 2 * CELL_PADDING.x);
}

function drawRowPart(flow: PageFlow, cells: LaidCell[]): void {
  const top = flow.y;
  let height = 0;
  for (const laid of cells) {
    const take = linesThatFit(laid.rest, flow.room - 2 * CELL_PADDING.y);
    const part = laid.rest.slice(0, take);
    laid.rest = laid.rest.slice(take);
    height = Math.max(height, heightOf(part));
    drawCellPart(flow, laid, part, top);
  }
  flow.y = top + height + 2 * CELL_PADDING.y;
  flow.rule(flow.y - 0.4, 0.4, COLOUR.line);
}

function drawCellPart(flow: PageFlow, laid: LaidCell, part: readonly Line[], top: number): void {
  const width = laid.column.width - 2 * CELL_PADDING.x;
  const draw = (): void =>
    flow.drawLines(part, laid.x + CELL_PADDING.x, top + CELL_PADDING.y, width, laid.column.align);
  flow.open('TD');
  const destination = laid.cell.destination;
  if (destination && part.length > 0) {
    flow.open('Link');
    flow.marked('Link', draw);
    flow.linkTo(
      destination.name,
      destination.words,
      laid.x,
      top,
      laid.column.width,
      heightOf(part) + 2 * CELL_PADDING.y,
    );
    flow.close();
  } else {
    flow.marked('TD', draw);
  }
  flow.close();
}

function cellLines(flow: PageFlow, cell: Cell, width: number): Line[] {
  return cell.blocks.flatMap((block, index) => {
    const lines = flow.lines(block, width);
    const last = lines.at(-1);
    const isLastBlock = index === cell.blocks.length - 1;
    // A little air between blocks belongs to the block's last line.
    if (last && !isLastBlock) lines[lines.length - 1] = { ...last, leading: last.leading + BLOCK_GAP };
    return lines;
  });
}
