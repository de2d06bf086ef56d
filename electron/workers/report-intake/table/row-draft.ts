/** One row of a table of reports as a draft. Nothing of the row is lost: what has no field stands in the text under its heading. */
import {
  INTAKE_EXCERPT_CHARACTERS,
  INTAKE_TEXT_CHARACTERS,
  type DateOrder,
  type IntakeDraft,
  type IntakeField,
  type IntakeProposal,
  type IntakeReceived,
  type IntakeWarning,
} from '#shared/contract/report-intake-job.ts';
import { cutText } from '#shared/domain/public-reports/cut-text.ts';
import { findProposals, linkProposal, phoneNumber } from '#shared/domain/public-reports/proposals.ts';
import { namesSender } from '#shared/domain/public-reports/sender-in-text.ts';
import { isoDate } from '#shared/domain/roster/calendar.ts';
import { isBlankMark } from '#shared/domain/roster/text.ts';
import { type Cell, cellText, type SheetRow } from '../../roster-import/cells.ts';
import { dateValue } from '../../roster-import/people/row-values.ts';
import { EMPTY_DRAFT, oneLine, warning } from '../reading.ts';

export interface RowLayout {
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly fields: readonly (IntakeField | null)[];
  readonly date1904: boolean;
  /** Of days written in figures. */
  readonly order: DateOrder;
}

/** Makes the draft; what could not be read is told with row and field. */
export function rowDraft(row: SheetRow, number: number, layout: RowLayout): IntakeDraft {
  const warnings: IntakeWarning[] = [];
  const place = row.number;
  const cellOf = (field: IntakeField): Cell | undefined => row.cells[layout.fields.indexOf(field)];
  const textOf = (field: IntakeField): string => {
    const cell = layout.fields.includes(field) ? cellOf(field) : undefined;
    if (cell?.kind === 'error' || cell?.kind === 'uncalculated')
      warnings.push(warning('CELL_UNREADABLE', { row: place, field, written: cell.kind === 'error' ? cell.code : '' }));
    const text = cell?.kind === 'error' ? '' : shownText(cell, layout.date1904).replace(/\r\n?/g, '\n').trim();
    return isBlankMark(text) ? '' : text;
  };
  const received = receivedOf(layout.fields.includes('date') ? cellOf('date') : undefined, layout, place, warnings);
  const links = linksOf(textOf('links'));
  const contact = oneLine(textOf('contact'));
  const sender = {
    name: oneLine(textOf('reporter')),
    contact: phoneNumber(contact) ?? contact,
    address: oneLine(textOf('address')),
    notes: '',
  };
  const description = textOf('description');
  const whole = [description, ...links.unread.map((text) => `Tautan: ${text}`), ...otherCells(row, layout)]
    .filter((part) => part !== '')
    .join('\n');
  const text = cutText(whole, INTAKE_TEXT_CHARACTERS);
  if (text.length < whole.length) warnings.push(warning('TEXT_CUT', { characters: whole.length }));
  if (description === '' && links.proposals.length === 0) warnings.push(warning('ROW_WITHOUT_TEXT', { row: place }));
  if (namesSender(text, sender.name) || namesSender(text, sender.contact)) warnings.push(warning('SENDER_IN_TEXT'));
  const year = received?.day === null || received === null ? null : Number(received.day.slice(0, 4));
  return {
    ...EMPTY_DRAFT,
    number,
    place: { sheet: layout.sheet.slice(0, 255), row: place },
    received,
    sender,
    text,
    respondent: oneLine(textOf('respondent')),
    platform: oneLine(textOf('platform')),
    location: oneLine(textOf('place')),
    proposals: [...links.proposals, ...findProposals(text, year)].slice(0, 500),
    warnings: warnings.slice(0, 200),
  };
}

/** A cell as a person sees it: days as days, not as the number by which a spreadsheet counts them. */
export function shownText(cell: Cell | undefined, date1904: boolean): string {
  const day = cell?.kind === 'number' && cell.isDate ? dateValue(cell, date1904) : null;
  return day ?? cellText(cell);
}

/** The row as it stands below its headings: two lines of CSV, whatever its columns were taken for. */
export function rowExcerpt(row: SheetRow, { headings, date1904 }: Pick<RowLayout, 'headings' | 'date1904'>): string {
  const width = Math.max(headings.length, row.cells.length);
  const texts = Array.from({ length: width }, (_one, column) => shownText(row.cells[column], date1904));
  const lines = [Array.from({ length: width }, (_one, column) => headings[column] ?? ''), texts];
  return cutText(lines.map((line) => line.map(quoted).join(',')).join('\r\n'), INTAKE_EXCERPT_CHARACTERS);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function receivedOf(
  cell: Cell | undefined,
  layout: RowLayout,
  row: number,
  warnings: IntakeWarning[],
): IntakeReceived | null {
  const written = oneLine(shownText(cell, layout.date1904));
  if (cell === undefined || isBlankMark(written)) return null;
  const day = layout.order === 'mdy' && cell.kind === 'text' ? monthFirst(written) : dateValue(cell, layout.date1904);
  if (day === null) warnings.push(warning('DATE_UNREADABLE', { row, field: 'date', written }));
  return { instant: null, day, time: cell.kind === 'text' ? timeOf(written) : null, written };
}

function monthFirst(written: string): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(written);
  return match ? isoDate(Number(match[3]), Number(match[1]), Number(match[2])) : null;
}

/** The time behind a day ("21/10/2024 09.15"), on a clock of 24 hours. */
function timeOf(written: string): string | null {
  const match = /\s(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?\s*(AM|PM)?/i.exec(written);
  if (!match) return null;
  const half = match[3]?.toLowerCase();
  const hour = half === undefined ? Number(match[1]) : (Number(match[1]) % 12) + (half === 'pm' ? 12 : 0);
  return hour > 23 || Number(match[2]) > 59 ? null : `${String(hour).padStart(2, '0')}:${match[2] ?? ''}`;
}

function linksOf(text: string): { readonly proposals: IntakeProposal[]; readonly unread: string[] } {
  const proposals: IntakeProposal[] = [];
  const unread: string[] = [];
  for (const piece of text
    .split(/[\s,;|]+/)
    .filter((part) => part !== '')
    .slice(0, 100)) {
    const found = /[/.@]/.test(piece) ? linkProposal(piece) : null;
    if (found) proposals.push({ ...found, start: null });
    else unread.push(piece);
  }
  return { proposals, unread: unread.length > 0 ? [unread.join(' ')] : [] };
}

/** Cells of columns that have no field, each under its heading. Running numbers say nothing. */
function otherCells(row: SheetRow, layout: RowLayout): string[] {
  return Array.from(row.cells, (cell, column) => {
    const heading = layout.headings[column] ?? '';
    const text = shownText(cell, layout.date1904).trim();
    const taken = layout.fields[column] !== null && layout.fields[column] !== undefined;
    if (taken || text === '' || /^(no|nomor|#)\.?( urut)?$/i.test(heading)) return '';
    return heading === '' ? text : `${heading}: ${text}`;
  }).filter((part) => part !== '');
}
