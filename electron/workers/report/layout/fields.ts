/** Labelled values with aligned colons, as person blocks and the heads of official memos have them. */
import type { PageFlow } from './page-flow.ts';
import { heightOf, type Span } from './paragraph.ts';
import { TEXT, type TextStyle } from './style.ts';

export interface FieldOptions {
  readonly labelWidth: number;
  readonly indent?: number;
  readonly label?: TextStyle;
}

const COLON_WIDTH = 12;

/** Draws the rows; a row is kept on one page. */
export async function drawFields(
  flow: PageFlow,
  rows: readonly (readonly [label: string, value: readonly Span[]])[],
  options: FieldOptions,
): Promise<void> {
  const style = options.label ?? TEXT.body;
  const labelX = flow.left + (options.indent ?? 0);
  const colonX = labelX + options.labelWidth;
  const valueX = colonX + COLON_WIDTH;
  const valueWidth = flow.left + flow.width - valueX;
  flow.open('Table');
  for (const [label, value] of rows) {
    const labelLines = flow.lines([{ text: label, style }], options.labelWidth);
    const colon = flow.lines([{ text: ':', style }], COLON_WIDTH);
    const lines = flow.lines(value, valueWidth);
    const height = Math.max(heightOf(labelLines), heightOf(lines));
    await flow.ensure(Math.min(height, flow.standard.height / 2));
    const top = flow.y;
    // A value in another size stands on its label's baseline.
    const shift = (labelLines[0]?.baseline ?? 0) - (lines[0]?.baseline ?? 0);
    flow.open('TR');
    flow.open('TH', { scope: 'Row' });
    flow.marked('TH', () => {
      flow.drawLines(labelLines, labelX, top, options.labelWidth);
      flow.drawLines(colon, colonX, top, COLON_WIDTH);
    });
    flow.close();
    flow.open('TD');
    flow.marked('TD', () => flow.drawLines(lines, valueX, top + shift, valueWidth));
    flow.close();
    flow.close();
    flow.y = top + height;
  }
  flow.close();
}
