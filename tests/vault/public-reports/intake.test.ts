/** The vault's side of reading incoming reports, through the real worker process. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { intakeLook, type IntakeLook } from '../../../shared/contract/report-intake.ts';
import type { CallOf } from '../../../shared/contract/index.ts';
import { heldIntake } from '../../../electron/vault/public-reports/intake/held-intake.ts';
import { stageIntake } from '../../../electron/vault/public-reports/intake/stage-intake.ts';
import { proposedChoice } from '../../../shared/domain/public-reports/proposed-choice.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await createTestVault();
});
afterAll(() => vault.dispose());

const bytesOf = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, '../../fixtures/intake', name));

async function open(
  source: CallOf<'reportIntake.open'>['source'],
  options?: CallOf<'reportIntake.open'>['options'],
): Promise<IntakeLook> {
  const started = await vault.service.call('reportIntake.open', { source, ...(options && { options }) });
  return intakeLook.parse(await vault.job(started));
}

async function openFixture(name: string): Promise<IntakeLook> {
  return await open({ file: await vault.file(name, bytesOf(name)) });
}

it('reads an email, gives its drafts by page, and forgets it when it is closed', async () => {
  const look = await openFixture('email-alternative-attachments.eml');
  expect(look).toMatchObject({ kind: 'email', name: 'email-alternative-attachments.eml', drafts: 1 });
  expect(look.sha256).toBe(createHash('sha256').update(bytesOf('email-alternative-attachments.eml')).digest('hex'));
  const { readingId } = look;
  const { rows, total } = await vault.service.call('reportIntake.drafts', { readingId });
  expect(total).toBe(1);
  expect(rows[0]).toMatchObject({ sender: { name: 'Sari Contoh Laporan', contact: 'sari@contoh.id' } });
  await vault.service.call('reportIntake.close', { readingId });
  await expect(vault.service.call('reportIntake.drafts', { readingId })).rejects.toMatchObject({
    code: 'INTAKE_READING_UNKNOWN',
  });
});

it('composes a draft of chosen messages whose text names no sender', async () => {
  const { readingId } = await openFixture('whatsapp-android-id.zip');
  const page = await vault.service.call('reportIntake.messages', { readingId, offset: 1, limit: 2 });
  expect(page.rows.map(({ number }) => number)).toEqual([1, 2]);
  const draft = await vault.service.call('reportIntake.compose', { readingId, ranges: [{ from: 0, to: 9 }] });
  expect(draft.text).toContain('[21/10/2024 09.16] Pengirim 2: Selamat pagi Bu, silakan');
  expect(draft.text).toContain('[berkas: IMG-20241021-WA0009.jpg, tidak ada di ekspor]');
  expect(draft.text).not.toMatch(/Sari|Petugas|dienkripsi/);
  expect(draft.sender).toMatchObject({
    name: 'Sari Contoh',
    notes: 'Pengirim 1: Sari Contoh\nPengirim 2: Petugas Netralitas',
  });
  expect(draft.attachments).toEqual(['media-0', 'named-0']);
  expect(draft.proposals.map(({ kind, value }) => [kind, value])).toContainEqual([
    'link',
    'https://www.facebook.com/budi.contoh',
  ]);
  expect(draft.warnings.map(({ code }) => code)).toEqual(['MEDIA_MISSING', 'MEDIA_OMITTED']);
  const one = await vault.service.call('reportIntake.compose', {
    readingId,
    ranges: [
      { from: 3, to: 3 },
      { from: 9, to: 9 },
    ],
  });
  expect(one.text.split('\n')[0]).toBe(
    '[21/10/2024 09.17] Akun Facebook https://www.facebook.com/budi.contoh membagikan ajakan',
  );
  await expect(
    vault.service.call('reportIntake.compose', { readingId, ranges: [{ from: 0, to: 0 }] }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});

it('reads pasted text, and a table under the columns that the officer chose', async () => {
  const pasted = await open({ text: 'Lihat https://www.tiktok.com/@budi.contoh/video/7 pada 20/10/2024' });
  expect(pasted).toMatchObject({ kind: 'text', name: '', drafts: 1 });
  const file = await vault.file('aduan.xlsx', bytesOf('aduan.xlsx'));
  const table = { sheet: 'Aduan', headerRow: 3, columns: [{ column: 10, field: 'description' as const }] };
  const { readingId } = await open({ file }, { asText: false, table });
  const { rows } = await vault.service.call('reportIntake.drafts', { readingId });
  expect(rows[0]?.text).toContain('perlu cek\nTanggal: 2024-10-20\nNama Pelapor: Sari Contoh');
});

const EXPLAINED = {
  sheet: 'CSV',
  headerRow: 1,
  columns: [
    { column: 1, field: 'reporter' as const },
    { column: 2, field: 'description' as const },
  ],
};

it('remembers what the columns of filed headings were, also of headings that say nothing', async () => {
  const row = (day: string): string => `Isian,Keterangan A,Keterangan B\n${day},Sari Contoh,Mengajak memilih`;
  const asked = { asText: false, table: EXPLAINED };
  const first = await open({ file: await vault.file('a.csv', row('x')) }, asked);
  expect(first.table).toMatchObject({ remembered: false, headerRow: 1 });
  // Looking alone teaches nothing.
  expect((await open({ file: await vault.file('b.csv', row('y')) })).table?.remembered ?? false).toBe(false);
  const { readingId } = await open({ file: await vault.file('c.csv', row('x')) }, asked);
  const { rows } = await vault.service.call('reportIntake.drafts', { readingId });
  const reports = rows.map((draft) => proposedChoice(draft, [], 'WIB'));
  await vault.job(await vault.service.call('publicReports.fileIntake', { readingId, reports }));
  const again = await open({ file: await vault.file('d.csv', row('z').replace('Isian', ' ISIAN ')) });
  expect(again).toMatchObject({ kind: 'table', drafts: 1, table: { remembered: true, headerRow: 1 } });
  const drafts = await vault.service.call('reportIntake.drafts', { readingId: again.readingId });
  expect(drafts.rows[0]).toMatchObject({ sender: { name: 'Sari Contoh' }, text: 'Mengajak memilih\nISIAN: z' });
  // Other headings are other tables.
  const other = await open({ file: await vault.file('e.csv', row('z').replace('Isian', 'Lain')) });
  expect(other.table?.remembered ?? false).toBe(false);
});

it('refuses by name, and keeps the reading before', async () => {
  const { readingId } = await open({ text: 'laporan yang tinggal' });
  const pdf = await vault.file('x.pdf', '%PDF-1.4\n');
  await expect(open({ file: pdf })).rejects.toMatchObject({
    code: 'INTAKE_FORMAT_UNSUPPORTED',
    params: { format: 'pdf' },
  });
  await expect(open({ file: `file_${'0'.repeat(32)}` })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await vault.service.call('reportIntake.drafts', { readingId })).rows[0]?.text).toBe('laporan yang tinggal');
});

it.each([
  ['whatsapp-ios-id.zip', ['media-1', 'media-0']],
  ['email-forwarded.eml', ['part-2.0.2', 'part-2']],
])(
  'stages the original of %s and the wanted attachments, byte for byte, and leaves nothing behind',
  async (name, wanted) => {
    const { readingId, attachments, sha256 } = await openFixture(name);
    const context = vault.service.context();
    const staged = await stageIntake(heldIntake(context, readingId), wanted, context);
    expect(staged.original).toMatchObject({ name, blob: { sha256, bytes: bytesOf(name).length } });
    expect([...staged.attachments.keys()]).toEqual(wanted);
    for (const [id, { blob }] of staged.attachments) {
      const stated = attachments.find((one) => one.id === id);
      expect([blob.sha256, blob.bytes]).toEqual([stated?.sha256, stated?.bytes]);
      const read = await context.blobs.openStaged(blob).read(0, blob.bytes);
      expect(createHash('sha256').update(read).digest('hex')).toBe(stated?.sha256);
    }
    expect(temporaries()).toHaveLength(wanted.length + 1);
    await staged.discard();
    expect(temporaries()).toEqual([]);
  },
);

it('stages nothing of a file that changed since it was read, nor of an attachment that is not there', async () => {
  const name = 'whatsapp-android-id.zip';
  const token = await vault.file(name, bytesOf(name));
  const { readingId } = await open({ file: token });
  const context = vault.service.context();
  const reading = heldIntake(context, readingId);
  await expect(stageIntake(reading, ['named-0'], context)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(stageIntake(reading, ['media-9'], context)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  writeFileSync(path.join(vault.folder, name), Buffer.concat([bytesOf(name), Buffer.from('x')]));
  await expect(stageIntake(reading, [], context)).rejects.toMatchObject({ code: 'INTAKE_FILE_CHANGED' });
  expect(temporaries()).toEqual([]);
});

/** Files of the blob store that no row names yet. */
function temporaries(): string[] {
  return readdirSync(path.join(vault.directory, 'blobs', 'incoming'));
}
