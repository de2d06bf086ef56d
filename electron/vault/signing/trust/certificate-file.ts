/** Certificates in the files that authorities hand out: PEM with one or more, DER, and PKCS#7 (p7b) in either form. */
import { childrenOf, DerError, expectTag, readElement, readOid, sequenceOf } from '#shared/domain/signature/der.ts';
import { OID } from '#shared/domain/signature/oids.ts';
import { type Certificate, readCertificate } from './certificate.ts';

const PEM = /-----BEGIN (?:X509 CERTIFICATE|TRUSTED CERTIFICATE|CERTIFICATE|PKCS7)-----([A-Za-z0-9+/=\s]+)-----END/g;
const MOST = 500;

/** Every certificate in the file; empty when it holds none that can be read. */
export function certificatesInFile(bytes: Uint8Array): Certificate[] {
  const text = Buffer.from(bytes).toString('latin1');
  const blocks = text.includes('-----BEGIN')
    ? [...text.matchAll(PEM)].map((match) => Uint8Array.from(Buffer.from(match[1] ?? '', 'base64')))
    : [bytes];
  try {
    return blocks.flatMap(dersIn).slice(0, MOST).map(readCertificate);
  } catch {
    // One that cannot be read makes the file one whose word is not taken.
    return [];
  }
}

function dersIn(bytes: Uint8Array): Uint8Array[] {
  const whole = readElement(bytes);
  const [first, wrapped] = sequenceOf(whole);
  if (first === undefined) throw new DerError('empty');
  if (first.tag !== 0x06) return [Uint8Array.from(whole.bytes)];
  if (readOid(first) !== OID.signedData) throw new DerError('not a list of certificates');
  const signedData = sequenceOf(childrenOf(expectTag(wrapped, 0xa0))[0]);
  const certificates = signedData.slice(3).find(({ tag }) => tag === 0xa0);
  return certificates === undefined ? [] : childrenOf(certificates).map(({ bytes: der }) => Uint8Array.from(der));
}
