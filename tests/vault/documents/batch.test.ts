/** One document for every case: signed by an officer's certificate, and cancelled halfway. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  type BatchResult,
  batchResult,
  type IssuedDocument,
  issuedDocument,
} from '../../../shared/contract/documents.ts';
import { listBlobFiles } from '../../../electron/vault/blobs/store.ts';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';

const CASES = 3;
const EVERYTHING = { document: 'ba_verifikasi', from: '2020-01-01', to: '2099-12-31' } as const;

let vault: TestVault;
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

beforeAll(async () => {
  vault = await createTestVault();
  for (let index = 0; index < CASES; index += 1) {
    const { id } = await call('cases.create', { title: `Unggahan ${index}` });
    const file = await vault.file(`bukti-${index}.txt`, `isi bukti ${index}`);
    await vault.job(await call('evidence.addFiles', { caseId: id, files: [file] }));
  }
  const { office } = await call('documents.office', {});
  const kinds = { ...office.kinds };
  for (const kind of ['ba_verifikasi', 'formulir_laporan'] as const)
    kinds[kind] = { ...kinds[kind], numberTemplate: '{urut}/UJI/{tahun}' };
  await call('documents.setOffice', { ...office, kinds });
}, 60_000);
afterAll(() => vault.dispose());

/** Newest first. */
async function documents(): Promise<IssuedDocument[]> {
  return (await call('documents.list', { limit: 100 })).rows;
}
const running = (of: readonly IssuedDocument[]): number[] =>
  of.map(({ number }) => Number(number.split('/')[0])).toSorted((a, b) => a - b);

it('keeps what was issued before a cancel, whole, and nothing else; its numbers go on where it stopped', async () => {
  const started = await call('documents.batch', EVERYTHING);
  await vi.waitFor(async () => expect((await documents()).length).toBeGreaterThan(0), { timeout: 60_000, interval: 5 });
  expect(vault.service.jobs.cancel(started.jobId)).toBe(true);
  const result: BatchResult = batchResult.parse(await vault.job(started));
  const kept = await documents();
  expect(result).toMatchObject({ cases: CASES, cancelled: true, refused: [] });
  expect(result.issued.length).toBeLessThan(CASES);
  expect(kept.map(({ id }) => id).toSorted()).toEqual(result.issued.map(({ id }) => id).toSorted());
  const { rows: entries } = await call('custody.list', { action: 'report.issued' });
  expect(entries).toHaveLength(kept.length);
  const known = vault.service.context().database.all('SELECT sha256 FROM blobs');
  expect(listBlobFiles(vault.directory)).toHaveLength(known.length);
  const rest = batchResult.parse(await vault.job(await call('documents.batch', EVERYTHING)));
  expect(rest).toMatchObject({ cancelled: false, refused: [] });
  expect(running(await documents())).toEqual(Array.from({ length: kept.length + CASES }, (_none, index) => index + 1));
}, 120_000);

it('signs every document with the officer’s certificate, and begins nothing with a wrong passphrase', async () => {
  const signature = {
    method: 'p12',
    file: await vault.file('petugas.p12', officersKey()),
    passphrase: PASSPHRASE,
    padding: 'pkcs1',
    hash: 'sha256',
  } as const;
  const before = (await documents()).length;
  const wrong = { ...signature, passphrase: 'bukan ini' };
  await expect(call('documents.batch', { ...EVERYTHING, signature: wrong })).rejects.toMatchObject({
    code: 'P12_WRONG_PASSPHRASE',
  });
  expect(await documents()).toHaveLength(before);
  const result = batchResult.parse(await vault.job(await call('documents.batch', { ...EVERYTHING, signature })));
  expect(result.issued).toHaveLength(CASES);
  const signed = (await documents()).filter(({ id }) => result.issued.some((one) => one.id === id));
  for (const one of signed) expect(one).toMatchObject({ signer: 'Petugas Contoh', sealed: false });
  const secret = vault.service.context().database.all("SELECT facts FROM custody WHERE action = 'report.issued'");
  expect(JSON.stringify(secret)).not.toContain(PASSPHRASE);
}, 120_000);

it('issues both versions of every case when asked, each pair under one number', async () => {
  const before = new Set((await documents()).map(({ id }) => id));
  const both = { ...EVERYTHING, variant: 'keduanya' } as const;
  expect(await call('documents.batchSize', both)).toEqual({ cases: CASES });
  const result = batchResult.parse(await vault.job(await call('documents.batch', both)));
  expect(result).toMatchObject({ cases: CASES, refused: [], cancelled: false });
  expect(result.issued.map(({ variant }) => variant)).toEqual(
    Array.from({ length: CASES }, () => ['lengkap', 'disamarkan']).flat(),
  );
  const made = (await documents()).filter(({ id }) => !before.has(id));
  const full = made.filter(({ variant }) => variant === 'lengkap');
  expect([made.length, full.length, new Set(full.map(({ number }) => number)).size]).toEqual([2 * CASES, CASES, CASES]);
  for (const { id, number, caseId } of full)
    expect(made.find(({ maskedOf }) => maskedOf?.id === id)).toMatchObject({ variant: 'disamarkan', number, caseId });
}, 120_000);

it('refuses both versions of a case with one reason, and goes on with the next', async () => {
  const { id } = await call('cases.create', { title: 'Belum ada bukti' });
  const result = batchResult.parse(
    await vault.job(await call('documents.batch', { ...EVERYTHING, variant: 'keduanya' })),
  );
  expect(result.refused.map(({ variant, code }) => [variant, code])).toEqual([['lengkap', 'REPORT_NO_EVIDENCE']]);
  expect(result.issued).toHaveLength(2 * CASES);
  expect((await documents()).some(({ caseId }) => caseId === id)).toBe(false);
}, 120_000);

it('gives no number twice, not even to another kind with the same pattern', async () => {
  const caseId = (await documents())[0]?.caseId ?? null;
  const started = await call('documents.issue', {
    document: 'formulir_laporan',
    caseId,
    signature: { method: 'seal' },
  });
  const form = issuedDocument.parse(await vault.job(started));
  // A masked version shares that of its full document.
  const numbers = (await documents()).flatMap(({ number, maskedOf }) => (maskedOf === null ? [number] : []));
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(running([form])[0]).toBe(numbers.length);
});

function officersKey(): Buffer {
  const file = (name: string): string => path.join(vault.folder, name);
  const [key, certificate] = [file('kunci.pem'), file('sertifikat.pem')];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=Petugas Contoh'];
  const usage = ['-addext', 'keyUsage=critical,digitalSignature,nonRepudiation'];
  execFileSync('openssl', [...request, ...usage, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const parts = ['-inkey', key, '-in', certificate, '-passout', `pass:${PASSPHRASE}`, '-out', file('petugas-baru.p12')];
  execFileSync('openssl', ['pkcs12', '-export', ...parts], { stdio: 'ignore' });
  return readFileSync(file('petugas-baru.p12'));
}
