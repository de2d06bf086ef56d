/** A list of addresses as people keep it: lines of text or rows of a sheet, made into what is captured and what is refused. */
import { judgeAddress } from './address-policy.ts';
import { addressKey } from './same-address.ts';

/** More are several lists: a queue of a thousand takes hours as it is. */
export const MOST_ADDRESSES = 1_000;
const LONGEST_ADDRESS = 4_000;

/** One address as it was found. */
export interface FoundAddress {
  /** Line of the text or row of the sheet, from 1. */
  readonly row: number;
  readonly text: string;
  /** Registration number of the case it belongs to; empty where the list names none. */
  readonly caseNumber: string;
  readonly note: string;
  /** Set where it is known already that the line is refused. */
  readonly refusal?: LineRefusal;
}

/** `link-differs`: what a cell shows and what it is linked to (or its several links) are different addresses. */
export type LineRefusal =
  | 'no-address'
  | 'not-web'
  | 'never-reachable'
  | 'too-long'
  | 'link-differs'
  | 'case-unknown'
  | 'too-many';

export interface ListedAddress {
  readonly row: number;
  readonly address: string;
  readonly caseNumber: string;
  readonly note: string;
}
export interface RefusedLine {
  readonly row: number;
  readonly text: string;
  readonly reason: LineRefusal;
}
export interface DuplicateLine {
  readonly row: number;
  readonly address: string;
  /** Where the same thing was named first. */
  readonly firstRow: number;
}
export interface AddressList {
  readonly items: readonly ListedAddress[];
  readonly refused: readonly RefusedLine[];
  readonly duplicates: readonly DuplicateLine[];
}

/** Every address in a text: one a line, or between words. A line with words and none is named as refused. */
export function addressesInText(text: string): readonly FoundAddress[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const words = line.trim();
    if (words === '') return [];
    const within = /\s/.test(words) ? [...words.matchAll(WITHIN)].map(([found]) => trimEnd(found)) : [words];
    const found = within.length === 0 ? [words] : within;
    return found.map((address) => ({ row: index + 1, text: address, caseNumber: '', note: '' }));
  });
}

