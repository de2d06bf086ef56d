/** What an earlier document said of the reporter holds for the next one, and what it did not say is not taken for a no. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { IssuedDocument } from '../../../shared/contract/documents.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

let vault: TestVault;
let caseId: string;
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

beforeAll(async () => {
  vault = await createTestVault();
  caseId = (await call('cases.create', { source: 'laporan', accountText: '@akun.contoh', reason: 'menurut laporan' }))
    .id;
}, 60_000);
afterAll(() => vault.dispose());

async function issue(document: 'formulir_laporan' | 'tanda_terima', fields: Record<string, string>): Promise<void> {
  const draft = { document, variant: 'lengkap', caseId, fields, signature: { method: 'seal' } } as const;
  (await vault.job(await call('documents.issue', draft))) as IssuedDocument;
}

async function offered(): Promise<Record<string, string>> {
  const { rows } = await call('documents.kinds', { caseId });
  const fields = rows.find(({ document }) => document === 'formulir_laporan')?.fields ?? [];
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

it('keeps the reporter confidential where a receipt, which has no such field, came last', async () => {
  await issue('tanda_terima', { reporterName: 'Rina Pelapor', reporterContact: '0812000111' });
  expect(await offered()).toMatchObject({ reporterName: 'Rina Pelapor', reporterConfidential: 'ya' });
});

it('puts together what several documents said of one reporter, the latest first', async () => {
  await issue('formulir_laporan', { reporterAddress: 'Jalan Contoh 5', reporterConfidential: 'tidak' });
  await issue('tanda_terima', { reporterContact: '0812000222' });
  expect(await offered()).toMatchObject({
    reporterName: 'Rina Pelapor',
    reporterAddress: 'Jalan Contoh 5',
    reporterContact: '0812000222',
    reporterConfidential: 'tidak',
  });
});

it('says nothing of an earlier reporter when another one is named', async () => {
  await issue('tanda_terima', { reporterName: 'Budi Pelapor', reporterContact: '0812000333' });
  const fields = await offered();
  expect(fields).toMatchObject({ reporterName: 'Budi Pelapor', reporterConfidential: 'ya' });
  expect(fields['reporterAddress']).toBe('');
});
