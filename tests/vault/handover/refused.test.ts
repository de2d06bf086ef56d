/** Packages that are not as they should be: refused by name, with nothing taken. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { signDigest } from '../../../electron/vault/signing/cms-signature.ts';
import { createSealCertificate } from '../../../electron/vault/signing/seal-certificate.ts';
import { createSigner } from '../../../electron/vault/signing/signer.ts';
import { listBlobFiles } from '../../../electron/vault/blobs/store.ts';
import { sumsText } from '../../../electron/vault/exports/case-package-texts.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { noise, type PackageBench, packageBench } from '../exports/support.ts';
import { PACKAGE_PASSPHRASE, packedFile, receive } from './support.ts';

let bench: PackageBench;
let other: TestVault;
/** The good package, file by file in its order. */
let good: Map<string, Buffer>;
const MANIFEST = 'isi-paket.json';
const ORIGINAL = 'bukti/B-0001-foto.bin';

beforeAll(async () => {
  bench = await packageBench();
  other = await createTestVault();
  await bench.add('foto.bin', noise(150_000));
  await bench.add('foto.bin', noise(20));
  await packedFile(bench, 'baik.zip');
  good = await unzip(readFileSync(path.join(bench.out, 'baik.zip')));
}, 60_000);
afterAll(async () => {
  await bench.vault.dispose();
  await other.dispose();
});

async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { autoClose: false });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}

interface Change {
  readonly compress?: boolean;
  readonly mode?: number;
}
/** A ZIP file of these parts; a part may be there twice. */
async function zip(parts: readonly (readonly [string, Buffer])[], { compress = false, mode = 0o100600 }: Change = {}) {
  const file = new ZipFile();
  for (const [name, bytes] of parts) file.addBuffer(bytes, name, { compress, mode });
  file.end();
  return await buffer(file.outputStream);
}
const parts = (change: Record<string, Buffer | null> = {}): [string, Buffer][] => [
  ...[...good].flatMap(([name, bytes]): [string, Buffer][] => {
    const changed = change[name];
    return changed === null ? [] : [[name, changed ?? bytes]];
  }),
  ...Object.entries(change).flatMap(([name, bytes]): [string, Buffer][] =>
    bytes === null || good.has(name) ? [] : [[name, bytes]],
  ),
];

async function refusal(bytes: Buffer, name = 'paket.zip', passphrase = ''): Promise<unknown> {
  const file = path.join(bench.out, name);
  writeFileSync(file, bytes);
  const blobs = listBlobFiles(other.directory).length;
  const { total } = await other.service.call('custody.list', { limit: 1 });
  const error: unknown = await receive(other, file, passphrase).catch((caught: unknown) => caught);
  expect(listBlobFiles(other.directory)).toHaveLength(blobs);
  expect(globSync('blobs/incoming/*', { cwd: other.directory })).toEqual([]);
  expect((await other.service.call('custody.list', { limit: 1 })).total).toBe(total);
  expect((await other.service.call('handover.received', {})).rows).toEqual([]);
  return error;
}

