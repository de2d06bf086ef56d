/** A queue of three addresses in the real app: paused, the app closed and started again, resumed, done; nothing twice. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { startCaptureSite } from '../fixtures/capture-site/site.ts';
import { ask, goTo, PASSPHRASE, type Person, press, sitDown, unlock } from '../support/journey/person.ts';
import { launchNetra, type RunningNetra } from '../support/electron.ts';

let site: Awaited<ReturnType<typeof startCaptureSite>>;
let person: Person;
let again: RunningNetra | null = null;
let page: Page;

const home = (): Promise<void> => page.getByRole('navigation', { name: 'Menu utama' }).waitFor({ timeout: 60_000 });
const queues = z.object({
  queues: z.array(
    z.object({ id: z.string(), state: z.string(), finished: z.number(), counts: z.record(z.string(), z.number()) }),
  ),
});
const queue = async () => queues.parse((await ask(page, 'queue.list', {})).value).queues[0];
const until = (what: (now: NonNullable<Awaited<ReturnType<typeof queue>>>) => boolean): Promise<void> =>
  expect
    .poll(
      async () => {
        const now = await queue();
        return now !== undefined && what(now);
      },
      { timeout: 90_000, interval: 300 },
    )
    .toBe(true);

beforeAll(async () => {
  site = await startCaptureSite();
  person = await sitDown();
  page = person.page;
  await ask(page, 'vault.create', {
    directory: person.file('brankas'),
    name: 'Brankas uji',
    userName: 'Ani',
    passphrase: PASSPHRASE,
    practice: true,
  });
  await home();
});
afterAll(async () => {
  await again?.close();
  if (again === null) await person.netra.close();
  await site.close();
});

it('captures a pasted list behind the window that is worked in, and rests when it is told to', async () => {
  await goTo(page, 'Antrean');
  await press(page, 'Buat antrean');
  const dialog = page.getByRole('dialog', { name: 'Buat antrean' });
  const addresses = ['/plain', '/forbidden', '/nirgends'].map((path) => `${site.http}${path}`);
  await dialog.getByLabel(/Alamat, satu per baris/).fill(addresses.join('\n'));
  await dialog.getByRole('button', { name: 'Periksa daftar' }).click();
  await dialog.getByText('3 alamat akan diambil').waitFor();
  await dialog.getByLabel(/Nama antrean/).fill('Tiga alamat');
  await dialog.getByLabel(/Jeda antara dua halaman/).fill('2');
  await dialog.getByRole('button', { name: 'Buat dan jalankan' }).click();
  await until(({ counts }) => (counts['running'] ?? 0) === 1);
  // The officer's window keeps the focus while the page is opened behind it.
  expect(await page.evaluate(() => document.hasFocus())).toBe(true);
  await until(({ finished }) => finished >= 1);
  const paused = await queue();
  expect(await ask(page, 'queue.act', { id: paused?.id ?? '', action: 'pause' })).toMatchObject({ ok: true });
  await until(({ counts }) => (counts['running'] ?? 0) === 0);
  await person.look('60-antrean-dijeda');
});

it('goes on after the app was started again, from where it was', async () => {
  const before = await queue();
  await person.netra.app.close();
  again = await launchNetra({ userDataDir: person.netra.userDataDir, args: ['--vault', person.file('brankas')] });
  page = await again.firstWindow();
  await unlock(page);
  await home();
  expect(await queue()).toMatchObject({ state: 'paused', finished: before?.finished });
  await goTo(page, 'Antrean');
  await press(page, 'Lanjutkan');
  await until(({ state }) => state === 'ended');
  expect((await queue())?.counts).toEqual({ captured: 1, wall: 1, gone: 1 });
  await page.getByText('3 dari 3 alamat').waitFor();
  const { total } = z.object({ total: z.number() }).parse((await ask(page, 'evidence.list', {})).value);
  expect(total).toBe(3);
});

it('says of a post that is not found at its second look that it is gone, beside its first capture', async () => {
  const first = await evidenceOf(`${site.http}/plain`);
  site.remove('/plain');
  await ask(page, 'secondLooks.plan', { evidenceId: first.id, dueOn: OFFICE_DAY.format(new Date()) });
  await ask(page, 'secondLooks.run', {});
  const looks = async () => looksShape.parse((await ask(page, 'secondLooks.of', { evidenceId: first.id })).value).looks;
  await expect.poll(async () => (await looks())[0]?.state, { timeout: 90_000, interval: 300 }).toBe('compared');
  expect(await looks()).toMatchObject([
    { comparison: { verdict: 'gone' }, before: { id: first.id, outcome: 'captured' }, after: { outcome: 'gone' } },
  ]);
  await goTo(page, 'Bukti');
  await press(page, new RegExp(first.number));
  await press(page, /Rincian/);
  await page.getByText(/^Tidak ditemukan lagi pada .* bukan bukti bahwa pembuatnya yang menghapus/).waitFor();
  // The captured pages' own complaints are theirs.
  expect(again?.problems.filter((line) => !line.startsWith('http://127.0.0.1'))).toEqual([]);
  expect(again?.violations).toEqual([]);
});

const OFFICE_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' });
const looksShape = z.object({
  looks: z.array(
    z.object({
      state: z.string(),
      comparison: z.object({ verdict: z.string() }).nullable(),
      before: z.object({ id: z.string(), outcome: z.string() }),
      after: z.object({ outcome: z.string() }).nullable(),
    }),
  ),
});

const listed = z.object({ rows: z.array(z.object({ id: z.string(), number: z.string(), address: z.string() })) });

/** The item that was captured of an address. */
async function evidenceOf(address: string): Promise<{ readonly id: string; readonly number: string }> {
  const { rows } = listed.parse((await ask(page, 'evidence.list', {})).value);
  const found = rows.find((row) => row.address === address);
  if (found === undefined) throw new Error(`nothing was captured of ${address}`);
  return found;
}
