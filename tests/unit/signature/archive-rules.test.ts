/**
 * PDF/A-3a and the tags of PDF/UA through certification, two visible signatures and an archive time stamp: a real report,
 * taken up to B-LTA, keeps every rule that its unsigned twin keeps.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { reportResultSchema } from '#shared/contract/report-job.ts';
import { answerUpdate } from '../../../electron/vault/signing/answer-update.ts';
import { readPkcs12 } from '../../../electron/vault/signing/pkcs12.ts';
import type { Signer } from '../../../electron/vault/signing/signer.ts';
import { openPdf } from '../../../electron/workers/pdf-reader/file/view.ts';
import { isReference, nameOf, textOf } from '../../../electron/workers/pdf-reader/syntax/values.ts';
import { PASSPHRASE } from '../../support/authority/certificates.ts';
import { startAuthority, type TestAuthority } from '../../support/authority/index.ts';
import { flatten } from '../../support/signature/flatten.ts';
import { HEAD_SIGNATURE, update } from '../../support/signature/levels.ts';
import { ARCHIVE_FIELDS, checkWithTools } from '../../support/signature/outside-views.ts';
import { memorySource } from '../../support/signature/sample-report.ts';
import { brokenRules } from '../report/pdf-rules.ts';
import { sampleReport } from '../report/sample-report.ts';
import { detachAll, hasPreflight, hasTool, preflightCodes, runTool } from '../report/tools.ts';
import { runWorkerProcess } from '../report/worker-process.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let authority: TestAuthority;
let signer: Signer;
let signed: Buffer;
beforeAll(async () => {
  authority = await startAuthority();
  await authority.issue('pengawas', 'rsa-2048');
  signer = await readPkcs12(await authority.pack('pengawas'), PASSPHRASE, new Date());
  signed = await takeToArchive();
});
afterAll(() => authority.close());

/** Laid out with both blocks' fields, certified, signed by the head, stamped, with its data. */
async function takeToArchive(): Promise<Buffer> {
  const { model, inputs } = sampleReport();
  const blocks = model.signatures.map((block, index) => ({
    ...block,
    digitalField: ['Petugas', 'Kepala'][index] ?? null,
  }));
  const reserved = ['Kepala', 'StempelWaktu', ...ARCHIVE_FIELDS].map((name) => ({ name, tooltip: `Bidang ${name}` }));
  const { fieldName: _field, ...words } = HEAD_SIGNATURE;
  const signature = { ...words, fieldName: 'Petugas', tooltip: 'Tanda tangan petugas', reservedFields: reserved };
  const answers = answerUpdate({
    signer,
    ask: () => Promise.reject(new Error('nobody is asked')),
    timestampAddress: '',
    roots: [],
    now: () => new Date(),
  });
  const run = await runWorkerProcess(
    'report',
    { model: { ...model, signatures: blocks }, largestAttachmentBytes: 1e9, signature },
    inputs,
    { answer: async (question, payload) => await answers.answers[question]?.(payload) },
  );
  expect(reportResultSchema.parse(run.value).signed).toBe(true);
  const base = run.outputs.get('pdf') ?? Buffer.alloc(0);
  const both = await update(base, [{ kind: 'sign', signature: HEAD_SIGNATURE }], { signer, authority });
  const { bytes } = await update(
    both.bytes,
    [{ kind: 'validation-data' }, { kind: 'timestamp', fields: [...ARCHIVE_FIELDS] }, { kind: 'validation-data' }],
    { authority },
  );
  return bytes;
}

