/** Who reported stands in nothing that a list, a search, an export, a package, a document or the log gives, unless it was chosen. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportReportSource } from '../../../electron/vault/public-reports/reveal-reporter.ts';
import { startCasePackage } from '../../../electron/vault/exports/case-package.ts';
import { exportCustody } from '../../../electron/vault/exports/exports.ts';
import { exportList } from '../../../electron/vault/exports/list-export.ts';
import { heldPersons } from '../../../electron/vault/handover/held-persons.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

const NAME = 'Wulan Pelapor';
const PHONE = '0812-3456-7890';
const REPORTER = {
  name: NAME,
  identityNumber: '1771012345670001',
  phone: PHONE,
  email: 'wulan@rumah.test',
  address: 'Jalan Kenanga 77',
  note: 'tetangga terlapor',
  aliases: ['Bu Wulan'],
};
/** Any of these would tell. */
const TELLING = /wulan|0812[-.]3456|3456[\s.-]*7890|1771012345670001|kenanga/i;

let vault: TestVault;
let id: string;
let caseId: string;
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

beforeAll(async () => {
  vault = await createTestVault();
  id = (
    await call('publicReports.create', {
      subject: `Laporan ${NAME} tentang unggahan`,
      description: `Saya, wulan  PELAPOR (${PHONE}), melihat unggahan. Hubungi +62 812 3456 7890 atau WULAN@rumah.test.`,
      accusedText: 'Atasan Bu Wulan',
      accountText: '@akunlain',
      address: 'https://contoh.test/p/1?dari=0812.3456.7890',
      eventPlace: 'Depan Jalan Kenanga 77',
      eventDay: '2026-11-02',
      reporter: REPORTER,
    })
  ).id;
  await addFile('WhatsApp Chat dengan Wulan Pelapor.txt', 'isi percakapan');
  await call('publicReports.addAnswer', { id, way: 'telepon', text: `Sudah dijelaskan kepada ${NAME}.` });
  await call('publicReports.check', { id, requirement: 'bukti', state: 'ada', note: `dari ${NAME}` });
  const page = await call('publicReports.step', {
    id,
    to: 'kasus',
    reason: `Menurut ${NAME} cukup jelas`,
    case: { how: 'new', title: `Kasus dari ${NAME}` },
  });
  caseId = page.report.case?.id ?? '';
});
afterAll(() => vault.dispose());

async function addFile(name: string, bytes: string, asSource = false): Promise<void> {
  await vault.job(await call('publicReports.addFiles', { id, files: [await vault.file(name, bytes)], asSource }));
}

it('the page, lists, search, log and table of persons name nobody', async () => {
  const context = vault.service.context();
  for (const [what, answer] of Object.entries({
    page: await call('publicReports.get', { id }),
    list: await call('publicReports.list', {}),
    similar: await call('publicReports.similar', { id }),
    case: await call('cases.get', { id: caseId }),
    cases: await call('cases.list', {}),
    evidence: await call('evidence.list', { where: 'all' }),
    custody: await call('custody.list', { limit: 1_000 }),
    persons: await heldPersons({ of: 'vault' }, context),
  }))
    expect(JSON.stringify(answer), what).not.toMatch(TELLING);
  expect((await call('publicReports.get', { id })).report.description).toContain('[pelapor]');
  for (const query of ['wulan', '0812', '345678', '1771012345670001', 'kenanga', 'rumah.test'])
    expect((await call('search.everything', { query })).hits, query).toEqual([]);
});

it('exported lists, the exported log and the case’s package name nobody', async () => {
  const context = vault.service.context();
  for (const list of ['public-reports', 'evidence', 'cases', 'custody'] as const) {
    const target = path.join(vault.folder, `${list}.xlsx`);
    const selection = EXPORTS[list];
    await exportList({ selection, format: 'xlsx', path: target }, context);
    const book = read(readFileSync(target));
    expect(book.SheetNames.map((name) => utils.sheet_to_csv(book.Sheets[name] ?? {})).join('\n'), list).not.toMatch(
      TELLING,
    );
  }
  const log = path.join(vault.folder, 'log.txt');
  await exportCustody({ path: log }, context);
  expect(readFileSync(log, 'utf8')).not.toMatch(TELLING);
  const directory = path.join(vault.folder, 'paket');
  await vault.job(await startCasePackage(caseId, { directory }, context));
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    expect(entry.name).not.toMatch(TELLING);
    if (entry.isFile()) expect(textOf(path.join(entry.parentPath, entry.name)), entry.name).not.toMatch(TELLING);
  }
});

