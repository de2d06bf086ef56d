import { beforeAll, describe, expect, it, vi } from 'vitest';
import { reportModelSchema } from '#shared/contract/report-model.ts';
import { reportResultSchema } from '#shared/contract/report-job.ts';
import { brokenRules } from './pdf-rules.ts';
import { makePng, type Sample, sampleReport, sha256 } from './sample-report.ts';
import { detachAll, hasPreflight, hasTool, preflightCodes, runTool, writeTemporary } from './tools.ts';
import { type RunOptions, runWorkerProcess } from './worker-process.ts';

// Child processes and outside tools on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const LIMIT = 25 * 1024 * 1024;

async function build(sample: Sample, changes: { limit?: number; signature?: unknown } = {}, options: RunOptions = {}) {
  const job = {
    model: sample.model,
    largestAttachmentBytes: changes.limit ?? LIMIT,
    signature: changes.signature ?? null,
  };
  const run = await runWorkerProcess('report', job, sample.inputs, options);
  const pdf = run.outputs.get('pdf') ?? Buffer.alloc(0);
  return { result: reportResultSchema.parse(run.value), pdf, path: writeTemporary('laporan.pdf', pdf) };
}

type Built = Awaited<ReturnType<typeof build>>;

/** Words that lie below the footer's place or beyond the page's edges. */
function textOutsidePages(path: string): string[] {
  if (!hasTool('pdftotext')) return [];
  const boxes = runTool('pdftotext', ['-bbox', path, '-']).text;
  let width = 0;
  let height = 0;
  const outside: string[] = [];
  for (const [, page, word] of boxes.matchAll(/<page ([^>]*)>|<word ([^<]*)</g)) {
    const number = (name: string): number => Number(new RegExp(`${name}="([\\d.-]+)"`).exec(page ?? word ?? '')?.[1]);
    if (page) [width, height] = [number('width'), number('height')];
    else if (number('xMax') > width - 20 || number('xMin') < 20 || number('yMax') > height - 14)
      outside.push(word ?? '');
  }
  return outside;
}

describe('full report', () => {
  let sample: Sample;
  let built: Built;
  beforeAll(async () => {
    sample = sampleReport();
    built = await build(sample);
  });

  it('answers with what was really written', () => {
    expect(built.result.bytes).toBe(built.pdf.length);
    expect(built.result.sha256).toBe(sha256(built.pdf));
    expect(built.result.embedded).toEqual([...sample.originals.keys()]);
    expect(built.result.listed).toEqual([]);
  });

  it('keeps every rule of the format', () => {
    expect(brokenRules(built.pdf)).toEqual([]);
  });

  it('is the same file again from the same model', async () => {
    expect((await build(sample)).result.sha256).toBe(built.result.sha256);
  });

  it.skipIf(!hasTool('qpdf'))('passes qpdf --check', () => {
    expect(runTool('qpdf', ['--check', built.path])).toMatchObject({ status: 0 });
  });

  it.skipIf(!hasTool('pdffonts'))('embeds every font as a subset', () => {
    const rows = runTool('pdffonts', [built.path]).text.trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThanOrEqual(5);
    for (const row of rows) expect(row).toMatch(/yes yes yes/);
  });

  it.skipIf(!hasTool('pdfdetach'))('gives every original back byte for byte', () => {
    const files = detachAll(built.path);
    expect([...files.keys()].sort()).toEqual([...sample.originals.keys()].sort());
    for (const [name, bytes] of sample.originals) expect(files.get(name)?.equals(bytes)).toBe(true);
  });

  it.skipIf(!hasTool('pdftotext'))('numbers its pages and points to where evidence is', () => {
    const pages = runTool('pdftotext', ['-layout', built.path, '-']).text.split('\f').slice(0, -1);
    expect(pages).toHaveLength(built.result.pages);
    pages.forEach((text, index) => expect(text).toContain(`Halaman ${index + 1} dari ${built.result.pages}`));
    for (const [number, page] of Object.entries(built.result.evidencePages))
      expect(pages[page - 1]).toContain(`Bukti ${number}`);
    expect(pages.join('')).toContain('Segel integritas internal – bukan tanda tangan elektronik tersertifikasi');
  });

  it.skipIf(!hasTool('pdfinfo'))('reads well to whoever hears it: words apart, addresses and times whole', () => {
    const said = runTool('pdfinfo', ['-struct-text', built.path]).text;
    expect(said).toContain('1. Inspektur Kota Contoh 2. Kepala Badan Kepegawaian');
    const [first] = sample.model.evidence;
    if (!first || first.masked) throw new Error('the sample begins with an open item');
    expect(said).toContain(` ${first.address} Diambil oleh`);
    expect(said).toContain(first.capturedAtUtc);
  });

  it.skipIf(!hasTool('pdftotext'))('prints what it cannot set instead of dropping it', () => {
    const text = runTool('pdftotext', [built.path, '-']).text;
    expect(text).toContain('[emoji jempol][emoji api]');
    expect(text).toContain('[U+6F22][U+5B57]');
    expect(text).toMatch(/Ελληνικά,\s+Русский/);
  });

  it.skipIf(!hasPreflight())('differs from PDF/A-1b only where A-3 allows it', () => {
    // Embedded files (1.2.9, 1.4.7), no CIDSet (3.1.11), another part in the XMP (7.11.2).
    const codes = [...preflightCodes(built.path)];
    expect(codes.filter((code) => !['1.2.9', '1.4.7', '3.1.11', '7.11.2'].includes(code))).toEqual([]);
  });

  it('lists an original over the limit instead of embedding it', async () => {
    const { result, pdf } = await build(sample, { limit: 1000 });
    expect(result.listed).toContain('B1-halaman-penuh.png');
    expect(result.embedded).not.toContain('B1-halaman-penuh.png');
    expect(brokenRules(pdf)).toEqual([]);
  });
});

