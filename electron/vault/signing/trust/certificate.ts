/** Certificates as the signing side sees them: who issued, what for, and where revocation is told. */
import { createHash, type KeyObject, X509Certificate } from 'node:crypto';
import {
  childrenOf,
  DerError,
  type DerNode,
  expectTag,
  readElement,
  readOid,
  readWhole,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';
import { pathLengthOf } from '#shared/domain/signature/issuer-rules.ts';
import { OID } from '#shared/domain/signature/oids.ts';
import { publicKeyIn } from '../public-key.ts';

export interface Certificate {
  readonly der: Uint8Array;
  readonly x509: X509Certificate;
  readonly publicKey: KeyObject;
  /** Names and serial number as they are encoded. */
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  readonly serial: Uint8Array;
  /** The bits of the public key, as an OCSP question hashes them. */
  readonly keyBits: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly isAuthority: boolean;
  /** How many authorities may stand between this one and a signer; undefined: any number. */
  readonly pathLength: number | undefined;
  readonly criticalExtensions: readonly string[];
  /** DER of the two extensions, for name constraints. */
  readonly subjectAltName: Uint8Array | undefined;
  readonly nameConstraints: Uint8Array | undefined;
  /** Undefined when the extension is absent: then the key may be used for anything. */
  readonly keyUsage: number | undefined;
  readonly extendedKeyUsage: { readonly critical: boolean; readonly purposes: readonly string[] } | undefined;
  readonly ocspUrls: readonly string[];
  readonly issuerUrls: readonly string[];
  readonly crlUrls: readonly string[];
}

/** Bits of the key usage, most significant first. */
export const KEY_USAGE = { digitalSignature: 0x80, nonRepudiation: 0x40, crlSigning: 0x02 };

interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** Reads a certificate; throws DerError or an error of node:crypto when it is none. */
export function readCertificate(der: Uint8Array): Certificate {
  const x509 = new X509Certificate(der);
  const fields = sequenceOf(sequenceOf(readWhole(der))[0]);
  const start = fields[0]?.tag === 0xa0 ? 1 : 0;
  const wrapped = fields.find((field) => field.tag === 0xa3);
  const extensions = wrapped === undefined ? [] : sequenceOf(childrenOf(wrapped)[0]).map(readExtension);
  const valueOf = (oid: string): Extension | undefined => extensions.find((one) => one.oid === oid);
  const keyUsage = valueOf(OID.keyUsage);
  const extended = valueOf(OID.extendedKeyUsage);
  const access = accessUrls(valueOf(OID.authorityInfoAccess));
  return {
    der,
    x509,
    publicKey: publicKeyIn(der),
    serial: expectTag(fields[start], TAG.integer).bytes,
    issuer: expectTag(fields[start + 2], TAG.sequence).bytes,
    subject: expectTag(fields[start + 4], TAG.sequence).bytes,
    keyBits: expectTag(sequenceOf(fields[start + 5])[1], TAG.bitString).content.subarray(1),
    notBefore: new Date(x509.validFrom),
    notAfter: new Date(x509.validTo),
    isAuthority: x509.ca,
    pathLength: pathLengthOf(valueOf(OID.basicConstraints)?.value),
    criticalExtensions: extensions.filter(({ critical }) => critical).map(({ oid }) => oid),
    subjectAltName: valueOf(OID.subjectAltName)?.value,
    nameConstraints: valueOf(OID.nameConstraints)?.value,
    keyUsage: keyUsage && (expectTag(readWhole(keyUsage.value), TAG.bitString).content[1] ?? 0),
    extendedKeyUsage: extended && {
      critical: extended.critical,
      purposes: sequenceOf(readWhole(extended.value)).map(readOid),
    },
    ocspUrls: access.filter(({ method }) => method === OID.ocspAccess).map(({ url }) => url),
    issuerUrls: access.filter(({ method }) => method === OID.issuerAccess).map(({ url }) => url),
    crlUrls: urlsWithin(valueOf(OID.crlDistributionPoints)),
  };
}

/** Reads those that can be read; the others cannot help a chain. */
export function readCertificates(ders: readonly Uint8Array[]): Certificate[] {
  return ders.flatMap((der) => {
    try {
      return [readCertificate(der)];
    } catch {
      return [];
    }
  });
}

/** Common name, or the whole subject on one line. */
export function nameOf({ x509 }: Certificate): string {
  return /^CN=(.*)$/m.exec(x509.subject)?.[1] ?? x509.subject.replaceAll('\n', ', ');
}

/** SHA-256 of the certificate, lower-case hex. */
export function fingerprintOf({ der }: Certificate): string {
  return createHash('sha256').update(der).digest('hex');
}

/** Whether the certificate's key may be used so; without the extension everything may. */
export function mayBeUsedFor({ keyUsage }: Certificate, bits: number): boolean {
  return keyUsage === undefined || (keyUsage & bits) !== 0;
}

export function isValidAt({ notBefore, notAfter }: Certificate, time: Date): boolean {
  return time >= notBefore && time <= notAfter;
}

function readExtension(node: DerNode): Extension {
  const [oid, second, third] = sequenceOf(node);
  const critical = second?.tag === TAG.boolean && second.content[0] === 0xff;
  return { oid: readOid(oid), critical, value: expectTag(third ?? second, TAG.octetString).content };
}

/** GeneralName [6]: a URI. */
const URI = 0x86;

function accessUrls(extension: Extension | undefined): { readonly method: string; readonly url: string }[] {
  if (extension === undefined) return [];
  return sequenceOf(readWhole(extension.value)).flatMap((description) => {
    const [method, location] = sequenceOf(description);
    if (method === undefined || location?.tag !== URI) return [];
    return [{ method: readOid(method), url: textOf(location) }];
  });
}

/** Every URI inside, however deep: distribution points wrap their names three times. */
function urlsWithin(extension: Extension | undefined): string[] {
  const visit = (node: DerNode): string[] => {
    if (node.tag === URI) return [textOf(node)];
    return (node.tag & 0x20) === 0 ? [] : childrenOf(node).flatMap(visit);
  };
  if (extension === undefined) return [];
  try {
    return visit(readElement(extension.value));
  } catch (error) {
    if (error instanceof DerError) return [];
    throw error;
  }
}

function textOf(node: DerNode): string {
  return Buffer.from(node.content).toString('latin1');
}
