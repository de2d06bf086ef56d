/** Minutes of a hand-over about a package: one that was made here, one that was received. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CasePackaged } from '../../../shared/contract/case-package.ts';
import type { CallOf } from '../../../shared/contract/index.ts';
import type { IssuedDocument } from '../../../shared/contract/documents.ts';
import type { ReceivedPackage } from '../../../shared/contract/handover.ts';
import { hasTool, runTool, writeTemporary } from '../../unit/report/tools.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { manifestOf, type PackageBench, packageBench, sha256 } from '../exports/support.ts';
import { packedFile, receive } from '../handover/support.ts';

let bench: PackageBench;
let other: TestVault;
let made: CasePackaged;
let received: ReceivedPackage;
const BYTES = Buffer.from('isi bukti yang diserahkan');

beforeAll(async () => {
  bench = await packageBench();
  other = await createTestVault();
  await bench.add('unggahan-rahasia.bin', BYTES);
  made = await packedFile(bench, 'paket.zip', { handedTo: 'Citra dari Inspektorat' });
  received = await receive(other, path.join(bench.out, 'paket.zip'));
}, 60_000);
afterAll(async () => {
  await bench.vault.dispose();
  await other.dispose();
});

type Asked = Partial<Pick<CallOf<'documents.issue'>, 'caseId' | 'variant'>>;

async function issue(vault: TestVault, fields: Record<string, string>, more: Asked = {}): Promise<IssuedDocument> {
  const started = await vault.service.call('documents.issue', {
    document: 'ba_serah_terima',
    fields,
    ...more,
    signature: { method: 'seal' },
  });
  return (await vault.job(started)) as IssuedDocument;
}

async function textOf(vault: TestVault, id: string): Promise<string> {
  const { handle, bytes } = await vault.service.call('reports.view', { id });
  const pdf = Buffer.from(await vault.service.views.find(handle).read(0, bytes));
  const { text } = runTool('pdftotext', ['-raw', writeTemporary('minutes.pdf', pdf), '-']);
  // Lines break anywhere in a hash, which is printed in capitals.
  return text.replaceAll(/\s/g, '').toLowerCase();
}

const told = (text: string, words: readonly string[]): string[] =>
  words.filter((word) => text.includes(word.replaceAll(' ', '').toLowerCase()));

describe.skipIf(!hasTool('pdftotext'))('a package that was made', () => {
  it('stands in the minutes with its case, its name, its hash and every file that it lists', async () => {
    const issued = await issue(bench.vault, { package: made.id });
    expect(issued).toMatchObject({ caseId: bench.caseId, day: null });
    const text = await textOf(bench.vault, issued.id);
    const words = [made.fileSha256 ?? '?', 'paket.zip', sha256(BYTES), 'Citra dari Inspektorat'];
    expect(told(text, words)).toEqual(words);
  });

  it('lists the same when it is a folder, which has no hash of its own', async () => {
    const folder = await bench.packed();
    const text = await textOf(bench.vault, (await issue(bench.vault, { package: folder.id, receiverName: 'Dewi' })).id);
    const { files } = manifestOf(path.join(bench.out, 'paket'));
    const hashes = files.filter((file) => file.path.includes('/')).map((file) => file.sha256);
    expect(hashes).toContain(sha256(BYTES));
    expect(told(text, hashes)).toEqual(hashes);
  });

  it('is refused for another case, as an id that is none, and without whoever took it', async () => {
    const { id } = await bench.call('cases.create', {});
    const refused = (fields: Record<string, string>, more: Asked = {}) =>
      expect(issue(bench.vault, fields, more)).rejects;
    await refused({ package: made.id }, { caseId: id }).toMatchObject({
      code: 'DOCUMENT_FIELD_WRONG',
      params: { field: 'package' },
    });
    await refused({ package: bench.caseId }).toMatchObject({ code: 'PACKAGE_UNKNOWN' });
    await refused({ package: made.id, receiverName: ' ' }).toMatchObject({ code: 'DOCUMENT_FIELD_NEEDED' });
  });
});

describe.skipIf(!hasTool('pdftotext'))('a package that was received', () => {
  it('has minutes without a case here: the giver, whoever took it in, and the number of the other vault', async () => {
    const issued = await issue(other, { package: received.id });
    expect(issued.caseId).toBeNull();
    expect(issued.day).toMatch(/^\d{4}-\d\d-\d\d$/);
    const text = await textOf(other, issued.id);
    const words = [received.fileSha256, received.caseNumber, 'Budi dari Inspektorat', sha256(BYTES)];
    expect(told(text, words)).toEqual(words);
  });

  it('shows no name of a file where it is masked', async () => {
    const text = await textOf(other, (await issue(other, { package: received.id }, { variant: 'disamarkan' })).id);
    expect(told(text, [sha256(BYTES), 'unggahan-rahasia', 'paket.zip'])).toEqual([sha256(BYTES)]);
  });

  it('offers who gave and who took it', async () => {
    const { rows } = await other.service.call('documents.kinds', { package: received.id });
    const fields = rows.find(({ document }) => document === 'ba_serah_terima')?.fields ?? [];
    expect(fields.find(({ name }) => name === 'giverName')?.value).toBe('Budi dari Inspektorat');
    expect(fields.find(({ name }) => name === 'receiverName')?.value).toBe(received.receivedBy);
  });
});
