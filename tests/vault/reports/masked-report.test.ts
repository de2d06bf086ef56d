/** The issued masked report, taken apart: every stream, string, attachment and block of metadata. */
import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IssuedReport, ReportVerdict } from '../../../shared/contract/reports.ts';
import type { WorkingCopy } from '../../../shared/contract/working-copy.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { hasTool, runTool, writeTemporary } from '../../unit/report/tools.ts';

const WIDTH = 400;
const HEIGHT = 700;
const MASK = { x: 40, y: 100, width: 200, height: 80, reason: 'wajah' } as const;
/** Words of the item that only the full report may print. */
const MARKERS = ['penanda-judul-halaman', 'penanda-alamat', 'penanda-catatan', 'penanda-sumber', 'penanda-tempat'];

let vault: TestVault;
let caseId: string;
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

/** Noise: no stretch of it occurs twice. */
function noise(seed: number): PNG {
  const png = new PNG({ width: WIDTH, height: HEIGHT });
  let state = seed;
  for (let index = 0; index < png.data.length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    png.data[index] = index % 4 === 3 ? 255 : state >>> 24;
  }
  return png;
}
const secret = noise(11);
const bare = noise(12);

async function add(name: string, png: PNG): Promise<string> {
  const started = await call('evidence.addFiles', {
    caseId,
    files: [await vault.file(name, PNG.sync.write(png, { colorType: 2 }))],
    note: 'penanda-catatan',
    address: 'https://medsos.example/penanda-alamat',
    obtainedFrom: 'penanda-sumber',
  });
  const { added } = (await vault.job(started)) as { added: { id: string }[] };
  const id = added[0]?.id ?? '';
  await call('evidence.update', { id, title: 'penanda-judul-halaman' });
  await call('evidence.file', { id, caseId, where: 'penanda-tempat' });
  return id;
}

beforeAll(async () => {
  vault = await createTestVault();
  caseId = (await call('cases.create', { title: 'Unggahan', narrative: 'Uraian petugas.' })).id;
  await call('cases.addAllegation', { id: caseId, code: 'D-6', primary: true });
  const id = await add('penanda-judul-halaman.png', secret);
  await add('lain.png', bare);
  const artefactId = (await call('evidence.get', { id })).artefacts[0]?.id ?? '';
  await vault.job(
    await call('evidence.makeCopy', {
      id,
      artefactId,
      note: 'penanda-catatan',
      edits: { crop: null, masks: [MASK], marks: [{ kind: 'highlight', x: 0, y: 300, width: 100, height: 20 }] },
      useInMasked: true,
    }),
  );
}, 60_000);
afterAll(() => vault.dispose());

async function issue(kind: 'lengkap' | 'disamarkan'): Promise<{ report: IssuedReport; pdf: Buffer }> {
  const report = (await vault.job(
    await call('reports.issue', { caseId, kind, signature: { method: 'seal' } }),
  )) as IssuedReport;
  const { handle, bytes } = await call('reports.view', { id: report.id });
  return { report, pdf: Buffer.from(await vault.service.views.find(handle).read(0, bytes)) };
}

/** Every stream of the file as it lies there and inflated; PNG's "up" filter of pictures undone. */
function streamsOf(pdf: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue;
    const start = pdf[at + 6] === 13 ? at + 8 : at + 7;
    const raw = pdf.subarray(start, pdf.indexOf('endstream', start));
    found.push(raw);
    try {
      const inflated = inflateSync(raw);
      found.push(inflated, unfiltered(inflated));
    } catch {
      // Not deflated: the raw bytes are looked at alone.
    }
  }
  return found;
}

/** Rows of RGB with the filter that stands before each undone; empty for what has other rows. */
function unfiltered(rows: Buffer): Buffer {
  const bytes = WIDTH * 3;
  if (rows.length % (bytes + 1) !== 0) return Buffer.alloc(0);
  const out = Buffer.alloc((rows.length / (bytes + 1)) * bytes);
  for (let at = 0; at < out.length; at += 1) {
    const [row, i] = [Math.floor(at / bytes), at % bytes];
    const left = i < 3 ? 0 : (out[at - 3] ?? 0);
    const above = row === 0 ? 0 : (out[at - bytes] ?? 0);
    const corner = row === 0 || i < 3 ? 0 : (out[at - bytes - 3] ?? 0);
    const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][rows[row * (bytes + 1)] ?? 0] ?? 0;
    out[at] = (rows[row * (bytes + 1) + 1 + i] ?? 0) + guess;
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const away = (value: number): number => Math.abs(left + above - corner - value);
  if (away(left) <= away(above) && away(left) <= away(corner)) return left;
  return away(above) <= away(corner) ? above : corner;
}