describe('draft and other papers', () => {
  it.skipIf(!hasTool('pdftotext'))('wears its watermark and mark on every page', async () => {
    const { path, pdf, result } = await build(
      sampleReport({ draft: true, draftReason: 'Rujukan belum diverifikasi.', paper: 'F4' }),
    );
    expect(brokenRules(pdf)).toEqual([]);
    const pages = runTool('pdftotext', [path, '-']).text.split('\f').slice(0, -1);
    expect(pages).toHaveLength(result.pages);
    for (const page of pages) expect(page.match(/DRAF/g)?.length).toBeGreaterThanOrEqual(2);
    expect(runTool('pdfinfo', [path]).text).toMatch(/Page size: +609\.\d+ x 935\.\d+/);
  });

  it('survives hostile text everywhere', async () => {
    const hostile = 'A & B <c> "d" \t tab\r\nbaris \u0000\u0007 \u202etfel \ud800 \u{1f600} ]]> (kurung) \\garis';
    const base = sampleReport();
    const model = reportModelSchema.parse({
      ...base.model,
      title: hostile,
      hal: hostile,
      registration: hostile,
      account: [hostile, `${'x'.repeat(900)} ${'kata '.repeat(2000)}`],
      letterhead: { ...base.model.letterhead, agency: hostile },
      draft: true,
      draftReason: 'alasan '.repeat(600),
      allegations: base.model.allegations.map((allegation) => ({ ...allegation, conflict: 'beda '.repeat(4000) })),
      evidencePages: base.model.evidencePages.map((page) => ({ ...page, alternateText: hostile })),
    });
    const { pdf, path } = await build({ ...base, model });
    expect(brokenRules(pdf)).toEqual([]);
    if (hasTool('qpdf')) expect(runTool('qpdf', ['--check', path]).status).toBe(0);
    if (hasTool('pdftotext')) expect(runTool('pdftotext', [path, '-']).text).toContain('[U+202E]');
    expect(textOutsidePages(path)).toEqual([]);
  });
});

describe('masked report', () => {
  const MARKERS = [
    'penanda-isi-halaman',
    'contoh-medsos',
    'Unggahan terbuka',
    'Foto layar',
    'Petugas Dua',
    'B1-halaman',
  ];

  it('carries no original and not a word of what is masked', async () => {
    const base = sampleReport();
    const model = {
      ...base.model,
      kind: 'disamarkan' as const,
      subjects: [{ type: 'unknown' as const, note: null }],
      account: ['Isi disamarkan.'],
      accounts: base.model.accounts.map((one) => ({ ...one, address: null })),
      acts: base.model.acts.map((one) => ({ ...one, address: null })),
      evidence: base.model.evidence.map(({ number, sha256: hash }) => ({
        masked: true as const,
        copy: null,
        number,
        sha256: hash,
      })),
      evidencePages: [],
      attachments: [],
      custody: [],
    };
    const { pdf, path, result } = await build({ ...base, model: reportModelSchema.parse(model) });
    expect(brokenRules(pdf)).toEqual([]);
    expect(result.embedded).toEqual([]);
    const opened = hasTool('qpdf') ? runTool('qpdf', ['--qdf', '--object-streams=disable', path, '-']).text : '';
    const words = hasTool('pdftotext') ? runTool('pdftotext', [path, '-']).text : '';
    for (const marker of MARKERS) {
      expect(pdf.includes(Buffer.from(marker))).toBe(false);
      expect(opened).not.toContain(marker);
      expect(words).not.toContain(marker);
    }
    expect(pdf.includes(Buffer.from('/EmbeddedFile'))).toBe(false);
    if (words !== '')
      for (const { sha256: hash } of base.model.evidence)
        expect(words.replaceAll(/\s/g, '').toLowerCase()).toContain(hash);
  });

  it('refuses originals, and masked items in a full report', () => {
    const { model } = sampleReport();
    expect(reportModelSchema.safeParse({ ...model, kind: 'disamarkan' }).success).toBe(false);
    const [first] = model.evidence;
    const evidence = [{ masked: true, copy: null, number: first?.number, sha256: first?.sha256 }];
    expect(reportModelSchema.safeParse({ ...model, evidence, evidencePages: [] }).success).toBe(false);
  });
});

