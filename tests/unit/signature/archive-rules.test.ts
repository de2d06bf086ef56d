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
import { hasPreflight, preflightCodes } from '../report/tools.ts';
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
  it('keeps the rules of PDF/A-3a but for the two that know no signature: its form, and its fields beside links', async () => {
    expect(brokenRules(await flatten(signed))).toEqual([
      'links have words and are printed',
      'no script, no form, no outside action',
    ]);
    checkWithTools(authority.workspace, signed, { signatures: 2, timestamps: 1 });
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
