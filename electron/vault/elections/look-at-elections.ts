/** Questions to the calendar: lists, what to look for on a day, and which rows an act may fall under. */
import type {
  Candidate,
  Election,
  ElectionOnDay,
  ElectionStage,
  Proposal,
  ProposalRow,
} from '#shared/contract/elections.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { actSheet } from '#shared/domain/acts/sheets.ts';
import { REMINDER_WORDS, STAGE_WORDS } from '#shared/domain/elections/kinds.ts';
import { fittingRows } from '#shared/domain/elections/propose.ts';
import { isWatched, standingOf, standingOfAny } from '#shared/domain/elections/standing.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import { caseById } from '../cases/case-rows.ts';
import { legalReferences } from '../cases/legal-references.ts';
import { today } from '../capture-queue/days.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../kernel.ts';
import { textOf, textOrNull } from '../rows.ts';
import { proposalRows } from './change-reminder.ts';
import {
  allCandidates,
  allReminders,
  candidateById,
  candidateLabel,
  electionById,
  listElections,
  onDay,
  stagesOf,
} from './election-rows.ts';

/** Elections that the words name, by their own name, a note or one of their stages. */
export function electionsNamed(query: string, context: UseCaseContext): Election[] {
  return listElections(context.database, today(context)).filter(({ name, note, stages }) =>
    found(query, [name, note, ...stages.flatMap((stage) => [stage.name, ...inBoth(STAGE_WORDS[stage.kind])])]),
  );
}

export function listStages(input: InputOf<'elections.stages'>, context: UseCaseContext): OutputOf<'elections.stages'> {
  const rows = listElections(context.database, today(context))
    .filter(({ id }) => input.electionId === undefined || id === input.electionId)
    .flatMap(({ id, name, regime, stages }) =>
      stages.map((stage) => ({ ...stage, electionId: id, electionName: name, regime })),
    )
    .filter(({ kind }) => input.kind === undefined || kind === input.kind)
    .filter(({ verification }) => input.verification === undefined || verification === input.verification)
    .filter(({ electionName, name, kind, note, source }) =>
      found(input.query, [electionName, name, ...inBoth(STAGE_WORDS[kind]), note, source]),
    );
  return { total: rows.length, rows: pageOf(rows, input) };
}

export function listCandidates(
  input: InputOf<'elections.candidates'>,
  context: UseCaseContext,
): OutputOf<'elections.candidates'> {
  const rows = allCandidates(context.database, input.day ?? today(context))
    .filter(({ electionId }) => input.electionId === undefined || electionId === input.electionId)
    .filter(({ office }) => input.office === undefined || office === input.office)
    .filter(({ standing }) => input.standing === undefined || standing === input.standing)
    .filter((one) => found(input.query, wordsOf(one)));
  return { total: rows.length, rows: pageOf(rows, input) };
}

export function listReminders(
  input: InputOf<'elections.reminderList'>,
  context: UseCaseContext,
): OutputOf<'elections.reminderList'> {
  const rows = allReminders(context.database)
    .filter(
      ({ electionId }) => input.electionId === undefined || electionId === null || electionId === input.electionId,
    )
    .filter(({ kind }) => input.kind === undefined || kind === input.kind)
    .filter(({ text, note, about, kind }) => found(input.query, [text, note, about, ...inBoth(REMINDER_WORDS[kind])]));
  return { total: rows.length, rows: pageOf(rows, input) };
}

/** Each row of the violation list, with its proposal where it has one. */
export function listProposals(
  input: InputOf<'elections.proposalRows'>,
  context: UseCaseContext,
): OutputOf<'elections.proposalRows'> {
  const { database } = context;
  const known = new Map(proposalRows(database).map((row) => [row.code, row] as const));
  const rows = legalReferences(database)
    .map(({ code, text }) => ({ ...(known.get(code) ?? { ...NO_PROPOSAL, code }), text }))
    .filter(({ actTypes }) => input.actType === undefined || actTypes.includes(input.actType))
    .filter(
      ({ actTypes, verification }) =>
        input.verification === undefined || (actTypes.length > 0 && verification === input.verification),
    )
    .filter(({ code, text, note, source, actTypes }) =>
      found(input.query, [code, text, note, source, ...actTypes.flatMap((type) => inBoth(actSheet(type).words))]),
    );
  return { total: rows.length, rows: pageOf(rows, input) };
}

const NO_PROPOSAL: Omit<ProposalRow, 'code'> = {
  actTypes: [],
  note: '',
  source: '',
  sourceUrl: null,
  verification: 'ingatan',
  verifiedBy: null,
  verifiedAt: null,
};

