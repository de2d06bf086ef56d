/** Reads a roster and says what it would do: nothing is written, of the file nothing is kept but the plan in memory. */
import { createHash } from 'node:crypto';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { RosterPlan } from '#shared/contract/roster-import.ts';
import { PLAN_ROW_KINDS, type PlanRowKind } from '#shared/domain/roster/plan-kinds.ts';
import type { FileSource, JobProgress, UseCaseContext } from '../../kernel.ts';
import { dayOf, startOfDay } from '../days.ts';
import { dropPlan, type HeldPlan, holdPlan, rosterVersion } from './held-plan.ts';
import { knownDirectory } from './known-directory.ts';
import { type PlanEntry, TAKEN_KINDS } from './plan-types.ts';
import { ImportPlanner, problemOf } from './planner.ts';
import { readRoster } from './read-roster.ts';
import { statusSynonyms } from './status-synonyms.ts';

export async function planImport(
  input: InputOf<'roster.plan'>,
  context: UseCaseContext,
): Promise<OutputOf<'roster.plan'>> {
  const file = await context.file(input.file);
  dropPlan(context);
  const jobId = context.startJob('roster-import', file.name, async (progress) => {
    try {
      return await carryOut(input, { file, progress, context });
    } finally {
      await file.close();
    }
  });
  return { jobId };
}

interface Work {
  readonly file: FileSource;
  readonly progress: JobProgress;
  readonly context: UseCaseContext;
}

async function carryOut(input: InputOf<'roster.plan'>, work: Work): Promise<RosterPlan> {
  const { file, progress, context } = work;
  const { timeZone } = context.settings();
  const day = input.asOf ?? dayOf(context.now(), timeZone);
  const from = startOfDay(day, timeZone);
  const version = rosterVersion(context.database);
  const sha256 = await hashOf(file, progress.signal);
  const directory = knownDirectory(context.database, from);
  const sheets = input.sheets.map(({ name }) => name);
  const accountSheets = new Set(input.sheets.filter(({ kind }) => kind === 'accounts').map(({ name }) => name));
  const planner = new ImportPlanner(directory, { day, from, scope: input.scope, sheets, accountSheets });
  const job = {
    mode: 'read' as const,
    sheets: input.sheets,
    statusSynonyms: statusSynonyms(context),
    ...(input.password === undefined || input.password === '' ? {} : { password: input.password }),
  };
  const read = await readRoster(job, file, { receiver: planner, progress, context });
  progress.report('compare', 0, null);
  const entries = planner.finish();
  const plan: HeldPlan = {
    id: context.newId(),
    file: { name: file.name, bytes: file.bytes, sha256 },
    day,
    from,
    scope: input.scope,
    read: read.read + read.refused,
    mapping: input.sheets,
    fingerprints: new Map(read.sheetHashes.map(({ sheet, headerFingerprint }) => [sheet, headerFingerprint])),
    version,
    entries,
    applied: false,
  };
  holdPlan(context, plan);
  return {
    planId: plan.id,
    file: plan.file,
    asOf: day,
    scope: plan.scope,
    read: plan.read,
    ...summaryOf(entries),
    dropped: read.dropped,
    notices: read.notices.map(problemOf),
    notTaken: read.notTaken,
    mapping: input.sheets,
  };
}

function summaryOf(entries: readonly PlanEntry[]): Pick<RosterPlan, 'counts' | 'doubtful' | 'accounts' | 'accountsOf'> {
  const none = Object.fromEntries(PLAN_ROW_KINDS.map((kind) => [kind, 0])) as Record<PlanRowKind, number>;
  const counts = { ...none };
  const accountsOf = { ...none };
  let doubtful = 0;
  let accounts = 0;
  for (const { kind, remarks, accounts: stated } of entries) {
    counts[kind] += 1;
    if (kind !== 'conflict') accountsOf[kind] += stated.length;
    if (!TAKEN_KINDS.has(kind)) continue;
    if (remarks !== null) doubtful += 1;
    accounts += stated.length;
  }
  return { counts, doubtful, accounts, accountsOf };
}

async function hashOf(file: FileSource, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of file.chunks(signal)) hash.update(chunk);
  return hash.digest('hex');
}
