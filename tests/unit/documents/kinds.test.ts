/** Every kind of document, from its data to its pages: full on A4, masked on F4. */
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { documentModelSchema } from '#shared/contract/document-model.ts';
import { DOCUMENT_KIND_NAMES, type DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import { buildDocument } from '#shared/documents/kinds.ts';
import { buildInProcess, type BuiltDocument } from '../../support/documents/build.ts';
import { DOCUMENT_ID, HEAD, type SampleOptions, SECRETS } from '../../support/documents/material.ts';
import { defaultWording, sampleData, sampleJob } from '../../support/documents/samples.ts';
import { brokenRules } from '../report/pdf-rules.ts';
import { ALLOWED_IN_A3, hasPreflight, hasTool, preflightCodesOf, runTool, writeTemporary } from '../report/tools.ts';
import { verifyBytes } from '../../support/signature/sample-report.ts';

// Outside tools on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

/** What must be read on the paper of each kind. */
const WORDS: Readonly<Record<DocumentKindName, readonly string[]>> = {
  laporan_inspektorat: ['NOTA DINAS', 'Dugaan pelanggaran', 'Perlu verifikasi.', 'Bagian 2 dari 3', 'Tembusan:'],
  formulir_laporan: ['FORMULIR TEMUAN/LAPORAN', 'Warga Pelapor', 'Identitas diminta dirahasiakan', 'Syarat materiil'],
  tanda_terima: ['TANDA TERIMA LAPORAN', 'Identitas pelapor dirahasiakan', '2 (dua)', '(…………………………………'],
  ba_pengamanan_bukti: [
    'Senin tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam',
    'Petugas II,',
    'Waktu akses (UTC)',
    'Keterlihatan publik',
    'Berkas dari pihak lain (bukan hasil pengambilan langsung)',
    '3 dari 41 gambar pada halaman belum termuat',
    'tumpang tindih dengan bagian sebelumnya',
  ],
  ba_verifikasi: [
    'certutil -hashfile "B-1-halaman-penuh.png" SHA256',
    'Get-FileHash -Algorithm SHA256 -LiteralPath "B-1-halaman-penuh.png"',
    'Dari 4 berkas: 2 sama, 1 berbeda, 1 tidak dapat dibaca.',
    'BERBEDA',
  ],
  undangan_klarifikasi: [
    'R.800.1.6/045/KOMINFO/XI/2026',
    'Yth. Sdr. Dra. Sulastri',
    'Menghadap kepada',
    'a.n.',
    'Plh.',
    'Perlu verifikasi:',
  ],
  surat_jawaban: ['Yth. Pelapor pada registrasi ADU/012', 'Waktu kejadian', 'paling lambat Kamis, 26 November 2026'],
  ba_klarifikasi: ['Pertanyaan:', 'Jawaban:', 'Paraf pemberi keterangan', 'sehat jasmani dan rohani'],
  penerusan: [
    'Ketua Badan Pengawas Pemilihan Umum Kota Contoh',
    'u.b.',
    'BELUM DIKONFIRMASI',
    'Tingkat keyakinan',
    'Keterlihatan publik: Terlihat tanpa masuk',
  ],
  ba_serah_terima: ['PIHAK KEDUA,', 'Saksi-saksi', 'Saksi Kedua', 'age, dengan kunci penerima', 'certutil -hashfile'],
  rekapitulasi: [
    'Rekapitulasi Pemantauan Netralitas',
    'Kasus berisi dugaan, bukan putusan',
    'Kasus menurut platform',
    'Laporan masyarakat menurut pokok',
  ],
  lembar_klarifikasi: ['LEMBAR KLARIFIKASI', 'H-0007', 'HOAKS', 'bukan penilaian terhadap orang'],
  tanda_terima_harian: ['Kepala log pada saat lembar ini dicetak', 'Peristiwa hari ini', 'dimundurkan'],
  bahan_sosialisasi: ['Yang boleh', 'Yang dilarang', 'Bila ragu atau telanjur', 'PTT dan pegawai non-ASN lain'],
};

interface Look extends BuiltDocument {
  readonly path: string;
}

async function make(name: DocumentKindName, options: SampleOptions): Promise<Look> {
  const built = await buildInProcess(sampleJob(name, options));
  return { ...built, path: writeTemporary(`${name}.pdf`, built.pdf) };
}

const full = new Map<DocumentKindName, Look>();
const masked = new Map<DocumentKindName, Look>();
beforeAll(async () => {
  for (const name of DOCUMENT_KIND_NAMES) {
    full.set(name, await make(name, {}));
    masked.set(name, await make(name, { variant: 'disamarkan', paper: 'F4' }));
  }
});

function lookAt(looks: ReadonlyMap<DocumentKindName, Look>, name: DocumentKindName): Look {
  const look = looks.get(name);
  if (!look) throw new Error(`${name} was not built`);
  return look;
}

/** One line of spaces everywhere: lines break where the paper says. */
function words(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function pagesOf(path: string, ...options: string[]): string[] {
  return runTool('pdftotext', [...options, path, '-'])
    .text.split('\f')
    .slice(0, -1);
}

describe.each(DOCUMENT_KIND_NAMES)('%s', (name) => {
  it('keeps every rule of the format, in both variants', () => {
    expect(brokenRules(lookAt(full, name).pdf)).toEqual([]);
    expect(brokenRules(lookAt(masked, name).pdf)).toEqual([]);
  });

  it.skipIf(!hasTool('qpdf'))('passes qpdf --check', () => {
    expect(runTool('qpdf', ['--check', lookAt(full, name).path])).toMatchObject({ status: 0 });
    expect(runTool('qpdf', ['--check', lookAt(masked, name).path])).toMatchObject({ status: 0 });
  });

  it.skipIf(!hasTool('pdffonts'))('embeds every font as a subset with its characters', () => {
    const rows = runTool('pdffonts', [lookAt(full, name).path])
      .text.trim()
      .split('\n')
      .slice(2);
    expect(rows.length).toBeGreaterThanOrEqual(2);
    for (const row of rows) expect(row).toMatch(/yes yes yes/);
  });

  it.skipIf(!hasTool('pdftotext'))('says what it must, numbers its pages, and carries its identity', () => {
    const { path, result } = lookAt(full, name);
    const pages = pagesOf(path);
    const text = words(pages.join(' '));
    expect(pages).toHaveLength(result.pages);
    for (const part of WORDS[name]) expect(text).toContain(part);
    pages.forEach((page, index) => {
      expect(page).toContain(`Halaman ${index + 1} dari ${result.pages}`);
      expect(page).toContain(`Dokumen ${DOCUMENT_ID}`);
      expect(page).toContain('PEMERINTAH KOTA CONTOH'.repeat(index === 0 ? 1 : 0));
    });
    expect(text).not.toMatch(/\{[a-z_]+\}|undefined|\bnull\b|NaN/);
  });

  it.skipIf(!hasTool('pdfdetach'))('embeds just the originals that it was given', () => {
    const { result, path } = lookAt(full, name);
    const listed = [...runTool('pdfdetach', ['-list', path]).text.matchAll(/^\d+: (.+)$/gm)].map(([, one]) => one);
    expect(listed.sort()).toEqual([...result.embedded].sort());
    expect(runTool('pdfdetach', ['-list', lookAt(masked, name).path]).text).toMatch(/^0 embedded files/);
  });

  it.skipIf(!hasTool('pdftotext'))('draws nothing beyond its paper and nothing over its foot', () => {
    for (const { path } of [lookAt(full, name), lookAt(masked, name)]) expect(outside(path)).toEqual([]);
  });

  it.skipIf(!hasTool('pdftotext'))('says on every page that it is masked, and holds none of the masked words', () => {
    const { path, pdf, result } = lookAt(masked, name);
    const pages = pagesOf(path);
    expect(pages).toHaveLength(result.pages);
    for (const page of pages) expect(page).toContain('DISAMARKAN');
    const everything = `${allStrings(pdf)}${pages.join('')}`;
    for (const secret of SECRETS) expect(everything).not.toContain(secret);
    expect(runTool('pdfinfo', [path]).text).toMatch(/Page size: +(?:609\.\d+ x 935\.\d+|935\.\d+ x 609\.\d+)/);
  });

  it('is the same file again, and a draft says why it is one', async () => {
    const again = await buildInProcess(sampleJob(name));
    expect(again.result.sha256).toBe(lookAt(full, name).result.sha256);
    const frame = { draft: true, draftReason: 'Rujukan hukum D-6 belum diverifikasi.' };
    const data = sampleData(name, { frame });
    const model = buildDocument(name, data, defaultWording(name));
    expect(model.marks).toContain('draf');
    expect(JSON.stringify(model.blocks)).toContain(frame.draftReason);
  });

  it('refuses data and words that are not its own', () => {
    const words = defaultWording(name);
    expect(() => buildDocument(name, {}, words)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    const first = Object.keys(words).find((key) => typeof words[key] === 'string') ?? '';
    for (const wrong of [
      { ...words, [first]: '{tidak_ada}' },
      { ...words, [first]: ' ' },
      { ...words, lain: 'x' },
    ])
      expect(() => buildDocument(name, sampleData(name), wrong)).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT' }),
      );
  });
});

describe('PDFBox Preflight, which knows PDF/A-1b', () => {
  it.skipIf(!hasPreflight())('finds in the real files only what A-3 allows', () => {
    const paths = DOCUMENT_KIND_NAMES.map((name) => lookAt(full, name).path);
    const found = preflightCodesOf(paths).map((codes) => [...codes].filter((code) => !ALLOWED_IN_A3.has(code)));
    expect(found).toEqual(DOCUMENT_KIND_NAMES.map(() => []));
  });

  it.skipIf(!hasPreflight())('finds nothing in the twins of part 1', async () => {
    const paths: string[] = [];
    for (const name of DOCUMENT_KIND_NAMES) {
      const { job, inputs } = sampleJob(name, { variant: 'disamarkan' });
      paths.push(writeTemporary(`${name}.pdf`, (await buildInProcess({ job, inputs }, '1a')).pdf));
    }
    expect(preflightCodesOf(paths).map((codes) => [...codes])).toEqual(DOCUMENT_KIND_NAMES.map(() => []));
  });
});

describe('identity', () => {
  it('stands in the Info dictionary and, with its schema, in the XMP', () => {
    const { pdf } = lookAt(full, 'tanda_terima');
    const text = pdf.toString('latin1');
    const entry = /\/NetraDocumentId (\d+) 0 R/.exec(text)?.[1] ?? '';
    expect(text).toContain(`\n${entry} 0 obj\n(${DOCUMENT_ID})\n`);
    expect(text).toContain(`<netra:NetraDocumentId>${DOCUMENT_ID}</netra:NetraDocumentId>`);
    expect(text).toContain('<pdfaProperty:name>NetraDocumentId</pdfaProperty:name>');
    const keywords = /\/Keywords (\d+) 0 R/.exec(text)?.[1] ?? '';
    expect(text).toContain(`\n${keywords} 0 obj\n(NetraDocumentId=${DOCUMENT_ID})\n`);
    expect(text).toContain(`<pdf:Keywords>NetraDocumentId=${DOCUMENT_ID}</pdf:Keywords>`);
    const head = documentModelSchema.parse(sampleJob('tanda_terima').job['model']).custodyHead.qrText;
    const headEntry = /\/NetraCustodyHead (\d+) 0 R/.exec(text)?.[1] ?? '';
    expect(text).toContain(`\n${headEntry} 0 obj\n(${head})\n`);
    expect(text).toContain(`<netra:NetraCustodyHead>${head}</netra:NetraCustodyHead>`);
    expect(text).toContain('<pdfaProperty:name>NetraCustodyHead</pdfaProperty:name>');
    expect(text).not.toContain('pdfuaid');
  });

  it('is still read where a program that wrote the file anew dropped every entry of ours', async () => {
    const { pdf } = lookAt(full, 'tanda_terima');
    const without = (names: RegExp): Buffer =>
      Buffer.from(
        pdf.toString('latin1').replaceAll(names, (found) => found.replace('Netra', 'Xetra')),
        'latin1',
      );
    const entries = without(/\/NetraDocumentId |<\/?netra:NetraDocumentId>/g);
    expect(await verifyBytes(entries, [])).toMatchObject({ identifier: DOCUMENT_ID, reasons: ['UNSIGNED'] });
    const all = without(/\/NetraDocumentId |<\/?netra:NetraDocumentId>|NetraDocumentId=/g);
    expect(await verifyBytes(all, [])).toMatchObject({ identifier: null });
  });

  it.skipIf(!hasTool('pdftotext'))(
    'is replaced on every page of a preview by words that it was not issued',
    async () => {
      const { pdf } = await buildInProcess(sampleJob('ba_verifikasi', { frame: { documentId: null } }));
      const pages = runTool('pdftotext', [writeTemporary('pratinjau.pdf', pdf), '-'])
        .text.split('\f')
        .slice(0, -1);
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages) {
        expect(page.match(/PRATINJAU/g)).toHaveLength(2);
        expect(page).toContain('Belum terbit');
      }
      const issued = runTool('pdftotext', [writeTemporary('terbit.pdf', lookAt(full, 'tanda_terima').pdf), '-']).text;
      expect(issued).not.toMatch(/PRATINJAU|Belum terbit/);
    },
  );

  it('is nowhere when there is none', async () => {
    const { pdf } = await buildInProcess(sampleJob('tanda_terima', { frame: { documentId: null } }));
    expect(brokenRules(pdf)).toEqual([]);
    expect(pdf.toString('latin1')).not.toContain('NetraDocumentId');
  });

  it('prints the head of the log that the model names', () => {
    const model = documentModelSchema.parse(sampleJob('tanda_terima_harian').job['model']);
    expect(model.blocks).toContainEqual(expect.objectContaining({ block: 'custody-head', head: model.custodyHead }));
    expect(model.custodyHead.hash).toBe(HEAD.hash);
  });
});

/** Words that lie below the foot's place or beyond the page's edges. */
function outside(path: string): string[] {
  const boxes = runTool('pdftotext', ['-bbox', path, '-']).text;
  let size = { width: 0, height: 0 };
  const found: string[] = [];
  for (const [, page, word] of boxes.matchAll(/<page ([^>]*)>|<word ([^<]*)</g)) {
    const number = (key: string): number => Number(new RegExp(`${key}="([\\d.-]+)"`).exec(page ?? word ?? '')?.[1]);
    if (page) size = { width: number('width'), height: number('height') };
    else if (number('xMax') > size.width - 20 || number('xMin') < 20 || number('yMax') > size.height - 14)
      found.push(word ?? '');
  }
  return found;
}

/** Every byte of the file with its streams opened. */
function allStrings(pdf: Buffer): string {
  const parts = [pdf.toString('latin1'), pdf.toString('utf8')];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const end = pdf.indexOf('endstream', at);
    try {
      parts.push(inflateSync(pdf.subarray(at + 7, end - 1)).toString('latin1'));
    } catch {
      // Not compressed, or the second half of "endstream": its bytes are in the file's own text already.
    }
  }
  return parts.join('\n');
}
