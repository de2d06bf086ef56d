/** The rules themselves: pdfkit used without care breaks each of them, and is caught. */
import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { DOCUMENT_ID } from '../../support/documents/material.ts';
import { brokenRules, ruleNames } from './pdf-rules.ts';
import { readResource, sampleReport } from './sample-report.ts';
import { runWorkerProcess } from './worker-process.ts';

// Child processes and outside tools on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const FONT = readResource('report/fonts/LiberationSans-Regular.ttf');

/** Rules that a negative fixture of this file was seen to break. */
const proven = new Set<string>();

function proves(broken: readonly string[], rule: string): void {
  expect(broken).toContain(rule);
  proven.add(rule);
}

/** pdfkit has it, its published types do not. */
interface FileAnnotating {
  fileAnnotation(x: number, y: number, width: number, height: number, file: { src: Buffer; name: string }): void;
}

/** A small tagged PDF/A-3a of pdfkit's own, with one careless thing in it. */
async function careless(
  draw: (document: PDFKit.PDFDocument) => void,
  options: Record<string, unknown> = {},
  title = 'Judul',
): Promise<string[]> {
  const document = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'id',
    displayTitle: true,
    font: FONT,
    info: { Title: title, Creator: 'uji', Producer: 'uji' },
    ...options,
  } as unknown as PDFKit.PDFDocumentOptions); // the published types know no font bytes here
  const root = document.struct('Document');
  document.addStructure(root);
  root.add(document.struct('P', {}, () => draw(document)));
  root.end();
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.end();
  await ended;
  return brokenRules(Buffer.concat(parts));
}

const word = (document: PDFKit.PDFDocument): void => void document.text('Kata');

describe('rules catch what pdfkit lets through', () => {
  it('passes a careful file, so that a rule that always fails is noticed', async () => {
    expect(await careless(word)).toEqual([]);
  });

  it.each<
    [rule: string, draw: (document: PDFKit.PDFDocument) => void, options?: Record<string, unknown>, title?: string]
  >([
    ['XMP is well-formed', word, {}, 'A & B'],
    ['XMP is well-formed', word, {}, 'A < B'],
    ['no missing glyph', (document) => void document.text('tab\there')],
    ['no missing glyph', (document) => void document.text('\u{1f600}')],
    ['no missing glyph', (document) => void document.text('satu\r\ndua')],
    ['version 1.7', word, { pdfVersion: '1.3' }],
    ['XMP is well-formed', word, { pdfVersion: '1.3' }],
    ['identified as PDF/A-3a', word, { subset: 'PDF/A-3b' }],
    ['identified as PDF/A-3a', word, { subset: 'PDF/A-3u' }],
    ['sRGB output intent', word, { subset: undefined }],
    ['fonts are embedded', (document) => void document.font('Helvetica').text('Kata')],
    ['originals have type, size and sum', (document) => void document.file(Buffer.from('x'), { name: 'a.bin' })],
    [
      'originals are associated under unique names',
      (document) => {
        document.file(Buffer.from('satu'), { name: 'a.bin', type: 'text/plain' });
        document.file(Buffer.from('dua'), { name: 'a.bin', type: 'text/plain' });
      },
    ],
    [
      'originals are associated under unique names',
      (document) =>
        void document.file(Buffer.from('x'), { name: 'a.bin', type: 'text/plain', ...{ relationship: 'Evidence' } }),
    ],
    ['only RGB', (document) => void document.fillColor([0, 100, 0, 0]).text('Kata')],
    ['links have words and are printed', (document) => void document.text('Kata', { link: 'https://contoh.test/' })],
    ['no script, no outside action', (document) => void document.addNamedJavaScript('a', 'app.alert(1)')],
    [
      'a form holds signatures alone',
      (document) => {
        document.initForm();
        document.formText('nama', 10, 10, 100, 20);
      },
    ],
    [
      'fields have words, a tag and a look, and are printed',
      (document) => {
        document.initForm();
        document.formText('nama', 10, 10, 100, 20);
      },
    ],
    ['links have words and are printed', (document) => void document.note(10, 10, 20, 20, 'catatan')],
    [
      'links have words and are printed',
      (document) =>
        (document as unknown as FileAnnotating).fileAnnotation(10, 10, 20, 20, {
          src: Buffer.from('x'),
          name: 'a.bin',
        }),
    ],
    ['not encrypted', word, { userPassword: 'rahasia' }],
    ['language and marks', word, { lang: 'en' }],
    ['all content is marked', (document) => void document.endMarkedContent().text('Kata').markContent('Span')],
  ])('%s (%#)', async (rule, draw, options, title) => {
    proves(await careless(draw, options, title), rule);
  });

  it('wants words for figures and headings in order', async () => {
    const figure = await careless(
      (document) => void document.addStructure(document.struct('Figure', {}, () => void document.text('Kata'))),
    );
    proves(figure, 'figures have words');
    const heading = await careless(
      (document) => void document.addStructure(document.struct('H3', {}, () => void document.text('Kata'))),
    );
    proves(heading, 'headings begin with H1 and skip no level');
  });
});

