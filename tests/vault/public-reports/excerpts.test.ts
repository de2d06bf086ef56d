/** A file of several reports: each report keeps its own words alone, the whole file is kept once and opened on purpose. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportReportSource } from '../../../electron/vault/public-reports/reveal-reporter.ts';
import { intakeFiled } from '../../../shared/contract/public-reports.ts';
import { intakeLook, type IntakeLook } from '../../../shared/contract/report-intake.ts';
import { proposedChoice } from '../../../shared/domain/public-reports/proposed-choice.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await createTestVault();
});
afterAll(() => vault.dispose());

const bytesOf = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, '../../fixtures/intake', name));
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function open(name: string, bytes: Uint8Array | string): Promise<IntakeLook> {
  const file = await vault.file(name, bytes);
  return intakeLook.parse(await vault.job(await vault.service.call('reportIntake.open', { source: { file } })));
}

async function register(look: IntakeLook, reports: readonly ReturnType<typeof proposedChoice>[]): Promise<string[]> {
  const { readingId } = look;
  const started = await vault.service.call('publicReports.fileIntake', { readingId, reports: [...reports] });
  const filed = intakeFiled.parse(await vault.job(started));
  expect(filed.stopped).toBeNull();
  return filed.created.map(({ id }) => id);
}

async function registerDrafts(look: IntakeLook): Promise<string[]> {
  const { rows } = await vault.service.call('reportIntake.drafts', { readingId: look.readingId });
  return await register(
    look,
    rows.map((draft) => proposedChoice(draft, look.attachments, 'WIB')),
  );
}

const seen = { purpose: 'verifikasi', note: '' } as const;

async function sourcesOf(id: string): Promise<{ texts: string[]; intakes: { id: string; sha256: string }[] }> {
  const { sources, intakes } = await vault.service.call('publicReports.revealReporter', { id, ...seen });
  const texts: string[] = [];
  for (const { id: sourceId } of sources)
    texts.push((await vault.service.call('publicReports.readSource', { id, sourceId, ...seen })).text);
  return { texts, intakes };
}

const TABLE = [
  'Tanggal,Nama pelapor,Nomor HP,Yang dilaporkan,Uraian kejadian',
  '21/10/2024,Sari Contoh,0812 3456 7890,Budi Contoh,"Mengajak, lalu ""menghapus"""',
  '22/10/2024,Wulan Pelapor,0813 1111 2222,Tono Contoh,Memakai atribut partai',
].join('\r\n');

it('keeps each row of a table with its own report and the table once, whole', async () => {
  const look = await open('formulir.csv', TABLE);
  const [first = '', second = ''] = await registerDrafts(look);
  const [own, other] = [await sourcesOf(first), await sourcesOf(second)];
  expect(own.texts).toEqual([
    [
      'Kutipan dari berkas: formulir.csv',
      `SHA-256 berkas utuh: ${hashOf(Buffer.from(TABLE))}`,
      `Lembar: ${look.table?.sheet}`,
      'Baris: 2 (judul kolom: baris 1)',
      '',
      '"Tanggal","Nama pelapor","Nomor HP","Yang dilaporkan","Uraian kejadian"\r',
      '"21/10/2024","Sari Contoh","0812 3456 7890","Budi Contoh","Mengajak, lalu ""menghapus"""',
      '',
    ].join('\n'),
  ]);
  expect(own.texts.join()).not.toMatch(/Wulan|0813/);
  expect(other.texts.join()).toMatch(/Wulan Pelapor/);
  expect(other.texts.join()).not.toMatch(/Sari|0812/);
  // One file for both, whole, and only on purpose: told in custody and in both reports.
  expect(own.intakes).toEqual([expect.objectContaining({ reports: 2, sha256: hashOf(Buffer.from(TABLE)) })]);
  expect(other.intakes).toEqual(own.intakes);
  const sourceId = own.intakes[0]?.id ?? '';
  const before = (await vault.service.call('publicReports.get', { id: second })).reveals.length;
  const read = { id: first, sourceId, purpose: 'verifikasi', note: 'menurut Sari Contoh' } as const;
  expect(await vault.service.call('publicReports.readSource', read)).toEqual({ text: TABLE });
  const { reveals } = await vault.service.call('publicReports.get', { id: second });
  expect(reveals).toHaveLength(before + 1);
  expect(JSON.stringify(reveals)).not.toContain('Sari');
  const target = path.join(vault.folder, 'keluar.csv');
  await exportReportSource({ id: second, sourceId, ...seen, path: target }, vault.service.context());
  expect(readFileSync(target, 'utf8')).toBe(TABLE);
  const { rows } = await vault.service.call('custody.list', { limit: 1_000 });
  const told = rows.filter(({ action }) => action.startsWith('public-report.intake-'));
  expect(told.map(({ action, facts }) => [action, facts['intake']]).reverse()).toEqual([
    ['public-report.intake-kept', sourceId],
    ['public-report.intake-viewed', sourceId],
    ['public-report.intake-exported', sourceId],
  ]);
});

it('knows the file when it comes again, and gives it to no report that did not come out of it', async () => {
  const look = await open('formulir-lagi.csv', TABLE);
  expect(look.registered).toHaveLength(2);
  const [again = ''] = await registerDrafts(look);
  const { intakes } = await sourcesOf(again);
  expect(intakes).toEqual([expect.objectContaining({ name: 'formulir.csv', reports: 4 })]);
  const { id } = await vault.service.call('publicReports.create', {
    subject: 'Lain',
    topic: 'netralitas',
    channel: 'lainnya',
  });
  const sourceId = intakes[0]?.id ?? '';
  await expect(vault.service.call('publicReports.readSource', { id, sourceId, ...seen })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('keeps the chosen messages of a chat alone with their report, the export once', async () => {
  const bytes = bytesOf('whatsapp-android-id.zip');
  const look = await open('Chat WhatsApp.zip', bytes);
  const { readingId } = look;
  const choose = async (from: number, to: number): Promise<ReturnType<typeof proposedChoice>> => {
    const ranges = [{ from, to }];
    const draft = await vault.service.call('reportIntake.compose', { readingId, ranges });
    return proposedChoice(draft, look.attachments, 'WIB', ranges);
  };
  const [first = '', second = ''] = await register(look, [await choose(1, 1), await choose(2, 2)]);
  const [own, other] = [await sourcesOf(first), await sourcesOf(second)];
  const { rows } = await vault.service.call('reportIntake.messages', { readingId, offset: 1, limit: 2 });
  expect(own.texts.join()).toContain(rows[0]?.text);
  expect(own.texts.join()).not.toContain(rows[1]?.text);
  expect(own.texts.join()).not.toContain('Petugas Netralitas');
  expect(other.texts.join()).toContain(`Petugas Netralitas: ${rows[1]?.text ?? '?'}`);
  expect(other.texts.join()).not.toContain('Sari Contoh');
  expect(own.intakes).toEqual([expect.objectContaining({ sha256: hashOf(bytes), bytes: bytes.length, reports: 2 })]);
});

it('parts an email from the emails inside it; one that came alone stays as it is', async () => {
  const look = await open('email-forwarded.eml', bytesOf('email-forwarded.eml'));
  const { rows } = await vault.service.call('reportIntake.drafts', { readingId: look.readingId });
  const ids = await registerDrafts(look);
  expect(ids.length).toBeGreaterThan(1);
  for (const [index, id] of ids.entries()) {
    const { texts, intakes } = await sourcesOf(id);
    expect(texts.join()).toContain(`Surat ke-${index + 1} dari ${ids.length}`);
    for (const draft of rows)
      expect(texts.join().includes(draft.text), `email ${draft.number} in source ${index}`).toBe(
        draft.number === index,
      );
    expect(intakes).toHaveLength(1);
    // An email that is attached names its sender: it is no evidence unless somebody says so.
    const { files } = await vault.service.call('publicReports.get', { id });
    expect(files.filter(({ title }) => title.endsWith('.eml'))).toEqual([]);
  }
  const alone = bytesOf('email-alternative-attachments.eml');
  const [one = ''] = await registerDrafts(await open('satu.eml', alone));
  expect(await vault.service.call('publicReports.revealReporter', { id: one, ...seen })).toMatchObject({
    sources: [{ name: 'satu.eml', sha256: hashOf(alone) }],
    intakes: [],
  });
});