/** 8 pixels of a picture from a place, as RGB. */
function pixels(png: PNG, x: number, y: number): Buffer {
  return Buffer.from(
    Array.from({ length: 8 }, (_, index) => [
      ...png.data.subarray((y * WIDTH + x + index) * 4, (y * WIDTH + x + index) * 4 + 3),
    ]).flat(),
  );
}

describe('masked report with a working copy', () => {
  it('shows the copy, and holds nothing of what it covers, of the original or of the words around it', async () => {
    const { report, pdf } = await issue('disamarkan');
    const streams = streamsOf(pdf);
    const whole = Buffer.concat([pdf, ...streams]);
    // It does show the copy: pixels beside the mask are there, so that their absence under it means something.
    expect(whole.includes(pixels(secret, 300, 120))).toBe(true);
    for (let y = MASK.y; y < MASK.y + MASK.height; y += 1)
      for (const x of [MASK.x, MASK.x + 96, MASK.x + MASK.width - 8])
        if (whole.includes(pixels(secret, x, y))) expect.fail(`masked pixels ${x},${y}`);
    // The item without a copy shows nothing.
    for (let y = 0; y < HEIGHT; y += 7) if (whole.includes(pixels(bare, 40, y))) expect.fail(`bare pixels at row ${y}`);
    for (const png of [secret, bare]) {
      const file = PNG.sync.write(png, { colorType: 2 });
      for (let from = 41; from + 24 < file.length; from += 997)
        if (whole.includes(file.subarray(from, from + 24))) expect.fail(`bytes of an original at ${from}`);
    }
    const words = wordsOf(pdf);
    for (const marker of MARKERS) {
      expect(whole.includes(marker)).toBe(false);
      expect(whole.includes(Buffer.from(marker, 'utf16le'))).toBe(false);
      expect(whole.includes(utf16be(marker))).toBe(false);
      expect(whole.includes(Buffer.from(marker).toString('hex'))).toBe(false);
      expect(whole.includes(utf16be(marker).toString('hex'))).toBe(false);
      expect(words).not.toContain(marker);
    }
    if (words !== '') {
      expect(words).toContain('1 bagian ditutup (1 wajah)');
      expect(words).toContain('Salinan kerja yang disamarkan');
    }
    expect(pdf.includes('/EmbeddedFile')).toBe(false);
    expect(report.kind).toBe('disamarkan');
    const verdict = (await vault.job(
      await call('reports.verify', { file: await vault.file('disamarkan.pdf', pdf) }),
    )) as ReportVerdict;
    expect(verdict).toMatchObject({ verdict: 'valid', attachments: [] });
  }, 60_000);

  it('is searched by a search that finds all of it in the full report', async () => {
    const { pdf } = await issue('lengkap');
    const whole = Buffer.concat([pdf, ...streamsOf(pdf)]);
    expect(whole.includes(pixels(secret, MASK.x, MASK.y))).toBe(true);
    expect(whole.includes(pixels(bare, 40, 0))).toBe(true);
    expect(whole.includes('/EmbeddedFile')).toBe(true);
    const verdict = (await vault.job(
      await call('reports.verify', { file: await vault.file('lengkap.pdf', pdf) }),
    )) as ReportVerdict;
    expect(verdict.attachments.map(({ name }) => name).toSorted()).toEqual([
      'B-0001-penanda-judul-halaman.png',
      'B-0002-lain.png',
    ]);
    const words = wordsOf(pdf);
    if (words !== '') for (const marker of MARKERS) expect(words).toContain(marker);
  }, 60_000);

  it('shows no evidence again once the copy is withdrawn', async () => {
    const { rows } = await call('evidence.list', { where: 'case', caseId });
    const pages = await Promise.all(rows.map(({ id }) => call('evidence.get', { id })));
    const page = pages.find(({ copies }) => copies.length > 0);
    const copy = page?.copies[0] as WorkingCopy;
    await call('evidence.withdrawCopy', { id: page?.evidence.id ?? '', copyId: copy.id, reason: 'Wajah terlewat' });
    const { pdf } = await issue('disamarkan');
    expect(Buffer.concat(streamsOf(pdf)).includes(pixels(secret, 300, 120))).toBe(false);
  }, 60_000);
});

/** What a reader's search finds in the document; empty where the tool is missing. */
function wordsOf(pdf: Buffer): string {
  if (!hasTool('pdftotext')) return '';
  return runTool('pdftotext', [writeTemporary('laporan.pdf', pdf), '-']).text;
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}
