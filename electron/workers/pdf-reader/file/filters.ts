/** Stream filters that structure needs: Flate with PNG predictors. Every output is limited, against stream bombs. */
import { inflateSync } from 'node:zlib';
import { PdfSyntaxError } from '../syntax/parser.ts';
import { countOf, isDictionary, nameOf, type PdfDictionary, type PdfValue } from '../syntax/values.ts';

/** Most bytes that a structural stream may unpack to. */
export const MOST_UNPACKED = 64 * 1024 * 1024;

/** The names of a stream's filters; the values must not be references. */
export function filtersOf(dictionary: PdfDictionary): string[] {
  const filter = dictionary.get('Filter');
  if (filter === undefined || filter === null) return [];
  const names = (Array.isArray(filter) ? filter : [filter]).map(nameOf);
  return names.map((name) => {
    if (name === undefined) throw new PdfSyntaxError('filter');
    return name;
  });
}

/** Undoes a structural stream's filters. */
export function unpack(dictionary: PdfDictionary, packed: Uint8Array): Uint8Array {
  const filters = filtersOf(dictionary);
  if (filters.length === 0) return packed;
  if (filters.length > 1 || filters[0] !== 'FlateDecode') throw new PdfSyntaxError('filter of a structural stream');
  const bytes = inflate(packed);
  const parameters = first(dictionary.get('DecodeParms'));
  return isDictionary(parameters) ? undoPredictor(parameters, bytes) : bytes;
}

function inflate(packed: Uint8Array): Uint8Array {
  try {
    return inflateSync(packed, { maxOutputLength: MOST_UNPACKED });
  } catch (cause) {
    throw new PdfSyntaxError(`packed data: ${cause instanceof Error ? cause.message : 'damaged'}`);
  }
}

function first(value: PdfValue | undefined): PdfValue | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function undoPredictor(parameters: PdfDictionary, bytes: Uint8Array): Uint8Array {
  const predictor = countOf(parameters.get('Predictor')) ?? 1;
  if (predictor === 1) return bytes;
  const bits = (countOf(parameters.get('Colors')) ?? 1) * (countOf(parameters.get('BitsPerComponent')) ?? 8);
  const columns = countOf(parameters.get('Columns')) ?? 1;
  if (predictor < 10 || bits !== 8 || columns < 1 || columns > 1024) throw new PdfSyntaxError('predictor');
  const rows = Math.floor(bytes.length / (columns + 1));
  const result = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) undoRow(bytes, result, row, columns);
  return result;
}

/** One row of PNG prediction, one byte a pixel. */
function undoRow(packed: Uint8Array, result: Uint8Array, row: number, columns: number): void {
  const kind = packed[row * (columns + 1)] ?? 0;
  const start = row * columns;
  for (let column = 0; column < columns; column++) {
    const left = column > 0 ? (result[start + column - 1] ?? 0) : 0;
    const up = row > 0 ? (result[start + column - columns] ?? 0) : 0;
    const corner = column > 0 && row > 0 ? (result[start + column - columns - 1] ?? 0) : 0;
    const raw = packed[row * (columns + 1) + 1 + column] ?? 0;
    result[start + column] = (raw + predict(kind, left, up, corner)) & 0xff;
  }
}

function predict(kind: number, left: number, up: number, corner: number): number {
  if (kind === 0) return 0;
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) throw new PdfSyntaxError('predictor of a row');
  const estimate = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
