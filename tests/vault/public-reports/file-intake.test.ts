/** A pasted message becomes a report: its sender stands apart, the message itself is kept with the sender. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { CallOf } from '../../../shared/contract/index.ts';
import { intakeFiled } from '../../../shared/contract/public-reports.ts';
import { intakeLook } from '../../../shared/contract/report-intake.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await createTestVault();
});
afterAll(() => vault.dispose());

it('registers what an officer chose, with the message kept apart', async () => {
  const { service } = vault;
  const text = 'Ada pegawai mengajak memilih. Hubungi Wulan Pelapor 0812-3456-7890.';
  const opened = (await vault.job(await service.call('reportIntake.open', { source: { text } }))) as {
    readingId: string;
  };
  const { readingId } = opened;
  const report = {
    source: { of: 'draft' as const, number: 0 },
    receivedAt: '2026-11-20T03:00:00.000Z',
    title: '',
    text,
    respondent: '',
    account: '',
    eventDay: null,
    location: '',
    links: ['https://contoh.test/1', 'https://contoh.test/2'],
    attachments: [],
    reporter: { name: 'Wulan Pelapor', phone: '0812-3456-7890', email: '', address: '', note: '' },
  };
  const filed = intakeFiled.parse(
    await vault.job(await service.call('publicReports.fileIntake', { readingId, reports: [report, report] })),
  );
  expect(filed).toMatchObject({ stopped: null, created: [{}, {}] });
  for (const { id } of filed.created) {
    const page = await service.call('publicReports.get', { id });
    expect(JSON.stringify(page)).not.toMatch(/wulan|3456-7890/i);
    expect(page.report).toMatchObject({ anonymous: false, address: 'https://contoh.test/1' });
    expect(page.report.description).toContain('https://contoh.test/2');
    expect(page.reporter?.sources).toBe(1);
  }
});

type Choice = CallOf<'publicReports.fileIntake'>['reports'][number];

/** The messages of the export as one report; nobody is named as the reporter. */
async function openChat(): Promise<{ readingId: string; registered: readonly unknown[]; report: Choice }> {
  const bytes = readFileSync(path.join(import.meta.dirname, '../../fixtures/intake/whatsapp-android-id.zip'));
  const file = await vault.file('Chat WhatsApp.zip', bytes);
  const look = intakeLook.parse(await vault.job(await vault.service.call('reportIntake.open', { source: { file } })));
  const ranges = [{ from: 0, to: 9 }];
  const report = {
    source: { of: 'messages' as const, ranges },
    receivedAt: '2026-11-20T03:00:00.000Z',
    title: 'Ajakan memilih',
    text: 'Saya, sari contoh, melihat unggahan itu.',
    respondent: '',
    account: '',
    eventDay: null,
    location: '',
    links: [],
    attachments: ['media-0'],
    reporter: null,
  };
  return { readingId: look.readingId, registered: look.registered, report };
}

const reportsNow = async () => (await vault.service.call('publicReports.list', { limit: 1_000 })).total;

it('registers a report with its message and its files or not at all, and tells where a filing ended', async () => {
  const { service } = vault;
  const { readingId, registered, report } = await openChat();
  expect(registered).toEqual([]);
  const before = { reports: await reportsNow(), head: service.context().custodyHead() };
  const { adopt } = service.context().blobs;
  let left = 2;
  const failing = vi.spyOn(service.context().blobs, 'adopt').mockImplementation((database, blob) => {
    if (left-- <= 0) throw new AppError('DISK_FULL');
    adopt(database, blob);
  });
  // The export and the message are kept, its picture no longer fits: nothing of the report may stay.
  const first = await service.call('publicReports.fileIntake', { readingId, reports: [report] });
  await expect(vault.job(first)).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect(await reportsNow()).toBe(before.reports);
  expect(service.context().custodyHead()).toEqual(before.head);
  // Of two reports the first is registered, and the officer is told which.
  const plain = { ...report, attachments: [] };
  left = 3;
  const both = await service.call('publicReports.fileIntake', { readingId, reports: [plain, report] });
  expect(intakeFiled.parse(await vault.job(both))).toMatchObject({ created: [{}], stopped: 'DISK_FULL' });
  expect(await reportsNow()).toBe(before.reports + 1);
  failing.mockRestore();
});

it('names no sender of a chat in an anonymous report, and knows a file that was registered before', async () => {
  const { service } = vault;
  const { readingId, registered, report } = await openChat();
  expect(registered).toHaveLength(1);
  const filed = intakeFiled.parse(
    await vault.job(await service.call('publicReports.fileIntake', { readingId, reports: [report, report] })),
  );
  const pages = await Promise.all(filed.created.map(({ id }) => service.call('publicReports.get', { id })));
  expect(pages.map(({ report: one }) => one.description)).toEqual(
    Array(2).fill('Saya, [pelapor], melihat unggahan itu.'),
  );
  // One picture, one item of evidence, whichever report names it; each with its own entry in custody.
  expect(new Set(pages.flatMap(({ files }) => files.map(({ evidenceId }) => evidenceId))).size).toBe(1);
  const { rows } = await service.call('custody.list', { limit: 20 });
  expect(
    rows
      .slice(0, 7)
      .map(({ action }) => action)
      .reverse(),
  ).toEqual([
    'public-report.registered',
    'public-report.source-kept',
    'evidence.added',
    'public-report.file-added',
    'public-report.registered',
    'public-report.source-kept',
    'public-report.file-added',
  ]);
});
