/** How values look: in fields at the size of the text, in tables smaller. Hashes are set in groups of four. */
import type { BlockOf, CellPiece, ValueLook } from '#shared/contract/document-model.ts';
import { groupHash, type LayoutContext } from './context.ts';
import { drawFields } from './fields.ts';
import { evidenceDestination } from './evidence-table.ts';
import type { PageFlow } from './page-flow.ts';
import type { Span } from './paragraph.ts';
import { TEXT, type TextStyle } from './style.ts';
import { CELL_PADDING, type Cell, type TableShape } from './table.ts';

const FIELD_MONO: TextStyle = { ...TEXT.body, face: 'mono', size: 9.8 };
const FIELD_CAUTION: TextStyle = { ...TEXT.bodyBold, colour: TEXT.caution.colour };
const FIELD_HASH: TextStyle = { ...TEXT.mono, size: 9, leading: 13 };

/** A value in a row of fields. */
export function valueSpans(value: string, look: ValueLook): Span[] {
  switch (look) {
    case 'hash':
      return [{ text: hashInRows(value, 8), style: FIELD_HASH, wrap: 'spaces' }];
    case 'address':
      return [{ text: value, style: TEXT.mono, wrap: 'address' }];
    case 'mono':
      return [{ text: value, style: FIELD_MONO }];
    case 'strong':
      return [{ text: value, style: TEXT.bodyBold }];
    case 'text':
      return [{ text: value, style: TEXT.body }];
    case 'small':
      return [{ text: value, style: TEXT.small }];
    case 'caution':
      return [{ text: value, style: FIELD_CAUTION }];
    case 'note':
      return [{ text: value, style: TEXT.note }];
  }
}

const CELL_STYLES: Readonly<Record<ValueLook, TextStyle>> = {
  text: TEXT.small,
  small: TEXT.small,
  strong: TEXT.smallBold,
  mono: TEXT.mono,
  address: TEXT.mono,
  hash: TEXT.monoQuiet,
  caution: TEXT.caution,
  note: TEXT.smallQuiet,
};

/** Labelled values with aligned colons. */
export async function drawFieldsBlock({ flow }: LayoutContext, block: BlockOf<'fields'>): Promise<void> {
  await drawFields(
    flow,
    block.rows.map(({ label, value, look }) => [label, valueSpans(value, look)] as const),
    { labelWidth: block.labelWidth ?? FIELD_LABEL, indent: FIELD_INDENT },
  );
  flow.y += 8;
}

export const FIELD_LABEL = 122;
export const FIELD_INDENT = 18;

/** A table of any kind, or its first `most` rows; columns of hashes get the width of a row of eight groups, if the others can spare it. */
export function tableShape(context: LayoutContext, block: BlockOf<'table'>, most = Infinity): TableShape {
  const widths = columnWidths(context.flow, block);
  return {
    columns: block.columns.map(({ heading, align }, index) => ({ heading, align, width: widths[index] ?? 0 })),
    rows: block.rows
      .slice(0, most)
      .map((row) => block.columns.map((_column, index) => cellOf(context, row[index] ?? [], widths[index] ?? 0))),
  };
}

/** Hashes in full, each with what it is of. */
export function hashShape({ flow, wording }: LayoutContext, block: BlockOf<'hashes'>, most = Infinity): TableShape {
  const width = hashWidth(flow, 8) + 2 * CELL_PADDING.x;
  return {
    columns: [
      { heading: wording.hashes.what, width: flow.width - width },
      { heading: wording.hashes.sha256, width },
    ],
    rows: block.rows.slice(0, most).map(({ label, sha256, note }): Cell[] => [
      {
        blocks: [
          [{ text: label, style: TEXT.small }],
          ...(note === null ? [] : [[{ text: note, style: TEXT.smallQuiet }]]),
        ],
      },
      { blocks: [[{ text: hashInRows(sha256, 8), style: TEXT.monoQuiet, wrap: 'spaces' }]] },
    ]),
  };
}

/** Conditions: what, whether it is there, remarks. */
export function checkShape({ flow, wording }: LayoutContext, block: BlockOf<'checks'>, most = Infinity): TableShape {
  const words = wording.checks;
  const widths = { state: 96, note: 150 };
  return {
    columns: [
      { heading: words.item, width: flow.width - widths.state - widths.note },
      { heading: words.state, width: widths.state },
      { heading: words.note, width: widths.note },
    ],
    rows: block.rows
      .slice(0, most)
      .map(({ item, state, note }): Cell[] => [
        { blocks: [[{ text: item, style: TEXT.small }]] },
        { blocks: [[{ text: words.states[state], style: state === 'belum' ? TEXT.caution : TEXT.small }]] },
        { blocks: note === null ? [] : [[{ text: note, style: TEXT.smallQuiet }]] },
      ]),
  };
}

function columnWidths(flow: PageFlow, { columns, rows }: BlockOf<'table'>): number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / shares) * flow.width);
  const wanted = hashWidth(flow, 8) + 2 * CELL_PADDING.x;
  const hashes = columns.map((_column, index) => rows.some((row) => row[index]?.some(({ look }) => look === 'hash')));
  const missing = widths.reduce((sum, width, index) => sum + (hashes[index] ? Math.max(0, wanted - width) : 0), 0);
  const others = widths.reduce((sum, width, index) => sum + (hashes[index] ? 0 : width), 0);
  // More than a quarter of their width the other columns do not give.
  if (missing === 0 || missing > others / 4) return widths;
  return widths.map((width, index) => (hashes[index] ? Math.max(width, wanted) : width * (1 - missing / others)));
}

function cellOf(context: LayoutContext, pieces: readonly CellPiece[], width: number): Cell {
  const blocks = pieces.map(({ text, look }): Span[] => {
    const style = CELL_STYLES[look];
    if (look === 'hash') return [{ text: hashInRows(text, groupsThatFit(context.flow, width)), style, wrap: 'spaces' }];
    return [{ text, style, ...(look === 'address' && { wrap: 'address' as const }) }];
  });
  const linked = pieces.find(({ evidence }) => evidence !== null && context.shown.has(evidence))?.evidence ?? null;
  if (linked === null) return { blocks };
  return { blocks, destination: { name: evidenceDestination(linked), words: linked } };
}

function groupsThatFit(flow: PageFlow, width: number): number {
  return [16, 8, 4, 2].find((groups) => hashWidth(flow, groups) <= width - 2 * CELL_PADDING.x) ?? 1;
}

function hashWidth(flow: PageFlow, groups: number): number {
  return flow.fonts.width('0000 '.repeat(groups).trimEnd(), 'mono', TEXT.monoQuiet.size) + 0.5;
}

/** Groups of four, so many to a row; what is no hash stays as it is. */
function hashInRows(hash: string, groups: number): string {
  if (!/^[0-9a-f]{16,}$/i.test(hash)) return hash;
  const all = groupHash(hash).split(' ');
  const rows: string[] = [];
  for (let index = 0; index < all.length; index += groups) rows.push(all.slice(index, index + groups).join(' '));
  return rows.join('\n');
}
