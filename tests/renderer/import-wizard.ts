/** The wizard of the roster's import, opened over the fake bridge as far as a test needs it. */
import { screen } from '@testing-library/react';
import { fakePlanRows } from '../support/fake-plan-rows.ts';
import type { FakeAnswers } from '../support/fake-vault-states.ts';
import { type Screen, showScreen } from './screen.tsx';

/** The number of a row of the plan. */
export const rowOf = (kind: string, place = 0): number =>
  fakePlanRows().filter((row) => row.kind === kind)[place]?.id ?? Number.NaN;
/** What was asked of one operation. */
export const sent = (shown: Screen, name: string): unknown[] =>
  shown.fake.calls.filter((one) => one.name === name).map(({ input }) => input);

/** At the sheets of a file. */
export async function openFile(answers: Partial<FakeAnswers> = {}): Promise<Screen> {
  const shown = showScreen('/pegawai/impor', { answers });
  await shown.user.click(await screen.findByRole('button', { name: /Letakkan berkas/ }));
  return shown;
}

/** At the check of a plan. */
export async function openReview(answers: Partial<FakeAnswers> = {}): Promise<Screen> {
  const shown = await openFile(answers);
  await shown.user.click(await screen.findByRole('button', { name: /^Periksa/ }));
  await screen.findByRole('tablist', { name: 'Kelompok' });
  return shown;
}

export const tab = (name: RegExp): HTMLElement => screen.getByRole('tab', { name });
