/** A pasted message becomes a report: its sender stands apart, the message itself is kept with the sender. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { intakeFiled } from '../../../shared/contract/public-reports.ts';
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
  expect(filed).toMatchObject({ cancelled: false, created: [{}, {}] });
  for (const { id } of filed.created) {
    const page = await service.call('publicReports.get', { id });
    expect(JSON.stringify(page)).not.toMatch(/wulan|3456-7890/i);
    expect(page.report).toMatchObject({ anonymous: false, address: 'https://contoh.test/1' });
    expect(page.report.description).toContain('https://contoh.test/2');
    expect(page.reporter?.sources).toBe(1);
  }
});
