/** What the commands answer over a real vault, in words and as documents; and that they overwrite nothing unasked. */
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';
import { run, type Ran } from './support.ts';

let vault: TestVault;
/** A case with one piece of evidence. */
let number: string;
const WITH = ['--vault', 'vault', '--passphrase-file', 'sandi'];
const netra = (...words: string[]): Promise<Ran> => run(vault.folder, ...words, ...WITH);
const inFolder = (name: string): string => path.join(vault.folder, name);

async function document(...words: string[]): Promise<unknown> {
  return JSON.parse((await netra(...words, '--json')).printed);
}

const imported = z.object({
  read: z.number(),
  added: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.array(z.record(z.string(), z.unknown())),
  warnings: z.array(z.record(z.string(), z.unknown())),
});

beforeAll(async () => {
  vault = await createTestVault();
  await vault.service.lock('button');
  vi.stubEnv('XDG_CONFIG_HOME', inFolder('config'));
  vi.stubEnv('APPDATA', inFolder('config'));
  vi.stubEnv('HOME', vault.folder);
  writeFileSync(inFolder('sandi'), PASSPHRASE);
  const made = z
    .object({ case: z.object({ number: z.string() }) })
    .parse(await document('case', 'create', '--title', 'Unggahan'));
  number = made.case.number;
  copyFileSync(path.resolve('resources/sample/tangkapan-contoh-1.png'), inFolder('bukti.png'));
  expect((await netra('evidence', 'add', number, 'bukti.png')).code).toBe(0);
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await vault.dispose();
});

describe('roster import', () => {
  const rows: (string | number)[][] = [
    ['NO', 'NIP BARU', 'NAMA', 'GOL AKHIR NAMA', 'UNOR NAMA'],
    ['1', '199001012015031001', 'Budi Contoh', 'III/c', 'Dinas X'],
    ['2', '198808082014032002', 'Sari Contoh', 'III/b', 'Dinas Y'],
    ['3', '199203032016031003', 'Rudi Contoh', 'luhur', 'Dinas Z'],
    ['4', 199001012015031, 'Tono Rusak', 'III/a', 'Dinas X'],
    ['5', '19900101', 'Tini Pendek', 'III/a', 'Dinas X'],
  ];

  it('says in words why a row was refused or is doubtful, and counts every row it read', async () => {
    writeFileSync(inFolder('pegawai.xlsx'), await writeXlsx({ sheets: [{ name: 'Pegawai', rows }] }));
    const id = imported.parse(await document('roster', 'import', 'pegawai.xlsx', '--dry-run'));
    expect(id).toMatchObject({ read: 5, added: 3, updated: 0, unchanged: 0 });
    expect(id.rejected).toEqual([
      expect.objectContaining({
        sheet: 'Pegawai',
        row: 5,
        code: 'NIP_NUMERIC_CELL',
        message: expect.stringContaining('NIP tersimpan sebagai angka') as unknown,
        params: expect.anything() as unknown,
        value: expect.any(String) as unknown,
      }),
      expect.objectContaining({ row: 6, code: 'NIP_LENGTH', message: 'Panjang NIP bukan 18 digit.' }),
    ]);
    expect(id.warnings).toContainEqual(
      expect.objectContaining({ code: 'GRADE_UNKNOWN', message: 'Golongan tidak dikenal; disimpan seperti tertulis.' }),
    );
    const en = imported.parse(await document('roster', 'import', 'pegawai.xlsx', '--dry-run', '--lang', 'en'));
    expect(en.rejected[1]).toMatchObject({ message: 'The NIP does not have 18 digits.' });

    const { printed } = await netra('roster', 'import', 'pegawai.xlsx');
    expect(printed).toContain('Dibaca 5: 3 ditambahkan, 0 diperbarui, 0 tetap, 2 ditolak');
    expect(printed).toContain('Panjang NIP bukan 18 digit. [NIP_LENGTH]');
  }, 60_000);

  it('explains a row that does not fit the people on record', async () => {
    const repeated = [rows[0] ?? [], ['1', '', 'Wati Contoh', '', 'Dinas X'], ['2', '', 'Wati Contoh', '', 'Dinas X']];
    writeFileSync(inFolder('ganda.xlsx'), await writeXlsx({ sheets: [{ name: 'Pegawai', rows: repeated }] }));
    const found = imported.parse(await document('roster', 'import', 'ganda.xlsx', '--dry-run'));
    expect(found).toMatchObject({ read: 2, added: 1 });
    expect(found.rejected).toMatchObject([
      { code: 'PERSON_REPEATED', message: 'Pegawai ini sudah disebut di baris lain berkas ini.' },
    ]);
  }, 60_000);
});

