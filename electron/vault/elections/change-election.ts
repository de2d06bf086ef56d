/** Elections and their stages are added and changed; a calendar that cannot be is refused whole. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { electionRegime } from '#shared/contract/cases.ts';
import { office } from '#shared/contract/elections.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext, WritableDatabase } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { refuseBackwards, refuseHalfVerified, refuseImpossibleStages, refuseOffice } from './checks.ts';
import { electionById, stagesOf } from './election-rows.ts';

/** DAYS_BACKWARDS; OFFICE_OTHER_REGIME when stages or candidates belong to the other regime; NOT_FOUND. */
export function saveElection(input: InputOf<'elections.save'>, context: UseCaseContext): OutputOf<'elections.save'> {
  refuseBackwards(input.watchFrom, input.watchUntil);
  if (input.id !== null) {
    electionById(context.database, input.id);
    const offices = context.database.all(
      `SELECT office FROM election_stages WHERE election_id = @id AND removed_at IS NULL AND office IS NOT NULL
       UNION SELECT office FROM candidates WHERE election_id = @id AND removed_at IS NULL`,
      { id: input.id },
    );
    for (const row of offices) refuseOffice(input.regime, office.parse(row['office']));
  }
  const id = input.id ?? context.newId();
  return context.write(['elections'], (database) => {
    database.run(
      `INSERT INTO elections (id, name, regime, watch_from, watch_until, note, added_at, added_by)
       VALUES (@id, @name, @regime, @from, @until, @note, @at, @by)
       ON CONFLICT (id) DO UPDATE SET name = @name, regime = @regime, watch_from = @from, watch_until = @until, note = @note`,
      {
        id,
        name: input.name,
        regime: input.regime,
        from: input.watchFrom,
        until: input.watchUntil,
        note: input.note,
        at: context.now().toISOString(),
        by: context.actor.id,
      },
    );
    return {
      value: { id },
      entry: {
        action: input.id === null ? 'election.added' : 'election.changed',
        subjectKind: 'election',
        subjectId: id,
        facts: { regime: input.regime },
      },
    };
  });
}

/** See the contract for what is refused. */
export function saveStage(
  input: InputOf<'elections.saveStage'>,
  context: UseCaseContext,
): OutputOf<'elections.saveStage'> {
  const election = electionById(context.database, input.electionId);
  refuseOffice(electionRegime.parse(election['regime']), input.office);
  refuseHalfVerified(input);
  const { electionId, ...stage } = { ...input, id: input.id ?? context.newId() };
  const others = stagesOf(context.database, electionId).filter(({ id }) => id !== input.id);
  if (input.id !== null && others.length === stagesOf(context.database, electionId).length)
    throw new AppError('NOT_FOUND', { id: input.id });
  refuseImpossibleStages([...others, stage]);
  return context.write(['elections'], (database) => {
    database.run(
      `INSERT INTO election_stages (id, election_id, kind, office, name, starts_on, ends_on, note, source, source_url, verification,
         verified_by, verified_at)
       VALUES (@id, @electionId, @kind, @office, @name, @startsOn, @endsOn, @note, @source, @sourceUrl, @verification, @verifiedBy,
         @verifiedAt)
       ON CONFLICT (id) DO UPDATE SET kind = @kind, office = @office, name = @name, starts_on = @startsOn, ends_on = @endsOn,
         note = @note, source = @source, source_url = @sourceUrl, verification = @verification, verified_by = @verifiedBy,
         verified_at = @verifiedAt`,
      { ...stage, electionId },
    );
    return {
      value: { id: stage.id },
      entry: {
        action: input.id === null ? 'election.stage-added' : 'election.stage-changed',
        subjectKind: 'election',
        subjectId: electionId,
        facts: { stage: stage.id, kind: stage.kind, verification: stage.verification },
      },
    };
  });
}

type Removable = InputOf<'elections.setRemoved'>['what'];

/** Where a row lies, and whose entry in the log tells of it. */
const TABLES: Readonly<
  Record<
    Removable,
    { readonly table: string; readonly owner: string; readonly subject: 'election' | 'candidate' | 'setting' }
  >
> = {
  election: { table: 'elections', owner: 'id', subject: 'election' },
  stage: { table: 'election_stages', owner: 'election_id', subject: 'election' },
  candidate: { table: 'candidates', owner: 'id', subject: 'candidate' },
  account: { table: 'candidate_accounts', owner: 'candidate_id', subject: 'candidate' },
  reminder: { table: 'election_reminders', owner: 'id', subject: 'setting' },
};

/** Takes a row out of the lists or brings it back. NOT_FOUND; a stage that no longer fits the calendar is refused. */
export function setRemoved(
  { what, id, removed }: InputOf<'elections.setRemoved'>,
  context: UseCaseContext,
): OutputOf<'elections.setRemoved'> {
  const { table, owner, subject } = TABLES[what];
  const row = context.database.get(
    `SELECT ${owner} AS owner FROM ${table} WHERE id = ? AND removed_at IS ${removed ? '' : 'NOT '}NULL`,
    [id],
  );
  if (!row) throw new AppError('NOT_FOUND', { id });
  const subjectId = textOf(row, 'owner');
  return context.write(['elections'], (database) => {
    database.run(`UPDATE ${table} SET removed_at = ? WHERE id = ?`, [removed ? context.now().toISOString() : null, id]);
    if (!removed) refuseReturn(database, what, subjectId);
    return {
      value: {},
      entry: {
        action: `election.${what === 'election' ? '' : `${what}-`}${removed ? 'removed' : 'restored'}`,
        subjectKind: subject,
        subjectId,
        facts: what === 'stage' || what === 'account' ? { [what]: id } : {},
      },
    };
  });
}

/** Inside the transaction: what came back must still fit. */
function refuseReturn(database: WritableDatabase, what: Removable, electionId: string): void {
  if (what === 'stage') refuseImpossibleStages(stagesOf(database, electionId));
}