/** What in a sentence is meant as an address. */
const WITHIN = /(?:https?:\/\/|www\.)[^\s<>"“”]+/gi;

/** A full stop or a bracket after an address ends the sentence, not the address. */
function trimEnd(found: string): string {
  const bare = found.replace(/[.,;:!?'’”»]+$/, '');
  return bare.endsWith(')') && !bare.includes('(') ? trimEnd(bare.slice(0, -1)) : bare;
}

/** Judges what was found and takes out what is named twice. `knowsCase` is asked for each number that a row names. */
export function listAddresses(
  found: readonly FoundAddress[],
  knowsCase: (number: string) => boolean = () => true,
): AddressList {
  const items: ListedAddress[] = [];
  const refused: RefusedLine[] = [];
  const duplicates: DuplicateLine[] = [];
  const firstRows = new Map<string, number>();
  for (const { row, text, caseNumber, note, refusal } of found) {
    const read = refusal === undefined ? readAddress(text) : { reason: refusal };
    const reason = 'reason' in read ? read.reason : caseNumber !== '' && !knowsCase(caseNumber) ? 'case-unknown' : null;
    if ('reason' in read || reason !== null) {
      refused.push({ row, text: text.slice(0, 300), reason: reason ?? 'no-address' });
      continue;
    }
    // The same post for two cases is two captures.
    const key = `${addressKey(read.address)} ${caseNumber}`;
    const firstRow = firstRows.get(key);
    if (firstRow !== undefined) duplicates.push({ row, address: read.address, firstRow });
    else if (items.length >= MOST_ADDRESSES) refused.push({ row, text: text.slice(0, 300), reason: 'too-many' });
    else {
      firstRows.set(key, row);
      items.push({ row, address: read.address, caseNumber, note });
    }
  }
  return { items, refused, duplicates };
}

/** An address of the web, `https://` put before one without scheme; or why it is none. */
export function readAddress(text: string): { readonly address: string } | { readonly reason: LineRefusal } {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return { reason: 'no-address' };
  if (typed.length > LONGEST_ADDRESS) return { reason: 'too-long' };
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(typed)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { reason: 'not-web' };
  const address = scheme === undefined ? `https://${typed.replace(/^\/+/, '')}` : typed;
  const host = hostName(address);
  if (host === null) return { reason: 'no-address' };
  // What can be told without asking anybody; the office network is judged again when the page is opened.
  const verdict = judgeAddress(
    { scheme: scheme === 'http' ? 'http:' : 'https:', host, resolved: null, purpose: 'page' },
    { loopbackOnly: false, allowLocalNetwork: true },
  );
  return !verdict.allowed && verdict.reason === 'never-reachable' ? { reason: 'never-reachable' } : { address };
}

/** Host with its port, lower case: pages of one host are captured with a pause between them. Empty for what has none. */
export function hostOf(address: string): string {
  return /^https?:\/\/(?:[^/?#]*@)?([^/?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? '';
}

function hostName(address: string): string | null {
  const host = hostOf(address);
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]@]+)(?::\d{1,5})?$/.exec(host);
  const name = match?.[1];
  if (name === undefined) return null;
  const plausible =
    name.startsWith('[') || name === 'localhost' || /^(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]+\.?$/u.test(name);
  return plausible ? name : null;
}

/** Which columns of a sheet hold what; null where there is none. */
export interface AddressColumns {
  readonly address: number | null;
  readonly caseNumber: number | null;
  readonly note: number | null;
}

const HEADINGS: Readonly<Record<keyof AddressColumns, RegExp>> = {
  address: /^(alamat|url|link|links|tautan|alamat (url|web|tautan|unggahan|postingan)|(url|link|tautan) .*)$/,
  caseNumber: /^(kasus|(no|nomor|number)\.? (kasus|registrasi|register)|no\.? reg|case( number)?)$/,
  note: /^(catatan|keterangan|ket\.?|note|notes)$/,
};

/** Rows at the top among which the headings are looked for. */
const HEADING_ROWS = 10;

/** A row of a sheet as text. */
export interface TextRow {
  /** As the spreadsheet shows it, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Where cells lead to, by column; several targets where a cell names several. */
  readonly links?: readonly { readonly column: number; readonly targets: readonly string[] }[] | undefined;
}

/** The heading row (its number; null when there is none) and the columns by their headings, or by where addresses stand. */
export function proposeColumns(rows: readonly TextRow[]): {
  readonly headingRow: number | null;
  readonly columns: AddressColumns;
} {
  for (const row of rows.slice(0, HEADING_ROWS)) {
    const words = row.cells.map((cell) => cell.trim().toLowerCase().replaceAll(/\s+/g, ' '));
    const column = (field: keyof AddressColumns): number | null => {
      const at = words.findIndex((word) => HEADINGS[field].test(word));
      return at === -1 ? null : at;
    };
    const address = column('address');
    if (address !== null)
      return {
        headingRow: row.number,
        columns: { address, caseNumber: column('caseNumber'), note: column('note') },
      };
  }
  return { headingRow: null, columns: { address: fullestColumn(rows), caseNumber: null, note: null } };
}

/** The column with the most addresses that begin like one; null when no cell does. */
function fullestColumn(rows: readonly TextRow[]): number | null {
  const counts = new Map<number, number>();
  for (const { cells, links = [] } of rows) {
    const linked = new Set(links.filter(({ targets }) => targets.some(isWeb)).map(({ column }) => column));
    cells.forEach((cell, column) => {
      if (isWeb(cell) || linked.has(column)) counts.set(column, (counts.get(column) ?? 0) + 1);
    });
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null;
}

/** The rows below the headings as found addresses; rows without anything in the three columns are left out. */
export function addressesInRows(
  rows: readonly TextRow[],
  headingRow: number | null,
  columns: AddressColumns,
): readonly FoundAddress[] {
  const { address } = columns;
  if (address === null) return [];
  return rows
    .filter(({ number }) => headingRow === null || number > headingRow)
    .flatMap(({ number, cells, links = [] }) => {
      const cell = (column: number | null): string => (column === null ? '' : (cells[column] ?? '').trim());
      const { text, refusal } = linkedText(
        cell(address),
        links.find(({ column }) => column === address)?.targets ?? [],
      );
      const [caseNumber, note] = [cell(columns.caseNumber), cell(columns.note)];
      return text === '' && caseNumber === '' && note === ''
        ? []
        : [{ row: number, text, caseNumber, note, ...(refusal !== undefined && { refusal }) }];
    });
}

/**
 * What a cell means that leads somewhere: its target, when it shows words and no address. A cell that shows one address
 * and leads to another is refused and shows both: an old link under a corrected text and a right link under a shortened
 * one look alike, and a capture of the wrong post is worse than a line that a person has to settle.
 */
function linkedText(shown: string, targets: readonly string[]): Pick<FoundAddress, 'text' | 'refusal'> {
  const [target] = targets;
  if (target === undefined) return { text: shown };
  const showsAddress = standsForItself(shown) && !isShortened(shown, target);
  const named = showsAddress ? [shown, ...targets] : targets;
  if (new Set(named.map(keyOf)).size > 1) return { text: named.join(' → '), refusal: 'link-differs' };
  if (showsAddress) return { text: shown };
  // A target without scheme is a file beside the sheet.
  return isWeb(target) ? { text: target } : { text: target, refusal: 'not-web' };
}

function isWeb(text: string): boolean {
  return /^\s*(https?:\/\/|www\.)/i.test(text);
}

/** An address and not only a name with a full stop in it ("Foto.1", "instagram.com" as the words of a link). */
function standsForItself(shown: string): boolean {
  return (isWeb(shown) || shown.includes('/')) && 'address' in readAddress(shown);
}

/** Programs shorten what they show of a long address and put dots in place of its end. */
function isShortened(shown: string, target: string): boolean {
  const begin = /^(.{8,}?)(?:…|\.{3})$/.exec(shown)?.[1];
  return begin !== undefined && target.replace(/^https?:\/\//i, '').startsWith(begin.replace(/^https?:\/\//i, ''));
}

function keyOf(text: string): string {
  const read = readAddress(text);
  return 'address' in read ? addressKey(read.address) : text;
}
