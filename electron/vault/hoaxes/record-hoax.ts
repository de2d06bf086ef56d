/** A hoax is recorded, and its description is changed; nothing is erased. */
import type { HoaxPage } from '#shared/contract/hoaxes.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { hoaxNumber } from '#shared/domain/hoaxes/numbers.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { evidenceById } from '../evidence/evidence-rows.ts';
import type { CustodyDraft, UseCaseContext } from '../kernel.ts';
import { nextInSequence } from '../next-in-sequence.ts';
import { addCapture, addReport, insertSpread } from './add-parts.ts';
import { hoaxPageOf } from './hoax-page.ts';
import { hoaxById } from './hoax-rows.ts';
import { ensureReport } from './reports-of.ts';

/** The custody entry of a hoax: ids and codes, never the claim. */
export function hoaxEntry(action: string, id: string, facts: CustodyDraft['facts'] = {}): CustodyDraft {
  return { action: `hoax.${action}`, subjectKind: 'hoax', subjectId: id, facts };
}

/** With the places, captures and reports that are known at once. EVIDENCE_UNKNOWN, NOT_FOUND. */
export function createHoax(input: InputOf<'hoaxes.create'>, context: UseCaseContext): OutputOf<'hoaxes.create'> {
  const evidenceIds = [...new Set(input.evidenceIds)];
  const reportIds = [...new Set(input.reportIds)];
  for (const evidence of evidenceIds) evidenceById(context.database, evidence);
  for (const report of reportIds) ensureReport(context.database, report);
  const id = context.newId();
  return context.write(['hoaxes'], (database) => {
    const sequence = nextInSequence(database, 'hoax', '');
    const at = context.now().toISOString();
    database.run(
      `INSERT INTO hoaxes (id, sequence, claim, kind, disorder, state, first_seen, notes, recorded_at, recorded_by)
       VALUES (@id, @sequence, @claim, @kind, @disorder, 'dicatat', @firstSeen, @notes, @at, @by)`,
      {
        id,
        sequence,
        claim: input.claim,
        kind: input.kind,
        disorder: input.disorder,
        firstSeen: input.firstSeen,
        notes: input.notes,
        at,
        by: context.actor.id,
      },
    );
    database.run('INSERT INTO hoax_states (hoax_id, state, at, user_id, reason) VALUES (?, ?, ?, ?, ?)', [
      id,
      'dicatat',
      at,
      context.actor.id,
      '',
    ]);
    for (const spread of input.spreads) insertSpread(database, id, spread, context);
    for (const evidence of evidenceIds) addCapture(database, id, evidence, context);
    for (const report of reportIds) addReport(database, id, report, context);
    const facts = { spreads: input.spreads.length, captures: evidenceIds.length, reports: reportIds.length };
    return { value: { id, number: hoaxNumber(sequence) }, entry: hoaxEntry('recorded', id, facts) };
  });
}

/** HOAX_CLOSED, HOAX_CONCLUDED. */
export function changeHoax({ id, ...wanted }: InputOf<'hoaxes.change'>, context: UseCaseContext): HoaxPage {
  const hoax = hoaxById(context.database, id);
  if (hoax.state === 'selesai' || hoax.state === 'dihentikan')
    throw new AppError('HOAX_CLOSED', { number: hoax.number });
  const changesClaim =
    (wanted.claim !== undefined && wanted.claim !== hoax.claim) ||
    (wanted.kind !== undefined && wanted.kind !== hoax.kind) ||
    (wanted.disorder !== undefined && wanted.disorder !== hoax.disorder);
  if (hoax.verdict !== null && changesClaim) throw new AppError('HOAX_CONCLUDED', { number: hoax.number });
  const columns = {
    claim: 'claim',
    kind: 'kind',
    disorder: 'disorder',
    firstSeen: 'first_seen',
    notes: 'notes',
  } as const;
  const fields = (['claim', 'kind', 'disorder', 'firstSeen', 'notes'] as const).filter(
    (field) => wanted[field] !== undefined,
  );
  return context.write(['hoaxes'], (database) => {
    for (const field of fields)
      database.run(`UPDATE hoaxes SET ${columns[field]} = ? WHERE id = ?`, [wanted[field] ?? null, id]);
    return {
      value: hoaxPageOf(database, id),
      entry: fields.length === 0 ? null : hoaxEntry('changed', id, { fields: fields.join(' ') }),
    };
  });
}
