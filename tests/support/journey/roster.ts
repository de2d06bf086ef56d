/** Lists of the same office for the wizard, and the way through it. */
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { makeXlsx } from '../../fixtures/roster/make-xlsx.ts';

export const NEW_PERSON = { name: 'Laras Contoh Baru', nip: '198503152010012777' } as const;

/** A second list: one who is new, one whose position changed, one whose NIP Excel has rounded. */
export function writeNextRoster(file: string, moved: { readonly name: string; readonly nip: string }): void {
  const rows = [
    ['DAFTAR PEGAWAI (CONTOH)'],
    ['No', 'NIP', 'Nama Lengkap', 'Jabatan', 'Unit Kerja', 'Agama'],
    [1, NEW_PERSON.nip, NEW_PERSON.name, 'Arsiparis Terampil', 'Sekretariat', '-'],
    [2, moved.nip, moved.name, 'Jabatan Yang Baru', 'Sekretariat', '-'],
    [3, 198503152010012000, 'Rani Dibulatkan', 'Pengelola Data', 'Sekretariat', '-'],
  ];
  writeFileSync(file, makeXlsx([{ name: 'Lembar 1', rows }]));
}

/** How many rows a group of the check has, as its tile says. */
export async function groupSize(page: Page, group: string): Promise<number> {
  const text = await page
    .getByRole('tab', { name: new RegExp(`^${group}`) })
    .locator('b')
    .textContent();
  return Number(text?.replace(/^.*\//, '').replaceAll(/\D/g, ''));
}

/** The figure under a word of the result. */
export async function tally(page: Page, word: string): Promise<string | null> {
  return page
    .locator('.n-tally > div')
    .filter({ has: page.getByText(word, { exact: true }) })
    .locator('b')
    .textContent();
}
