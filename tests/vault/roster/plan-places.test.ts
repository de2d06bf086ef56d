/** The rows of a plan by where they come from: what was decided about one plan is found again in the next. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { BUDI, rosterFile, rowsOf, SARI, TONO } from './support.ts';

let vault: TestVault;
beforeEach(async () => {
  vault = await createTestVault();
  await vault.importRoster(await rosterFile(vault, [BUDI, SARI]));
});
afterEach(() => vault.dispose());

describe('rows of a plan', () => {
  it('are found by sheet and row, and people who are gone by themselves', async () => {
    const plan = await vault.planRoster(await rosterFile(vault, [TONO, BUDI]), { scope: 'all' });
    const [first, second, gone] = await rowsOf(vault, plan);
    expect([first, second, gone].map((row) => [row?.kind, row?.row])).toEqual([
      ['added', 2],
      ['unchanged', 3],
      ['gone', null],
    ]);
    const places = [
      { sheet: 'Pegawai', row: 3, employeeId: null },
      { sheet: null, row: null, employeeId: gone?.employeeId ?? null },
      { sheet: 'Lain', row: 2, employeeId: null },
      // Somebody who stands in a row is found by the row alone.
      { sheet: null, row: null, employeeId: second?.employeeId ?? null },
    ];
    const found = await vault.service.call('roster.planRows', { planId: plan.planId, places });
    expect(found).toEqual({ total: 2, rows: [second, gone] });
    expect((await vault.service.call('roster.planRows', { planId: plan.planId, places: [] })).total).toBe(0);
  });
});
