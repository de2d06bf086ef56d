/** Candidates, their accounts, and whom an act of a case is about. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { electionRegime } from '#shared/contract/cases.ts';
import type { Office } from '#shared/domain/elections/kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { standingAct } from '../acts/act-rows.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { refuseOffice, refuseOtherAddress } from './checks.ts';
import { electionById } from './election-rows.ts';

/** Offices where a ballot number is one candidate's alone; on party lists every party numbers its own. */
const ONE_NUMBER: readonly Office[] = ['presiden', 'dpd', 'gubernur', 'bupati', 'wali_kota'];

type CandidateInput = InputOf<'elections.saveCandidate'>;

/** OFFICE_OTHER_REGIME, CANDIDATE_DAYS_ORDER, CANDIDATE_NUMBER_TAKEN; NOT_FOUND. */
export function saveCandidate(input: CandidateInput, context: UseCaseContext): OutputOf<'elections.saveCandidate'> {
  const election = electionById(context.database, input.electionId);
  refuseOffice(electionRegime.parse(election['regime']), input.office);
  refuseDays(input);
  refuseTakenNumber(context.database, input);
  if (input.id !== null) knownCandidate(context.database, input.id);
  const id = input.id ?? context.newId();
  return context.write(['elections'], (database) => {
    database.run(
      `INSERT INTO candidates (id, election_id, office, region, name, partner_name, number, path, parties, symbols, colours, tags,
         declared_on, determined_on, withdrawn_on, withdrawn_why, note, added_at, added_by)
       VALUES (@id, @electionId, @office, @region, @name, @partnerName, @number, @path, @parties, @symbols, @colours, @tags,
         @declaredOn, @determinedOn, @withdrawnOn, @withdrawnWhy, @note, @at, @by)
       ON CONFLICT (id) DO UPDATE SET election_id = @electionId, office = @office, region = @region, name = @name,
         partner_name = @partnerName, number = @number, path = @path, parties = @parties, symbols = @symbols, colours = @colours,
         tags = @tags, declared_on = @declaredOn, determined_on = @determinedOn, withdrawn_on = @withdrawnOn,
         withdrawn_why = @withdrawnWhy, note = @note`,
      {
        ...input,
        id,
        parties: JSON.stringify(input.parties),
        symbols: JSON.stringify(input.symbols),
        colours: JSON.stringify(input.colours),
        tags: JSON.stringify(input.tags),
        at: context.now().toISOString(),
        by: context.actor.id,
      },
    );
    return {
      value: { id },
      entry: {
        action: input.id === null ? 'election.candidate-added' : 'election.candidate-changed',
        subjectKind: 'candidate',
        subjectId: id,
        facts: { election: input.electionId },
      },
    };
  });
}

/** INVALID_INPUT where neither a handle nor an address is given; NOT_FOUND. */
export function saveCandidateAccount(
  input: InputOf<'elections.saveCandidateAccount'>,
  context: UseCaseContext,
): OutputOf<'elections.saveCandidateAccount'> {
  const { database } = context;
  knownCandidate(database, input.candidateId);
  if (input.handle === '' && input.url === '')
    throw new AppError('INVALID_INPUT', { field: 'handle', problem: 'needed' });
  refuseOtherAddress(input.url);
  const own = 'SELECT 1 FROM candidate_accounts WHERE id = ? AND candidate_id = ? AND removed_at IS NULL';
  if (input.id !== null && !database.get(own, [input.id, input.candidateId]))
    throw new AppError('NOT_FOUND', { id: input.id });
  const id = input.id ?? context.newId();
  return context.write(['elections'], (writable) => {
    writable.run(
      `INSERT INTO candidate_accounts (id, candidate_id, kind, platform, handle, url, note, added_at, added_by)
       VALUES (@id, @candidateId, @kind, @platform, @handle, @url, @note, @at, @by)
       ON CONFLICT (id) DO UPDATE SET kind = @kind, platform = @platform, handle = @handle, url = @url, note = @note`,
      { ...input, id, at: context.now().toISOString(), by: context.actor.id },
    );
    return {
      value: { id },
      entry: {
        action: input.id === null ? 'election.account-added' : 'election.account-changed',
        subjectKind: 'candidate',
        subjectId: input.candidateId,
        facts: { account: id, kind: input.kind },
      },
    };
  });
}

/** NOT_FOUND for an act that does not stand in the case, or a candidate that was taken out. */
export function setActCandidate(
  { caseId, actId, candidateId }: InputOf<'elections.setActCandidate'>,
  context: UseCaseContext,
): OutputOf<'elections.setActCandidate'> {
  standingAct(context.database, caseId, actId);
  if (candidateId !== null) knownCandidate(context.database, candidateId);
  return context.write(['cases', 'elections'], (database) => {
    if (candidateId === null) database.run('DELETE FROM act_candidates WHERE act_id = ?', [actId]);
    else
      database.run(
        `INSERT INTO act_candidates (act_id, candidate_id, set_at, set_by) VALUES (@actId, @candidateId, @at, @by)
         ON CONFLICT (act_id) DO UPDATE SET candidate_id = @candidateId, set_at = @at, set_by = @by`,
        { actId, candidateId, at: context.now().toISOString(), by: context.actor.id },
      );
    return {
      value: {},
      entry: {
        action: 'case.act-candidate-set',
        subjectKind: 'case',
        subjectId: caseId,
        facts: { act: actId, candidate: candidateId },
      },
    };
  });
}

function knownCandidate(database: ReadableDatabase, id: string): void {
  const known = 'SELECT 1 FROM candidates WHERE id = ? AND removed_at IS NULL';
  if (!database.get(known, [id])) throw new AppError('NOT_FOUND', { id });
}

function refuseDays({ declaredOn, determinedOn, withdrawnOn }: CandidateInput): void {
  const given = [declaredOn, determinedOn, withdrawnOn].filter((day) => day !== null);
  if (given.some((day, index) => index > 0 && day < (given[index - 1] ?? '')))
    throw new AppError('CANDIDATE_DAYS_ORDER');
}

function refuseTakenNumber(
  database: ReadableDatabase,
  { id, electionId, office, region, number }: CandidateInput,
): void {
  if (number === '' || !ONE_NUMBER.includes(office)) return;
  const taken = database.get(
    `SELECT 1 FROM candidates WHERE election_id = @electionId AND office = @office AND lower(region) = lower(@region)
       AND number = @number AND withdrawn_on IS NULL AND removed_at IS NULL AND id <> @id`,
    { electionId, office, region, number, id: id ?? '' },
  );
  if (taken) throw new AppError('CANDIDATE_NUMBER_TAKEN', { number });
}
