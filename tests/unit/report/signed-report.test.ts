/** Layout and signature together: the field lies in its block, and outside tools accept the signature. */
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { reportResultSchema } from '#shared/contract/report-job.ts';
import { createSealCertificate } from '../../../electron/vault/signing/seal-certificate.ts';
import { signDigest } from '../../../electron/vault/signing/cms-signature.ts';
import { createSigner } from '../../../electron/vault/signing/signer.ts';
import { sampleReport, sha256 } from './sample-report.ts';
import { detachAll, hasTool, runTool, writeTemporary } from './tools.ts';
import { runWorkerProcess } from './worker-process.ts';

// Child processes and outside tools on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SIGNATURE = {
  fieldName: 'Petugas',
  tooltip: 'Segel integritas internal',
  lines: [
    { text: 'Disegel oleh Petugas Satu', weight: 'bold', size: 8 },
    { text: 'Segel integritas internal – bukan tanda tangan elektronik tersertifikasi', weight: 'regular', size: 7 },
  ],
  reservedFields: [
    { name: 'Kepala', tooltip: 'Tanda tangan Kepala' },
    { name: 'ArsipTS1', tooltip: 'Stempel waktu arsip' },
  ],
  signedAt: '2026-11-20T03:15:30.000Z',
  signerName: 'Petugas Satu',
  reason: 'Laporan dibuat',
  location: 'Contoh',
  hash: 'sha256',
} as const;

const questionSchema = z.strictObject({ digest: z.instanceof(Uint8Array), hash: z.literal('sha256') });

function testSigner() {
  const seal = createSealCertificate({
    organisation: 'Dinas Contoh',
    unit: 'Uji',
    commonName: 'Segel uji',
    notBefore: new Date('2026-11-01T00:00:00Z'),
    years: 5,
    serial: new Uint8Array(16).fill(7),
  });
  return createSigner(seal.certificateDer, [], seal.privateKeyPkcs8);
}

describe('signed report', () => {
  it('is signed in its block, keeps its originals, and says what it really wrote', async () => {
    const signer = testSigner();
    const { model, inputs, originals } = sampleReport();
    const job = { model, largestAttachmentBytes: 1e9, signature: SIGNATURE };
    const answer = (question: string, payload: unknown): Promise<unknown> => {
      expect(question).toBe('sign');
      const { digest, hash } = questionSchema.parse(payload);
      return Promise.resolve(signDigest({ digest, hash, signer }));
    };
    const run = await runWorkerProcess('report', job, inputs, { answer });
    const pdf = run.outputs.get('pdf') ?? Buffer.alloc(0);
    const result = reportResultSchema.parse(run.value);
    expect(result).toMatchObject({ signed: true, bytes: pdf.length, sha256: sha256(pdf) });
    const path = writeTemporary('bersegel.pdf', pdf);
    if (hasTool('qpdf')) expect(runTool('qpdf', ['--check', path]).status).toBe(0);
    if (hasTool('pdfsig')) {
      const said = runTool('pdfsig', ['-nocert', path]).text;
      expect(said).toContain('Signature is Valid');
      expect(said).toContain('Total document signed');
    }
    if (hasTool('pdfdetach'))
      for (const [name, bytes] of originals) expect(detachAll(path).get(name)?.equals(bytes)).toBe(true);
  });

  it('is signed invisibly when no block is kept for the field', async () => {
    const signer = testSigner();
    const { model, inputs } = sampleReport({ signatures: [] });
    const job = { model, largestAttachmentBytes: 0, signature: { ...SIGNATURE, reservedFields: [] } };
    const answer = (_question: string, payload: unknown): Promise<unknown> =>
      Promise.resolve(signDigest({ ...questionSchema.parse(payload), signer }));
    const pdf = (await runWorkerProcess('report', job, inputs, { answer })).outputs.get('pdf') ?? Buffer.alloc(0);
    const path = writeTemporary('tanpa-blok.pdf', pdf);
    if (hasTool('qpdf')) expect(runTool('qpdf', ['--check', path]).status).toBe(0);
    if (hasTool('pdfsig')) expect(runTool('pdfsig', ['-nocert', path]).text).toContain('Signature is Valid');
  });

  it('is not written when nobody signs', async () => {
    const { model, inputs } = sampleReport();
    const job = { model, largestAttachmentBytes: 1e9, signature: SIGNATURE };
    await expect(runWorkerProcess('report', job, inputs)).rejects.toThrow();
  });
});
