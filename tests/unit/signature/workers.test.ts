/** The two worker programs as the vault runs them: one lays out and asks for the signature, the other verifies. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pdfDigestsQuestion } from '#shared/contract/pdf-digests.ts';
import type { WorkerJob } from '../../../electron/vault/kernel.ts';
import { digestParts, type HashedFile } from '../../../electron/vault/reports/verification/file-digests.ts';
import { signDigest } from '../../../electron/vault/signing/cms-signature.ts';
import { forkSpawner } from '../../../electron/vault/workers/fork-spawner.ts';
import { runWorker } from '../../../electron/vault/workers/run-worker.ts';
import { openPdfSigner } from '../../../electron/workers/report/signature/pdf-signer.ts';
import { makeBase, makeSeal, memoryPorts, REQUEST, signSample } from '../../support/signature/sample-report.ts';
import { inElectron, workerEntry } from '../../support/worker-entry.ts';
import { createWorkspace, hasTool, runTool, type Workspace } from '../../support/signature/tools.ts';
import { sampleReport } from '../report/sample-report.ts';
import { hasPreflight, preflightCodes } from '../report/tools.ts';
import { runWorkerProcess } from '../report/worker-process.ts';

// The options of another Node are left out where the path of one is given.
const execPath = inElectron ? process.execPath : null;
const spawn = forkSpawner({ entries: { 'pdf-reader': workerEntry('pdf-reader') }, execPath });
const seal = makeSeal();
const MEGABYTE = 1024 * 1024;

function verify(
  pdf: NonNullable<WorkerJob['inputs']>[string],
  job: object = {},
  rssBytes = 300 * MEGABYTE,
): Promise<unknown> {
  return runWorker(
    {
      kind: 'pdf-reader',
      job: { mode: 'verify', trustAnchors: [seal.pem], ...job },
      inputs: { pdf },
      answers: { digests: (question) => digestParts(hashed(pdf), pdfDigestsQuestion.parse(question)) },
      limits: { milliseconds: 60_000, rssBytes },
    },
    spawn,
  );
}

/** As the vault hashes it. */
function hashed(pdf: NonNullable<WorkerJob['inputs']>[string]): HashedFile {
  const readInto = async (target: Uint8Array, offset: number): Promise<number> => {
    const bytes = await pdf.read(offset, target.length);
    target.set(bytes);
    return bytes.length;
  };
  return { bytes: pdf.bytes, readInto };
}

function inMemory(bytes: Buffer): NonNullable<WorkerJob['inputs']>[string] {
  return {
    bytes: bytes.length,
    read: (offset, length) => Promise.resolve(Uint8Array.from(bytes.subarray(offset, offset + length))),
  };
}