describe('a report with certification, two visible signatures and an archive time stamp', () => {
  it('keeps every rule of PDF/A-3a as it is, revision on revision, and put into one section', async () => {
    expect(signed.toString('latin1').match(/%%EOF/g)?.length).toBeGreaterThan(4);
    expect(brokenRules(signed)).toEqual([]);
    expect(brokenRules(await flatten(signed))).toEqual([]);
    checkWithTools(authority.workspace, signed, { signatures: 2, timestamps: 1 });
  });

  const FIELDS = 'fields have words, a tag and a look, and are printed';
  // The other text has the same length; the last place is in the newest revision, the first one in that of the certification.
  it.each<[rule: string, from: string, to: string]>([
    ['trailer has ID', '/ID [<', '/IX [<'],
    ['a form holds signatures alone', '/FT /Sig', '/FT /Btn'],
    [FIELDS, '/F 132', '/F 130'],
    [FIELDS, '/F 132', '/F 166'],
    [FIELDS, '/TU (Bidang Kepala', '/TX (Bidang Kepala'],
    [FIELDS, '/AP <</N', '/AX <</N'],
    [FIELDS, '/StructParent 14', '/StructParenX 14'],
    [FIELDS, '/S /Form', '/S /Span'],
    ['fonts are embedded', '/FontFile2 ', '/FontFileX '],
    ['fonts have ToUnicode', '/ToUnicode ', '/ToUnicodX '],
    ['language and marks', '/Lang (id)', '/Lang (en)'],
    ['originals are associated under unique names', '/AF [', '/AX ['],
  ])('sees in the newest revisions: %s (%#)', (rule, from, to) => {
    expect(to).toHaveLength(from.length);
    const at = signed.lastIndexOf(from);
    expect(at).toBeGreaterThan(signed.indexOf('%%EOF'));
    const changed = Buffer.from(signed);
    changed.write(to, at, 'latin1');
    expect(brokenRules(changed)).toContain(rule);
  });

  it('sees a trailer without its ID and a moved object in every revision', () => {
    const text = signed.toString('latin1');
    for (const { index } of text.matchAll(/\/ID \[</g)) {
      const changed = Buffer.from(signed);
      changed.write('/IX [<', index, 'latin1');
      expect(brokenRules(changed)).toContain('trailer has ID');
    }
    // The first object of the newest table.
    const moved = Buffer.from(signed);
    moved.write(
      '0000000001',
      [...text.matchAll(/(?<=\nxref\n\d+ \d+\n)\d{10}(?= 00000 n)/g)].at(-1)?.index ?? 0,
      'latin1',
    );
    expect(brokenRules(moved)).toContain('cross-reference table');
  });

  it('keeps its fonts and its originals for other tools: pdffonts and pdfdetach', () => {
    const file = authority.workspace.put('arsip-berkas.pdf', signed);
    if (hasTool('pdffonts')) {
      const fonts = runTool('pdffonts', [file]).text.trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(1);
      // Embedded, a subset, with its way back to Unicode.
      for (const font of fonts) expect(font).toMatch(/\byes\s+yes\s+yes\b/);
    }
    if (hasTool('pdfdetach')) {
      const { originals } = sampleReport();
      const detached = detachAll(file);
      expect([...detached.keys()].sort()).toEqual([...originals.keys()].sort());
      for (const [name, bytes] of originals) expect(detached.get(name)?.equals(bytes)).toBe(true);
    }
  });

  it('is refused by PDFBox Preflight (PDF/A-1b) only for what a signed A-3 file differs in', () => {
    if (!hasPreflight()) return;
    const allowed = ['1.2.9', '1.4.7', '3.1.11', '7.11.2', '5.3.1', '7.1.4'];
    const codes = preflightCodes(authority.workspace.put('arsip.pdf', signed));
    expect([...codes].filter((code) => !allowed.includes(code))).toEqual([]);
  });

  it('tags every field for a screen reader: a tooltip, a Form element, the way there and back', async () => {
    const view = (await openPdf(memorySource(signed))).views.at(-1);
    const catalog = await view?.dictionary(view.trailer.get('Root'));
    const form = await view?.dictionary(catalog?.get('AcroForm'));
    const tree = await view?.dictionary((await view.dictionary(catalog?.get('StructTreeRoot')))?.get('ParentTree'));
    const numbers = await view?.resolve(tree?.get('Nums'));
    const fields = await view?.resolve(form?.get('Fields'));
    if (view === undefined || !Array.isArray(fields) || !Array.isArray(numbers)) throw new Error('no form or no tags');
    expect(fields).toHaveLength(6);
    let visible = 0;
    for (const reference of fields) {
      const widget = await view.dictionary(reference);
      expect(textOf(widget?.get('TU'))).toBeTruthy();
      expect(widget?.get('F')).toBe(132);
      const key = widget?.get('StructParent');
      const element = numbers[numbers.findIndex((one, index) => index % 2 === 0 && one === key) + 1];
      const tag = await view.dictionary(element);
      expect(nameOf(tag?.get('S'))).toBe('Form');
      const back = await view.dictionary(tag?.get('K'));
      const target = back?.get('Obj');
      expect(isReference(target) && isReference(reference) && target.number === reference.number).toBe(true);
      const sides = widget?.get('Rect');
      const [left, , right] = Array.isArray(sides) ? sides : [];
      if (Number(right) > Number(left)) {
        visible++;
        expect(widget?.has('AP')).toBe(true);
      }
    }
    expect(visible).toBe(2);
  });
});
