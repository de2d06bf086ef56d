/** The vault's own seal: a self-signed ECDSA P-256 certificate that shows integrity, not who a person is. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import {
  concatBytes,
  encode,
  encodeInteger,
  encodeOctets,
  encodeOid,
  encodeSequence,
  encodeText,
  encodeTime,
  readWhole,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';
import { OID } from '#shared/domain/signature/oids.ts';

/** What the seal says about itself. */
export interface SealSubject {
  readonly organisation: string;
  readonly unit: string;
  readonly commonName: string;
  readonly notBefore: Date;
  /** Whole years of validity. */
  readonly years: number;
  /** 8 to 20 random bytes, big-endian; the top bit is cleared so that the number is positive. */
  readonly serial: Uint8Array;
}

export interface Seal {
  readonly certificateDer: Uint8Array;
  /** Unencrypted PKCS#8: the caller seals it before it is stored, and wipes it after use. */
  readonly privateKeyPkcs8: Uint8Array;
}

const ECDSA_SHA256 = encodeSequence(encodeOid(OID.ecdsaWithSha256));

/** Makes a new key and its certificate. */
export function createSealCertificate(subject: SealSubject): Seal {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' });
  const body = certificateBody(subject, publicKey);
  const signature = sign('sha256', body, { key: pair.privateKey, dsaEncoding: 'der' });
  return {
    certificateDer: encodeSequence(body, ECDSA_SHA256, bitString(signature, 0)),
    privateKeyPkcs8: pair.privateKey.export({ type: 'pkcs8', format: 'der' }),
  };
}

/** SHA-256 of the certificate, lower-case hex: the value that is printed and pinned. */
export function certificateFingerprint(certificateDer: Uint8Array): string {
  return createHash('sha256').update(certificateDer).digest('hex');
}

/** The certificate as the text file that other programs import. */
export function certificateToPem(certificateDer: Uint8Array): string {
  const lines =
    Buffer.from(certificateDer)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function certificateBody(subject: SealSubject, publicKey: Uint8Array): Uint8Array {
  const end = new Date(subject.notBefore);
  end.setUTCFullYear(end.getUTCFullYear() + subject.years);
  const name = distinguishedName(subject);
  return encodeSequence(
    encode(0xa0, encodeInteger(2)),
    encodeInteger(positive(subject.serial)),
    ECDSA_SHA256,
    name,
    encodeSequence(encodeTime(subject.notBefore), encodeTime(end)),
    name,
    publicKey,
    encode(0xa3, encodeSequence(...extensions(publicKey))),
  );
}

/** Not an authority: pinned as it is, it can vouch for nothing but its own signatures. */
function extensions(publicKey: Uint8Array): Uint8Array[] {
  const keyBits = sequenceOf(readWhole(publicKey))[1]?.content.subarray(1) ?? new Uint8Array();
  const keyId = createHash('sha1').update(keyBits).digest();
  return [
    extension(OID.basicConstraints, true, encodeSequence()),
    // digitalSignature (bit 0) and nonRepudiation (bit 1)
    extension(OID.keyUsage, true, bitString(Uint8Array.of(0xc0), 6)),
    extension(OID.subjectKeyIdentifier, false, encodeOctets(keyId)),
  ];
}

function extension(oid: string, critical: boolean, value: Uint8Array): Uint8Array {
  const flag = critical ? [encode(TAG.boolean, Uint8Array.of(0xff))] : [];
  return encodeSequence(encodeOid(oid), ...flag, encodeOctets(value));
}

function distinguishedName(subject: SealSubject): Uint8Array {
  const parts: readonly (readonly [oid: string, text: string])[] = [
    [OID.organizationName, subject.organisation],
    [OID.organizationalUnitName, subject.unit],
    [OID.commonName, subject.commonName],
  ];
  const named = parts.filter(([, text]) => text.trim() !== '');
  return encodeSequence(
    ...named.map(([oid, text]) =>
      encode(TAG.set, encodeSequence(encodeOid(oid), encodeText(TAG.utf8String, clip(text)))),
    ),
  );
}

/** X.520 allows 64 characters in each part of a name; stricter readers refuse the certificate otherwise. */
function clip(text: string): string {
  return [...text.trim()].slice(0, 64).join('');
}

function bitString(bytes: Uint8Array, unusedBits: number): Uint8Array {
  return encode(TAG.bitString, concatBytes([Uint8Array.of(unusedBits), bytes]));
}

function positive(serial: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(serial);
  copy[0] = ((copy[0] ?? 0) & 0x7f) | 0x40;
  return copy;
}
