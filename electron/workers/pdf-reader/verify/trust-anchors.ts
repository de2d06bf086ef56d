/** The certificates that the person who verifies trusts. */
import { AppError } from '#shared/errors/app-error.ts';
import { type Certificate, readCertificate } from './certificates.ts';

const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/** Reads DER certificates, and PEM files with one or more; INVALID_INPUT when one is no certificate. */
export function parseTrustAnchors(inputs: readonly (Uint8Array | string)[]): Certificate[] {
  return inputs.flatMap(certificatesIn).map((der) => {
    try {
      return readCertificate(der);
    } catch (cause) {
      throw new AppError('INVALID_INPUT', { field: 'trustAnchors' }, { cause });
    }
  });
}

function certificatesIn(input: Uint8Array | string): Uint8Array[] {
  const text = typeof input === 'string' ? input : Buffer.from(input).toString('latin1');
  if (!text.includes('-----BEGIN')) {
    if (typeof input === 'string') throw new AppError('INVALID_INPUT', { field: 'trustAnchors' });
    return [input];
  }
  const found = [...text.matchAll(PEM)].map((match) => Uint8Array.from(Buffer.from(match[1] ?? '', 'base64')));
  if (found.length === 0) throw new AppError('INVALID_INPUT', { field: 'trustAnchors' });
  return found;
}
