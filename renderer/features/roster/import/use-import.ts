/** The import as one piece of state: a file, choices, a plan, decisions, a result. Going back loses none of it. */
import { startTransition, useRef, useState } from 'react';
import type { JobState } from '#shared/contract/app.ts';
import type { ChosenFile } from '#shared/contract/common.ts';
import type { CallOf } from '#shared/contract/index.ts';
import {
  type PlanPlace,
  type PlanRow,
  type RosterImportResult,
  rosterImportResult,
  rosterLook,
  type RosterPlan,
  rosterPlan,
  type RosterSheet,
} from '#shared/contract/roster-import.ts';
import type { RosterScope } from '#shared/domain/roster/plan-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { call } from '../../../bridge/call.ts';
import { runJob } from '../../../bridge/jobs.ts';
import { fromProposal, problemOf, type SheetChoice, toMapping } from './choices.ts';
import { carried, type Decisions, decidedPlaces, NO_DECISIONS, toApply } from './decisions.ts';

export const STEPS = ['file', 'sheets', 'review', 'result'] as const;
export type Step = (typeof STEPS)[number];

/** A file that was looked into. */
export interface Matter {
  readonly file: ChosenFile;
  /** Kept in memory until the import is over. */
  readonly password: string | undefined;
  readonly sheets: readonly RosterSheet[];
}

export interface Choices {
  readonly sheets: readonly SheetChoice[];
  /** YYYY-MM-DD; null means today. */
  readonly asOf: string | null;
  readonly scope: RosterScope;
}

export interface ImportWork {
  readonly step: Step;
  readonly matter: Matter | null;
  /** A protected file that waits for its password. */
  readonly locked: { readonly file: ChosenFile; readonly wrong: boolean } | null;
  readonly choices: Choices;
  /** Something was chosen that leaving would lose. */
  readonly touched: boolean;
  readonly plan: RosterPlan | null;
  /** False when the choices differ from those that the plan was made of. */
  readonly planIsCurrent: boolean;
  readonly decisions: Decisions;
  readonly result: RosterImportResult | null;
  /** What is being waited for. */
  readonly busy: 'inspect' | 'plan' | 'apply' | null;
  readonly job: JobState | null;
  readonly error: unknown;
  read(file: ChosenFile, password?: string): Promise<void>;
  choose(choices: Choices): void;
  /** Another row of headings for one sheet: its columns are proposed anew. */
  moveHeader(sheet: SheetChoice, headerRow: number): Promise<void>;
  check(): Promise<void>;
  decide(decisions: Decisions): void;
  apply(): Promise<void>;
  go(step: Step): void;
  restart(): void;
}

interface State {
  readonly step: Step;
  readonly matter: Matter | null;
  readonly locked: ImportWork['locked'];
  readonly choices: Choices;
  readonly touched: boolean;
  readonly plan: RosterPlan | null;
  readonly planned: string | null;
  readonly decisions: Decisions;
  readonly result: RosterImportResult | null;
  readonly busy: ImportWork['busy'];
  readonly job: JobState | null;
  readonly error: unknown;
}

const FRESH: State = {
  step: 'file',
  matter: null,
  locked: null,
  choices: { sheets: [], asOf: null, scope: 'units' },
  touched: false,
  plan: null,
  planned: null,
  decisions: NO_DECISIONS,
  result: null,
  busy: null,
  job: null,
  error: null,
};

/** Whether the second step may be left. */
export function isReady({ sheets }: Choices): boolean {
  const taken = sheets.filter((choice) => choice.taken);
  return taken.length > 0 && taken.every((choice) => problemOf(choice) === null);
}

/** The state and what can be done with it. */
export function useImport(): ImportWork {
  const [state, set] = useState<State>(FRESH);
  // Answers of work that was given up (another file, another page) change nothing any more.
  const round = useRef(0);
  const change = (part: Partial<State>): void => set((before) => ({ ...before, ...part }));
  const run = async (busy: NonNullable<State['busy']>, work: () => Promise<Partial<State>>): Promise<void> => {
    const mine = (round.current += 1);
    change({ busy, error: null, job: null });
    let next: Partial<State>;
    try {
      next = await work();
    } catch (error) {
      next = { error };
    }
    if (mine !== round.current) return;
    const show = (): void => change({ busy: null, job: null, ...next });
    // A new step is a large page: drawn in slices, it keeps no key and no other work waiting.
    if (next.step === undefined) show();
    else startTransition(show);
  };
  const request = planRequest(state);
  return {
    ...state,
    planIsCurrent: state.plan !== null && state.planned === JSON.stringify(request),
    choose: (choices) => change({ choices, touched: true }),
    decide: (decisions) => change({ decisions }),
    go: (step) => change({ step, error: null }),
    restart: () => {
      round.current += 1;
      set(FRESH);
    },
    read: (file, password) => run('inspect', () => inspected(file, password, (job) => change({ job }))),
    moveHeader: (sheet, headerRow) => run('inspect', () => headerMoved(state, sheet, headerRow)),
    check: () => run('plan', () => planned(state, request, (job) => change({ job }))),
    apply: () => run('apply', () => applied(state, (job) => change({ job }))),
  };
}