describe('the verifier as a worker process', () => {
  it('answers a signed file, a changed one and an unsigned one', async () => {
    const bytes = await signSample(seal.signer);
    const now = '2026-11-23T00:00:00Z';
    await expect(verify(inMemory(bytes), { now })).resolves.toMatchObject({ verdict: 'valid' });
    await expect(verify(inMemory(bytes), { now, trustAnchors: [] })).resolves.toMatchObject({
      verdict: 'indeterminate',
    });
    bytes.writeUInt8(bytes.readUInt8(300) ^ 1, 300);
    await expect(verify(inMemory(bytes), { now })).resolves.toMatchObject({ verdict: 'invalid' });
  });

  it('refuses a job it does not know, an empty file and one that is no PDF', async () => {
    await expect(verify(inMemory(Buffer.from('x')), { mode: 'other' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await expect(verify(inMemory(Buffer.alloc(0)))).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    await expect(verify(inMemory(Buffer.from('bukan PDF')))).rejects.toMatchObject({ code: 'PDF_UNREADABLE' });
  });
});

describe('a large file', () => {
  let workspace: Workspace;
  beforeAll(() => {
    workspace = createWorkspace();
  });
  afterAll(() => workspace.remove());

  it('is signed and verified without being held: 400 MB in 300 MB of the worker', async () => {
    const file = await open(workspace.file('besar.pdf'), 'w');
    const chunk = Buffer.alloc(MEGABYTE, 0x5a);
    const { ports } = memoryPorts(seal.signer);
    const write = async (bytes: Uint8Array): Promise<void> => void (await file.write(bytes));
    const signer = openPdfSigner(
      { ...REQUEST, place: { page: 1, rectangle: [0, 0, 200, 90] }, reservedFields: [] },
      { ...ports, write },
    );
    const before = process.memoryUsage().rss;
    let length = 0;
    const put = async (bytes: Buffer): Promise<void> => {
      length += bytes.length;
      await signer.write(bytes);
    };
    const offsets: number[] = [];
    const begin = async (text: string): Promise<void> => {
      offsets.push(length);
      await put(Buffer.from(`${offsets.length} 0 obj\n${text}`));
    };
    await put(Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1'));
    await begin('<<\n/Type /Catalog\n/Pages 2 0 R\n/Extra 4 0 R\n>>\nendobj\n');
    await begin('<<\n/Type /Pages\n/Count 1\n/Kids [3 0 R]\n>>\nendobj\n');
    await begin('<<\n/Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 300 300]\n>>\nendobj\n');
    await begin(`<<\n/Length ${400 * MEGABYTE}\n>>\nstream\n`);
    for (let count = 0; count < 400; count++) await put(chunk);
    await put(Buffer.from('\nendstream\nendobj\n'));
    const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    await put(
      Buffer.from(
        `xref\n0 5\n0000000000 65535 f \n${table}trailer\n<<\n/Size 5\n/Root 1 0 R\n>>\nstartxref\n${length}\n%%EOF\n`,
      ),
    );
    const { bytes } = await signer.end();
    await file.close();
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MEGABYTE);
    const descriptor = openSync(workspace.file('besar.pdf'), 'r');
    const read = (offset: number, wanted: number): Promise<Uint8Array> => {
      const target = new Uint8Array(wanted);
      return Promise.resolve(target.subarray(0, readSync(descriptor, target, 0, wanted, offset)));
    };
    expect(fstatSync(descriptor).size).toBe(bytes);
    await expect(verify({ bytes, read }, { now: '2026-11-23T00:00:00Z' })).resolves.toMatchObject({ verdict: 'valid' });
    closeSync(descriptor);
  });
});

describe('a report of the real layout', () => {
  let workspace: Workspace;
  let pdf: Buffer;
  let originals: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    workspace = createWorkspace();
    const sample = sampleReport();
    originals = sample.originals;
    const signature = {
      fieldName: 'Petugas',
      tooltip: 'Segel integritas internal',
      lines: REQUEST.lines,
      reservedFields: REQUEST.reservedFields.map(({ name, tooltip }) => ({ name, tooltip })),
      signedAt: '2026-11-22T03:04:05.000Z',
      signerName: 'Segel Uji',
      reason: 'Segel integritas laporan',
      location: 'Jakarta',
      hash: 'sha256',
    };
    const job = { model: sample.model, largestAttachmentBytes: 25 * MEGABYTE, signature };
    const answer = (question: string, payload: unknown): Promise<unknown> => {
      const { digest } = z.object({ digest: z.instanceof(Uint8Array) }).parse(payload);
      expect(question).toBe('sign');
      return Promise.resolve(signDigest({ digest, hash: 'sha256', signer: seal.signer }));
    };
    const run = await runWorkerProcess('report', job, sample.inputs, { answer });
    pdf = run.outputs.get('pdf') ?? Buffer.alloc(0);
    workspace.put('laporan.pdf', pdf);
  });
  afterAll(() => workspace.remove());

  it('is valid with its seal, and lists every attachment', async () => {
    const answer = await verify(inMemory(pdf), { now: '2026-11-23T00:00:00Z' });
    expect(answer).toMatchObject({ verdict: 'valid', changes: [] });
    const { attachments } = z.object({ attachments: z.array(z.object({ name: z.string() })) }).parse(answer);
    expect(attachments.map(({ name }) => name).sort()).toEqual([...originals.keys()].sort());
  });

  it.skipIf(!hasPreflight())('differs from PDF/A-1b only where A-3 and a signature allow it', () => {
    const allowed = new Set(['1.2.9', '1.4.7', '3.1.11', '7.11.2', '5.3.1']);
    expect([...preflightCodes(workspace.file('laporan.pdf'))].filter((code) => !allowed.has(code))).toEqual([]);
  });

  it.skipIf(!hasTool('qpdf') || !hasTool('pdfsig'))('passes qpdf and pdfsig', () => {
    expect(runTool('qpdf', ['--check', workspace.file('laporan.pdf')])).toMatchObject({ code: 0 });
    const { output } = runTool('pdfsig', ['-nocert', workspace.file('laporan.pdf')]);
    expect(output).toContain('Signature is Valid.');
    expect(output).toContain('Total document signed');
  });
});

it('the sample base itself is not signed', async () => {
  const chunks: Buffer[] = [];
  for await (const chunk of makeBase()) chunks.push(Buffer.from(chunk));
  await expect(verify(inMemory(Buffer.concat(chunks)))).resolves.toMatchObject({
    verdict: 'invalid',
    reasons: ['UNSIGNED'],
  });
});
