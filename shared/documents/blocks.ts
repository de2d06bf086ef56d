/** Short ways to write the blocks that every kind is made of. */
import type { Actor, Block, BlockOf, CellPiece, Field, ValueLook } from '#shared/contract/document-model.ts';
import type { SignatureBlock } from '#shared/contract/report-model.ts';
import type { Frame } from './common.ts';
import { text } from './wording.ts';

/** A lettered section's heading (A, B, C …). */
export function section(words: string, keep?: number): Block {
  return { block: 'heading', text: words, level: 2, lettered: true, ...(keep !== undefined && { keep }) };
}

/** A heading without a letter. */
export function heading(words: string, level: 2 | 3 = 2, keep?: number): Block {
  return { block: 'heading', text: words, level, lettered: false, ...(keep !== undefined && { keep }) };
}

/** Paragraphs; none gives no block. */
export function paragraphs(items: readonly string[], tone: BlockOf<'paragraphs'>['tone'] = 'body'): Block[] {
  return items.length === 0 ? [] : [{ block: 'paragraphs', items: [...items], tone }];
}

export function numbered(items: readonly string[], style: BlockOf<'list'>['style'] = 'number'): Block[] {
  return items.length === 0 ? [] : [{ block: 'list', items: [...items], style }];
}

export function field(label: string, value: string, look: ValueLook = 'text'): Field {
  return { label, value, look };
}

/** A row only where there is a value. */
export function fieldIf(label: string, value: string | null, look: ValueLook = 'text'): Field[] {
  return value === null || value === '' ? [] : [{ label, value, look }];
}

export function fields(rows: readonly Field[], labelWidth?: number): Block {
  return { block: 'fields', rows: [...rows], ...(labelWidth !== undefined && { labelWidth }) };
}

/** Person blocks, numbered when there are several. */
export function people(persons: readonly Actor[]): Block[] {
  return persons.map((person, index) => ({
    block: 'person',
    person,
    number: persons.length === 1 ? null : index + 1,
  }));
}

/** Somebody in one line. */
export function shortActor({ name, position, unit }: Actor): string {
  return [name, position, unit].filter((part) => part !== null && part !== '').join(', ');
}

export function piece(words: string, look: ValueLook = 'small', evidence: string | null = null): CellPiece {
  return { text: words, look, evidence };
}

/** A cell of one text. */
export function cell(words: string, look: ValueLook = 'small'): CellPiece[] {
  return [piece(words, look)];
}

/** Column headings with their shares of the width, and rows of cells. */
export function table(
  columns: readonly (readonly [heading: string, share: number, align?: 'left' | 'center' | 'right'])[],
  rows: CellPiece[][][],
): Block {
  return {
    block: 'table',
    columns: columns.map(([words, share, align]) => ({ heading: words, share, align: align ?? 'left' })),
    rows,
  };
}

export function signatures(blocks: readonly SignatureBlock[], title: string | null = null): Block[] {
  return blocks.length === 0 ? [] : [{ block: 'signatures', title, blocks: [...blocks] }];
}

export function copies(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ block: 'copies', items: [...items] }];
}

/** What every kind says of a draft and of a masked copy; part of each kind's wording. */
export const NOTICE_TEXTS = {
  catatan_draf: text('Catatan pada draf', 'Note on a draft', []),
  catatan_samaran: text('Catatan pada salinan yang disamarkan', 'Note on a masked copy', []),
} as const;

/** The framed note on the first page: draft and why, masked copy, what it replaces; nothing when none applies. */
export function notice(
  frame: Frame,
  wording: { readonly catatan_draf: string; readonly catatan_samaran: string },
): Block[] {
  const lines = [
    ...(frame.variant === 'disamarkan' ? [wording.catatan_samaran] : []),
    ...(frame.draft ? [wording.catatan_draf] : []),
    ...(frame.draft && frame.draftReason !== null ? [frame.draftReason] : []),
    ...(frame.replaces === null ? [] : [frame.replaces]),
  ];
  return lines.length === 0 ? [] : [{ block: 'notice', lines, tone: frame.draft ? 'caution' : 'plain' }];
}

/** How a letter begins: letterhead, number and recipients, notices, and what it rests on. */
export function letterOpening(
  data: Pick<BlockOf<'letter-head'>, 'lampiran' | 'hal' | 'recipients' | 'recipientPlace'> & {
    readonly frame: Frame;
    readonly citations: BlockOf<'citations'>['items'];
  },
  wording: Parameters<typeof notice>[1] & { readonly dasar: readonly string[] },
): Block[] {
  const { frame, lampiran, hal, recipients, recipientPlace, citations } = data;
  const { letterhead, placeAndDate, number, sifat } = frame;
  return [
    { block: 'kop', letterhead },
    { block: 'letter-head', placeAndDate, number, sifat, lampiran, hal, recipients, recipientPlace },
    ...notice(frame, wording),
    ...(citations.length === 0
      ? []
      : [...paragraphs(wording.dasar, 'letter'), { block: 'citations' as const, items: citations }]),
  ];
}
