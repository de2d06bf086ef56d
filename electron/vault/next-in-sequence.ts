/** Running numbers: handed out inside the transaction that uses them, so that none is lost or given twice. */
import type { WritableDatabase } from './kernel.ts';
import { numberOf } from './rows.ts';

/** The next number (from 1) of a sequence within a period, for example "case" in "2026". */
export function nextInSequence(database: WritableDatabase, name: string, period: string): number {
  database.run(
    'INSERT INTO issued_sequences (name, period, last) VALUES (?, ?, 1) ON CONFLICT (name, period) DO UPDATE SET last = last + 1',
    [name, period],
  );
  const row = database.get('SELECT last FROM issued_sequences WHERE name = ? AND period = ?', [name, period]);
  if (!row) throw new Error(`the sequence ${name} gave no number`);
  return numberOf(row, 'last');
}
