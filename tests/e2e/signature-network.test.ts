/** A signature's way to the network in the real app: the vault asks, main carries the bytes, and only where the settings say. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signaturesOperations } from '#shared/contract/signatures.ts';
import { ask, PASSPHRASE, type Person, sitDown } from '../support/journey/person.ts';
import { startAuthority, type TestAuthority } from '../support/authority/index.ts';

let person: Person;
let page: Page;
let authority: TestAuthority;

beforeAll(async () => {
  [person, authority] = await Promise.all([sitDown(), startAuthority()]);
  page = person.page;
  const vault = { directory: person.file('brankas'), name: 'Brankas uji', userName: 'Ani', passphrase: PASSPHRASE };
  expect(await ask(page, 'vault.create', { ...vault, practice: true, sampleData: true })).toMatchObject({ ok: true });
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor({ timeout: 60_000 });
});
afterAll(async () => {
  await person.netra.close();
  await authority.close();
});

/** Issues a sealed document of the case with evidence; answers what became of its signature. */
async function issue(): Promise<{ level: string; problem: { code: string } | null }> {
  const { rows } = (await ask(page, 'cases.list', {})).value as { rows: { id: string; evidenceCount: number }[] };
  const caseId = rows.find(({ evidenceCount }) => evidenceCount > 0)?.id ?? '';
  const before = await signatures();
  const started = await ask(page, 'reports.issue', { caseId, kind: 'lengkap', signature: { method: 'seal' } });
  expect(started).toMatchObject({ ok: true });
  await expect.poll(async () => (await signatures()).length, { timeout: 60_000 }).toBe(before.length + 1);
  const known = new Set(before.map(({ reportId }) => reportId));
  const made = (await signatures()).find(({ reportId }) => !known.has(reportId));
  if (made === undefined) throw new Error('nothing was issued');
  return made;
}

async function signatures() {
  return signaturesOperations.list.output.parse((await ask(page, 'signatures.list', {})).value).rows;
}

it('asks nobody without a setting, only the named host with one, and believes no one who is not trusted', async () => {
  expect(await issue()).toMatchObject({ level: 'B-B', problem: null });
  expect(authority.asked).toEqual([]);
  const services = { timestampAddress: authority.tsa(), revocationHosts: [] };
  expect(await ask(page, 'settings.set', { signatureServices: services })).toMatchObject({ ok: true });
  expect(await issue()).toMatchObject({ level: 'B-B', problem: { code: 'TIMESTAMP_NOT_TRUSTED' } });
  expect(authority.asked).toEqual([{ method: 'POST', path: '/tsa' }]);
});
