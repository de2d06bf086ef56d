/** The whole import of a roster by keyboard alone, in the real app: from the list to a workbook, back by undo. */
import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { focused, tabTo, type } from '../support/journey/keys.ts';
import { ask, PASSPHRASE, type Person, sitDown } from '../support/journey/person.ts';
import { groupSize, type KnownPerson, NEW_PERSON, tally, writeOfficeRoster } from '../support/journey/roster.ts';
import { answerOpenDialog, answerSaveDialog, resizeTo } from '../support/journey/system.ts';

const employees = z.object({
  total: z.number(),
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nip: z.string().nullable(),
      unit: z.string().nullable(),
      position: z.string().nullable(),
    }),
  ),
});

let person: Person;
let page: Page;
let known: readonly [KnownPerson, KnownPerson, KnownPerson];

beforeAll(async () => {
  person = await sitDown();
  page = person.page;
  await resizeTo(person.netra, 1093, 614);
  const made = await ask(page, 'vault.create', {
    directory: person.file('brankas'),
    name: 'Impor dengan papan ketik',
    userName: 'Petugas Latihan',
    passphrase: PASSPHRASE,
    practice: true,
    sampleData: true,
  });
  expect(made).toMatchObject({ ok: true });
  known = await threeOfTwoUnits();
  writeOfficeRoster(person.file('kantor.xlsx'), known);
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
});
afterAll(() => person.netra.close());

describe('by keyboard alone', () => {
  it('opens the file from the list of staff', async () => {
    await answerOpenDialog(person.netra, person.file('kantor.xlsx'));
    await type(page, '4');
    await page.getByRole('heading', { level: 1, name: 'Pegawai' }).waitFor();
    await tabTo(page, /^Impor dari berkas/);
    await type(page, 'Enter');
    await page.getByRole('heading', { name: /Pilih berkas/ }).waitFor();
    await person.look('k1-berkas');
    await tabTo(page, /^Letakkan berkas/);
    await type(page, 'Enter');
    await page.getByRole('heading', { name: /Lembar dan kolom/ }).waitFor();
    await expect.poll(() => focused(page)).toContain('Langkah 2 dari 4');
  });

  it('takes the sheets of people and accounts, named after their units, as an addition', async () => {
    await page.getByText('3 dari 4 lembar diambil').waitFor();
    await tabTo(page, new RegExp(`^${known[0].unit}`));
    await type(page, 'Enter');
    await tabTo(page, /Biarkan apa adanya|Tandai, hanya/);
    await type(page, 'ArrowUp');
    expect(await page.getByRole('radio', { name: /^Biarkan/ }).isChecked()).toBe(true);
    await tabTo(page, /^Nama lembar sebagai OPD/);
    await type(page, 'Space');
    await page.getByText(/Berlaku juga untuk 1 lembar lain/).waitFor();
    await person.look('k2-lembar');
    await type(page, 'Control+Enter');
    await page.getByRole('tablist', { name: 'Kelompok' }).waitFor();
  });

  it('looks through the groups, leaves one row out, accepts a proposal', async () => {
    await expect.poll(() => focused(page)).toContain('Langkah 3 dari 4');
    await person.look('k3-pemeriksaan');
    expect(await groupSize(page, 'Baru')).toBe(1);
    expect(await groupSize(page, 'Pindah unit')).toBe(2);
    expect(await groupSize(page, 'Usulan kecocokan')).toBe(1);
    expect(await groupSize(page, 'Bertentangan')).toBe(1);
    await tabTo(page, /^Baru/);
    await type(page, 'ArrowDown', 'ArrowDown');
    await expect.poll(() => focused(page)).toMatch(/^Pindah unit/);
    await tabTo(page, /^Pindah unit$/);
    await type(page, 'Enter');
    await page.getByRole('complementary', { name: 'Rincian baris' }).getByText('Jabatan Yang Baru').waitFor();
    await person.look('k3-perubahan');
    await type(page, 'Space');
    await page.getByText('1 baris dikecualikan').waitFor();
    await tabTo(page, /^Pindah unit\d/, 'Shift+Tab');
    await type(page, 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await expect.poll(() => focused(page)).toMatch(/^Usulan kecocokan/);
    await tabTo(page, /^Terima semua/);
    await type(page, 'Enter');
    await page.getByText('1 dari 1 usulan diterima').waitFor();
    await person.look('k4-usulan');
  });

  it('saves the corrections, then writes what the button says', async () => {
    await answerSaveDialog(person.netra, person.file('perbaikan.xlsx'));
    await tabTo(page, /^Simpan buku kerja perbaikan/);
    await type(page, 'Enter');
    await page.getByText(/^perbaikan\.xlsx tersimpan/).waitFor();
    expect(existsSync(person.file('perbaikan.xlsx'))).toBe(true);
    await page.getByRole('button', { name: /^Tambahkan 1, pindahkan 1, lengkapi 1 usulan/ }).waitFor();
    await type(page, 'Control+Enter');
    await page.getByText('Daftar pegawai diperbarui.').waitFor();
    expect(await tally(page, 'baru')).toBe('1');
    expect(await tally(page, 'diperbarui')).toBe('2');
    expect(await tally(page, 'dikecualikan')).toBe('1');
    expect(await tally(page, 'akun')).toBe('1');
    await person.look('k5-hasil');
    expect((await find(NEW_PERSON.nip)).total).toBe(1);
  });

  it('undoes the import as one action', async () => {
    await tabTo(page, /^Batalkan impor ini/);
    await type(page, 'Enter');
    await page.getByRole('dialog', { name: /^Batalkan impor kantor\.xlsx/ }).waitFor();
    await tabTo(page, /^Batalkan impor ini/);
    await person.look('k6-batalkan');
    await type(page, 'Enter');
    await page.getByText('Impor ini sudah dibatalkan. Daftar pegawai seperti sebelumnya.').waitFor();
    expect((await find(NEW_PERSON.nip)).total).toBe(0);
    await type(page, 'Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'Pegawai' }).waitFor();
  });

  it('complained of nothing on the way', () => {
    expect(person.netra.violations).toEqual([]);
    expect(person.netra.problems).toEqual([]);
  });
});

async function find(query: string): Promise<z.output<typeof employees>> {
  return employees.parse((await ask(page, 'roster.list', { query })).value);
}

/** One of one unit, two of another, whose NIP tells them apart by its first fifteen digits. */
async function threeOfTwoUnits(): Promise<readonly [KnownPerson, KnownPerson, KnownPerson]> {
  const people = (await find('')).rows.flatMap(({ name, nip, unit, position }) =>
    nip === null || unit === null ? [] : [{ name, nip, unit, position: position ?? '' }],
  );
  const [first] = people;
  const second = people.find(({ unit }, place) =>
    people.some((other, at) => at > place && other.unit === unit && unit !== first?.unit),
  );
  const third = people.find((one) => one !== second && one.unit === second?.unit);
  if (first === undefined || second === undefined || third === undefined) throw new Error('the sample is too small');
  return [first, second, third];
}
