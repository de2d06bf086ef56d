/** A forger's work: the report without its seal, one word of it changed, signed again with another self-made seal. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { signDigest } from '../../electron/vault/signing/cms-signature.ts';
import { createSealCertificate } from '../../electron/vault/signing/seal-certificate.ts';
import { createSigner } from '../../electron/vault/signing/signer.ts';
import { openPdfSigner } from '../../electron/workers/report/signature/pdf-signer.ts';

const fonts = path.resolve(import.meta.dirname, '../../resources/report/fonts');

export async function forgedReport(report: Buffer): Promise<Uint8Array> {
  const base = Buffer.from(withoutSignature(report));
  changeTitle(base);
  const seal = createSealCertificate({
    commonName: 'Segel Palsu',
    organisation: 'Bukan Kota Contoh',
    unit: 'Bukan Diskominfo',
    notBefore: new Date(),
    years: 5,
    serial: randomBytes(16),
  });
  const signer = createSigner(seal.certificateDer, [], seal.privateKeyPkcs8);
  const pieces: Uint8Array[] = [];
  const pdf = openPdfSigner(
    {
      fieldName: 'Petugas',
      tooltip: 'Segel',
      place: { page: 1, rectangle: [60, 60, 240, 110] },
      lines: [{ text: 'Segel', weight: 'regular', size: 8 }],
      fonts: {
        regular: readFileSync(path.join(fonts, 'LiberationSans-Regular.ttf')),
        bold: readFileSync(path.join(fonts, 'LiberationSans-Bold.ttf')),
      },
      reservedFields: [],
      signedAt: new Date(),
      signerName: 'Segel Palsu',
      reason: '',
      location: '',
    },
    {
      write: (bytes) => Promise.resolve(void pieces.push(bytes)),
      sign: (digest, hash) => Promise.resolve(signDigest({ digest, hash, signer })),
    },
  );
  await pdf.write(base);
  await pdf.end();
  return Buffer.concat(pieces);
}

/** The first revision: everything up to the first end-of-file mark. */
function withoutSignature(report: Buffer): Buffer {
  const end = report.indexOf('%%EOF');
  if (end < 0 || report.indexOf('%%EOF', end + 5) < 0) throw new Error('the report has no signature revision');
  return report.subarray(0, end + 6);
}

function changeTitle(base: Buffer): void {
  const at = base.indexOf('/Title');
  const digit = base.indexOf('Laporan', at);
  if (digit < 0) base.write('X', at + 12, 'latin1');
  else base.write('Lupakan', digit, 'latin1');
}
