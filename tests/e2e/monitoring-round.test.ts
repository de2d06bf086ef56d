/** A round in the real app: two outcomes by key, the app killed, started again, unlocked; the work goes on exactly where it stopped. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { launchNetra, type RunningNetra } from '../support/electron.ts';
import { valueOf } from '../support/kill/app-session.ts';

const PASSPHRASE = 'kuda jerapah gajah badak';
const NAMES = ['Ani Contoh', 'Budi Contoh', 'Cici Contoh', 'Dedi Contoh'];
const folder = mkdtempSync(path.join(tmpdir(), 'netra-ronde-'));
const directory = path.join(folder, 'brankas');
let netra: RunningNetra;
let page: Page;

beforeAll(async () => await start());
afterAll(async () => {
  await netra.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  netra = await launchNetra({ userDataDir: path.join(folder, 'profil') });
  page = await netra.firstWindow();
  await page.waitForFunction(() => window.netra !== undefined);
}

const identified = z.object({ id: z.string() });
const made = async (...asked: Parameters<typeof valueOf>): Promise<string> =>
  identified.parse(await valueOf(...asked)).id;
const state = async (roundId: string): Promise<{ next: string; latest: string; done: number }> => {
  const shape = z.object({
    round: z.object({ done: z.number() }),
    item: z.object({ id: z.string() }),
    latest: z.object({ look: z.object({ id: z.string() }) }),
  });
  const { round, item, latest } = shape.parse(await valueOf(page, 'monitoring.work', { roundId }));
  return { next: item.id, latest: latest.look.id, done: round.done };
};

const card = (): Locator => page.getByRole('region', { name: 'Akun yang dilihat sekarang' });

it('a round that a kill interrupts is resumed exactly where it stopped', async () => {
  const created = { directory, name: 'Brankas', userName: 'Ayu Petugas', passphrase: PASSPHRASE, practice: true };
  await valueOf(page, 'vault.create', created);
  for (const name of NAMES) {
    const employeeId = await made(page, 'roster.addPerson', { name, agency: 'Dinas Contoh' });
    const url = `http://127.0.0.1:9/${name.toLowerCase().replace(' ', '.')}`;
    await valueOf(page, 'roster.saveAccount', { employeeId, platform: 'Lini', handle: name, url, basis: '' });
  }
  const users = z.object({ users: z.array(identified) });
  const assigneeId = users.parse(await valueOf(page, 'vault.listUsers', {})).users[0]?.id ?? '';
  const roundId = await made(page, 'monitoring.begin', { title: 'Ronde uji', plan: {}, assigneeId });
  await page.evaluate((id) => {
    window.location.hash = `#/pemantauan?ronde=${id}`;
  }, roundId);
  await card().waitFor();
  await page.keyboard.press('t');
  await page.getByText('1 dari 4 akun').waitFor();
  await page.keyboard.press('h');
  await page.getByText('2 dari 4 akun').waitFor();
  const shown = await card().getByRole('heading', { level: 2 }).textContent();
  const before = await state(roundId);

  await netra.kill();
  await start();
  await valueOf(page, 'vault.open', { directory, passphrase: PASSPHRASE });
  expect(await state(roundId)).toEqual(before);
  await page.evaluate((id) => {
    window.location.hash = `#/pemantauan?ronde=${id}`;
  }, roundId);
  await card().waitFor();
  expect(await card().getByRole('heading', { level: 2 }).textContent()).toBe(shown);
  await page.getByText('2 dari 4 akun').waitFor();
  await page.keyboard.press('z');
  await page.getByText('1 dari 4 akun').waitFor();
  expect(netra.violations).toEqual([]);
});
