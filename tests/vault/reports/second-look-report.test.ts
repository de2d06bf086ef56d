/** A report prints beside each item what its second look came to: the day, the pair's numbers, what was seen, never why. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueueNext } from '#shared/contract/vault-protocol.ts';
import { carryOut } from '../../../electron/vault/program/requests.ts';
import { type LookOnFile, looksOnFile, secondLookLines } from '../../../electron/vault/reports/second-look-lines.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { hasTool } from '../../unit/report/tools.ts';
import { issuedText } from './issued-text.ts';
import { type FakeCapture, takeIn } from '../capture-queue/support.ts';

const ZONE = 'WIB';
const DAY = 86_400_000;
let clock = Date.parse('2026-11-22T18:30:00.000Z');
let vault: TestVault;
let caseId: string;
let otherCase: string;
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

/** Captures for the case, and again on the next day; answers with both ids. */
async function lookTwice(first: FakeCapture, second: FakeCapture): Promise<{ before: string; after: string }> {
  const before = await takeIn(vault.service, { ...first, caseId });
  clock += DAY;
  await call('secondLooks.plan', {
    evidenceId: before,
    dueOn: new Date(clock + 7 * 3_600_000).toISOString().slice(0, 10),
  });
  await call('secondLooks.run', {});
  const { item } = (await carryOut('queueNext', {}, vault.service)) as QueueNext;
  if (item === null) throw new Error('nothing is next');
  const after = await takeIn(vault.service, { ...second, queueItemId: item.id, address: item.address });
  await carryOut('queueNext', {}, vault.service);
  return { before, after };
}

const looks = (id: string, of: string | null = caseId): LookOnFile[] =>
  looksOnFile(vault.service.context().database, id, of);
const lines = (id: string, of?: string | null): string[] => secondLookLines(looks(id, of), ZONE);

beforeAll(async () => {
  vault = await createTestVault({ clock: () => new Date(clock) });
  caseId = (await call('cases.create', { title: 'Unggahan' })).id;
  otherCase = (await call('cases.create', { title: 'Lain' })).id;
});
afterAll(() => vault.dispose());

describe('the words of a second look', () => {
  const SEEN = 'sebabnya tidak diketahui';
  it.each<[string, FakeCapture, FakeCapture, string]>([
    ['gone', {}, { outcome: 'gone' }, `tidak ditemukan lagi di alamat itu; ${SEEN}.`],
    [
      'edited',
      { text: 'Pilih nomor 2\n128 suka', rows: [9, 9, 1, 2, 3, 9] },
      { text: 'Selamat pagi\n130 suka', rows: [9, 9, 7, 8, 2, 3, 9] },
      `isi teks berubah: 1 baris teks tidak ada lagi, 1 baris baru; angka penghitung atau waktu berbeda pada 1 baris; 29 % baris gambar berbeda; ${SEEN}.`,
    ],
    [
      'changed in a counter',
      { text: 'Pagi\n128 suka' },
      { text: 'Pagi\n130 suka' },
      `berubah: angka penghitung atau waktu berbeda pada 1 baris; ${SEEN}.`,
    ],
    ['unchanged', {}, {}, 'sama, teks dan setiap baris gambarnya.'],
    ['gone both times', { outcome: 'gone' }, { outcome: 'gone' }, 'unggahan tidak ditemukan pada kedua pengambilan.'],
    [
      'not comparable',
      {},
      { outcome: 'wall' },
      'tidak dapat dibandingkan: halaman meminta masuk (log in) atau membatasi akses, sehingga keadaan unggahan tidak diketahui.',
    ],
  ])('%s', async (_, first, second, finding) => {
    const { before, after } = await lookTwice(first, second);
    const numbers = { before: looks(after)[0]?.other ?? '', after: looks(before)[0]?.other ?? '' };
    expect(numbers.before).toMatch(/^B-\d{4}$/);
    expect(lines(before)).toEqual([expect.stringMatching(new RegExp(`^\\S+, \\d+ \\S+ 2026, ${numbers.after}: `))]);
    expect(lines(after)).toEqual([
      expect.stringMatching(new RegExp(`^atas ${numbers.before} \\(\\S+, \\d+ \\S+ 2026\\): `)),
    ]);
    for (const side of [before, after]) expect(lines(side)[0]?.endsWith(`: ${finding}`), lines(side)[0]).toBe(true);
  });

  it('name no evidence of another case, and nothing of one that is withdrawn', async () => {
    const { before, after } = await lookTwice({}, { outcome: 'gone' });
    expect(lines(before, otherCase)[0]).toContain('bukti di luar berkas kasus ini: tidak ditemukan lagi');
    expect(lines(before, null)[0]).toContain(looks(before)[0]?.other);
    await call('evidence.withdraw', { id: after, reason: 'Salah halaman' });
    expect(lines(before)).toEqual([]);
  });

  it('are none while the look is only planned', async () => {
    const id = await takeIn(vault.service, { caseId });
    await call('secondLooks.plan', { evidenceId: id, dueOn: '2027-01-01' });
    expect(lines(id)).toEqual([]);
  });
});

describe.skipIf(!hasTool('pdftotext'))('the report', () => {
  it('prints it in the table and beside the picture; a masked one says nothing of it', async () => {
    const text = await issuedText(vault, caseId, 'lengkap');
    expect(text.match(/tidak ditemukan lagi di/g)?.length).toBeGreaterThanOrEqual(2);
    expect(text).toMatch(/Pengambilan ulang \S+, \d+ November 2026, B-0002/);
    expect(text).toContain('Pengambilan ulang atas B-0001');
    expect(await issuedText(vault, caseId, 'disamarkan')).not.toContain('Pengambilan ulang atas');
  });
});
