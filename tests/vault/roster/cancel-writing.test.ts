/** A cancel that comes while an import is being written: nothing is written, and other writes go on. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rosterPlan } from '#shared/contract/roster-import.ts';
import { makeXlsx } from '../../fixtures/roster/make-xlsx.ts';
import { makePeople, OFFICE_HEADINGS, personCells } from '../../fixtures/roster/people.ts';
import { createTestVault, proposedSheets, type TestVault } from '../../support/test-vault.ts';

const PEOPLE = 3_000;
let vault: TestVault;
beforeEach(async () => {
  vault = await createTestVault();
});
afterEach(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

async function planned(): Promise<string> {
  const rows = [...makePeople(PEOPLE, 3)].map((person) => personCells(person));
  const bytes = makeXlsx([{ name: 'Pegawai', rows: [[...OFFICE_HEADINGS], ...rows] }]);
  const file = await vault.file('pegawai.xlsx', bytes);
  const sheets = proposedSheets(await call('roster.inspect', { file }));
  return rosterPlan.parse(await vault.job(await call('roster.plan', { file, sheets }))).planId;
}

const state = async () => ({
  people: (await call('roster.list', { limit: 1 })).total,
  imports: (await call('roster.imports', {})).imports.length,
  entries: (await call('custody.list', {})).total,
});

describe('a cancel while an import is written', () => {
  it('is heard: nothing is written, and the same plan can still be carried out', async () => {
    const planId = await planned();
    const before = await state();
    const started = await call('roster.apply', { planId });
    // The transaction is at work in the turn after the job has begun; a message that came meanwhile is heard after it.
    const insideWrite = new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
    const ended = vault.job(started);
    await insideWrite;
    await call('app.cancelJob', { jobId: started.jobId });
    await expect(ended).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await state()).toEqual(before);
    await vault.job(await call('roster.apply', { planId }));
    expect(await state()).toEqual({ people: PEOPLE, imports: before.imports + 1, entries: before.entries + 1 });
  });

  it('comes too late for an import that another write has come upon: both are there, one after the other', async () => {
    const planId = await planned();
    const before = await state();
    const started = await call('roster.apply', { planId });
    const ended = vault.job(started);
    await new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
    await call('cases.create', { title: 'Di tengah impor' });
    await call('app.cancelJob', { jobId: started.jobId });
    await ended;
    expect(await state()).toEqual({ people: PEOPLE, imports: before.imports + 1, entries: before.entries + 2 });
  });
});
