/** One intake from the file to the choice: what was read, which drafts are taken, what was changed in them. */
import { useEffect, useRef, useState } from 'react';
import type { JobState } from '#shared/contract/app.ts';
import type { ChosenFile } from '#shared/contract/common.ts';
import type { IntakeChoice, IntakeDraft, IntakeOptions } from '#shared/contract/report-intake-job.ts';
import { type IntakeFiling, type IntakeLook, intakeLook } from '#shared/contract/report-intake.ts';
import { isTakenAtFirst, missingOf, proposedChoice } from '#shared/domain/public-reports/proposed-choice.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { call } from '../../../bridge/call.ts';
import { runJob } from '../../../bridge/jobs.ts';
import { useFormat } from '../../../ui/format.ts';
import { type MessageSelection, NOTHING_CHOSEN } from './selection.ts';

/** Drafts per question. */
const PAGE = 1_000;

export type IntakeInput = { readonly file: ChosenFile } | { readonly text: string };

export interface IntakeMatter {
  readonly input: IntakeInput;
  readonly options: Partial<IntakeOptions>;
  readonly look: IntakeLook;
  readonly drafts: readonly IntakeDraft[];
}

interface State {
  readonly matter: IntakeMatter | null;
  readonly busy: boolean;
  readonly job: JobState | null;
  readonly error: unknown;
  readonly choices: ReadonlyMap<number, IntakeChoice>;
  readonly taken: ReadonlySet<number>;
  readonly open: number;
  readonly selection: MessageSelection;
}

const FRESH: State = {
  matter: null,
  busy: false,
  job: null,
  error: null,
  choices: new Map(),
  taken: new Set(),
  open: 0,
  selection: NOTHING_CHOSEN,
};

export interface Intake extends State {
  readonly draft: IntakeDraft | undefined;
  readonly choice: IntakeChoice | undefined;
  /** What would be registered now; null while something is missing. */
  readonly filing: IntakeFiling | null;
  read(input: IntakeInput, options?: Partial<IntakeOptions>): void;
  compose(): void;
  change(choice: IntakeChoice): void;
  take(numbers: readonly number[], taken: boolean): void;
  openDraft(number: number): void;
  select(selection: MessageSelection): void;
  restart(): void;
}

export function useIntake(first: ChosenFile | undefined): Intake {
  const { zone } = useFormat();
  const [state, set] = useState<State>(FRESH);
  const round = useRef(0);
  const patch = (part: Partial<State>): void => set((before) => ({ ...before, ...part }));
  const attempt = async (work: () => Promise<Partial<State>>): Promise<void> => {
    const mine = (round.current += 1);
    patch({ busy: true, error: null, job: null });
    const part = await work().catch((error: unknown) => (isCancelled(error) ? {} : { error }));
    // A later reading has taken the place of this one.
    if (mine === round.current) patch({ busy: false, job: null, ...part });
  };
  const read = (input: IntakeInput, options: Partial<IntakeOptions> = {}): void =>
    void attempt(async () => {
      const matter = await opened(input, options, (job) => patch({ job }));
      return { ...FRESH, matter, ...proposed(matter, zone) };
    });
  const begin = useRef(() => first !== undefined && read({ file: first }));
  useEffect(() => void begin.current(), []);
  const compose = (): void =>
    void attempt(async () => {
      const { matter, selection } = state;
      if (matter === null) return {};
      const { readingId, attachments } = matter.look;
      const draft = await call('reportIntake.compose', { readingId, ranges: [...selection.ranges] });
      const choice = proposedChoice(draft, attachments, zone, selection.ranges);
      return { matter: { ...matter, drafts: [draft] }, choices: new Map([[0, choice]]), taken: new Set([0]), open: 0 };
    });
  const choice = state.choices.get(state.open);
  return {
    ...state,
    draft: state.matter?.drafts.find(({ number }) => number === state.open),
    choice,
    filing: filingOf(state),
    read,
    compose,
    change: (changed) => patch({ choices: new Map(state.choices).set(state.open, changed) }),
    take: (numbers, taken) => patch({ taken: takenAfter(state.taken, numbers, taken) }),
    openDraft: (open) => patch({ open }),
    select: (selection) => patch({ selection }),
    restart: () => {
      round.current += 1;
      set(FRESH);
    },
  };
}

async function opened(
  input: IntakeInput,
  options: Partial<IntakeOptions>,
  onJob: (job: JobState) => void,
): Promise<IntakeMatter> {
  const source = 'file' in input ? { file: input.file.token } : { text: input.text };
  const look = await runJob('reportIntake.open', { source, options }, intakeLook, onJob);
  const drafts: IntakeDraft[] = [];
  while (drafts.length < look.drafts) {
    const { readingId } = look;
    const { rows } = await call('reportIntake.drafts', { readingId, offset: drafts.length, limit: PAGE });
    if (rows.length === 0) break;
    drafts.push(...rows);
  }
  return { input, options, look, drafts };
}

function proposed({ look, drafts }: IntakeMatter, zone: Parameters<typeof proposedChoice>[2]): Partial<State> {
  const taken = drafts.filter(isTakenAtFirst);
  return {
    choices: new Map(drafts.map((one) => [one.number, proposedChoice(one, look.attachments, zone)])),
    taken: new Set(taken.map(({ number }) => number)),
    open: drafts[0]?.number ?? 0,
  };
}

function filingOf({ matter, choices, taken }: State): IntakeFiling | null {
  const reports = [...taken].toSorted((a, b) => a - b).flatMap((number) => choices.get(number) ?? []);
  if (matter === null || reports.length === 0 || reports.some((one) => missingOf(one) !== null)) return null;
  return { readingId: matter.look.readingId, reports };
}

function takenAfter(before: ReadonlySet<number>, numbers: readonly number[], taken: boolean): ReadonlySet<number> {
  const after = new Set(before);
  for (const number of numbers) {
    if (taken) after.add(number);
    else after.delete(number);
  }
  return after;
}

function isCancelled(error: unknown): boolean {
  return error instanceof AppError && error.code === 'CANCELLED';
}
