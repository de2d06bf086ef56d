/** Reads the people of the chosen sheets and hands them out in batches. */
import { createHash } from 'node:crypto';
import type {
  AccountRow,
  RefusedRow,
  RosterJob,
  RosterReadResult,
  RosterRow,
  SheetHash,
} from '#shared/contract/roster-job.ts';
import {
  HEADER_ROWS,
  type HeaderProposal,
  headerAt,
  headerSignature,
  type TextRow,
} from '#shared/domain/roster/header-row.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { cellText, type SheetRow } from '../cells.ts';
import { SeenIdentities } from './identity.ts';
import { RowReader } from './row-reader.ts';
import { Tally } from './tally.ts';
import type { RosterFile, SheetEntry } from '../roster-file.ts';

/** What lines are handed out as: people, rows that were not taken, and accounts of a sheet that lists them. */
export type RosterOutput = 'rows' | 'refused' | 'accounts';
/** Takes a batch of lines of one output as UTF-8 JSON, each ended by a newline. */
export type RowSink = (output: RosterOutput, lines: Uint8Array) => Promise<void>;
/** Told how many rows of the sheet were passed so far. */
export type RowProgress = (rows: number) => void;

type ReadJob = Extract<RosterJob, { mode: 'read' }>;

const BATCH_CHARACTERS = 256 * 1024;

/**
 * Reads every sheet of the job. What the sink was given counts only once this has returned: a checksum is known at the
 * end of a part, and a damaged file is refused whole (ROSTER_FILE_DAMAGED), whatever was handed out before.
 */
export async function readRoster(
  file: RosterFile,
  job: ReadJob,
  sink: RowSink,
  progress: RowProgress,
): Promise<RosterReadResult> {
  const plans = job.sheets.map((sheet) => ({ sheet, entry: sheetNamed(file, sheet.name) }));
  for (const { sheet } of plans) {
    // A list of accounts may name people by their numbers alone.
    if (sheet.kind === 'people' && !sheet.mapping.some(({ field }) => field === 'name'))
      throw new AppError('ROSTER_NO_NAME_COLUMN', { sheet: sheet.name });
  }
  const shared: Shared = {
    file,
    progress,
    tally: new Tally(),
    seen: new SeenIdentities(),
    statusSynonyms: job.statusSynonyms,
    refused: new LineBuffer('refused', sink),
    sink,
  };
  const sheetHashes: SheetHash[] = [];
  const notTaken = new Set<string>();
  for (const { sheet, entry } of plans) {
    const reading = new SheetReading(sheet, shared);
    await reading.run(entry);
    sheetHashes.push(reading.hash());
    for (const heading of reading.notTaken()) notTaken.add(heading);
  }
  await shared.refused.flush(0);
  await shared.refused.taken();
  return { ...shared.tally.answer(), notTaken: [...notTaken], sheetHashes };
}

/** Finds a sheet by its name, or throws ROSTER_SHEET_UNKNOWN. */
export function sheetNamed(file: RosterFile, name: string): SheetEntry {
  const entry = file.sheets.find((sheet) => sheet.name === name);
  if (!entry) throw new AppError('ROSTER_SHEET_UNKNOWN', { sheet: name });
  return entry;
}

/** A row as text, dense. */
export function textRow(row: SheetRow): TextRow {
  return { number: row.number, cells: Array.from(row.cells, cellText) };
}

interface Shared {
  readonly file: RosterFile;
  readonly sink: RowSink;
  readonly progress: RowProgress;
  readonly tally: Tally;
  readonly seen: SeenIdentities;
  readonly statusSynonyms: ReadJob['statusSynonyms'];
  readonly refused: LineBuffer<RefusedRow>;
}

/** The fingerprint of a header: same headings at the same places, same fingerprint. */
export function headerFingerprint(header: HeaderProposal | null): string {
  return createHash('sha256')
    .update(headerSignature(header?.columns ?? []))
    .digest('hex');
}

/** One sheet, from its header to its last row. */
class SheetReading {
  readonly #sheet: ReadJob['sheets'][number];
  readonly #shared: Shared;
  readonly #lines: LineBuffer<RosterRow | AccountRow>;
  /** Number of the header's last row, from 1. */
  readonly #headerRow: number;
  readonly #headerRows: TextRow[] = [];
  #reader: RowReader | null = null;
  #read = 0;
  #lastRow: number;

  constructor(sheet: ReadJob['sheets'][number], shared: Shared) {
    this.#sheet = sheet;
    this.#shared = shared;
    this.#lines = new LineBuffer(sheet.kind === 'accounts' ? 'accounts' : 'rows', shared.sink);
    this.#headerRow = sheet.headerRow + 1;
    this.#lastRow = this.#headerRow;
  }

