/** Who signs: a private key and its certificate, wherever they come from. */
import { createPrivateKey, createPublicKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';
import { OID } from '#shared/domain/signature/oids.ts';
import { equalBytes, readOid, readWhole, sequenceOf } from '#shared/domain/signature/der.ts';
import { publicKeyIn } from './public-key.ts';

export interface Signer {
  /** DER of the signer's certificate. */
  readonly certificate: Uint8Array;
  /** DER of the other certificates, the signer's issuer first; may be empty. */
  readonly chain: readonly Uint8Array[];
  readonly key: KeyObject;
  /** Of an RSA key; PKCS#1 v1.5 when absent. */
  readonly padding?: 'pss';
}

const CURVES = ['prime256v1', 'secp384r1'];

/** Makes a signer from an unencrypted PKCS#8 key; P12_RSA_PSS_KEY, and P12_KEY_UNSUPPORTED unless it is RSA of 2,048 bits or more, P-256 or P-384. */
export function createSigner(
  certificate: Uint8Array,
  chain: readonly Uint8Array[],
  privateKeyPkcs8: Uint8Array,
): Signer {
  return { certificate, chain, key: importPrivateKey(privateKeyPkcs8) };
}

/** Reads an unencrypted PKCS#8 key. The type is looked at first: BoringSSL does not know RSA-PSS keys at all. */
export function importPrivateKey(privateKeyPkcs8: Uint8Array): KeyObject {
  const algorithm = readOid(sequenceOf(sequenceOf(readWhole(privateKeyPkcs8))[1])[0]);
  if (algorithm === OID.rsaPss) throw new AppError('P12_RSA_PSS_KEY');
  if (algorithm !== OID.rsaEncryption && algorithm !== OID.ecPublicKey)
    throw new AppError('P12_KEY_UNSUPPORTED', { algorithm });
  const key = createPrivateKey({ key: Buffer.from(privateKeyPkcs8), format: 'der', type: 'pkcs8' });
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (algorithm === OID.rsaEncryption && (modulusLength ?? 0) < 2048) {
    throw new AppError('P12_KEY_UNSUPPORTED', { algorithm: 'rsa', bits: modulusLength ?? 0 });
  }
  if (algorithm === OID.ecPublicKey && !CURVES.includes(namedCurve ?? '')) {
    throw new AppError('P12_KEY_UNSUPPORTED', { algorithm: 'ec', curve: namedCurve ?? '' });
  }
  return key;
}

/** Whether this certificate names this key; one whose own key cannot be read here names none. */
export function certificateFitsKey(certificate: X509Certificate, key: KeyObject): boolean {
  let inCertificate: Uint8Array;
  try {
    inCertificate = publicKeyIn(certificate.raw).export({ type: 'spki', format: 'der' });
  } catch {
    // node:crypto throws errors of many kinds on a damaged key, and on one of a kind it does not know.
    return false;
  }
  return equalBytes(inCertificate, createPublicKey(key).export({ type: 'spki', format: 'der' }));
}
