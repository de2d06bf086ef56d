/**
 * What signing costs beside the layout: a report of 500 screenshots (its originals beside it), certified while it is laid
 * out, signed by a second person and taken to B-LTA. The document is read in place; only the tail is written.
 */
import { appendFileSync, createReadStream, linkSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PdfUpdateJob, pdfUpdateResult } from '#shared/contract/pdf-update.ts';
import { askOutside } from '../../electron/outside/ask.ts';
import { answerUpdate } from '../../electron/vault/signing/answer-update.ts';
import { answersOver, digestDocument, type DocumentDigests } from '../../electron/vault/signing/document-digests.ts';
import { readPkcs12 } from '../../electron/vault/signing/pkcs12.ts';
import type { Signer } from '../../electron/vault/signing/signer.ts';
import { readCertificates } from '../../electron/vault/signing/trust/certificate.ts';
import { PASSPHRASE } from '../support/authority/certificates.ts';
import { startAuthority, type TestAuthority } from '../support/authority/index.ts';
import { HEAD_SIGNATURE } from '../support/signature/levels.ts';
import { ARCHIVE_FIELDS } from '../support/signature/outside-views.ts';
import { readResource } from '../unit/report/sample-report.ts';
import { runWorkerProcess, type WorkerInput } from '../unit/report/worker-process.ts';
import type { Figure } from './figure.ts';
import { makePicture, reportOf } from './report.bench.ts';

const DISTINCT = 10;
const MEMORY_AIM_MB = 200;

/** About three minutes on two cores. */
export async function run(count = 500): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'netra-bench-sign-'));
  const authority = await startAuthority();
  try {
    return await measure(folder, count, authority);
  } finally {
    await authority.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, count: number, authority: TestAuthority): Promise<Figure[]> {
  await authority.issue('pengawas', 'rsa-2048');
  const signer = await readPkcs12(await authority.pack('pengawas'), PASSPHRASE, new Date());
  const file = join(folder, 'laporan.pdf');
  const built = await timed(() => build(folder, file, count, signer, authority));
  const bytes = statSync(file).size;
  const second = await timed(() => update(file, [{ kind: 'sign', signature: HEAD_SIGNATURE }], signer, authority));
  const archive: PdfUpdateJob['steps'] = [
    { kind: 'validation-data' },
    { kind: 'timestamp', fields: [...ARCHIVE_FIELDS] },
    { kind: 'validation-data' },
  ];
  const raised = await timed(() => update(file, archive, null, authority));
  const peak = Math.max(second.value, raised.value);
  return [
    {
      figure: `second signature and B-LTA on ${Math.round(bytes / 1e6)} MB`,
      ours: second.seconds + raised.seconds,
      baseline: built.seconds,
      baselineName: `laying out ${count} screenshots`,
      aim: 0.1,
      unit: 's',
    },
    {
      figure: 'memory of the worker while signing',
      ours: peak / 1e6,
      baseline: MEMORY_AIM_MB,
      baselineName: 'limit',
      aim: 1,
      unit: 'MB',
    },
  ];
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ readonly seconds: number; readonly value: Value }> {
  const start = performance.now();
  const value = await work();
  return { seconds: (performance.now() - start) / 1000, value };
}

async function build(
  folder: string,
  file: string,
  count: number,
  signer: Signer,
  authority: TestAuthority,
): Promise<void> {
  const distinct = Array.from({ length: DISTINCT }, (_unused, index) => makePicture(folder, index));
  const pictures = Array.from({ length: count }, (_unused, index) => {
    const path = join(folder, `${index}.png`);
    linkSync(distinct[index % DISTINCT] ?? '', path);
    return path;
  });
  const { model, inputs } = reportOf(pictures);
  const { fieldName: _field, ...words } = HEAD_SIGNATURE;
  const reservedFields = ['Kepala', ...ARCHIVE_FIELDS].map((name) => ({ name, tooltip: name }));
  const signature = { ...words, fieldName: 'Petugas', tooltip: 'Petugas', reservedFields };
  const job = { model, largestAttachmentBytes: 0, signature };
  await runWorkerProcess('report', job, inputs, { outputFiles: { pdf: file }, answer: answerer(signer, authority) });
}

/** Appends the tail to the file; answers the worker's highest memory in bytes. */
async function update(
  file: string,
  steps: PdfUpdateJob['steps'],
  signer: Signer | null,
  authority: TestAuthority,
): Promise<number> {
  const inputs: Record<string, WorkerInput> = {
    pdf: { file },
    'resource:font-regular': readResource('report/fonts/LiberationSans-Regular.ttf'),
    'resource:font-bold': readResource('report/fonts/LiberationSans-Bold.ttf'),
  };
  const before = statSync(file).size;
  const job = { mode: 'update', steps };
  // As the vault does, which hashes the document and lets the worker read its structure only.
  const digests = await digestDocument(createReadStream(file, { highWaterMark: 1024 * 1024 }), []);
  const ran = await runWorkerProcess('report', job, inputs, {
    watchMemory: true,
    answer: answerer(signer, authority, digests),
  });
  const tail = ran.outputs.get('tail') ?? Buffer.alloc(0);
  appendFileSync(file, tail);
  const { bytes } = pdfUpdateResult.parse(ran.value);
  if (tail.length === 0 || bytes !== before + tail.length) throw new Error('the tail is not what was appended');
  return ran.peakBytes;
}

function answerer(
  signer: Signer | null,
  authority: TestAuthority,
  digests?: DocumentDigests,
): (question: string, payload: unknown) => Promise<unknown> {
  const reach = { hosts: [new URL(authority.origin).host], allowLoopback: true };
  const { answers: plain } = answerUpdate({
    signer,
    ask: (question) => askOutside(question, reach),
    timestampAddress: authority.tsa(),
    roots: readCertificates([authority.rootDer]),
    now: () => new Date(),
  });
  const answers = digests === undefined ? plain : answersOver(plain, digests);
  return async (question, payload) => await answers[question]?.(payload);
}
