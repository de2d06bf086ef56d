/** A masked package, taken apart: every file, stream, string and block of metadata; nothing of the original or of its words. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { casePackageManifest } from '../../../shared/contract/case-package.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { hasTool, runTool } from '../../unit/report/tools.ts';
import { type PackageBench, packageBench } from '../exports/support.ts';
import { packedFile, receive } from './support.ts';

const WIDTH = 300;
const HEIGHT = 400;
const MASK = { x: 40, y: 100, width: 200, height: 80, reason: 'nama' } as const;
/** Words of the item, its address, its file, its source, the page, the case and its people. */
const MARKERS = [
  ...['penanda-judul', 'penanda-alamat', 'penanda-catatan', 'penanda-sumber', 'penanda-berkas', 'penanda-akun'],
  ...['penanda-salinan', 'penanda-naskah'],
];

let bench: PackageBench;
let other: TestVault;
const picture = new PNG({ width: WIDTH, height: HEIGHT });
const text = Buffer.from('halaman dengan penanda-naskah dan banyak kata lain yang panjang sekali');

beforeAll(async () => {
  bench = await packageBench();
  other = await createTestVault();
  // Noise in which no stretch occurs twice.
  for (let at = 0, state = 11; at < picture.data.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    picture.data[at] = at % 4 === 3 ? 255 : state >>> 24;
  }
  const { call, caseId, vault } = bench;
  const { id: employeeId } = await call('roster.addPerson', { name: 'penanda-terlapor' });
  await call('cases.linkRespondent', { id: caseId, employeeId, reason: 'Akun atas namanya' });
  const started = await call('evidence.addFiles', {
    caseId,
    files: [await vault.file('penanda-berkas.png', PNG.sync.write(picture, { colorType: 2 }))],
    note: 'penanda-catatan',
    address: 'https://medsos.example/penanda-alamat',
    obtainedFrom: 'penanda-sumber',
  });
  const id = ((await vault.job(started)) as { added: { id: string }[] }).added[0]?.id ?? '';
  await call('evidence.update', { id, title: 'penanda-judul' });
  await bench.add('penanda-berkas.txt', text);
  const artefactId = (await call('evidence.get', { id })).artefacts[0]?.id ?? '';
  await vault.job(
    await call('evidence.makeCopy', {
      id,
      artefactId,
      note: 'penanda-salinan',
      edits: { crop: null, masks: [MASK], marks: [] },
      useInMasked: true,
    }),
  );
  for (const kind of ['lengkap', 'disamarkan'] as const)
    await vault.job(await call('reports.issue', { caseId, kind, signature: { method: 'seal' } }));
}, 60_000);
afterAll(async () => {
  await bench.vault.dispose();
  await other.dispose();
});

/** Everything that can be read out of a file: itself, what is inflated of it, and the words that a PDF reader finds. */
function takenApart(file: string): Buffer[] {
  const bytes = readFileSync(file);
  const found: Buffer[] = [bytes];
  for (const mark of ['stream\n', 'stream\r\n'])
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1))
      found.push(inflated(Buffer.from(bytes.subarray(at + mark.length))));
  if (file.endsWith('.png')) found.push(Buffer.from(PNG.sync.read(bytes).data));
  if (file.endsWith('.pdf'))
    for (const [tool, args] of [
      ['pdftotext', [file, '-']],
      ['pdfinfo', ['-meta', file]],
      ['pdfdetach', ['-list', file]],
      ['qpdf', ['--qdf', '--object-streams=disable', file, '-']],
    ] as const)
      if (hasTool(tool)) found.push(Buffer.from(runTool(tool, args).text));
  return found;
}

function inflated(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { finishFlush: 2 });
  } catch {
    // No deflated stream: it is looked at as it lies there.
    return Buffer.alloc(0);
  }
}

function forms(word: string): Buffer[] {
  const wide = Buffer.from(word, 'utf16le');
  const swapped = Buffer.from(wide).swap16();
  return [Buffer.from(word), wide, swapped].flatMap((bytes) => [
    bytes,
    Buffer.from(bytes.toString('hex')),
    Buffer.from(bytes.toString('base64').slice(0, -4)),
  ]);
}

