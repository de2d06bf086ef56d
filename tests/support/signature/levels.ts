/** A document taken up through the levels in memory: the update worker in this process, answered by the signing side. */
import type { Hash } from 'node:crypto';
import { appendFileSync, closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { type PdfUpdateJob, type PdfUpdateResult, pdfUpdateResult } from '#shared/contract/pdf-update.ts';
import { askOutside } from '../../../electron/outside/ask.ts';
import { answerUpdate } from '../../../electron/vault/signing/answer-update.ts';
import { answersOver, digestDocument } from '../../../electron/vault/signing/document-digests.ts';
import type { Signer } from '../../../electron/vault/signing/signer.ts';
import { readCertificates } from '../../../electron/vault/signing/trust/certificate.ts';
import { updatePdf } from '../../../electron/workers/report/update/update.ts';
import type { WorkerContext } from '../../../electron/workers/runtime.ts';
import type { TestAuthority } from '../authority/index.ts';
import type { TsaFault } from '../authority/timestamps.ts';

const FONTS = path.resolve(import.meta.dirname, '../../../resources/report/fonts');
const INPUTS: Readonly<Record<string, Buffer>> = {
  'resource:font-regular': readFileSync(path.join(FONTS, 'LiberationSans-Regular.ttf')),
  'resource:font-bold': readFileSync(path.join(FONTS, 'LiberationSans-Bold.ttf')),
};

const PIECE = 1024 * 1024;

/** What a further signature says. */
export const HEAD_SIGNATURE = {
  fieldName: 'Kepala',
  lines: [{ text: 'Ditandatangani secara elektronik', weight: 'bold' as const, size: 8 }],
  signedAt: '2026-11-22T04:00:00.000Z',
  signerName: 'Kepala Uji',
  reason: 'Menyetujui',
  location: 'Contoh',
  hash: 'sha256' as const,
};

export interface Updated {
  readonly bytes: Buffer;
  readonly result: PdfUpdateResult;
}

/** Who answers: a signer if one is to sign, an authority if there is a network. */
export interface Answering {
  readonly signer?: Signer;
  readonly authority?: TestAuthority;
  readonly fault?: TsaFault;
}

export async function update(bytes: Buffer, steps: PdfUpdateJob['steps'], answering: Answering): Promise<Updated> {
  const read = (offset: number, length: number): Uint8Array => bytes.subarray(offset, offset + length);
  const { tail, result } = await tailOf({ size: bytes.length, read }, steps, answering);
  return { bytes: Buffer.concat([bytes, ...tail]), result };
}

/** The same on a file that is too large for memory: what comes behind is appended to it. */
export async function updateFile(
  file: string,
  steps: PdfUpdateJob['steps'],
  answering: Answering,
): Promise<PdfUpdateResult> {
  const descriptor = openSync(file, 'r');
  const read = (offset: number, length: number): Uint8Array => {
    const target = new Uint8Array(length);
    return target.subarray(0, readSync(descriptor, target, 0, length, offset));
  };
  const { tail, result } = await tailOf({ size: statSync(file).size, read }, steps, answering);
  closeSync(descriptor);
  appendFileSync(file, Buffer.concat(tail));
  return result;
}

interface Document {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
}

async function tailOf(
  document: Document,
  steps: PdfUpdateJob['steps'],
  answering: Answering,
): Promise<{ readonly tail: Uint8Array[]; readonly result: PdfUpdateResult }> {
  const tail: Uint8Array[] = [];
  const { authority, signer } = answering;
  const reach = { hosts: authority === undefined ? [] : [new URL(authority.origin).host], allowLoopback: true };
  const answers = answerUpdate({
    signer: signer ?? null,
    ask: (question) => askOutside(question, reach),
    timestampAddress: authority?.tsa(answering.fault) ?? '',
    roots: readCertificates(authority === undefined ? [] : [authority.rootDer]),
    now: () => new Date(),
  });
  const hashes = steps.flatMap((step) => (step.kind === 'sign' ? [step.signature.hash] : []));
  const asked = answersOver(answers.answers, await digestDocument(feedOf(document), hashes));
  const worker: WorkerContext = {
    job: { mode: 'update', steps },
    inputSize: (input) => (input === 'pdf' ? document.size : (INPUTS[input]?.length ?? 0)),
    read: (input, offset, length) =>
      Promise.resolve(
        Uint8Array.from(
          input === 'pdf' ? document.read(offset, length) : (INPUTS[input]?.subarray(offset, offset + length) ?? []),
        ),
      ),
    write: (_output, chunk) => Promise.resolve(void tail.push(chunk)),
    ask: async (question, payload) => {
      const answer = asked[question];
      if (answer === undefined) throw new Error(`nobody answers ${question}`);
      return await answer(payload);
    },
    progress: () => undefined,
  };
  const result = pdfUpdateResult.parse(await updatePdf(worker));
  return { tail, result };
}

function feedOf({ size, read }: Document): (hashes: readonly Hash[]) => Promise<void> {
  return async (hashes) => {
    for (let at = 0; at < size; at += PIECE) {
      const piece = await Promise.resolve(read(at, Math.min(PIECE, size - at)));
      for (const hash of hashes) hash.update(piece);
    }
  };
}
