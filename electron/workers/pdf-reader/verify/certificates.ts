/** Certificates as the verifier sees them, and the chain from a signer to a given anchor. */
import { createHash, type KeyObject, X509Certificate } from 'node:crypto';
import {
  childrenOf,
  type DerNode,
  equalBytes,
  expectTag,
  readOid,
  readWhole,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';
import { OID } from '#shared/domain/signature/oids.ts';

export interface Certificate {
  readonly der: Uint8Array;
  readonly x509: X509Certificate;
  readonly publicKey: KeyObject;
  /** Issuer name and serial number as they are encoded. */
  readonly issuer: Uint8Array;
  readonly serial: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly isAuthority: boolean;
  /** Bits of the key usage, most significant first; undefined when the extension is absent. */
  readonly keyUsage: number | undefined;
  readonly criticalExtensions: readonly string[];
}

const DIGITAL_SIGNATURE = 0x80;
const NON_REPUDIATION = 0x40;
const CERTIFICATE_SIGNING = 0x04;
const LONGEST_CHAIN = 8;
/** Critical extensions whose meaning is looked at here, or does not limit a document signature. */
const UNDERSTOOD: ReadonlySet<string> = new Set([OID.keyUsage, OID.basicConstraints, '2.5.29.37', '2.5.29.32']);

/** Reads a certificate; throws DerError or an error of node:crypto when it is none. */
export function readCertificate(der: Uint8Array): Certificate {
  const x509 = new X509Certificate(der);
  const fields = sequenceOf(sequenceOf(readWhole(der))[0]);
  const start = fields[0]?.tag === 0xa0 ? 1 : 0;
  const extensions = fields.find((field) => field.tag === 0xa3);
  const read = extensions === undefined ? [] : sequenceOf(childrenOf(extensions)[0]).map(readExtension);
  const keyUsage = read.find(({ oid }) => oid === OID.keyUsage);
  return {
    der,
    x509,
    // Read here, because a damaged key throws when it is read.
    publicKey: x509.publicKey,
    serial: expectTag(fields[start], TAG.integer).content,
    issuer: expectTag(fields[start + 2], TAG.sequence).bytes,
    notBefore: new Date(x509.validFrom),
    notAfter: new Date(x509.validTo),
    isAuthority: x509.ca,
    keyUsage:
      keyUsage === undefined ? undefined : (expectTag(readWhole(keyUsage.value), TAG.bitString).content[1] ?? 0),
    criticalExtensions: read.filter(({ critical }) => critical).map(({ oid }) => oid),
  };
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

export interface ChainResult {
  readonly trusted: boolean;
  /** Every certificate from the signer to the anchor was within its validity at the time asked for. */
  readonly validThen: boolean;
}

/** Looks for a chain from the signer to one of the anchors; a pinned certificate that is the signer's own ends it at once. */
export function findChain(
  signer: Certificate,
  others: readonly Certificate[],
  anchors: readonly Certificate[],
  time: Date,
): ChainResult {
  const search = (current: Certificate, path: readonly Certificate[]): readonly Certificate[] | undefined => {
    if (anchors.some((anchor) => equalBytes(anchor.der, current.der))) return path;
    if (path.length >= LONGEST_CHAIN) return undefined;
    for (const issuer of [...anchors, ...others]) {
      const used = path.some((one) => equalBytes(one.der, issuer.der));
      if (used || !isIssuedBy(current, issuer, path.length - 1)) continue;
      const found = search(issuer, [...path, issuer]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const path = signerAcceptable(signer) ? search(signer, [signer]) : undefined;
  if (path === undefined) return { trusted: false, validThen: isValidAt(signer, time) };
  return { trusted: true, validThen: path.every((one) => isValidAt(one, time)) };
}

function signerAcceptable(signer: Certificate): boolean {
  return signer.criticalExtensions.every((oid) => UNDERSTOOD.has(oid));
}

function isIssuedBy(certificate: Certificate, issuer: Certificate, authoritiesBelow: number): boolean {
  if (!issuer.isAuthority || !issuer.criticalExtensions.every((oid) => UNDERSTOOD.has(oid))) return false;
  if (issuer.keyUsage !== undefined && (issuer.keyUsage & CERTIFICATE_SIGNING) === 0) return false;
  if (authoritiesBelow > pathLength(issuer)) return false;
  try {
    return certificate.x509.checkIssued(issuer.x509) && certificate.x509.verify(issuer.publicKey);
  } catch {
    // node:crypto throws on a signature that cannot be one of this key's; then it is none.
    return false;
  }
}

/** How many authorities may stand between this one and a signer. */
function pathLength(certificate: Certificate): number {
  const fields = sequenceOf(sequenceOf(readWhole(certificate.der))[0]);
  const extensions = fields.find((field) => field.tag === 0xa3);
  if (extensions === undefined) return LONGEST_CHAIN;
  const constraints = sequenceOf(childrenOf(extensions)[0])
    .map(readExtension)
    .find(({ oid }) => oid === OID.basicConstraints);
  const limit =
    constraints === undefined
      ? undefined
      : sequenceOf(readWhole(constraints.value)).find(({ tag }) => tag === TAG.integer);
  return limit === undefined ? LONGEST_CHAIN : (limit.content[0] ?? 0);
}

function isValidAt({ notBefore, notAfter }: Certificate, time: Date): boolean {
  return time >= notBefore && time <= notAfter;
}

function readExtension(node: DerNode): {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
} {
  const [oid, second, third] = sequenceOf(node);
  const critical = second?.tag === TAG.boolean && second.content[0] === 0xff;
  return { oid: readOid(oid), critical, value: expectTag(third ?? second, TAG.octetString).content };
}