async function unpacked(kind: 'lengkap' | 'disamarkan'): Promise<{ folder: string; files: string[] }> {
  const made = await packedFile(bench, `${kind}.zip`, { kind });
  const folder = path.join(bench.out, kind);
  mkdirSync(folder);
  execFileSync('python3', ['-m', 'zipfile', '-e', made.directory, folder]);
  const manifest = casePackageManifest.parse(JSON.parse(readFileSync(path.join(folder, 'isi-paket.json'), 'utf8')));
  const files = [...manifest.files.map((file) => file.path), 'isi-paket.json', 'isi-paket.json.p7s', 'SHA256SUMS'];
  return { folder, files };
}

it('holds the chosen copy and the masked document, and nothing of what they cover', async () => {
  const { folder, files } = await unpacked('disamarkan');
  expect(files.filter((file) => file.includes('/'))).toEqual([
    'salinan-kerja/B-0001-salinan-kerja-1.png',
    'dokumen/laporan-inspektorat-02-disamarkan-draf.pdf',
  ]);
  const whole = Buffer.concat([
    readFileSync(path.join(bench.out, 'disamarkan.zip')),
    ...files.flatMap((file) => takenApart(path.join(folder, file))),
  ]);
  for (const marker of MARKERS)
    for (const form of forms(marker)) if (whole.includes(form)) expect.fail(`${marker} as ${form.toString('latin1')}`);
  // Whom the case is about stands in the document, as its kind prints it, and nowhere else.
  for (const file of files.filter((name) => !name.endsWith('.pdf')))
    expect(Buffer.concat(takenApart(path.join(folder, file))).includes('penanda-terlapor'), file).toBe(false);
  const original = PNG.sync.write(picture, { colorType: 2 });
  for (let at = 41; at + 24 < original.length; at += 997)
    if (whole.includes(original.subarray(at, at + 24))) expect.fail(`bytes of the original at ${at}`);
  for (let y = MASK.y; y < MASK.y + MASK.height; y += 3)
    for (const x of [MASK.x, MASK.x + MASK.width - 8]) {
      const row = picture.data.subarray((y * WIDTH + x) * 4, (y * WIDTH + x + 8) * 4);
      if (whole.includes(row)) expect.fail(`masked pixels ${x},${y}`);
    }
  // Beside the mask the copy shows the picture, so that the search means something.
  expect(whole.includes(picture.data.subarray((50 * WIDTH + 10) * 4, (50 * WIDTH + 18) * 4))).toBe(true);
  const manifest = casePackageManifest.parse(JSON.parse(readFileSync(path.join(folder, 'isi-paket.json'), 'utf8')));
  expect(manifest.persons).toEqual([]);
  expect(manifest.files[0]).toMatchObject({
    masks: 1,
    originalSha256: createHash('sha256').update(original).digest('hex'),
  });
  expect((await receive(other, path.join(bench.out, 'disamarkan.zip'))).kind).toBe('disamarkan');
}, 60_000);

it('is searched by a search that finds all of it in the full package', async () => {
  const { folder, files } = await unpacked('lengkap');
  const whole = Buffer.concat(files.flatMap((file) => takenApart(path.join(folder, file))));
  for (const marker of ['penanda-alamat', 'penanda-sumber', 'penanda-berkas', 'penanda-naskah', 'penanda-terlapor'])
    expect(whole.includes(marker), marker).toBe(true);
  expect(whole.includes(PNG.sync.write(picture, { colorType: 2 }).subarray(997, 1_100))).toBe(true);
  expect(files).toContain('salinan-kerja/B-0001-salinan-kerja-1.png');
}, 60_000);

it('is refused where nothing is masked yet, by name', async () => {
  const { id } = await bench.call('cases.create', { title: 'Lain' });
  const empty = { ...bench, caseId: id };
  await expect(packedFile(empty, 'kosong.zip', { kind: 'disamarkan' })).rejects.toMatchObject({
    code: 'PACKAGE_NOTHING_MASKED',
  });
});
