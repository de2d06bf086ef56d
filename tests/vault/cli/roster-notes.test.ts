/** What the roster commands say to people about sample files of offices. */
import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';
import { run, type Ran } from './support.ts';

let vault: TestVault;
const sample = (name: string): string => path.resolve('tests/fixtures/roster/samples', name);
const inspect = (name: string): Promise<Ran> => run(vault.folder, 'roster', 'inspect', sample(name), '--lang', 'en');
const netra = (...words: string[]): Promise<Ran> =>
  run(vault.folder, 'roster', ...words, '--vault', 'vault', '--passphrase-file', 'sandi');

beforeAll(async () => {
  vault = await createTestVault();
  await vault.service.lock('button');
  for (const name of ['XDG_CONFIG_HOME', 'APPDATA', 'HOME']) vi.stubEnv(name, vault.folder);
  writeFileSync(path.join(vault.folder, 'sandi'), PASSPHRASE);
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await vault.dispose();
});

describe('roster inspect', () => {
  it('says where the headings are, why a column is taken, and which are not', async () => {
    const { printed } = await inspect('02-duk.xlsx');
    expect(printed).toContain('DUK 2026 (visible, 29 × 18)\n  column headings: row 9\n  Nama → name [SIASN]\n');
    expect(printed).toContain('  not taken: No, Pangkat TMT, Jabatan TMT');
  });

  it('says that a sheet has no headings, and that one is hidden', async () => {
    expect((await inspect('17-rekap.xlsx')).printed).toBe(
      'xlsx\nPivot (visible, 8 × 4)\n  no row of column headings was found',
    );
    expect((await inspect('14-lembar-tersembunyi.xlsx')).printed).toContain('\nArsip (very hidden, 4 × 11)\n');
  });
});

describe('roster import', () => {
  it('says what is doubtful, passed over and not taken, and where the corrections are', async () => {
    copyFileSync(sample('20-bertentangan.xlsx'), path.join(vault.folder, 'daftar.xlsx'));
    const { printed } = await netra('import', 'daftar.xlsx', '--dry-run', '--corrections', 'perbaikan.xlsx');
    expect(printed).toContain('Jenis kelamin berbeda dengan yang ada di NIP. [NIP_SEX_MISMATCH]');
    expect(printed).toMatch(/^ {2}\? Data!B8: .*\[NIP_BIRTH_MISMATCH\]$/m);
    expect(printed).toMatch(/^Tidak diambil: No, Agama$/m);
    expect(printed).toMatch(/^5 baris ditulis ke .*perbaikan\.xlsx$/m);
    const duk = await netra('import', sample('02-duk.xlsx'), '--dry-run', '--lang', 'en');
    expect(duk.printed).toMatch(/^\d+ lines that are no people passed over$/m);
    expect(duk.printed).not.toContain('[NIP_NUMERIC_CELL]');
  }, 60_000);

  it('takes the name of a sheet as the unit only when told to', async () => {
    const file = sample('03-lembar-per-opd.xlsx');
    const units = async (): Promise<string[]> => {
      const { printed } = await netra('list', '--json');
      return (JSON.parse(printed) as { rows: { unit: string | null }[] }).rows.map(({ unit }) => unit ?? '');
    };
    expect((await netra('import', file, '--sheet', 'Dinas Kesehatan')).code).toBe(0);
    expect(new Set(await units())).toEqual(new Set(['']));
    expect((await netra('import', file, '--sheet-as-unit')).code).toBe(0);
    expect(new Set(await units())).toEqual(
      new Set(['Dinas Pendidikan', 'Dinas Kesehatan', 'Kecamatan Selebar', 'Sekretariat Daerah']),
    );
  }, 60_000);
});
