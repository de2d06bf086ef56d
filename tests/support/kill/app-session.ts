/** Drives the running app through its bridge: without its screens, so that no test here depends on the look. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';
import type { CallOf, OperationName } from '#shared/contract/index.ts';
import type { RunningNetra } from '../electron.ts';

/** The value that an operation answers with; throws the code of its error. */
export async function valueOf<Name extends OperationName>(
  page: Page,
  name: Name,
  input: CallOf<Name>,
): Promise<unknown> {
  const answer = await page.evaluate(
    async ([operation, argument]) => {
      const functions = window.netra?.operations as unknown as Record<string, (value: unknown) => Promise<unknown>>;
      return await functions[operation]?.(argument);
    },
    [name, input] as const,
  );
  const { ok, value, error } = answerShape.parse(answer);
  if (!ok) throw new Error(`${name}: ${error?.code ?? ''}`);
  return value;
}
const answerShape = z.object({
  ok: z.boolean(),
  value: z.unknown().optional(),
  error: z.object({ code: z.string() }).optional(),
});

/** Starts an operation that answers with a job, and waits for the job's value; throws the code of its error. */
export async function jobOf<Name extends OperationName>(page: Page, name: Name, input: CallOf<Name>): Promise<unknown> {
  const { jobId } = z.object({ jobId: z.string() }).parse(await valueOf(page, name, input));
  const read = async (): Promise<z.infer<typeof jobShape> | undefined> =>
    jobsShape.parse(await valueOf(page, 'app.listJobs', {})).jobs.find((job) => job.jobId === jobId);
  await expect.poll(async () => (await read())?.state, { timeout: 120_000 }).not.toBe('running');
  const ended = await read();
  if (ended?.state !== 'done') throw new Error(`${name}: ${ended?.error?.code ?? ended?.state ?? 'no job'}`);
  return ended.value;
}
const jobShape = z.object({
  jobId: z.string(),
  state: z.string(),
  value: z.unknown().optional(),
  error: z.object({ code: z.string() }).optional(),
});
const jobsShape = z.object({ jobs: z.array(jobShape) });

const stateShape = z.object({
  title: z.string(),
  loading: z.boolean(),
  busy: z.boolean(),
  problem: z.string().nullable(),
  last: z.object({ outcome: z.string(), evidenceId: z.string().nullable() }).nullable(),
});
export type BarState = z.infer<typeof stateShape>;

/** Opens the capture window at an address; answers with its tool bar when the page of that title is there. */
export async function openAt(
  netra: RunningNetra,
  page: Page,
  caseId: string | null,
  { address, title }: { readonly address: string; readonly title: string },
): Promise<Page> {
  await valueOf(page, 'capture.openWindow', { caseId, address: '' });
  const findBar = (): Page | undefined =>
    netra.app.windows().find((one) => one.url().endsWith('/capture-toolbar.html'));
  await expect.poll(() => findBar() !== undefined, { timeout: 30_000 }).toBe(true);
  const bar = findBar();
  if (bar === undefined) throw new Error('no tool bar');
  await bar.waitForFunction(() => window.netra !== undefined);
  await valueOf(bar, 'capture.navigate', { address });
  await expect.poll(() => barState(bar), { timeout: 30_000 }).toMatchObject({ loading: false, title });
  return bar;
}

export async function barState(bar: Page): Promise<BarState> {
  return stateShape.parse(await valueOf(bar, 'capture.state', {}));
}

/** Captures the page at an address into a case or the tray. */
export async function takeCapture(
  netra: RunningNetra,
  page: Page,
  caseId: string | null,
  target: { readonly address: string; readonly title: string },
): Promise<{ readonly outcome: string; readonly evidenceId: string }> {
  const bar = await openAt(netra, page, caseId, target);
  await valueOf(bar, 'capture.take', {});
  await expect.poll(async () => (await barState(bar)).busy, { timeout: 60_000 }).toBe(false);
  const { last } = await barState(bar);
  const evidenceId = last?.evidenceId ?? null;
  if (last === null || evidenceId === null) throw new Error('not captured');
  return { outcome: last.outcome, evidenceId };
}
