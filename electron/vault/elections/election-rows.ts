/** Reads elections, stages, candidates and reminders in the shape of the contract; what was taken out is not there. */
import { z } from 'zod';
import { electionRegime, verificationState } from '#shared/contract/cases.ts';
import {
  type Candidate,
  type CandidateAccount,
  candidateAccount,
  type Election,
  type ElectionOnDay,
  type ElectionStage,
  office,
  type Reminder,
  reminderKind,
  stageKind,
} from '#shared/contract/elections.ts';
import { CANDIDATE_PATHS } from '#shared/domain/elections/kinds.ts';
import { stageWarnings } from '#shared/domain/elections/stage-problems.ts';
import { determinationOf, phaseOn, stagesOn, standingOf } from '#shared/domain/elections/standing.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';

const list = z.array(z.string());
const texts = (row: SqlRow, column: string): string[] => list.parse(JSON.parse(textOf(row, column)));

/** By the day on which they end, the latest first; those without stages before all. */
export function listElections(database: ReadableDatabase, today: string): Election[] {
  return database
    .all(
      `SELECT e.*, (SELECT count(*) FROM candidates c WHERE c.election_id = e.id AND c.removed_at IS NULL) AS candidates,
         (SELECT max(s.ends_on) FROM election_stages s WHERE s.election_id = e.id AND s.removed_at IS NULL) AS ends
       FROM elections e WHERE e.removed_at IS NULL ORDER BY ends IS NOT NULL, ends DESC, e.name`,
    )
    .map((row) => electionOf(database, row, today));
}

/** NOT_FOUND when there is none, or it was taken out. */
export function electionById(database: ReadableDatabase, id: string): SqlRow {
  const row = database.get('SELECT * FROM elections WHERE id = ? AND removed_at IS NULL', [id]);
  if (!row) throw new AppError('NOT_FOUND', { id });
  return row;
}

/** In the order of their days. */
export function stagesOf(database: ReadableDatabase, electionId: string): ElectionStage[] {
  return database
    .all('SELECT * FROM election_stages WHERE election_id = ? AND removed_at IS NULL ORDER BY starts_on, ends_on, id', [
      electionId,
    ])
    .map(stageOf);
}

export function stageOf(row: SqlRow): ElectionStage {
  return {
    id: textOf(row, 'id'),
    kind: stageKind.parse(row['kind']),
    office: office.nullable().parse(row['office']),
    name: textOf(row, 'name'),
    startsOn: textOf(row, 'starts_on'),
    endsOn: textOf(row, 'ends_on'),
    note: textOf(row, 'note'),
    ...proofOf(row),
  };
}

/** The election on one day: its phase and the stages that hold. */
export function onDay(row: SqlRow, stages: readonly ElectionStage[], day: string): ElectionOnDay {
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    regime: electionRegime.parse(row['regime']),
    phase: phaseOn(day, stages),
    stages: stagesOn(day, stages),
  };
}

/** Candidates of the elections that are there, by election, office, number and name; standing as of the day. */
export function allCandidates(database: ReadableDatabase, day: string): Candidate[] {
  const stages = new Map<string, ElectionStage[]>();
  const accounts = accountsByCandidate(database);
  return database
    .all(
      `SELECT c.*, e.name AS election_name, e.regime FROM candidates c JOIN elections e ON e.id = c.election_id
       WHERE c.removed_at IS NULL AND e.removed_at IS NULL
       ORDER BY e.name, c.office, c.region, length(c.number), c.number, c.name`,
    )
    .map((row) => {
      const electionId = textOf(row, 'election_id');
      const known = stages.get(electionId) ?? stagesOf(database, electionId);
      stages.set(electionId, known);
      return candidateOf(row, known, accounts.get(textOf(row, 'id')) ?? [], day);
    });
}

/** NOT_FOUND when there is none, or it was taken out. */
export function candidateById(database: ReadableDatabase, id: string, day: string): Candidate {
  const found = allCandidates(database, day).find((one) => one.id === id);
  if (!found) throw new AppError('NOT_FOUND', { id });
  return found;
}

/** "2. Sari Contoh dan Budi Contoh": as lists and notes call a candidate. */
export function candidateLabel({
  number,
  name,
  partnerName,
}: Pick<Candidate, 'number' | 'name' | 'partnerName'>): string {
  return `${number === '' ? '' : `${number}. `}${partnerName === '' ? name : `${name} – ${partnerName}`}`;
}

