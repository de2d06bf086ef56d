/** Labelled values with aligned colons, as person blocks and the heads of official memos have them. */
import { linesThatFit, type PageFlow } from './page-flow.ts';
import { heightOf, type Line, type Span } from './paragraph.ts';
import { TEXT, type TextStyle } from './style.ts';

export interface FieldOptions {
  readonly labelWidth: number;
  readonly indent?: number;
  readonly label?: TextStyle;
}

export const COLON_WIDTH = 12;

/** Draws the rows. A row is kept on one page unless it is longer than a third of one. */
export async function drawFields(
  flow: PageFlow,
  rows: readonly (readonly [label: string, value: readonly Span[]])[],
  options: FieldOptions,
): Promise<void> {
  const style = options.label ?? TEXT.body;
  const valueWidth = flow.width - (options.indent ?? 0) - options.labelWidth - COLON_WIDTH;
  flow.open('Table');
  for (const [label, value] of rows) {
    const labelLines = flow.lines([{ text: label, style }], options.labelWidth);
    const colon = flow.lines([{ text: ':', style }], COLON_WIDTH);
    let rest = flow.lines(value, valueWidth);
    await flow.ensure(Math.min(Math.max(heightOf(labelLines), heightOf(rest)), flow.standard.height / 3));
    for (let first = true; first || rest.length > 0; first = false) {
      if (!first) await flow.newPage();
      const part = rest.slice(0, linesThatFit(rest, flow.room));
      rest = rest.slice(part.length);
      drawRow(flow, options, first ? { label: labelLines, colon, value: part } : { label: [], colon: [], value: part });
    }
  }
  flow.close();
}

interface RowLines {
  readonly label: readonly Line[];
  readonly colon: readonly Line[];
  readonly value: readonly Line[];
}

function drawRow(flow: PageFlow, options: FieldOptions, { label, colon, value }: RowLines): void {
  const labelX = flow.left + (options.indent ?? 0);
  const colonX = labelX + options.labelWidth;
  const valueX = colonX + COLON_WIDTH;
  const top = flow.y;
  // A value in another size stands on its label's baseline.
  const shift = label[0] && value[0] ? label[0].baseline - value[0].baseline : 0;
  flow.open('TR');
  flow.open('TH', { scope: 'Row' });
  flow.marked('TH', () => {
    flow.drawLines(label, labelX, top, options.labelWidth);
    flow.drawLines(colon, colonX, top, COLON_WIDTH);
  });
  flow.close();
  flow.open('TD');
  flow.marked('TD', () => flow.drawLines(value, valueX, top + shift, flow.left + flow.width - valueX));
  flow.close();
  flow.close();
  flow.y = top + Math.max(heightOf(label), heightOf(value) + Math.max(0, shift));
}
