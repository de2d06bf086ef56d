/** Kinds of declarations that people sign: data of the office, begun with resources/outreach/pledge-kinds.json. */
import seed from '../../../resources/outreach/pledge-kinds.json' with { type: 'json' };
import { z } from 'zod';
import { type PledgeKind, pledgeKind } from '#shared/contract/outreach-pledges.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { todayOf } from './today.ts';

/** Inside the transaction that creates a vault. */
export function seedPledgeKinds(database: WritableDatabase, at: string): void {
  for (const kind of z.array(pledgeKind).parse(seed)) writeKind(database, kind, at);
}

export function listPledgeKinds(database: ReadableDatabase): PledgeKind[] {
  return database
    .all('SELECT body FROM outreach_pledge_kinds ORDER BY position')
    .map((row) => pledgeKind.parse(JSON.parse(textOf(row, 'body'))));
}

/** OUTREACH_KIND_UNKNOWN. */
export function pledgeKindByCode(database: ReadableDatabase, code: string): PledgeKind {
  const row = database.get('SELECT body FROM outreach_pledge_kinds WHERE code = ?', [code]);
  if (!row) throw new AppError('OUTREACH_KIND_UNKNOWN', { kind: code });
  return pledgeKind.parse(JSON.parse(textOf(row, 'body')));
}

/** A new code is added at the end; a known one is changed. INVALID_INPUT for one called verified without a source. */
export function savePledgeKind(kind: PledgeKind, context: UseCaseContext): Record<string, never> {
  if (kind.verification === 'diverifikasi' && kind.source.trim() === '')
    throw new AppError('INVALID_INPUT', { field: 'source', problem: 'empty' });
  return context.write(['outreach'], (database) => {
    writeKind(database, kind, context.now().toISOString());
    return {
      value: {},
      entry: {
        action: 'settings.pledge-kind-changed',
        subjectKind: 'setting',
        subjectId: kind.code,
        facts: { verification: kind.verification },
      },
    };
  });
}

/** Nobody signs in the future. OUTREACH_DAY_AHEAD. */
export function refuseDayAhead(day: string, context: UseCaseContext): void {
  if (day > todayOf(context)) throw new AppError('OUTREACH_DAY_AHEAD');
}

function writeKind(database: WritableDatabase, kind: PledgeKind, at: string): void {
  database.run(
    `INSERT INTO outreach_pledge_kinds (code, position, body, updated_at)
     SELECT @code, count(*), @body, @at FROM outreach_pledge_kinds WHERE true
     ON CONFLICT (code) DO UPDATE SET body = @body, updated_at = @at`,
    { code: kind.code, body: JSON.stringify(kind), at },
  );
}
