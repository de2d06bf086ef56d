/** The case package in the real window: from the case's page into a folder that the person chose. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { casePackageManifest } from '#shared/contract/case-package.ts';
import { ask, firstRun, type Person, press, sitDown } from '../support/journey/person.ts';
import { answerOpenDialog } from '../support/journey/system.ts';

let person: Person;
let page: Page;
beforeAll(async () => {
  person = await sitDown();
  page = person.page;
  await firstRun(person);
});
afterAll(() => person.netra.close());

it('asks where, writes the originals, names the folder and is in the case’s history', async () => {
  const found = await ask(page, 'cases.list', { limit: 100 });
  const { rows } = z
    .object({ rows: z.array(z.object({ id: z.string(), number: z.string(), evidenceCount: z.number() })) })
    .parse(found.value);
  const chosen = rows.find(({ evidenceCount }) => evidenceCount > 0);
  if (chosen === undefined) throw new Error('the sample data has no case with evidence');
  const folder = person.file('serah');
  mkdirSync(folder);
  await page.evaluate((id) => void (window.location.hash = `/kasus/${id}`), chosen.id);
  await press(page, 'Buat paket kasus');
  await page.getByRole('dialog').getByText('RAHASIA').waitFor();
  await person.look('paket-kasus');

  // The choice of a place is closed: nothing happens, nothing is said.
  await person.netra.app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
  });
  await press(page, 'Pilih tempat dan buat');
  await expect.poll(() => page.getByRole('button', { name: 'Pilih tempat dan buat' }).isEnabled()).toBe(true);
  expect(readdirSync(folder)).toEqual([]);

  await answerOpenDialog(person.netra, folder);
  await press(page, 'Pilih tempat dan buat');
  await page.getByText(/Paket kasus tersimpan di folder .*serah/).waitFor();
  await press(page, /^Pekerjaan/);
  await page.getByText('Membuat paket kasus').waitFor();
  await person.look('paket-kasus-selesai');

  const [name = ''] = readdirSync(folder);
  expect(name).toMatch(/^paket-kasus-/);
  const inPackage = (file: string): Buffer => readFileSync(path.join(folder, name, file));
  const manifest = casePackageManifest.parse(JSON.parse(inPackage('isi-paket.json').toString('utf8')));
  expect(manifest.caseNumber).toBe(chosen.number);
  for (const file of manifest.files)
    expect(createHash('sha256').update(inPackage(file.path)).digest('hex'), file.path).toBe(file.sha256);
  // The age library, as it is bundled: the address is made by it.
  const address = await ask(page, 'handover.address', {});
  expect(z.object({ recipient: z.string() }).parse(address.value).recipient).toMatch(/^age1[0-9a-z]{58}$/);
  await page.evaluate(() => void (window.location.hash = '/paket'));
  await page.getByText('Dibuat dan diserahkan').waitFor();
  await page.getByRole('button', { name: /^Simpan tanda terima: / }).waitFor();
  await person.look('paket');

  const history = await ask(page, 'cases.get', { id: chosen.id });
  const { thread } = z.object({ thread: z.array(z.object({ action: z.string() })) }).parse(history.value);
  expect(thread.at(-1)?.action).toBe('case.packaged');
  expect(person.netra.problems).toEqual([]);
  expect(person.netra.violations).toEqual([]);
});
