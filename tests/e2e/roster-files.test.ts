/** The wizard over files of many programs: each ends in its sheets, or in a sentence that says why not; nothing is cut off. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tooWide, unreachable } from '../support/journey/look-over.ts';
import { ask, PASSPHRASE, type Person, press, sitDown } from '../support/journey/person.ts';
import { answerOpenDialog, resizeTo } from '../support/journey/system.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures/roster');
const SAMPLE = path.resolve(import.meta.dirname, '../../resources/sample/daftar-pegawai-contoh.xlsx');
/** Of the fixtures that are locked. */
const PASSWORD = 'Rahasia-123';
const inFolder = (folder: string): string[] =>
  readdirSync(path.join(FIXTURES, folder))
    .filter((name) => /\.(xlsx|xls|xlsb|ods|fods|html|xml|csv|tsv)$/.test(name))
    .sort()
    .map((name) => path.join(FIXTURES, folder, name));
const OFFICES = inFolder('samples');
const ALL = [SAMPLE, ...inFolder('corpus'), ...inFolder('files'), ...OFFICES];
/** Besides the damaged and empty ones, a lock that no password opens. */
const REFUSED = /^(2[1-4]-|locked\.ods$)/;

let person: Person;
let page: Page;

beforeAll(async () => {
  person = await sitDown();
  page = person.page;
  await resizeTo(person.netra, 1093, 614);
  const made = await ask(page, 'vault.create', {
    directory: person.file('brankas'),
    name: 'Berkas contoh',
    userName: 'Petugas Latihan',
    passphrase: PASSPHRASE,
    practice: true,
    sampleData: true,
  });
  expect(made).toMatchObject({ ok: true });
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
});
afterAll(() => person.netra.close());

/** For the larger windows, which have room for whatever fits into the small one: some of every way to end, every third office. */
const FEW = [
  ...ALL.filter((file) => /contoh\.xlsx$|libreoffice\.xls$|locked-agile|locked\.ods/.test(file)),
  ...OFFICES.filter((_file, index) => index % 3 === 0),
];

describe.each([
  ['light', 'id', 1093, 614, ALL],
  ['dark', 'en', 1366, 768, FEW],
  ['light', 'en', 1920, 1080, FEW],
] as const)('%s, %s, %i x %i', (theme, language, width, height, files) => {
  beforeAll(async () => {
    await resizeTo(person.netra, width, height);
    expect(await ask(page, 'app.setPreferences', { theme, language })).toMatchObject({ ok: true });
    await page.reload();
  });

  it.each(files.map((file) => [path.basename(file), file] as const))('%s', async (name, file) => {
    await begin();
    await answerOpenDialog(person.netra, file);
    await page.locator('.n-drop').click();
    if ((await outcome()) === 'locked') {
      await page.locator('input[type=password]').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.locator('.n-import-locked').waitFor({ state: 'detached' });
    }
    const said = await outcome();
    await person.look(`f-${name}-${theme}-${language}-${width}`);
    // Its first rows are a table as wide as the sheet, in a box of its own.
    expect((await tooWide(page)).filter((one) => !one.includes('n-import-scroll'))).toEqual([]);
    expect(said).toBe(REFUSED.test(name) ? 'refused' : 'sheets');
  });
});

describe('each step of the wizard', () => {
  it('is within reach of the keys, and nothing is cut off', async () => {
    await resizeTo(person.netra, 1093, 614);
    expect(await ask(page, 'app.setPreferences', { theme: 'light', language: 'id' })).toMatchObject({ ok: true });
    await page.reload();
    await begin();
    expect(await unreachable(page)).toEqual([]);
    await answerOpenDialog(person.netra, SAMPLE);
    await page.locator('.n-drop').click();
    await page.getByRole('heading', { name: /Lembar dan kolom/ }).waitFor();
    await page.locator('.n-import-sample-table').waitFor();
    expect(await unreachable(page)).toEqual([]);
    await press(page, /^Periksa/);
    await page.getByRole('tablist', { name: 'Kelompok' }).waitFor();
    await page.getByRole('grid').waitFor();
    expect(await tooWide(page)).toEqual([]);
    expect(person.netra.problems).toEqual([]);
    expect(person.netra.violations).toEqual([]);
  });
});

/** The first step, come to from elsewhere: nothing of the file before is on it. */
async function begin(): Promise<void> {
  await page.evaluate(() => window.location.assign('#/tidak/ada'));
  await page.locator('.n-import, .n-drop').first().waitFor({ state: 'detached' });
  await page.evaluate(() => window.location.assign('#/pegawai/impor'));
  await page.locator('.n-drop').waitFor();
  expect(await page.locator('.n-import-sheets, .n-import-locked, .n-problem').count()).toBe(0);
}

/** What the wizard came to with the file. */
async function outcome(): Promise<'sheets' | 'locked' | 'refused'> {
  const found = await page.waitForFunction(
    () => {
      if (document.querySelector('.n-import-sheets') !== null) return 'sheets';
      const field = document.querySelector('.n-import-locked');
      if (field !== null && field.querySelector('[data-loading]') === null) return 'locked';
      return document.querySelector('.n-import .n-problem') === null ? null : 'refused';
    },
    undefined,
    { timeout: 60_000 },
  );
  const said = await found.jsonValue();
  if (said === null) throw new Error('the wizard came to nothing');
  return said;
}
