/** A document taken up through the levels in memory: the update worker in this process, answered by the signing side. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type PdfUpdateJob, type PdfUpdateResult, pdfUpdateResult } from '#shared/contract/pdf-update.ts';
import { askOutside } from '../../../electron/outside/ask.ts';
import { answerUpdate } from '../../../electron/vault/signing/answer-update.ts';
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
  const tail: Uint8Array[] = [];
  const inputs: Readonly<Record<string, Buffer>> = { ...INPUTS, pdf: bytes };
  const { authority, signer } = answering;
  const reach = { hosts: authority === undefined ? [] : [new URL(authority.origin).host], allowLoopback: true };
  const answers = answerUpdate({
    signer: signer ?? null,
    ask: (question) => askOutside(question, reach),
    timestampAddress: authority?.tsa(answering.fault) ?? '',
    roots: readCertificates(authority === undefined ? [] : [authority.rootDer]),
    now: () => new Date(),
  });
  const worker: WorkerContext = {
    job: { mode: 'update', steps },
    inputSize: (input) => inputs[input]?.length ?? 0,
    read: (input, offset, length) =>
      Promise.resolve(Uint8Array.from(inputs[input]?.subarray(offset, offset + length) ?? [])),
    write: (_output, chunk) => Promise.resolve(void tail.push(chunk)),
    ask: async (question, payload) => {
      const answer = answers.answers[question];
      if (answer === undefined) throw new Error(`nobody answers ${question}`);
      return await answer(payload);
    },
    progress: () => undefined,
  };
  const result = pdfUpdateResult.parse(await updatePdf(worker));
  return { bytes: Buffer.concat([bytes, ...tail]), result };
}
