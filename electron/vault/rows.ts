/** Reads columns of a row with the type the table declares; a different type means a fault of ours, not of the user. */
import type { SqlRow } from './kernel.ts';

export function textOf(row: SqlRow, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`column ${column} is not text`);
  return value;
}

export function textOrNull(row: SqlRow, column: string): string | null {
  const value = row[column];
  if (value === null || value === undefined) return null;
  return textOf(row, column);
}

export function numberOf(row: SqlRow, column: string): number {
  const value = row[column];
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'number') throw new Error(`column ${column} is not a number`);
  return value;
}

export function numberOrNull(row: SqlRow, column: string): number | null {
  const value = row[column];
  if (value === null || value === undefined) return null;
  return numberOf(row, column);
}

export function flagOf(row: SqlRow, column: string): boolean {
  return numberOf(row, column) === 1;
}
