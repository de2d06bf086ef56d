/** Wherever a page happens to end: no heading and no table head alone, no signature without its words. */
import { describe, expect, it, vi } from 'vitest';
import type { DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import { buildDocument } from '#shared/documents/kinds.ts';
import { buildInProcess } from '../../support/documents/build.ts';
import { defaultWording, sampleData, sampleJob } from '../../support/documents/samples.ts';
import { brokenRules } from '../report/pdf-rules.ts';
import { hasTool, runTool, writeTemporary } from '../report/tools.ts';

// Outside tools on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const KIND = 'ba_serah_terima';
type Data = ReturnType<typeof sampleData<typeof KIND>>;

async function pagesOf(change: (data: Data) => Data): Promise<string[]> {
  return await pagesOfKind(KIND, change(sampleData(KIND)));
}

async function pagesOfKind(kind: DocumentKindName, data: unknown): Promise<string[]> {
  const model = buildDocument(kind, data, defaultWording(kind));
  const { job, inputs } = sampleJob(kind);
  const { pdf } = await buildInProcess({ job: { ...job, model }, inputs });
  expect(brokenRules(pdf)).toEqual([]);
  const text = runTool('pdftotext', ['-layout', writeTemporary('uji.pdf', pdf), '-']).text;
  return text.split('\f').slice(0, -1);
}

/** The lines between the running head and the foot. */
function bodyOf(page: string): string[] {
  const lines = page.split('\n').map((line) => line.trim());
  return lines
    .slice(
      0,
      lines.findIndex((line) => line.startsWith('Netra 0.1.0')),
    )
    .filter((line) => line !== '');
}

describe.skipIf(!hasTool('pdftotext'))('page breaks', () => {
  it.each([0, 3, 6, 9, 12, 15])('with %i lines more before the table', async (more) => {
    const pages = await pagesOf((data) => ({
      ...data,
      purpose: `pemeriksaan ${'yang disebut berulang-ulang dalam kalimat panjang ini '.repeat(more * 2)}`.trim(),
      items: Array.from({ length: 9 }, (_none, index) => ({
        ...(data.items[index % 2] ?? data.items[0]),
        number: `B-${index + 1}`,
      })) as Data['items'],
    }));
    for (const page of pages) {
      const body = bodyOf(page);
      expect(body.at(-1)).not.toMatch(/^[A-Z]\. /);
      const head = body.findIndex((line) => /^No\.\s+Berkas\s+SHA-256/.test(line));
      if (head >= 0) expect(body[head + 1]).toMatch(/^(B-\d|[0-9A-F]{4} )/);
      if (page.includes('PIHAK PERTAMA,\n')) expect(page).toContain('Demikian berita acara ini');
    }
    const rows = pages.join('\n').match(/B-[1-9]\b(?! *-)/g) ?? [];
    expect(new Set(rows)).toEqual(new Set(Array.from({ length: 9 }, (_none, index) => `B-${index + 1}`)));
  });

  it.each([5, 12, 24, 36, 37])('of a recap, with %i rows in its first table', async (many) => {
    const data = sampleData('rekapitulasi');
    const [table] = data.tables;
    if (table === undefined) throw new Error('the sample has no table');
    const unit = (index: number): string[] => [`Dinas ${index + 1}`, ...table.numbers.columns.slice(1).map(() => '1')];
    const sum = ['Jumlah', ...table.numbers.columns.slice(1).map(() => '9')];
    const rows = [...Array.from({ length: many }, (_none, index) => unit(index)), sum];
    const tables = [{ ...table, numbers: { ...table.numbers, rows, total: true } }, ...data.tables.slice(1)];
    const pages = await pagesOfKind('rekapitulasi', { ...data, tables });
    const notes = data.tables.map(({ counts }) => counts.slice(0, 30));
    for (const page of pages) {
      const body = bodyOf(page);
      // A sum overleaf has the row before it with it, and what a table counts stands above the table.
      const sumAt = body.findIndex((line) => line.startsWith('Jumlah'));
      if (sumAt >= 0) expect(body[sumAt - 1]).not.toMatch(/Jumlah$/);
      expect(notes.some((note) => body.at(-1)?.startsWith(note))).toBe(false);
      expect(page).not.toMatch(/\bDokume\b/);
    }
  });

  it('never leaves the last row of a table alone, however many there are', async () => {
    for (const count of [11, 12, 13, 14, 15, 16, 17, 18]) {
      const pages = await pagesOf((data) => ({
        ...data,
        items: Array.from({ length: count }, (_none, index) => ({
          ...(data.items[0] ?? data.items[1]),
          number: `B-${index + 101}`,
        })) as Data['items'],
      }));
      const last = pages.find((page) => page.includes(`B-${count + 100}`)) ?? '';
      expect(new Set(last.match(/B-1\d\d/g)).size).toBeGreaterThan(1);
    }
  });

  it('keeps a heading with its statement when more sign than a page holds', async () => {
    const pages = await pagesOf((data) => ({
      ...data,
      witnesses: Array.from({ length: 12 }, (_none, index) => ({
        ...data.witnesses[0],
        name: `Saksi ${index + 1}, ${'Sarjana Panjang, '.repeat(4)}M.H.`,
      })) as Data['witnesses'],
    }));
    for (const page of pages) expect(bodyOf(page).at(-1)).not.toMatch(/^[A-Z]\. /);
    const all = pages.join('\n');
    for (let index = 1; index <= 12; index += 1) expect(all).toContain(`Saksi ${index},`);
  });
});