function flipped(bytes: Buffer | undefined, at = 0): Buffer {
  const copy = Buffer.from(bytes ?? Buffer.alloc(1));
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** The list changed by somebody with a seal of his own, who signs anew and repairs the sums. */
function resealed(
  change: (manifest: { files: Record<string, unknown>[] } & Record<string, unknown>) => void,
): Record<string, Buffer> {
  const seal = createSealCertificate({
    organisation: 'Lain',
    unit: '',
    commonName: 'Segel lain',
    notBefore: new Date(),
    years: 1,
    serial: Buffer.alloc(16, 3),
  });
  const manifest = JSON.parse(good.get(MANIFEST)?.toString() ?? '{}') as Parameters<typeof change>[0];
  change(manifest);
  const list = Buffer.from(JSON.stringify(manifest));
  const digest = createHash('sha256').update(list).digest();
  const signature = signDigest({
    digest,
    hash: 'sha256',
    signer: createSigner(seal.certificateDer, [], seal.privateKeyPkcs8),
  });
  return { [MANIFEST]: list, 'isi-paket.json.p7s': Buffer.from(signature) };
}

it('names every file that is not what was recorded', async () => {
  for (const [name, bytes] of good) {
    const error = await refusal(await zip(parts({ [name]: flipped(bytes, bytes.length - 3) })));
    const expected =
      name === MANIFEST || name === 'isi-paket.json.p7s'
        ? { code: 'PACKAGE_SEAL_BROKEN', params: { name: 'paket.zip' } }
        : name === 'jejak-audit.jsonl'
          ? { code: 'PACKAGE_CUSTODY_BROKEN' }
          : { code: 'PACKAGE_DAMAGED', params: { name: 'paket.zip', file: name } };
    expect(error, name).toMatchObject(expected);
  }
}, 30_000);

it('refuses what is missing, added, doubled, cut off or of another size', async () => {
  const missing = await refusal(await zip(parts({ [ORIGINAL]: null })));
  expect(missing).toMatchObject({ code: 'PACKAGE_HOSTILE', params: { reason: 'missing-file', file: ORIGINAL } });
  const added = await refusal(await zip(parts({ 'bukti/tambahan.exe': Buffer.from('MZ') })));
  expect(added).toMatchObject({ params: { reason: 'unlisted-file', file: 'bukti/tambahan.exe' } });
  const doubled = await refusal(await zip([...parts(), [ORIGINAL, Buffer.from('lain')]]));
  expect(doubled).toMatchObject({ params: { reason: 'duplicate-name', file: ORIGINAL } });
  const cased = await refusal(await zip([...parts(), [ORIGINAL.toUpperCase(), Buffer.from('lain')]]));
  expect(cased).toMatchObject({ params: { reason: 'duplicate-name' } });
  const shorter = await refusal(await zip(parts({ [ORIGINAL]: noise(149_999) })));
  expect(shorter).toMatchObject({ code: 'PACKAGE_DAMAGED', params: { file: ORIGINAL } });
  const whole = await zip(parts());
  expect(await refusal(whole.subarray(0, whole.length - 100))).toMatchObject({ code: 'PACKAGE_NOT_ONE' });
  expect(await refusal(Buffer.from('bukan paket'))).toMatchObject({ code: 'PACKAGE_NOT_ONE' });
  expect(await refusal(Buffer.alloc(0))).toMatchObject({ code: 'PACKAGE_NOT_ONE' });
  expect(await refusal(await zip([['catatan.txt', Buffer.from('x')]]))).toMatchObject({ code: 'PACKAGE_NOT_ONE' });
});

it('refuses names that lead elsewhere, links, folders, compression and bombs', async () => {
  const hostile = async (name: string, change: Change = {}): Promise<unknown> => {
    // yazl refuses such names itself: the bytes are changed afterwards, in both places where the name stands.
    const safe = 'x'.repeat(Buffer.byteLength(name));
    const bytes = await zip([...parts(), [safe, Buffer.from('isi')]], change);
    for (let at = bytes.indexOf(safe); at >= 0; at = bytes.indexOf(safe, at + 1)) bytes.write(name, at);
    return await refusal(bytes);
  };
  for (const name of [
    '../../luar.txt',
    '/etc/passwd',
    'bukti/../../x',
    'C:\\x.txt',
    'bukti\\x',
    'a/b/c',
    'bukti/nul\u0001',
    'titik.',
  ])
    expect(await hostile(name), name).toMatchObject({ code: 'PACKAGE_HOSTILE', params: { reason: 'unsafe-name' } });
  expect(await hostile('bukti/')).toMatchObject({ params: { reason: 'folder', file: 'bukti/' } });
  const link = await refusal(await zip(parts(), { mode: 0o120777 }));
  expect(link).toMatchObject({ code: 'PACKAGE_HOSTILE', params: { reason: 'link' } });
  const device = await refusal(await zip(parts(), { mode: 0o020600 }));
  expect(device).toMatchObject({ params: { reason: 'folder' } });
  // Ten megabytes in ten kilobytes: nothing compressed is ever unpacked.
  const bomb = await refusal(await zip(parts({ [ORIGINAL]: Buffer.alloc(10_000_000) }), { compress: true }));
  expect(bomb).toMatchObject({ code: 'PACKAGE_HOSTILE', params: { reason: 'compressed' } });
});

it('refuses parts that overlap, sizes that are lies, and two headers that disagree', async () => {
  const bytes = await zip(parts());
  const record = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  const sizes = Buffer.from(bytes);
  sizes.writeUInt32LE(0x7fffffff, record + 20);
  sizes.writeUInt32LE(0x7fffffff, record + 24);
  expect(await refusal(sizes)).toMatchObject({ code: 'PACKAGE_HOSTILE', params: { reason: 'overlap' } });
  const renamed = Buffer.from(bytes);
  renamed.write('Z', 30);
  expect(await refusal(renamed)).toMatchObject({ code: 'PACKAGE_HOSTILE', params: { reason: 'directory' } });
  const count = Buffer.from(bytes);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  count.writeUInt16LE(0xfffe, end + 8);
  count.writeUInt16LE(0xfffe, end + 10);
  expect(await refusal(count)).toMatchObject({ code: 'PACKAGE_HOSTILE', params: { reason: 'too-many' } });
});

it('does not take another’s seal for the one that the list names, nor a list that leads out of the package', async () => {
  const other1 = await refusal(await zip(parts(resealed(() => undefined))));
  expect(other1).toMatchObject({ code: 'PACKAGE_SEAL_BROKEN' });
  const outward = resealed((manifest) => {
    for (const file of manifest.files) if (file['path'] === ORIGINAL) file['path'] = '../luar.bin';
  });
  expect(await refusal(await zip(parts(outward)))).toMatchObject({ code: 'PACKAGE_NOT_ONE' });
});

it('reads the sums as a reader without this app would: they must be of every file', async () => {
  const names = [...good.keys()].filter((name) => name !== 'SHA256SUMS');
  const lines = names.map((path) => ({
    path,
    sha256: createHash('sha256')
      .update(good.get(path) ?? '')
      .digest('hex'),
  }));
  const fewer = Buffer.from(sumsText(lines.slice(1)));
  const error = await refusal(await zip(parts({ SHA256SUMS: fewer })));
  expect(error).toMatchObject({ code: 'PACKAGE_DAMAGED', params: { file: 'SHA256SUMS' } });
});

it('does not work for a lock that asks for a gigabyte', async () => {
  await packedFile(bench, 'terkunci.zip.age', { form: 'age-passphrase', passphrase: PACKAGE_PASSPHRASE });
  const bytes = readFileSync(path.join(bench.out, 'terkunci.zip.age'));
  const heavy = Buffer.from(bytes.toString('latin1').replace(/(-> scrypt \S+ )17\n/, '$120\n'), 'latin1');
  expect(await refusal(heavy, 'berat.zip.age', PACKAGE_PASSPHRASE)).toMatchObject({
    code: 'PACKAGE_HOSTILE',
    params: { reason: 'work' },
  });
}, 30_000);

it('leaves nothing when the taking in is cancelled', async () => {
  const file = path.join(bench.out, 'baik.zip');
  const { token } = await other.service.files.addPath(file);
  const started = await other.service.call('handover.receive', { file: token, receivedFrom: 'Budi' });
  other.service.jobs.cancel(started.jobId);
  await expect(other.job(started)).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(globSync('blobs/incoming/*', { cwd: other.directory })).toEqual([]);
  // The same file is taken as it is, so that the refusals above mean something.
  expect((await receive(other, file)).files).toBe(good.size);
});
