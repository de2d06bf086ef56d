/** The public key of a certificate that may be damaged. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { expectTag, readWhole, sequenceOf, TAG } from '#shared/domain/signature/der.ts';

/**
 * Reads the key out of a certificate's DER; throws DerError or an error of node:crypto where it is none. Never
 * `X509Certificate.publicKey`: with Electron's BoringSSL a damaged key ends the whole process there.
 */
export function publicKeyIn(certificateDer: Uint8Array): KeyObject {
  const fields = sequenceOf(sequenceOf(readWhole(certificateDer))[0]);
  // The version, which comes first, may be left out.
  const spki = fields[fields[0]?.tag === 0xa0 ? 6 : 5];
  return createPublicKey({ key: Buffer.from(expectTag(spki, TAG.sequence).bytes), format: 'der', type: 'spki' });
}