/** Reminders of no election hold on every day; those of one while it is watched, unless they name days of their own. */
export function remindersOn(
  input: InputOf<'elections.reminders'>,
  context: UseCaseContext,
): OutputOf<'elections.reminders'> {
  const { database } = context;
  const day = input.day ?? today(context);
  const elections = watchedOn(database, day)
    .map(({ row, stages }) => onDay(row, stages, day))
    .filter(({ id }) => input.electionId === undefined || id === input.electionId);
  const watched = new Set(elections.map(({ id }) => id));
  return {
    day,
    elections,
    candidates: allCandidates(database, day).filter(
      ({ electionId, standing }) => watched.has(electionId) && standing !== 'tidak_lagi',
    ),
    reminders: allReminders(database)
      .filter(({ electionId }) => electionId === null || watched.has(electionId))
      .filter(
        ({ fromDay, untilDay }) => (fromDay === null || fromDay <= day) && (untilDay === null || day <= untilDay),
      ),
  };
}

/** NOT_FOUND for a candidate that was taken out. */
export function proposeRows(
  input: InputOf<'elections.propose'>,
  context: UseCaseContext,
): OutputOf<'elections.propose'> {
  const { day } = input;
  if (day === null) return { proposals: [], none: 'no-day' };
  const { database } = context;
  const candidate = input.candidateId === null ? null : candidateById(database, input.candidateId, day);
  const elections =
    candidate === null
      ? watchedOn(database, day).filter(({ row }) => input.regime === null || row['regime'] === input.regime)
      : [{ row: electionById(database, candidate.electionId), stages: stagesOf(database, candidate.electionId) }];
  const proposals = elections.map(({ row, stages }) =>
    proposalOf({ day, actType: input.actType, candidate, stages, election: onDay(row, stages, day) }, database),
  );
  return { proposals, none: proposals.length === 0 ? 'no-election' : null };
}

/** CASE_UNKNOWN. A candidate that was taken out since is still named: the officer said so then. */
export function actCandidates(
  { caseId }: InputOf<'elections.actCandidates'>,
  context: UseCaseContext,
): OutputOf<'elections.actCandidates'> {
  caseById(context.database, caseId);
  const rows = context.database.all(
    `SELECT l.act_id, l.candidate_id, c.number, c.name, c.partner_name FROM act_candidates l
     JOIN case_acts a ON a.id = l.act_id JOIN candidates c ON c.id = l.candidate_id
     WHERE a.case_id = ? AND a.withdrawn_at IS NULL ORDER BY a.added_at, a.id`,
    [caseId],
  );
  return {
    rows: rows.map((row) => ({
      actId: textOf(row, 'act_id'),
      candidateId: textOf(row, 'candidate_id'),
      label: candidateLabel({
        number: textOf(row, 'number'),
        name: textOf(row, 'name'),
        partnerName: textOf(row, 'partner_name'),
      }),
    })),
  };
}

interface Question {
  readonly day: string;
  readonly actType: InputOf<'elections.propose'>['actType'];
  readonly candidate: Candidate | null;
  readonly stages: readonly ElectionStage[];
  readonly election: ElectionOnDay;
}

function proposalOf({ day, actType, candidate, stages, election }: Question, database: ReadableDatabase): Proposal {
  const { standing, code, ...reason } =
    candidate === null ? standingOfAny(day, stages) : standingOf(day, candidate, stages);
  const references = new Map(legalReferences(database).map((row) => [row.code, row] as const));
  const types = new Map(proposalRows(database).map((row) => [row.code, row.actTypes] as const));
  const fitting = fittingRows({ standing, actType, path: candidate?.path ?? null }, [...references.values()], types);
  return {
    election,
    candidate: candidate === null ? null : { id: candidate.id, label: candidateLabel(candidate) },
    standing,
    reason: { code, ...reason },
    rows: fitting.flatMap(({ code: rowCode, fits }) => {
      const row = references.get(rowCode);
      return row
        ? [{ code: row.code, category: row.category, text: row.text, fits, verification: row.verification }]
        : [];
    }),
  };
}

interface KnownElection {
  readonly row: SqlRow;
  readonly stages: ElectionStage[];
}

function watchedOn(database: ReadableDatabase, day: string): KnownElection[] {
  return database
    .all('SELECT * FROM elections WHERE removed_at IS NULL ORDER BY name')
    .map((row) => ({ row, stages: stagesOf(database, textOf(row, 'id')) }))
    .filter(({ row, stages }) =>
      isWatched(day, { watchFrom: textOrNull(row, 'watch_from'), watchUntil: textOrNull(row, 'watch_until'), stages }),
    );
}

function wordsOf(one: Candidate): string[] {
  const accounts = one.accounts.flatMap(({ handle, url }) => [handle, url]);
  const marks = [one.parties, one.symbols, one.colours, one.tags, accounts].flat();
  return [one.name, one.partnerName, one.number, one.region, one.electionName, one.note, ...marks];
}

/** Words of a list are found in either language of the screen. */
const inBoth = ({ id, en }: { readonly id: string; readonly en: string }): string[] => [id, en];

/** Whether every word of the query stands in one of the texts. */
function found(query: string, texts: readonly string[]): boolean {
  const folded = searchTerms(texts.join(' '), Infinity).join(' ');
  return searchTerms(query).every((term) => folded.includes(term));
}

function pageOf<Row>(
  rows: readonly Row[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Row[] {
  return rows.slice(offset, offset + limit);
}
