/** Certificates as the verifier sees them. */
import { createHash, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import {
  childrenOf,
  DerError,
  type DerNode,
  expectTag,
  readOid,
  readWhole,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';
import { OID } from '#shared/domain/signature/oids.ts';
import { pathLengthOf } from '#shared/domain/signature/issuer-rules.ts';
import { isAcceptedAlgorithm, isStrong } from './cms/algorithms.ts';

export interface Certificate {
  readonly der: Uint8Array;
  readonly x509: X509Certificate;
  readonly publicKey: KeyObject;
  /** Issuer, subject and serial number as they are encoded. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly serial: Uint8Array;
  /** The key's bits, which OCSP names an issuer by. */
  readonly keyBits: Uint8Array;
  readonly subjectKeyIdentifier: Uint8Array | undefined;
  /** Of the key that signed it. */
  readonly authorityKeyIdentifier: Uint8Array | undefined;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly isAuthority: boolean;
  /** How many authorities may stand between this one and a signer; undefined: any number. */
  readonly pathLength: number | undefined;
  /** DER of the two extensions, for name constraints. */
  readonly subjectAltName: Uint8Array | undefined;
  readonly nameConstraints: Uint8Array | undefined;
  /** Bits of the key usage, most significant first; undefined when the extension is absent. */
  readonly keyUsage: number | undefined;
  /** Extended key usage; undefined when the extension is absent. */
  readonly purposes: readonly string[] | undefined;
  readonly criticalExtensions: readonly string[];
  /** Whether it says where its revocation is told (CRL or OCSP). */
  readonly namesRevocation: boolean;
  /** A responder's certificate whose own revocation need not be asked for. */
  readonly noCheck: boolean;
  /** Key and signature are of accepted strength. */
  readonly strongKey: boolean;
  readonly strongSignature: boolean;
}

const DIGITAL_SIGNATURE = 0x80;
const NON_REPUDIATION = 0x40;
const CRL_SIGNING = 0x02;
interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** Reads a certificate; throws DerError or an error of node:crypto when it is none. */
export function readCertificate(der: Uint8Array): Certificate {
  const x509 = new X509Certificate(der);
  const [body, algorithm] = sequenceOf(readWhole(der));
  const fields = sequenceOf(body);
  const start = fields[0]?.tag === 0xa0 ? 1 : 0;
  const wrapped = fields.find((field) => field.tag === 0xa3);
  const extensions = wrapped === undefined ? [] : sequenceOf(childrenOf(wrapped)[0]).map(readExtension);
  const valueOf = (oid: string): DerNode | undefined => {
    const found = extensions.find((one) => one.oid === oid);
    return found === undefined ? undefined : readWhole(found.value);
  };
  const keyUsage = valueOf(OID.keyUsage);
  const purposes = valueOf(OID.extendedKeyUsage);
  const keyIdentifier = valueOf(OID.subjectKeyIdentifier);
  const validity = sequenceOf(fields[start + 3]);
  const spki = fields[start + 5];
  // Not `x509.publicKey`: with BoringSSL a damaged key ends the whole process there, and throws here.
  const publicKey = createPublicKey({
    key: Buffer.from(expectTag(spki, TAG.sequence).bytes),
    format: 'der',
    type: 'spki',
  });
  return {
    der,
    x509,
    publicKey,
    serial: expectTag(fields[start], TAG.integer).content,
    issuer: expectTag(fields[start + 2], TAG.sequence).bytes,
    subject: expectTag(fields[start + 4], TAG.sequence).bytes,
    keyBits: expectTag(sequenceOf(spki)[1], TAG.bitString).content.subarray(1),
    subjectKeyIdentifier: keyIdentifier === undefined ? undefined : expectTag(keyIdentifier, TAG.octetString).content,
    authorityKeyIdentifier: authorityKeyOf(valueOf(OID.authorityKeyIdentifier)),
    notBefore: readTime(validity[0]),
    notAfter: readTime(validity[1]),
    isAuthority: x509.ca,
    pathLength: pathLengthOf(extensions.find(({ oid }) => oid === OID.basicConstraints)?.value),
    subjectAltName: extensions.find(({ oid }) => oid === OID.subjectAltName)?.value,
    nameConstraints: extensions.find(({ oid }) => oid === OID.nameConstraints)?.value,
    keyUsage: keyUsage === undefined ? undefined : (expectTag(keyUsage, TAG.bitString).content[1] ?? 0),
    purposes: purposes === undefined ? undefined : sequenceOf(purposes).map(readOid),
    criticalExtensions: extensions.filter(({ critical }) => critical).map(({ oid }) => oid),
    namesRevocation: valueOf(OID.crlDistributionPoints) !== undefined || namesOcsp(valueOf(OID.authorityInfoAccess)),
    noCheck: extensions.some(({ oid }) => oid === OID.ocspNoCheck),
    strongKey: isStrong(publicKey),
    strongSignature: isAcceptedAlgorithm(algorithm),
  };
}

/** Reads one that may be damaged; undefined when it is no certificate. */
export function tryReadCertificate(der: Uint8Array): Certificate | undefined {
  try {
    return readCertificate(der);
  } catch {
    // node:crypto and the DER reader throw errors of many kinds on bytes that are no certificate.
    return undefined;
  }
}

/** SHA-256 of the certificate, lower-case hex. */
export function fingerprintOf(certificate: Certificate): string {
  return createHash('sha256').update(certificate.der).digest('hex');
}

/** Common name, or the whole subject on one line. */
export function commonName({ x509 }: Certificate): string {
  return /^CN=(.*)$/m.exec(x509.subject)?.[1] ?? x509.subject.replaceAll('\n', ', ');
}

/** Whether the key may sign documents: no key usage at all, or digitalSignature or nonRepudiation in it. */
export function maySignDocuments({ keyUsage }: Certificate): boolean {
  return keyUsage === undefined || (keyUsage & (DIGITAL_SIGNATURE | NON_REPUDIATION)) !== 0;
}

/** Whether it may stamp times: its only purpose, and critical (RFC 3161). */
export function mayStampTimes({ purposes, criticalExtensions, keyUsage }: Certificate): boolean {
  return (
    purposes?.length === 1 &&
    purposes[0] === OID.purposeTimestamping &&
    criticalExtensions.includes(OID.extendedKeyUsage) &&
    (keyUsage === undefined || (keyUsage & (DIGITAL_SIGNATURE | NON_REPUDIATION)) !== 0)
  );
}

/** Whether it may sign revocation lists. */
export function maySignLists({ keyUsage }: Certificate): boolean {
  return keyUsage === undefined || (keyUsage & CRL_SIGNING) !== 0;
}

export function isValidAt({ notBefore, notAfter }: Certificate, time: Date): boolean {
  return time >= notBefore && time <= notAfter;
}

/** Reads an Extension of a certificate, a revocation list or an OCSP answer. */
export function readExtension(node: DerNode): Extension {
  const [oid, second, third] = sequenceOf(node);
  const critical = second?.tag === TAG.boolean && second.content[0] === 0xff;
  return { oid: readOid(oid), critical, value: expectTag(third ?? second, TAG.octetString).content };
}

/** UTCTime or GeneralizedTime in UTC; DerError for anything else. */
export function readTime(node: DerNode | undefined): Date {
  const text = Buffer.from(node?.content ?? []).toString('latin1');
  const match = /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,6}))?Z$/.exec(text);
  const long = node?.tag === TAG.generalizedTime;
  if (match === null || (!long && node?.tag !== TAG.utcTime) || (match[1]?.length === 4) !== long)
    throw new DerError('time');
  const [, digits = '', month, day, hour, minute, second, fraction = '0'] = match;
  const year = long ? digits : `${Number(digits) < 50 ? '20' : '19'}${digits}`;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  if (Number.isNaN(time.getTime())) throw new DerError('time');
  return time;
}

function authorityKeyOf(identifier: DerNode | undefined): Uint8Array | undefined {
  if (identifier === undefined) return undefined;
  return sequenceOf(identifier).find(({ tag }) => tag === 0x80)?.content;
}

function namesOcsp(information: DerNode | undefined): boolean {
  if (information === undefined) return false;
  return sequenceOf(information).some((description) => readOid(sequenceOf(description)[0]) === OID.ocspAccess);
}
