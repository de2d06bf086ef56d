/** `netra document …`: kinds, preview, issue, replace, save, wording, office, batch; and what they refuse. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { issuedDocument, officeDocuments } from '../../../shared/contract/documents.ts';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';
import { run, type Ran } from './support.ts';

let vault: TestVault;
let number: string;
let report: string;
const netra = (...words: string[]): Promise<Ran> =>
  run(vault.folder, 'document', ...words, '--vault', 'vault', '--passphrase-file', 'sandi');
const inFolder = (...names: string[]): string => path.join(vault.folder, ...names);
const json = (ran: Ran): unknown => JSON.parse(ran.printed);
const written = z.object({ sha256: z.string() });
const hashOf = (name: string): string =>
  createHash('sha256')
    .update(readFileSync(inFolder(name)))
    .digest('hex');

beforeAll(async () => {
  vault = await createTestVault();
  const { id } = await vault.service.call('cases.create', { title: 'Unggahan' });
  number = (await vault.service.call('cases.get', { id })).case.number;
  await vault.job(
    await vault.service.call('evidence.addFiles', { caseId: id, files: [await vault.file('bukti.txt', 'isi')] }),
  );
  const { id: about } = await vault.service.call('publicReports.create', {
    subject: 'Unggahan camat',
    description: 'Camat membagikan ajakan.',
  });
  report = (await vault.service.call('publicReports.get', { id: about })).report.number;
  await vault.service.lock('button');
  for (const name of ['XDG_CONFIG_HOME', 'APPDATA']) vi.stubEnv(name, inFolder('config'));
  vi.stubEnv('HOME', vault.folder);
  writeFileSync(inFolder('sandi'), PASSPHRASE);
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await vault.dispose();
});

it('sets numbers, emblem and wording, and refuses what would not print', async () => {
  writeFileSync(inFolder('lambang.png'), PNG.sync.write(new PNG({ width: 60, height: 80 })));
  const shown = await netra('office', '--emblem', 'lambang.png', '--json');
  const { emblem, ...office } = officeDocuments.extend({ emblem: z.unknown() }).parse(json(shown));
  expect(emblem).toEqual({ width: 60, height: 80 });
  const kind = { ...office.kinds.ba_verifikasi, numberTemplate: '{urut}/BA/{tahun}' };
  const wanted = { ...office, kinds: { ...office.kinds, ba_verifikasi: kind } };
  writeFileSync(inFolder('kantor.json'), JSON.stringify(wanted));
  expect((await netra('office', 'kantor.json')).code).toBe(0);
  writeFileSync(inFolder('salah.json'), JSON.stringify({ ...wanted, lain: true }));
  expect((await netra('office', 'salah.json')).said).toContain('INVALID_INPUT');
  writeFileSync(inFolder('kata.json'), JSON.stringify({ judul: 'Judul {salah}' }));
  expect((await netra('wording', 'ba_verifikasi', 'kata.json')).said).toContain('WORDING_FIELD_UNKNOWN');
  writeFileSync(inFolder('kata.json'), JSON.stringify({ judul: 'Judul Kantor' }));
  expect((await netra('wording', 'ba_verifikasi', 'kata.json')).printed).toContain('judul *\n  Judul Kantor');
  expect((await netra('wording', 'ba_verifikasi', '--reset')).printed).not.toContain('Judul Kantor');
}, 120_000);

it('previews without taking a number, issues with it, saves copies, and replaces', async () => {
  const about = ['--case', number];
  const preview = await netra('preview', 'ba_verifikasi', 'pratinjau.pdf', ...about, '--json');
  expect(json(preview)).toMatchObject({ number: expect.stringMatching(/^001\/BA\//), sha256: hashOf('pratinjau.pdf') });
  const first = issuedDocument
    .extend({ path: z.string() })
    .parse(json(await netra('issue', 'ba_verifikasi', 'terbit.pdf', ...about, '--json')));
  expect(first).toMatchObject({ number: expect.stringMatching(/^001\/BA\//), sha256: hashOf('terbit.pdf') });
  const replaces = [...about, '--replaces', first.id, '--number', '-'];
  expect(json(await netra('issue', 'ba_verifikasi', ...replaces, '--json'))).toMatchObject({
    number: '',
    path: null,
    supersedes: { id: first.id, number: first.number },
  });
  expect((await netra('issue', 'ba_verifikasi', ...replaces)).said).toContain('DOCUMENT_REPLACED');
  expect(written.parse(json(await netra('save', first.id, 'salinan.pdf', '--json'))).sha256).toBe(first.sha256);
  expect((await netra('save', first.id, 'salinan.pdf')).said).toContain('FILE_EXISTS');
  expect((await netra('list', '--kind', 'ba_verifikasi')).printed.split('\n').join(' ')).toContain(first.number);
}, 120_000);

it('answers a report from the public by its number, and names no reporter', async () => {
  const answer = ['surat_jawaban', 'jawaban.pdf', '--public-report', report];
  const issued = json(await netra('issue', ...answer, '--field', 'answer=Sudah kami telaah.', '--json'));
  expect(issued).toMatchObject({ document: 'surat_jawaban', caseId: null, caseNumber: report });
  expect(hashOf('jawaban.pdf')).toBe(written.parse(issued).sha256);
  const receipt = await netra('preview', 'tanda_terima', 'terima.pdf', '--public-report', report);
  expect(receipt).toMatchObject({ code: 0 });
  expect((await netra('issue', 'surat_jawaban')).said).toContain('--public-report');
  expect((await netra('issue', 'surat_jawaban', '--public-report', 'ADU/TIDAK/ADA')).said).toContain(
    'PUBLIC_REPORT_UNKNOWN',
  );
  expect((await netra('issue', 'ba_verifikasi', '--public-report', report)).said).toContain(
    'DOCUMENT_NOT_OF_PUBLIC_REPORT',
  );
  const both = await netra('issue', 'tanda_terima', '--public-report', report, '--case', number);
  expect(both).toMatchObject({ code: 2, said: expect.stringContaining('--public-report') });
  expect((await netra('issue', '--help')).printed).toContain('--public-report NOMOR');
}, 120_000);

it('issues the masked version of a letter under its number', async () => {
  const full = issuedDocument
    .extend({ path: z.null() })
    .parse(json(await netra('issue', 'ba_verifikasi', '--case', number, '--json')));
  const twin = ['issue', 'ba_verifikasi', '--case', number, '--masked-of', full.id];
  expect(json(await netra(...twin, '--json'))).toMatchObject({
    variant: 'disamarkan',
    number: full.number,
    maskedOf: { id: full.id },
  });
  expect((await netra(...twin)).said).toContain('DOCUMENT_TWIN_THERE');
  expect(await netra(...twin, '--number', '7')).toMatchObject({ code: 2 });
  expect((await netra(...twin, '--variant', 'lengkap')).said).toContain('DOCUMENT_TWIN_VARIANT');
}, 120_000);

it('says what is wrong before anything is made', async () => {
  expect((await netra('issue', 'surat_lain')).code).toBe(2);
  expect((await netra('issue', 'ba_verifikasi')).code).toBe(2);
  expect((await netra('issue', 'ba_verifikasi', '--case', 'TIDAK/ADA')).code).toBe(1);
  const undangan = await netra('preview', 'undangan_klarifikasi', 'x.pdf', '--case', number);
  expect(undangan.said).toContain('DOCUMENT_FIELD_NEEDED');
  expect(existsSync(inFolder('x.pdf'))).toBe(false);
  expect((await netra('kinds')).printed).toContain('meetingDay*');
}, 120_000);

it('issues a batch, and answers with a refusal where nothing matches', async () => {
  const period = ['--from', '2020-01-01', '--to', '2099-12-31'];
  const many = await netra('batch', 'ba_verifikasi', ...period, '--json');
  expect(many.code).toBe(0);
  expect(json(many)).toMatchObject({ cases: 1, issued: [{ caseNumber: number }], refused: [], cancelled: false });
  expect((await netra('batch', 'ba_verifikasi', ...period, '--unit', 'tidak ada')).said).toContain('BATCH_EMPTY');
  expect((await netra('batch', 'ba_verifikasi', '--from', '2020-01-01')).code).toBe(2);
}, 120_000);
