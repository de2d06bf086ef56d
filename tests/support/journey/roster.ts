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

/** People of the sample vault that a list of the office may name. */
export interface KnownPerson {
  readonly name: string;
  readonly nip: string;
  readonly unit: string;
  readonly position: string;
}

/**
 * A workbook as offices hand it over: a sheet of each unit, one of accounts, a summary. One person is new, one has another
 * position, one has a NIP that Excel has damaged, one stands there twice.
 */
export function writeOfficeRoster(
  file: string,
  [first, second, third]: readonly [KnownPerson, KnownPerson, KnownPerson],
): void {
  const heading = ['No', 'N A M A', 'NIP', 'Jabatan', 'Agama'];
  const top = [['PEMERINTAH KOTA CONTOH'], ['DAFTAR NOMINATIF PEGAWAI'], [null], heading, [1, 2, 3, 4, 5]];
  const line = (no: number, { name, nip, position }: KnownPerson): (string | number)[] => [
    no,
    name,
    nip,
    position,
    '-',
  ];
  const ofUnit = (unit: string, rows: (string | number)[][]) => ({ name: unit.slice(0, 31), rows: [...top, ...rows] });
  writeFileSync(
    file,
    makeXlsx([
      ofUnit(first.unit, [
        line(1, { ...first, position: 'Jabatan Yang Baru' }),
        [2, NEW_PERSON.name, NEW_PERSON.nip, 'Arsiparis Terampil', '-'],
        [3, NEW_PERSON.name, NEW_PERSON.nip, 'Arsiparis Terampil', '-'],
      ]),
      ofUnit(`${second.unit} `, [line(1, second), [2, third.name, Number(third.nip), third.position, '-']]),
      {
        name: 'Akun Medsos',
        rows: [
          ['NIP', 'Platform', 'Nama akun', 'Keterangan'],
          [second.nip, 'Instagram', '@pegawai.contoh', 'disampaikan sendiri'],
        ],
      },
      { name: 'Rekap', rows: [['Jumlah pegawai'], [4]], state: 'hidden' },
    ]),
  );
}
