/** The built-in handout: its statements from resources, its references from the legal table and the office's own bases. */
import source from '../../../resources/outreach/handout.json' with { type: 'json' };
import type { OutputOf } from '#shared/contract/index.ts';
import {
  type HandoutBasis,
  handoutBasis,
  type HandoutReference,
  handoutSource,
} from '#shared/contract/outreach-handout.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { legalReferences } from '../cases/legal-references.ts';
import { textOf } from '../rows.ts';

export type Handout = OutputOf<'outreach.handout'>;

/** Inside the transaction that creates a vault. */
export function seedBases(database: WritableDatabase, at: string): void {
  handoutSource.parse(source).bases.forEach((basis, position) => {
    database.run('INSERT INTO outreach_bases (key, position, body, updated_at) VALUES (?, ?, ?, ?)', [
      basis.key,
      position,
      JSON.stringify(basis),
      at,
    ]);
  });
}

export function listBases(database: ReadableDatabase): HandoutBasis[] {
  return database
    .all('SELECT body FROM outreach_bases ORDER BY position')
    .map((row) => handoutBasis.parse(JSON.parse(textOf(row, 'body'))));
}

/** Verified only with a name, a day and an address that a lawyer can open: INVALID_INPUT. NOT_FOUND. */
export function saveBasis(basis: HandoutBasis, context: UseCaseContext): Record<string, never> {
  if (basis.verification === 'diverifikasi')
    for (const field of ['verifiedBy', 'verifiedAt', 'sourceUrl'] as const)
      if (basis[field] === null) throw new AppError('INVALID_INPUT', { field, problem: 'needed-for-verified' });
  return context.write(['outreach'], (database) => {
    const { changes } = database.run('UPDATE outreach_bases SET body = ?, updated_at = ? WHERE key = ?', [
      JSON.stringify(basis),
      context.now().toISOString(),
      basis.key,
    ]);
    if (changes === 0) throw new AppError('NOT_FOUND', { key: basis.key });
    return {
      value: {},
      entry: {
        action: 'settings.handout-basis-changed',
        subjectKind: 'setting',
        subjectId: basis.key,
        facts: { verification: basis.verification },
      },
    };
  });
}

/** As it stands now. A statement is verified when every reference of it is; one that rests on none has nothing to verify. */
export function readHandout(database: ReadableDatabase): Handout {
  const { title, lead, parts, closing } = handoutSource.parse(source);
  const references = referencesByKey(database);
  const shown = parts.map((part) => ({
    key: part.key,
    title: part.title,
    lead: part.lead,
    statements: part.statements.map(({ text, of, codes, bases }) => {
      const cited = [...codes, ...bases].map((key) => references.get(key) ?? unknownReference(key));
      return {
        text,
        of,
        references: cited,
        verified: cited.every(({ verification }) => verification === 'diverifikasi'),
      };
    }),
  }));
  const unverified = shown.flatMap(({ statements }) => statements).filter(({ verified }) => !verified).length;
  return { title, lead, parts: shown, closing, unverified };
}

/** Keys of the cited references that nobody has verified, each once, in the order of the page. */
export function unverifiedKeys(handout: Handout): string[] {
  const cited = handout.parts.flatMap(({ statements }) => statements.flatMap(({ references }) => references));
  return [...new Set(cited.filter(({ verification }) => verification !== 'diverifikasi').map(({ key }) => key))];
}

function referencesByKey(database: ReadableDatabase): Map<string, HandoutReference> {
  const legal = legalReferences(database).map(({ code, text, sourceUrl, verification }) => ({
    key: code,
    text,
    sourceUrl,
    verification,
  }));
  const bases = listBases(database).map(({ key, text, sourceUrl, verification }) => ({
    key,
    text,
    sourceUrl,
    verification,
  }));
  return new Map([...legal, ...bases].map((reference) => [reference.key, reference]));
}

/** A row that the office no longer has: said as it is, never left out. */
function unknownReference(key: string): HandoutReference {
  return { key, text: key, sourceUrl: null, verification: 'ingatan' };
}
