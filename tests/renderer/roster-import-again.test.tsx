/** A check that is made again: what was decided row by row stays with its rows, whatever their new numbers are. */
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PlanRow } from '../../shared/contract/roster-import.ts';
import {
  carried,
  decidedPlaces,
  NO_DECISIONS,
  toggled,
  withAccepted,
  withKind,
} from '../../renderer/features/roster/import/decisions.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { fakePlanRows } from '../support/fake-plan-rows.ts';
import { fakeImportResult } from '../support/fake-roster-import.ts';
import { openReview, rowOf, sent, tab } from './import-wizard.ts';

const rows = fakePlanRows();
const one = (kind: PlanRow['kind'], place = 0): PlanRow => rows.filter((row) => row.kind === kind)[place]!;
/** The plan made again, without the row that is gone from the file. */
const again = (without?: PlanRow): PlanRow[] =>
  rows.filter((row) => row !== without).map((row) => ({ ...row, id: row.id + 7 }));

test('decisions go over to the rows at the same places, and with the people who stand in none', () => {
  const before = [one('added'), one('moved'), one('gone', 2), one('proposed')].reduce(toggled, NO_DECISIONS);
  const after = carried(withKind(before, 'returned', false), again(one('added')));
  expect([...after.rows.keys()]).toEqual([one('moved').id + 7, one('gone', 2).id + 7]);
  expect([...after.accepted.keys()]).toEqual([one('proposed').id + 7]);
  expect([...after.kinds]).toEqual(['returned']);
  expect(decidedPlaces(after)).toHaveLength(3);
});

test('an offer that now names somebody else has to be judged anew; a row that is refused now is nobody’s choice', () => {
  const before = toggled(withAccepted(NO_DECISIONS, [one('proposed')]), one('added'));
  const changed = again().map((row) => {
    if (row.id === one('proposed').id + 7 && row.proposal)
      return { ...row, proposal: { ...row.proposal, employeeId: one('moved').employeeId! } };
    return row.id === one('added').id + 7 ? { ...row, kind: 'refused' as const } : row;
  });
  expect(carried(before, changed)).toEqual(NO_DECISIONS);
});

test('in the wizard', async () => {
  let stale = true;
  const shown = await openReview({
    'roster.apply': (_input, fake) => {
      if (stale) throw new AppError('ROSTER_PLAN_STALE');
      return fake.job('roster-import', 'x', fakeImportResult());
    },
    'roster.planRows': ({ kinds, places, offset, limit }) => {
      const found = (stale ? rows : again()).filter(
        (row) =>
          (kinds.length === 0 || kinds.includes(row.kind)) &&
          (places === undefined || places.some(({ sheet, row: number }) => sheet === row.sheet && number === row.row)),
      );
      return { total: found.length, rows: found.slice(offset, offset + limit) };
    },
  });
  await shown.user.click(tab(/Pindah unit/));
  await shown.user.click(await screen.findByRole('checkbox', { name: `Sertakan ${one('moved').name}` }));
  await shown.user.click(tab(/Usulan kecocokan/));
  await shown.user.click(await screen.findByRole('button', { name: 'Terima semua' }));
  await screen.findByText('2 dari 2 usulan diterima');
  await shown.user.click(screen.getByRole('button', { name: /^Tambahkan 34/ }));
  await screen.findByText('ROSTER_PLAN_STALE');
  stale = false;
  await shown.user.click(screen.getByRole('button', { name: 'Periksa lagi' }));
  await waitFor(() => expect(sent(shown, 'roster.plan')).toHaveLength(2));
  await shown.user.click(await screen.findByRole('button', { name: /^Tambahkan 34, .*lengkapi 2 usulan/ }));
  await waitFor(() =>
    expect(sent(shown, 'roster.apply').at(-1)).toMatchObject({
      excludedRows: [rowOf('moved') + 7],
      acceptedRows: [rowOf('proposed') + 7, rowOf('proposed', 1) + 7],
    }),
  );
});