describe('a roster, in and out and back', () => {
  const heading = ['NIP', 'NAMA', 'STATUS', 'JABATAN', 'UNIT KERJA'];
  const save = async (name: string, ...people: (string | number)[][]): Promise<void> =>
    writeFileSync(inFolder(name), await writeXlsx({ sheets: [{ name: 'Pegawai', rows: [heading, ...people] }] }));
  const answer = z.looseObject({ importId: z.uuid().nullable(), updated: z.number(), gone: z.number() });

  it('takes a day, a scope, proposals and exclusions, writes corrections, and is undone', async () => {
    const gita = ['197505052000012005', 'Gita Teladan', 'PNS', 'Analis', 'Bidang Gita'];
    await save('gita.xlsx', gita, ['197606062001011006', 'Hadi Teladan', 'PNS', 'Analis', 'Bidang Gita']);
    expect(await document('roster', 'import', 'gita.xlsx', '--as-of', '2025-01-31')).toMatchObject({
      added: 2,
      asOf: '2025-01-31',
      scope: 'units',
    });
    // Excel has eaten the last digits of the NIP.
    await save(
      'rusak.xlsx',
      [197505052000012000, 'Gita Teladan', 'PNS', 'Kepala Seksi', 'Bidang Gita'],
      ['197808082003011008', 'Joko Teladan', 'PNS', 'Analis', 'Bidang Gita'],
    );
    const options = ['--as-of', '2025-06-30', '--scope', 'units', '--corrections', 'perbaikan.xlsx'];
    const dry = await document('roster', 'import', 'rusak.xlsx', '--dry-run', '--exclude', 'gone', ...options);
    expect(dry).toMatchObject({
      importId: null,
      updated: 0,
      gone: 0,
      excluded: 1,
      rejected: [{ code: 'NIP_NUMERIC_CELL' }],
      proposals: [
        { accepted: false, proposal: { nip: gita[0], evidence: expect.arrayContaining(['NAME']) as unknown } },
      ],
      corrections: { rows: 1 },
    });
    expect(existsSync(inFolder('perbaikan.xlsx'))).toBe(true);
    const refused = await netra('roster', 'import', 'rusak.xlsx', ...options);
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('[FILE_EXISTS]')]);
    const done = answer.parse(
      await document('roster', 'import', 'rusak.xlsx', '--accept-proposals', '--force', ...options),
    );
    expect(done).toMatchObject({ updated: 1, gone: 1, rejected: [] });

    await save('semua-rusak.xlsx', [197505052000012000, 'Entah Siapa', 'PNS', 'Analis', 'Bidang Lain']);
    const none = await netra('roster', 'import', 'semua-rusak.xlsx', '--exclude', 'gone', '--corrections', 'sisa.xlsx');
    expect([none.code, none.said]).toEqual([1, expect.stringContaining('[ROSTER_NOTHING_TO_IMPORT]')]);
    expect(existsSync(inFolder('sisa.xlsx'))).toBe(true);

    const { printed } = await netra('roster', 'imports');
    expect(printed).toContain(`${done.importId}\t`);
    expect((await netra('roster', 'undo', 'x')).code).toBe(2);
    const undone = await document('roster', 'undo', done.importId ?? '');
    expect(undone).toEqual({ importId: done.importId, removed: 1, restored: 2 });
    const again = await netra('roster', 'undo', done.importId ?? '', '--json');
    expect([again.code, JSON.parse(again.printed)]).toMatchObject([1, { error: { code: 'ROSTER_IMPORT_UNDONE' } }]);
  }, 120_000);

  it('says what an undo would take the ground from', async () => {
    await save('kasus.xlsx', ['197707072002012007', 'Indah Teladan', 'PNS', 'Analis', 'Bidang Indah']);
    const { importId } = answer.parse(await document('roster', 'import', 'kasus.xlsx'));
    await document('case', 'create', '--employee', '197707072002012007');
    const { code, printed } = await netra('roster', 'undo', importId ?? '', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(printed)).toMatchObject({
      ok: false,
      error: { code: 'ROSTER_IMPORT_IN_USE' },
      total: 1,
      dependents: [{ kind: 'case', name: 'Indah Teladan' }],
    });
  }, 60_000);

  it('is refused with a wrong option before anything is opened', async () => {
    for (const [option, value] of [
      ['--as-of', '31-01-2025'],
      ['--scope', 'semua'],
      ['--exclude', 'lama'],
    ] as const) {
      const ran = await run(vault.folder, 'roster', 'import', 'x.xlsx', '--vault', 'tidak-ada', option, value);
      expect([ran.code, ran.said]).toEqual([2, expect.stringContaining(option)]);
    }
  });

  it('leaves as CSV or a workbook by the file’s name, and a blank form needs no vault', async () => {
    expect(await document('roster', 'export', 'pegawai.csv', '--query', 'contoh')).toMatchObject({ format: 'csv' });
    expect(readFileSync(inFolder('pegawai.csv'), 'utf8')).toMatch(/^\uFEFFNama;NIP;/);
    expect(await document('roster', 'export', 'pegawai-semua.xlsx')).toMatchObject({ format: 'xlsx' });
    expect((await netra('roster', 'export', 'lain.xlsx', '--format', 'pdf')).code).toBe(2);
    const ran = await run(vault.folder, 'roster', 'template', 'formulir.xlsx');
    expect([ran.code, existsSync(inFolder('formulir.xlsx'))]).toEqual([0, true]);
    expect((await run(vault.folder, 'roster', 'inspect', 'formulir.xlsx', '--json')).code).toBe(0);
  }, 60_000);
});

