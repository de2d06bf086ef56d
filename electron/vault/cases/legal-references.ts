/** The legal reference table: editable data with a verification state, seeded from resources/legal. */
import seed from '../../../resources/legal/legal-references.json' with { type: 'json' };
import { z } from 'zod';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type LegalReference, legalReference } from '#shared/contract/cases.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { legalReferenceOf } from './case-rows.ts';

/** Inside the transaction that creates a vault. */
export function seedLegalReferences(database: WritableDatabase, at: string): number {
  const rows = z.array(legalReference).parse(seed);
  rows.forEach((row, position) => {
    database.run('INSERT INTO legal_references (code, position, body, updated_at) VALUES (?, ?, ?, ?)', [
      row.code,
      position,
      JSON.stringify(row),
      at,
    ]);
  });
  return rows.length;
}

/** The whole violation list, in its order. */
export function legalReferences(database: ReadableDatabase): LegalReference[] {
  return database.all('SELECT body FROM legal_references ORDER BY position').map(legalReferenceOf);
}

/** A row counts as verified only with a name, a day and an address that a lawyer can open. */
export function saveLegalReference(
  input: InputOf<'cases.saveLegalReference'>,
  context: UseCaseContext,
): OutputOf<'cases.saveLegalReference'> {
  if (
    input.verification === 'diverifikasi' &&
    (input.verifiedBy === null || input.verifiedAt === null || input.sourceUrl === null)
  ) {
    throw new AppError('INVALID_INPUT', {
      field: input.verifiedBy === null ? 'verifiedBy' : input.verifiedAt === null ? 'verifiedAt' : 'sourceUrl',
      problem: 'needed-for-verified',
    });
  }
  return context.write(['cases'], (database) => {
    const changed = database.run('UPDATE legal_references SET body = ?, updated_at = ? WHERE code = ?', [
      JSON.stringify(input),
      context.now().toISOString(),
      input.code,
    ]);
    if (changed.changes === 0) throw new AppError('NOT_FOUND', { code: input.code });
    return {
      value: {},
      entry: {
        action: 'settings.legal-reference-changed',
        subjectKind: 'setting',
        subjectId: input.code,
        facts: { verification: input.verification },
      },
    };
  });
}