describe('rules catch a changed file', () => {
  let pdf: Buffer;
  beforeAll(async () => {
    const { model, inputs } = sampleReport();
    const job = { model, largestAttachmentBytes: 1e9, documentId: DOCUMENT_ID, signature: null };
    pdf = (await runWorkerProcess('report', job, inputs)).outputs.get('pdf') ?? Buffer.alloc(0);
  });

  const changed = (from: string, to: string): string[] => {
    const at = pdf.indexOf(from);
    expect(at).toBeGreaterThan(0);
    return brokenRules(Buffer.concat([pdf.subarray(0, at), Buffer.from(to), pdf.subarray(at + from.length)]));
  };

  it('is good before', () => {
    expect(brokenRules(pdf)).toEqual([]);
  });

  it('sees bytes after the end, moved objects and wrong lengths', () => {
    proves(brokenRules(Buffer.concat([pdf, Buffer.from('x')])), 'nothing after the end');
    proves(changed('endstream', ' endstream'), 'cross-reference table');
    const length = /\/Length (\d+)\n[^>]*>>\nstream/.exec(pdf.toString('latin1'))?.[1] ?? '';
    proves(
      changed(`/Length ${length}\n`, `/Length ${length.slice(0, -1)}${(Number(length.at(-1)) + 1) % 10}\n`),
      'streams are as long as they say',
    );
  });

  it('sees an original that is no longer associated', () => {
    const entry = /\/AF \[(\d+) 0 R/.exec(pdf.toString('latin1'))?.[1] ?? '';
    const other = '1'.padStart(entry.length, '0');
    proves(changed(`/AF [${entry} 0 R`, `/AF [${other} 0 R`), 'originals are associated under unique names');
  });

  // The other text has the same length, so that nothing but the rule's own matter is broken.
  it.each<[rule: string, from: string, to: string]>([
    ['trailer has ID', '/ID [<', '/IX [<'],
    ['fonts have ToUnicode', '/ToUnicode ', '/ToUnicodX '],
    ['structure tree', '/Type /StructTreeRoot', '/Type /StructTreeRooX'],
    ['XMP and Info agree', '>Nota Dinas', '>Nota dinas'],
    ['own properties have a schema', '>urn:x-netra:document:1.0#<', '>urn:x-netra:document:1.1#<'],
    ['identity is the same in Info and XMP', `>${DOCUMENT_ID}<`, `>${DOCUMENT_ID.replace('0193', '0194')}<`],
    ['identity is the same in Info and XMP', `(${DOCUMENT_ID})`, `(${DOCUMENT_ID.replace('0193', '0194')})`],
  ])('sees it: %s (%#)', (rule, from, to) => {
    expect(to).toHaveLength(from.length);
    expect(changed(from, to)).toEqual([rule]);
    proven.add(rule);
  });

  it('has had a negative fixture for every rule', () => {
    expect(ruleNames().filter((rule) => !proven.has(rule))).toEqual([]);
  });
});