describe('a case', () => {
  it('lacks things in words, in the call’s language; the document keeps the codes', async () => {
    const id = await netra('case', 'show', number);
    expect(id.printed).toContain('Yang masih kurang: ');
    expect(id.printed).toContain('dugaan pelanggaran');
    expect(id.printed).not.toMatch(/NO_[A-Z]+/);
    const en = await netra('case', 'show', number, '--lang', 'en');
    expect(en.printed).toContain('account of events');
    expect(await document('case', 'show', number)).toMatchObject({
      missing: expect.arrayContaining(['NO_ALLEGATION']) as unknown,
    });
  }, 60_000);
});

describe('a file that a command writes', () => {
  it.each([
    ['evidence export', (out: string) => ['evidence', 'export', 'B-0001', out]],
    ['report build', (out: string) => ['report', 'build', number, out]],
    ['report certificate', (out: string) => ['report', 'certificate', out]],
    ['custody export', (out: string) => ['custody', 'export', out]],
  ])(
    'is new, or overwritten only with --force: %s',
    async (name, words) => {
      const out = `${name.replace(' ', '-')}.out`;
      writeFileSync(inFolder(out), 'lama');
      const refused = await netra(...words(out));
      expect(refused).toMatchObject({ code: 1, printed: '' });
      expect(refused.said).toBe(
        `Berkas ${out} sudah ada dan tidak ditimpa. Pilih nama lain, atau tambahkan --force untuk menimpanya. [FILE_EXISTS]`,
      );
      expect(readFileSync(inFolder(out), 'utf8')).toBe('lama');
      expect(await document(...words(out))).toMatchObject({ error: { code: 'FILE_EXISTS', params: { name: out } } });

      expect((await netra(...words(out), '--force')).code).toBe(0);
      expect(readFileSync(inFolder(out), 'utf8')).not.toBe('lama');
      expect(existsSync(inFolder(`${out}-baru`))).toBe(false);
      expect((await netra(...words(`${out}-baru`))).code).toBe(0);
      expect(existsSync(inFolder(`${out}-baru`))).toBe(true);
    },
    120_000,
  );

  it('that exists is refused before a report is issued', async () => {
    const issued = async (): Promise<number> => {
      expect((await netra('custody', 'export', 'jejak.jsonl', '--force')).code).toBe(0);
      return readFileSync(inFolder('jejak.jsonl'), 'utf8').match(/"report\.issued"/g)?.length ?? 0;
    };
    expect((await netra('report', 'build', number, 'laporan.pdf')).code).toBe(0);
    const before = await issued();
    expect(before).toBeGreaterThan(0);
    expect((await netra('report', 'build', number, 'bukti.png')).code).toBe(1);
    expect(await issued()).toBe(before);
  }, 60_000);
});

describe('custody export', () => {
  it('keeps entries as they were signed, and says where the name in them is not the one who acted', async () => {
    const before = z.object({ withoutActor: z.number() }).parse(await document('custody', 'export', 'satu.jsonl'));
    expect(before.withoutActor).toBe(0);
    writeFileSync(inFolder('salah'), 'bukan kata sandi yang benar');
    const wrong = await run(vault.folder, 'case', 'list', '--vault', 'vault', '--passphrase-file', 'salah');
    expect(wrong.said).toContain('WRONG_PASSPHRASE');
    const done = await netra('custody', 'export', 'dua.jsonl');
    expect(done.printed).toContain('Pada 1 di antaranya pelakunya tidak diketahui');
    expect(readFileSync(inFolder('dua.jsonl'), 'utf8')).toContain('"authenticated":false');
    expect((await netra('custody', 'export', 'tiga.jsonl', '--lang', 'en')).printed).toContain(
      'the actor is not known',
    );
  }, 60_000);
});