const EXPORTS = {
  'public-reports': { list: 'public-reports', query: '', sort: 'receivedAt', descending: true },
  evidence: { list: 'evidence', query: '', where: 'all' },
  cases: { list: 'cases', query: '', sort: 'openedAt', descending: true },
  custody: { list: 'custody', newestFirst: true },
} as const;

function textOf(file: string): string {
  return file.endsWith('.pdf')
    ? execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    : readFileSync(file, 'utf8');
}

it.each(['tanda_terima', 'surat_jawaban', 'formulir_laporan', 'penerusan'] as const)(
  'the document %s names nobody, also where an officer typed the name in; and it is not one of another report',
  async (document) => {
    const fields = {
      ...(document === 'surat_jawaban' && { answer: `Terima kasih, ${NAME} (${PHONE}).` }),
      ...(document === 'penerusan' && { subject: `Laporan ${NAME}` }),
    };
    const issued = await vault.job(
      await call('documents.issue', { document, publicReportId: id, fields, signature: { method: 'seal' } }),
    );
    expect(issued).toMatchObject({ document, caseId: null, publicReportId: id });
    const { id: documentId } = issued as { id: string };
    const text = await printed((await call('reports.view', { id: documentId })).handle);
    expect(text).toMatch(/ADU\/\d{3}/);
    expect(text).not.toMatch(TELLING);
    const { rows } = await call('documents.list', { publicReportId: id, document });
    expect(rows.map((row) => row.caseNumber)).toEqual([(await call('publicReports.get', { id })).report.number]);
    const other = (await call('publicReports.create', { subject: 'Lain' })).id;
    await expect(
      call('documents.preview', { document, publicReportId: other, fields, supersedes: documentId }),
    ).rejects.toMatchObject({ code: 'DOCUMENT_OTHER_KIND' });
  },
);

it('an exported list names who reported only where that was chosen, each a look with its purpose', async () => {
  const context = vault.service.context();
  const target = path.join(vault.folder, 'dengan-pelapor.csv');
  const looks = async (): Promise<number> => (await call('publicReports.get', { id })).reveals.length;
  const before = await looks();
  await call('publicReports.create', { subject: 'Tanpa nama' });
  const reporters = { purpose: 'permintaan_aparat', note: 'surat nomor 12' } as const;
  const selection = { list: 'public-reports', query: '', sort: 'number', descending: false, reporters } as const;
  await exportList({ selection, format: 'csv', path: target }, context);
  const lines = readFileSync(target, 'utf8').split('\r\n');
  expect(lines[0]).toContain('Nama pelapor;Nomor identitas pelapor;Telepon pelapor');
  expect(lines.find((line) => line.includes('unggahan'))).toContain(NAME);
  expect(lines.find((line) => line.includes('Tanpa nama'))).toMatch(/;;;;;;?$/);
  expect(await looks()).toBe(before + 1);
  const { rows } = await call('custody.list', { action: 'public-report.reporter-revealed', subjectId: id });
  expect(rows[0]).toMatchObject({ facts: { purpose: 'permintaan_aparat', how: 'list' } });
  const [exported] = (await call('custody.list', { action: 'list.exported' })).rows;
  expect(exported).toMatchObject({ facts: { list: 'public-reports', reporters: 1 } });
});

it('a document names the reporter only when it was chosen, and the log says what for', async () => {
  const before = (await reveals()).length;
  const options = { document: 'tanda_terima', publicReportId: id, reporter: { purpose: 'surat', note: '' } } as const;
  const shown = (await vault.job(await call('documents.preview', options))) as { handle: string };
  expect(await printed(shown.handle)).toContain(NAME);
  const after = await reveals();
  expect(after).toHaveLength(before + 1);
  expect(after[0]?.facts).toEqual({ purpose: 'surat' });
});

it('documents of other kinds, without a report, or with fields about the reporter are refused', async () => {
  await expect(call('documents.preview', { document: 'ba_verifikasi', publicReportId: id })).rejects.toMatchObject({
    code: 'DOCUMENT_NOT_OF_PUBLIC_REPORT',
  });
  await expect(call('documents.preview', { document: 'surat_jawaban', caseId })).rejects.toMatchObject({
    code: 'DOCUMENT_NEEDS_PUBLIC_REPORT',
  });
  await expect(
    call('documents.preview', { document: 'tanda_terima', publicReportId: id, fields: { reporterName: NAME } }),
  ).rejects.toMatchObject({ code: 'DOCUMENT_FIELD_UNKNOWN' });
});