describe('refusals', () => {
  it('stops when an original is not the one the report names', async () => {
    const base = sampleReport();
    const name = 'B1-halaman.mhtml';
    const changed = Buffer.from(base.originals.get(name) ?? '');
    changed[5] = (changed[5] ?? 0) ^ 1;
    await expect(build({ ...base, inputs: { ...base.inputs, [`original:${name}`]: changed } })).rejects.toMatchObject({
      code: 'EVIDENCE_DAMAGED',
    });
    const shorter = changed.subarray(1);
    await expect(build({ ...base, inputs: { ...base.inputs, [`original:${name}`]: shorter } })).rejects.toMatchObject({
      code: 'EVIDENCE_DAMAGED',
    });
  });

  it('refuses two originals under one name', () => {
    const { model } = sampleReport();
    const [first] = model.attachments;
    const twice = { ...model, attachments: [first, { ...first, name: first?.name.toUpperCase() }] };
    expect(reportModelSchema.safeParse(twice).success).toBe(false);
  });

  it('refuses pictures that are not plain RGB, or not as large as stated', async () => {
    const base = sampleReport();
    const alpha = Buffer.from(makePng(1280, 720, () => [1, 2, 3]));
    alpha[25] = 6;
    const small = makePng(10, 10, () => [1, 2, 3]);
    const cut = makePng(1280, 720, (x, y) => [x & 255, y & 255, 7]).subarray(0, 600);
    for (const picture of [alpha, small, cut, Buffer.from('no png')]) {
      await expect(build({ ...base, inputs: { ...base.inputs, 'picture:2': picture } })).rejects.toMatchObject({
        code: 'IMAGE_UNREADABLE',
      });
    }
  });

  it('refuses a job that is none', async () => {
    await expect(runWorkerProcess('report', { model: {} }, sampleReport().inputs)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('very tall picture', () => {
  it.skipIf(!hasTool('pdfimages'))("is cut into parts whose rows are the picture's rows", async () => {
    const width = 300;
    const height = 9000;
    const pixel = (x: number, y: number) => [y & 255, (y >> 8) & 255, x & 255] as const;
    const base = sampleReport();
    const [page] = base.model.evidencePages;
    if (!page) throw new Error('the sample has no page');
    const picture = { input: 'picture:tall', widthPixels: width, heightPixels: height };
    const model = reportModelSchema.parse({ ...base.model, evidencePages: [{ ...page, picture }] });
    const { path, pdf } = await build({
      ...base,
      model,
      inputs: { ...base.inputs, 'picture:tall': makePng(width, height, pixel) },
    });
    expect(brokenRules(pdf)).toEqual([]);
    const root = `${path}-img`;
    runTool('pdfimages', [path, root]);
    const { readdirSync, readFileSync } = await import('node:fs');
    const folder = root.slice(0, root.lastIndexOf('/'));
    const seen = new Set<number>();
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.ppm'))) {
      const image = readFileSync(`${folder}/${name}`);
      const head = /^P6\n(\d+) (\d+)\n255\n/.exec(image.toString('latin1', 0, 40));
      const pixels = image.subarray(head?.[0].length ?? 0);
      for (let row = 0; row < Number(head?.[2]); row += 1) {
        const [low = 0, high = 0] = pixels.subarray(row * width * 3, row * width * 3 + 2);
        const y = high * 256 + low;
        seen.add(y);
        expect(pixels[row * width * 3 + 2 + 3 * 17]).toBe(17);
      }
    }
    expect(seen.size).toBe(height);
  });
});
