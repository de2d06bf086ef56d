/** The list for a notice after a loss names whom documents name, although they stand on no roster. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DocumentKindName } from '../../../shared/domain/issuing/document-kinds.ts';
import { casePageOf } from '../../../electron/vault/cases/case-rows.ts';
import { personsOfCase } from '../../../electron/vault/handover/persons-of-case.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

let vault: TestVault;
let caseId: string;
let caseNumber: string;
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

beforeAll(async () => {
  vault = await createTestVault();
  const person = await call('roster.addPerson', { name: 'Citra Terlapor', status: 'PTT', unit: 'Dinas X' });
  const made = await call('cases.create', { source: 'laporan', employeeId: person.id, reason: 'nama sama' });
  ({ id: caseId, number: caseNumber } = made);
  const meeting = { meetingDay: '2026-11-30', meetingTime: '09:00', meetingPlace: 'Ruang Rapat' };
  await issue('formulir_laporan', { reporterName: 'Rina Pelapor', reporterAddress: 'Jalan Contoh 5' });
  await issue('tanda_terima', { reporterName: 'rina  pelapor', reporterContact: '0812000111' });
  await issue('ba_klarifikasi', { ...meeting, heard: 'Dewi Saksi', questions: 'Siapa?' });
  await issue('undangan_klarifikasi', { ...meeting, invited: 'dewi saksi' });
  await issue('undangan_klarifikasi', { ...meeting, invited: 'Citra Terlapor' });
}, 60_000);
afterAll(() => vault.dispose());

async function issue(document: DocumentKindName, fields: Record<string, string>): Promise<void> {
  const draft = { document, variant: 'lengkap', caseId, fields, signature: { method: 'seal' } } as const;
  await vault.job(await call('documents.issue', draft));
}

it('in the vault: the reporter by the number of the case, others by name, and nobody twice', async () => {
  const { rows } = await call('handover.persons', { source: { of: 'vault' } });
  expect(rows.filter(({ role }) => role === 'pelapor')).toEqual([
    {
      role: 'pelapor',
      name: '',
      identity: null,
      unit: null,
      contact: caseNumber,
      data: [
        { kind: 'identitas', count: 1 },
        { kind: 'kontak', count: 1 },
        { kind: 'dokumen', count: 2 },
      ],
    },
  ]);
  const named = rows.filter(({ name }) => /^(dewi|citra)/i.test(name));
  expect(named.map(({ role, name }) => `${role} ${name}`)).toEqual([
    'terlapor Citra Terlapor',
    'disebut-dokumen Dewi Saksi',
  ]);
  expect(named[1]?.data).toEqual([{ kind: 'dokumen', count: 2 }]);
  expect(JSON.stringify(rows)).not.toMatch(/rina/i);
});

it('in a package of the case: the same', () => {
  const { database } = vault.service.context();
  const persons = personsOfCase(caseId, casePageOf(database, caseId), database);
  expect(persons.map(({ role }) => role)).toEqual(['terlapor', 'pelapor', 'disebut-dokumen']);
});