async function inspected(
  file: ChosenFile,
  password: string | undefined,
  onJob: (job: JobState) => void,
): Promise<Partial<State>> {
  const protection = password === undefined ? {} : { password };
  try {
    const { sheets } = await runJob('roster.open', { file: file.token, ...protection }, rosterLook, onJob);
    const choices = { ...FRESH.choices, sheets: sheets.map(fromProposal) };
    return { ...FRESH, matter: { file, password, sheets }, choices, step: 'sheets' };
  } catch (error) {
    if (error instanceof AppError && error.code === 'ROSTER_PASSWORD_WRONG')
      return { ...FRESH, locked: { file, wrong: true } };
    // Stopped by the user: what was there before stays.
    if (error instanceof AppError && error.code === 'CANCELLED') return { error };
    if (asksForPassword(error, password)) return { ...FRESH, locked: { file, wrong: false } };
    return { ...FRESH, error };
  }
}

/** A file that is locked in a way that no password opens here (ODS, a certificate) says so the same way again. */
function asksForPassword(error: unknown, password: string | undefined): boolean {
  if (!(error instanceof AppError) || error.code !== 'ROSTER_FILE_ENCRYPTED') return false;
  return password === undefined && error.params['format'] !== 'ods';
}

async function headerMoved(state: State, sheet: SheetChoice, headerRow: number): Promise<Partial<State>> {
  const { matter, choices } = state;
  if (matter === null) return {};
  const overrides: CallOf<'roster.inspect'>['overrides'] = [{ name: sheet.name, headerRow }];
  const { sheets } = await call('roster.inspect', { file: matter.file.token, ...passwordOf(matter), overrides });
  const found = sheets.find(({ name }) => name === sheet.name);
  if (found === undefined) return {};
  const { fields, fingerprint, kind } = { ...fromProposal(found), fingerprint: found.headerFingerprint };
  const moved: SheetChoice = { ...sheet, headerRow, fields, fingerprint, kind };
  return {
    touched: true,
    matter: { ...matter, sheets: matter.sheets.map((other) => (other.name === sheet.name ? found : other)) },
    choices: { ...choices, sheets: choices.sheets.map((other) => (other.name === sheet.name ? moved : other)) },
  };
}

/** Rows per question; a line of a sheet may stand for two. */
const PLACES = 500;

type PlanRequest = Omit<CallOf<'roster.plan'>, 'file' | 'password'>;

function planRequest({ choices }: State): PlanRequest {
  return {
    sheets: choices.sheets.filter(({ taken }) => taken).map(toMapping),
    scope: choices.scope,
    ...(choices.asOf !== null && { asOf: choices.asOf }),
  };
}

async function planned(
  { matter, decisions }: State,
  request: PlanRequest,
  onJob: (job: JobState) => void,
): Promise<Partial<State>> {
  if (matter === null) return {};
  const input = { ...request, file: matter.file.token, ...passwordOf(matter) };
  const plan = await runJob('roster.plan', input, rosterPlan, onJob);
  const kept = carried(decisions, await rowsAt(plan.planId, decidedPlaces(decisions)));
  return { plan, planned: JSON.stringify(request), decisions: kept, step: 'review' };
}

/** Rows are numbered anew with every plan; those that something was decided about are found by where they stand. */
async function rowsAt(planId: string, places: readonly PlanPlace[]): Promise<PlanRow[]> {
  const rows: PlanRow[] = [];
  for (let from = 0; from < places.length; from += PLACES) {
    const asked = places.slice(from, from + PLACES);
    rows.push(...(await call('roster.planRows', { planId, places: asked, offset: 0, limit: 2 * PLACES })).rows);
  }
  return rows;
}

async function applied({ plan, decisions }: State, onJob: (job: JobState) => void): Promise<Partial<State>> {
  if (plan === null) return {};
  const result = await runJob('roster.apply', toApply(plan.planId, decisions), rosterImportResult, onJob);
  return { result, step: 'result' };
}

/** For calls that read the file once more. */
export function passwordOf({ password }: Matter): { password?: string } {
  return password === undefined ? {} : { password };
}
