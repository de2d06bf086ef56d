/** `netra public-report …`, `netra hoax …` and `netra recap …` over a real vault, and what they refuse. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read } from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';
import { type Ran, run } from './support.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await createTestVault();
  await vault.service.lock('button');
  writeFileSync(path.join(vault.folder, 'sandi'), PASSPHRASE);
});
afterAll(() => vault.dispose());

const netra = (...words: string[]): Promise<Ran> =>
  run(vault.folder, ...words, '--vault', vault.directory, '--passphrase-file', 'sandi');

it('public-report registers, lists and shows an anonymous report', async () => {
  const added = await netra('public-report', 'add', '--subject', 'Ajakan memilih', '--accused', 'Kepala seksi');
  const number = /ADU\/\S+/.exec(added.printed)?.[0] ?? '';
  expect(added).toMatchObject({ code: 0 });
  expect((await netra('public-report', 'list', '--state', 'baru')).printed).toContain(`${number}\tbaru`);
  expect((await netra('public-report', 'show', number)).printed).toMatch(/Ajakan memilih\nKepala seksi/);
  expect(await netra('public-report', 'show', 'ADU/999')).toMatchObject({ code: 1 });
  expect((await netra('public-report', 'add')).code).not.toBe(0);
  expect((await netra('public-report', 'add', '--subject', 'x', '--topic', 'cuaca')).code).not.toBe(0);
  expect((await netra('public-report', 'list', '--state', 'tidak-ada')).code).not.toBe(0);
});

it('public-report intake registers what a table says, names refused rows, and registers no file twice', async () => {
  const table = 'Nama pelapor,Uraian kejadian\nSari Contoh,Mengajak memilih\nBudi Contoh,\nTono Contoh,Memakai atribut';
  writeFileSync(path.join(vault.folder, 'aduan.csv'), table);
  const looked = await netra('public-report', 'intake', 'aduan.csv', '--dry-run');
  expect(looked.printed).toBe('+ baris 2\n+ baris 4\n! baris 3: tidak memuat uraian maupun tautan');
  const before = (await netra('public-report', 'list')).printed.split('\n')[0];
  const filed = await netra('public-report', 'intake', 'aduan.csv');
  expect(filed).toMatchObject({ code: 1 });
  expect(filed.printed).toMatch(/^ADU\S+\tbaris 2\nADU\S+\tbaris 4\n! baris 3: /);
  expect(filed.printed + filed.said).not.toMatch(/Sari|Tono/);
  expect(Number((await netra('public-report', 'list')).printed.split('\n')[0])).toBe(Number(before) + 2);
  const again = await netra('public-report', 'intake', 'aduan.csv');
  expect(again).toMatchObject({ code: 1, printed: '' });
  expect(again.said).toMatch(/sudah pernah didaftarkan sebagai ADU/);
});

it('public-report intake makes one report of each run of messages, and of an email', async () => {
  const fixture = (name: string): string => path.join(import.meta.dirname, '../../fixtures/intake', name);
  const chat = fixture('whatsapp-android-id.zip');
  const filed = await netra('public-report', 'intake', chat, '--messages', '2-4', '--messages', '5,7-9', '--json');
  expect(filed).toMatchObject({ code: 0 });
  expect(JSON.parse(filed.printed)).toMatchObject({
    kind: 'chat',
    created: [{ place: 'pesan 2-4' }, { place: 'pesan 5-5,7-9' }],
    refused: [],
    stopped: null,
  });
  expect(await netra('public-report', 'intake', chat, '--messages', '90', '--dry-run')).toMatchObject({ code: 2 });
  const email = fixture('email-alternative-attachments.eml');
  expect(await netra('public-report', 'intake', email, '--column', 'date=A')).toMatchObject({ code: 2 });
  expect((await netra('public-report', 'intake', email, '--anonymous')).printed).toMatch(
    /^ADU\S+\tsurat 1\n\? surat 1: Uraian tampaknya memuat nama atau kontak pelapor\./,
  );
  expect(await netra('public-report', 'intake', 'tidak-ada.eml')).toMatchObject({ code: 1, printed: '' });
});

it('hoax records, lists and shows a claim, and draws nothing before the check is concluded', async () => {
  expect((await netra('hoax', 'add', 'Pemungutan suara ditunda', '--first-seen', '2026-11-20')).printed).toBe('H-0001');
  expect((await netra('hoax', 'list')).printed).toMatch(
    /^H-0001 {2}2026-11-20 {2}Dicatat {2}Pemungutan suara ditunda$/,
  );
  expect((await netra('hoax', 'show', 'h-0001')).printed).toContain('Pemungutan suara ditunda');
  expect(await netra('hoax', 'show', 'H-0099')).toMatchObject({ code: 1 });
  expect((await netra('hoax', 'add', 'Tanpa hari')).code).not.toBe(0);
  expect(await netra('hoax', 'card', 'H-0001', '--out', 'kartu.png')).toMatchObject({ code: 1 });
  expect(existsSync(path.join(vault.folder, 'kartu.png'))).toBe(false);
});

it('recap shows a period and writes its workbook', async () => {
  const shown = await netra('recap', 'show', '--from', '2026-11-01', '--to', '2026-11-30');
  expect(shown.printed).toMatch(/Hoaks menurut jenis dan tindak lanjut/);
  expect(await netra('recap', 'save', 'rekap.xlsx', '--month', '2026-11', '--public')).toMatchObject({ code: 0 });
  expect(read(readFileSync(path.join(vault.folder, 'rekap.xlsx'))).SheetNames.length).toBeGreaterThan(5);
  expect((await netra('recap', 'show', '--month', '2026-13')).code).toBe(2);
  expect((await netra('recap', 'save', 'rekap.xlsx', '--month', '2026-11')).code).toBe(1);
});