export function allReminders(database: ReadableDatabase): Reminder[] {
  return database
    .all(
      `SELECT r.*, coalesce(c.name, e.name, '') AS about FROM election_reminders r
       LEFT JOIN candidates c ON c.id = r.candidate_id LEFT JOIN elections e ON e.id = r.election_id
       WHERE r.removed_at IS NULL AND (r.candidate_id IS NULL OR c.removed_at IS NULL)
         AND (r.election_id IS NULL OR e.removed_at IS NULL)
       ORDER BY r.kind, r.text, r.id`,
    )
    .map((row) => ({
      id: textOf(row, 'id'),
      electionId: textOrNull(row, 'election_id'),
      candidateId: textOrNull(row, 'candidate_id'),
      about: textOf(row, 'about'),
      kind: reminderKind.parse(row['kind']),
      text: textOf(row, 'text'),
      note: textOf(row, 'note'),
      fromDay: textOrNull(row, 'from_day'),
      untilDay: textOrNull(row, 'until_day'),
      ...proofOf(row),
    }));
}

function electionOf(database: ReadableDatabase, row: SqlRow, today: string): Election {
  const id = textOf(row, 'id');
  const stages = stagesOf(database, id);
  return {
    id,
    name: textOf(row, 'name'),
    regime: electionRegime.parse(row['regime']),
    watchFrom: textOrNull(row, 'watch_from'),
    watchUntil: textOrNull(row, 'watch_until'),
    note: textOf(row, 'note'),
    stages,
    warnings: stageWarnings(stages).map((warning) => ({ ...warning, stages: [...warning.stages] })),
    candidates: numberOf(row, 'candidates'),
    phase: phaseOn(today, stages),
  };
}

function candidateOf(
  row: SqlRow,
  stages: readonly ElectionStage[],
  accounts: CandidateAccount[],
  day: string,
): Candidate {
  const days = {
    office: office.parse(row['office']),
    determinedOn: textOrNull(row, 'determined_on'),
    withdrawnOn: textOrNull(row, 'withdrawn_on'),
  };
  return {
    ...days,
    id: textOf(row, 'id'),
    electionId: textOf(row, 'election_id'),
    electionName: textOf(row, 'election_name'),
    regime: electionRegime.parse(row['regime']),
    region: textOf(row, 'region'),
    name: textOf(row, 'name'),
    partnerName: textOf(row, 'partner_name'),
    number: textOf(row, 'number'),
    path: z.enum(CANDIDATE_PATHS).parse(row['path']),
    parties: texts(row, 'parties'),
    symbols: texts(row, 'symbols'),
    colours: texts(row, 'colours'),
    tags: texts(row, 'tags'),
    declaredOn: textOrNull(row, 'declared_on'),
    withdrawnWhy: textOf(row, 'withdrawn_why'),
    note: textOf(row, 'note'),
    accounts,
    standing: standingOf(day, days, stages).standing,
    candidateFrom: determinationOf(days, stages).day,
  };
}

function accountsByCandidate(database: ReadableDatabase): Map<string, CandidateAccount[]> {
  const found = new Map<string, CandidateAccount[]>();
  for (const row of database.all(
    'SELECT * FROM candidate_accounts WHERE removed_at IS NULL ORDER BY kind, platform, handle',
  )) {
    const one = candidateAccount.parse({
      id: row['id'],
      kind: row['kind'],
      platform: row['platform'],
      handle: row['handle'],
      url: row['url'],
      note: row['note'],
    });
    const candidate = textOf(row, 'candidate_id');
    found.set(candidate, [...(found.get(candidate) ?? []), one]);
  }
  return found;
}

function proofOf(
  row: SqlRow,
): Pick<ElectionStage, 'source' | 'sourceUrl' | 'verification' | 'verifiedBy' | 'verifiedAt'> {
  return {
    source: textOf(row, 'source'),
    sourceUrl: textOrNull(row, 'source_url'),
    verification: verificationState.parse(row['verification']),
    verifiedBy: textOrNull(row, 'verified_by'),
    verifiedAt: textOrNull(row, 'verified_at'),
  };
}
