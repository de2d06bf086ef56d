/** A second list of the same office: one who is new, one whose position changed, one whose NIP Excel has rounded. */
import { writeFileSync } from 'node:fs';
import { makeXlsx } from '../../fixtures/roster/make-xlsx.ts';

export const NEW_PERSON = { name: 'Laras Contoh Baru', nip: '198503152010012777' } as const;

/** Writes the workbook. */
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
