/** Who signs a document: the vault's seal or a PKCS#12 file; and what the visible signature says. */
import type { DocumentSignature } from '#shared/contract/documents.ts';
import type { ReportSignature } from '#shared/contract/report-job.ts';
import { formatInstant } from '#shared/domain/text/local-time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import { readPkcs12 } from '../signing/pkcs12.ts';
import { createSigner, type Signer } from '../signing/signer.ts';
import { ISSUER_FIELD } from './report-model.ts';

/** A PKCS#12 file larger than this (bytes) is none. */
const LARGEST_P12 = 1_000_000;

export interface ChosenSigner {
  readonly signer: Signer;
  readonly sealed: boolean;
}

/** A wrong passphrase is told before any work begins. */
export async function chooseSigner(signature: DocumentSignature, context: UseCaseContext): Promise<ChosenSigner> {
  if (signature.method === 'seal')
    return { signer: createSigner(context.seal.certificateDer, [], context.seal.privateKeyPkcs8()), sealed: true };
  const file = await context.file(signature.file);
  try {
    if (file.bytes > LARGEST_P12) throw new AppError('P12_UNREADABLE', { file: file.name });
    return {
      signer: await readPkcs12(await file.read(0, file.bytes), signature.passphrase, context.now()),
      sealed: false,
    };
  } finally {
    await file.close();
  }
}

/** What the visible signature of whoever issues says, and the fields that are kept for later signers. */
export function appearanceOf(
  name: string,
  fingerprint: string,
  sealed: boolean,
  context: UseCaseContext,
): ReportSignature {
  const now = context.now();
  const label = sealed
    ? 'Segel integritas internal – bukan tanda tangan elektronik tersertifikasi'
    : 'Ditandatangani secara elektronik';
  return {
    fieldName: ISSUER_FIELD,
    tooltip: sealed ? 'Segel integritas internal' : 'Tanda tangan petugas',
    lines: [
      { text: label, weight: 'bold', size: 7 },
      { text: name, weight: 'regular', size: 7 },
      { text: formatInstant(now, context.settings().timeZone), weight: 'regular', size: 7 },
      { text: `SHA-256 ${fingerprint.slice(0, 16)} … ${fingerprint.slice(-16)}`, weight: 'regular', size: 6 },
    ],
    reservedFields: [
      { name: 'Kepala', tooltip: 'Tanda tangan kepala' },
      { name: 'ArsipTS1', tooltip: 'Cap waktu arsip' },
    ],
    signedAt: now.toISOString(),
    signerName: name,
    reason: sealed ? 'Segel integritas laporan' : 'Laporan dugaan pelanggaran netralitas',
    location: context.settings().letterhead.city,
    hash: 'sha256',
  };
}
