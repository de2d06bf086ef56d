/** Text files with a delimiter, streamed: every field is text, whatever it looks like. */
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { AppError } from '#shared/errors/app-error.ts';
import type { ByteSource } from '../byte-source.ts';
import type { Cell, SheetRow } from '../cells.ts';
import { DamagedPart, withPlace } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import type { ColumnFilter, RosterFile, SheetEntry, SheetStream, SheetTotals } from '../roster-file.ts';
import { DELIMITERS, type Dialect, detectDialect } from './dialect.ts';
import { decoded, decodedHead, detectEncoding, type TextEncoding } from './encoding.ts';

/** A text file has one sheet and no name for it. */
const SHEET = 'CSV';
/** Bytes in which the delimiter is looked for. */
const HEAD_BYTES = 64 * 1024;
const BATCH_ROWS = 500;

interface CsvText {
  readonly source: ByteSource;
  readonly encoding: TextEncoding;
  readonly dialect: Dialect;
}

/** Opens a text file. Throws ROSTER_FORMAT_UNSUPPORTED when it is no table, ROSTER_FILE_DAMAGED, ROSTER_LIMIT_EXCEEDED. */
export async function openCsv(source: ByteSource): Promise<RosterFile> {
  if (source.size > LIMITS.xmlBytes) throw limitExceeded('xmlBytes');
  const verdict = await detectEncoding(source);
  if ('brokenAt' in verdict)
    throw withPlace(new DamagedPart('encoding', verdict.reason), { sheet: SHEET, row: verdict.brokenAt });
  const { encoding } = verdict;
  const head = decodedHead(await source.read(0, HEAD_BYTES), encoding);
  const dialect = detectDialect(head);
  if (dialect === null && (await isTooWide(source, encoding))) throw limitExceeded('columns', { sheet: SHEET, row: 1 });
  if (dialect === null) throw new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'text' });
  const sheet: SheetEntry = { name: SHEET, state: 'visible' };
  const text = { source, encoding, dialect };
  return {
    format: dialect.delimiter === '\t' ? 'tsv' : 'csv',
    sheets: [sheet],
    date1904: false,
    stream: (wanted, wants) => {
      if (wanted !== sheet) throw new Error('a sheet of another file');
      return streamCsv(text, wants);
    },
  };
}

/** A first line of more columns than a sheet can have is longer than what the delimiter is looked for in. */
async function isTooWide(source: ByteSource, encoding: TextEncoding): Promise<boolean> {
  const beginning = await source.read(0, Math.min(source.size, LIMITS.lineCharacters));
  const [line = ''] = decodedHead(beginning, encoding).split(/[\r\n]/, 1);
  return DELIMITERS.some((delimiter) => line.split(delimiter, LIMITS.columns + 1).length > LIMITS.columns);
}

function streamCsv(text: CsvText, wants: ColumnFilter): SheetStream {
  const totals: SheetTotals = { lastRow: 0, columns: 0 };
  return { totals, batches: batchesOf(text, wants, totals) };
}

async function* batchesOf(
  text: CsvText,
  wants: ColumnFilter,
  totals: SheetTotals,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  let number = 0;
  let width = 0;
  let isShorter = false;
  let batch: SheetRow[] = [];
  try {
    for await (const fields of recordsOf(text)) {
      number += 1;
      if (number > LIMITS.rows) throw limitExceeded('rows', { sheet: SHEET, row: number });
      isShorter = fields.length > 1 && fields.length < width;
      width = fields.length;
      const cells = cellsOf(fields, number, wants, totals);
      if (cells.length === 0) continue;
      batch.push({ number, cells });
      if (batch.length < BATCH_ROWS) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    const row = brokenRow(error, text.dialect) ?? number + 1;
    throw withPlace(asDamage(error, row), { sheet: SHEET, row });
  }
  // A text file has no end of its own: a last line that stops amid its fields, even without its line break, was cut off.
  if (isShorter && !(await endsInLineBreak(text.source)))
    throw withPlace(new DamagedPart('size', 'the last line is cut off'), { sheet: SHEET, row: number });
  if (batch.length > 0) yield batch;
}

/** In any of the encodings. */
async function endsInLineBreak(source: ByteSource): Promise<boolean> {
  const last = await source.read(Math.max(0, source.size - 2), Math.min(2, source.size));
  return last.includes(0x0a) || last.includes(0x0d);
}

async function* recordsOf({ source, encoding, dialect }: CsvText): AsyncGenerator<readonly string[], void, undefined> {
  const parser = parse({
    delimiter: dialect.delimiter,
    quote: '"',
    // All of them, or a lone line feed in a file of Windows lines would join two people into one row.
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: false,
    relax_column_count: true,
    relax_quotes: false,
    skip_empty_lines: false,
    max_record_size: LIMITS.lineCharacters,
    from: dialect.stated ? 2 : 1,
  });
  // The callback only keeps the failure from being unhandled: the same error ends the iteration below.
  pipeline(Readable.from(decoded(source, encoding)), parser, () => undefined);
  for await (const record of parser) yield stringsOf(record);
}

function stringsOf(record: unknown): readonly string[] {
  if (!Array.isArray(record)) throw new TypeError('csv-parse gave no list');
  return record.map(String);
}

function cellsOf(
  fields: readonly string[],
  row: number,
  wants: ColumnFilter,
  totals: SheetTotals,
): readonly (Cell | undefined)[] {
  if (fields.length > LIMITS.columns) throw limitExceeded('columns', { sheet: SHEET, row });
  const cells: (Cell | undefined)[] = [];
  for (const [column, text] of fields.entries()) {
    // A DOS end mark may stand alone on the last line.
    if (text === '' || text === '\u001a') continue;
    if (text.length > LIMITS.cellCharacters) throw limitExceeded('cellCharacters', { sheet: SHEET, row });
    if (column >= totals.columns) totals.columns = column + 1;
    if (column >= LIMITS.columnsRead) continue;
    totals.lastRow = row;
    if (wants(column, row)) cells[column] = { kind: 'text', text };
  }
  return cells;
}

/** csv-parse knows how far it came; records on their way to us are lost with its failure. */
function brokenRow(error: unknown, { stated }: Dialect): number | null {
  const records: unknown = error instanceof CsvError ? error['records'] : undefined;
  return typeof records === 'number' ? records + (stated ? 0 : 1) : null;
}

/** csv-parse's own errors by what they mean; all others pass. */
function asDamage(error: unknown, row: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return limitExceeded('lineCharacters', { sheet: SHEET, row });
  return new DamagedPart('quote', error.code, { cause: error });
}