  async run(entry: SheetEntry): Promise<void> {
    const wanted = new Set(this.#sheet.mapping.map(({ column }) => column));
    // The header is read whole, to be named and fingerprinted; below it a column that was not chosen is never kept.
    const wants = (column: number, row: number): boolean => row <= this.#headerRow || wanted.has(column);
    const stream = this.#shared.file.stream(entry, wants);
    for await (const batch of stream.batches) {
      for (const row of batch) this.#take(row);
      await this.#lines.flush(BATCH_CHARACTERS);
      await this.#shared.refused.flush(BATCH_CHARACTERS);
      this.#shared.progress(this.#lastRow);
    }
    await this.#lines.flush(0);
    // Below the last person, lines may have something in columns that are not taken, and nothing else.
    this.#shared.tally.addBlank(Math.max(0, stream.totals.lastRow - this.#lastRow));
    await this.#lines.taken();
    this.#tellStatuses();
  }

  hash(): SheetHash {
    return {
      sheet: this.#sheet.name,
      headerFingerprint: headerFingerprint(this.#header()),
      records: this.#lines.digest(),
      read: this.#read,
    };
  }

  notTaken(): string[] {
    const taken = new Set(this.#sheet.mapping.map(({ column }) => column));
    const columns = this.#header()?.columns ?? [];
    return columns.filter(({ index, heading }) => heading !== '' && !taken.has(index)).map(({ heading }) => heading);
  }

  #take(row: SheetRow): void {
    if (row.number <= this.#headerRow) {
      if (row.number > this.#headerRow - HEADER_ROWS) this.#headerRows.push(textRow(row));
      return;
    }
    this.#reader ??= this.#createReader();
    this.#shared.tally.addBlank(row.number - this.#lastRow - 1);
    this.#lastRow = row.number;
    const outcome = this.#reader.read(row);
    this.#shared.tally.add(outcome);
    if (outcome.kind === 'refused') this.#shared.refused.add(outcome.refused);
    else if (outcome.kind !== 'dropped') {
      this.#read += 1;
      if (outcome.kind === 'person') this.#lines.add(outcome.person);
      else for (const account of outcome.accounts) this.#lines.add(account);
    }
  }

  #createReader(): RowReader {
    return new RowReader({
      sheet: this.#sheet.name,
      kind: this.#sheet.kind,
      mapping: this.#sheet.mapping,
      headers: this.#headerRows.map(({ cells }) => cells),
      date1904: this.#shared.file.date1904,
      unitFromSheetName: this.#sheet.unitFromSheetName,
      statusSynonyms: this.#shared.statusSynonyms,
      seen: this.#shared.seen,
    });
  }

  #header(): HeaderProposal | null {
    return headerAt(this.#headerRows, this.#headerRow);
  }

  #tellStatuses(): void {
    const count = this.#reader?.statusesFromNip ?? 0;
    if (count === 0) return;
    const place = { sheet: this.#sheet.name, row: this.#headerRow, column: null, value: '' };
    this.#shared.tally.notice({ ...place, code: 'STATUS_FROM_NIP', params: { count } });
  }
}

/** Gathers what goes to one output as lines, hashing what it hands on. */
class LineBuffer<Line> {
  readonly #output: RosterOutput;
  readonly #sink: RowSink;
  readonly #hash = createHash('sha256');
  #lines: string[] = [];
  #characters = 0;
  /** The batch that was handed on last. */
  #handedOn: Promise<void> = Promise.resolve();

  constructor(output: RosterOutput, sink: RowSink) {
    this.#output = output;
    this.#sink = sink;
  }

  add(record: Line): void {
    const line = JSON.stringify(record);
    this.#lines.push(line);
    this.#characters += line.length;
  }

  /**
   * Hands on what was gathered when it is `atLeast` characters. Waits for the batch before, not for this one: while it is
   * taken the next is read.
   */
  async flush(atLeast: number): Promise<void> {
    if (this.#lines.length === 0 || this.#characters < atLeast) return;
    const bytes = Buffer.from(`${this.#lines.join('\n')}\n`, 'utf8');
    this.#lines = [];
    this.#characters = 0;
    this.#hash.update(bytes);
    await this.#handedOn;
    this.#handedOn = this.#sink(this.#output, bytes);
    // Told to whoever waits for it next; a failure that nobody waits for yet must not end the process.
    this.#handedOn.catch(() => undefined);
  }

  /** Resolves when everything that was handed on was taken. */
  taken(): Promise<void> {
    return this.#handedOn;
  }

  /** Ends the hash. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}