it('the reporter is shown with a purpose, each time in the log, with the words that were taken out', async () => {
  const before = (await reveals()).length;
  const told = await call('publicReports.revealReporter', {
    id,
    purpose: 'hubungi_pelapor',
    note: `menelepon ${NAME}`,
  });
  expect(told.reporter).toEqual({ ...REPORTER, confidential: true });
  expect(told.originals.find(({ field }) => field === 'description')?.text).toContain(PHONE);
  await call('publicReports.revealReporter', { id, purpose: 'verifikasi' });
  expect(await reveals()).toHaveLength(before + 2);
  expect(JSON.stringify(await call('custody.list', { limit: 1_000 }))).not.toMatch(TELLING);
  const anonymous = (await call('publicReports.create', { subject: 'Tanpa nama' })).id;
  await expect(call('publicReports.revealReporter', { id: anonymous, purpose: 'verifikasi' })).rejects.toMatchObject({
    code: 'REPORTER_UNKNOWN',
  });
  await expect(
    // @ts-expect-error -- without a purpose nothing is shown
    call('publicReports.revealReporter', { id }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});

it('a message that names its sender is kept apart, read on purpose only, and never evidence', async () => {
  await addFile(`surel dari ${NAME}.eml`, `From: ${NAME}`, true);
  const page = await call('publicReports.get', { id });
  expect(page.reporter?.sources).toBe(1);
  expect(page.files).toHaveLength(1);
  expect(JSON.stringify(page)).not.toMatch(TELLING);
  const { sources } = await call('publicReports.revealReporter', { id, purpose: 'verifikasi' });
  const sourceId = sources[0]?.id ?? '';
  const { text } = await call('publicReports.readSource', { id, sourceId, purpose: 'verifikasi' });
  expect(text).toBe(`From: ${NAME}`);
  const { rows } = await call('custody.list', { subjectId: id, action: 'public-report.source-viewed' });
  expect(rows).toMatchObject([{ facts: { purpose: 'verifikasi' } }]);
  // What is no text leaves byte for byte, whatever it is.
  const bytes = Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 255]);
  await addFile('ekspor.zip', bytes.toString('latin1'), true);
  const asked = { id, purpose: 'verifikasi', note: '' } as const;
  const binary = (await call('publicReports.revealReporter', asked)).sources.find(({ name }) => name === 'ekspor.zip');
  const target = path.join(vault.folder, 'keluar.zip');
  const source = { ...asked, sourceId: binary?.id ?? '' };
  await expect(call('publicReports.readSource', source)).rejects.toMatchObject({ code: 'SOURCE_NOT_TEXT' });
  const written = await exportReportSource({ ...source, path: target }, vault.service.context());
  expect(readFileSync(target).equals(Buffer.from(bytes.toString('latin1')))).toBe(true);
  const saved = await call('custody.list', { subjectId: id, action: 'public-report.source-exported' });
  expect(saved.rows).toMatchObject([{ facts: { purpose: 'verifikasi', sha256: written.sha256 } }]);
  await expect(
    exportReportSource({ ...source, sourceId: id, path: `${target}.lain` }, vault.service.context()),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('a reporter who is named later stands in no text that was there before; taken away, the report is anonymous', async () => {
  const later = await call('publicReports.create', { subject: 'Dari Sari Lapor', description: 'Sari Lapor melihat.' });
  await vault.job(
    await call('publicReports.addFiles', {
      id: later.id,
      files: [await vault.file('foto Sari Lapor.txt', 'foto sari')],
    }),
  );
  const reporter = { name: 'Sari Lapor' };
  const page = await call('publicReports.setReporter', { id: later.id, reporter });
  expect(JSON.stringify(page)).not.toMatch(/sari/i);
  expect(page.report).toMatchObject({ subject: 'Dari [pelapor]', anonymous: false });
  expect(JSON.stringify(await call('evidence.list', { where: 'all', query: 'sari' }))).not.toMatch(/sari/i);
  const anonymous = await call('publicReports.setReporter', { id: later.id, reporter: null });
  expect(anonymous.report.anonymous).toBe(true);
  expect(anonymous.reporter).toBeNull();
});

async function reveals() {
  return (await call('custody.list', { subjectId: id, action: 'public-report.reporter-revealed', limit: 100 })).rows;
}

async function printed(handle: string): Promise<string> {
  const source = vault.service.views.find(handle);
  const bytes = await source.read(0, source.bytes);
  return execFileSync('pdftotext', ['-layout', '-', '-'], { encoding: 'utf8', input: Buffer.from(bytes) });
}
