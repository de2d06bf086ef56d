/** Reminders for the eye, and for which types of act a row of the violation list is proposed: data that a person verifies. */
import { z } from 'zod';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type ProposalRow, proposalRow } from '#shared/contract/elections.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { refuseBackwards, refuseHalfVerified } from './checks.ts';
import { electionById } from './election-rows.ts';

/** DAYS_BACKWARDS; INVALID_INPUT for a half verified one; NOT_FOUND, also for a candidate of another election. */
export function saveReminder(
  input: InputOf<'elections.saveReminder'>,
  context: UseCaseContext,
): OutputOf<'elections.saveReminder'> {
  const { database } = context;
  refuseBackwards(input.fromDay, input.untilDay);
  refuseHalfVerified(input);
  if (input.electionId !== null) electionById(database, input.electionId);
  const electionId =
    input.candidateId === null ? input.electionId : electionOf(database, input.candidateId, input.electionId);
  const known = 'SELECT 1 FROM election_reminders WHERE id = ? AND removed_at IS NULL';
  if (input.id !== null && !database.get(known, [input.id])) throw new AppError('NOT_FOUND', { id: input.id });
  const id = input.id ?? context.newId();
  return context.write(['elections'], (writable) => {
    writable.run(
      `INSERT INTO election_reminders (id, election_id, candidate_id, kind, text, note, from_day, until_day, source, source_url,
         verification, verified_by, verified_at, added_at, added_by)
       VALUES (@id, @electionId, @candidateId, @kind, @text, @note, @fromDay, @untilDay, @source, @sourceUrl, @verification,
         @verifiedBy, @verifiedAt, @at, @by)
       ON CONFLICT (id) DO UPDATE SET election_id = @electionId, candidate_id = @candidateId, kind = @kind, text = @text,
         note = @note, from_day = @fromDay, until_day = @untilDay, source = @source, source_url = @sourceUrl,
         verification = @verification, verified_by = @verifiedBy, verified_at = @verifiedAt`,
      { ...input, id, electionId, at: context.now().toISOString(), by: context.actor.id },
    );
    return {
      value: { id },
      entry: {
        action: input.id === null ? 'election.reminder-added' : 'election.reminder-changed',
        subjectKind: 'setting',
        subjectId: id,
        facts: { kind: input.kind, verification: input.verification },
      },
    };
  });
}

/** In the order of the violation list. */
export function proposalRows(database: ReadableDatabase): ProposalRow[] {
  return database
    .all('SELECT p.body FROM proposal_rows p JOIN legal_references l ON l.code = p.code ORDER BY l.position')
    .map((row) => proposalRow.parse(JSON.parse(textOf(row, 'body'))));
}

/** INVALID_INPUT for a half verified one; NOT_FOUND for a row that the violation list does not have. */
export function saveProposalRow(
  input: InputOf<'elections.saveProposalRow'>,
  context: UseCaseContext,
): OutputOf<'elections.saveProposalRow'> {
  refuseHalfVerified(input);
  if (!context.database.get('SELECT 1 FROM legal_references WHERE code = ?', [input.code]))
    throw new AppError('NOT_FOUND', { code: input.code });
  return context.write(['elections'], (database) => {
    database.run(
      `INSERT INTO proposal_rows (code, body, updated_at) VALUES (@code, @body, @at)
       ON CONFLICT (code) DO UPDATE SET body = @body, updated_at = @at`,
      { code: input.code, body: JSON.stringify(input), at: context.now().toISOString() },
    );
    return {
      value: {},
      entry: {
        action: 'election.proposal-row-changed',
        subjectKind: 'setting',
        subjectId: input.code,
        facts: { verification: input.verification, count: input.actTypes.length },
      },
    };
  });
}

/** The candidate's own election; NOT_FOUND when another one is named beside it. */
function electionOf(database: ReadableDatabase, candidateId: string, named: string | null): string {
  const row = database.get('SELECT election_id FROM candidates WHERE id = ? AND removed_at IS NULL', [candidateId]);
  const electionId = z.string().nullish().parse(row?.['election_id']) ?? null;
  if (electionId === null || (named !== null && named !== electionId))
    throw new AppError('NOT_FOUND', { id: candidateId });
  return electionId;
}
