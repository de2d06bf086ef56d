/** Whose certificates a CMS message carries, and those of the time stamps inside it. */
import {
  childrenOf,
  DerError,
  type DerNode,
  equalBytes,
  expectTag,
  readElement,
  readOid,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';
import { OID } from '#shared/domain/signature/oids.ts';
import { type Certificate, readCertificates } from './certificate.ts';

export interface MessageSigner {
  readonly signer: Certificate;
  /** The other certificates in the message. */
  readonly others: readonly Certificate[];
}

/** The signer of a message and of every signature time stamp in it; empty when it cannot be read. */
export function signersOfMessage(message: Uint8Array): MessageSigner[] {
  try {
    const wrapped = sequenceOf(readElement(message))[1];
    const signedData = sequenceOf(childrenOf(expectTag(wrapped, 0xa0))[0]);
    const inside = signedData.slice(3).find(({ tag }) => tag === 0xa0);
    const certificates = readCertificates(inside === undefined ? [] : childrenOf(inside).map(({ bytes }) => bytes));
    const signerInfo = sequenceOf(childrenOf(expectTag(signedData.at(-1), TAG.set))[0]);
    const signer = certificates.find((one) => isNamedBy(one, signerInfo[1]));
    if (signer === undefined) return [];
    const own = { signer, others: certificates.filter((one) => one !== signer) };
    return [own, ...tokensIn(signerInfo).flatMap(signersOfMessage)];
  } catch (error) {
    if (error instanceof DerError) return [];
    throw error;
  }
}

/** Whether an issuerAndSerialNumber names this certificate. */
export function isNamedBy(certificate: Certificate, identity: DerNode | undefined): boolean {
  if (identity?.tag !== TAG.sequence) return false;
  const [issuer, serial] = childrenOf(identity);
  return (
    issuer !== undefined &&
    serial !== undefined &&
    equalBytes(issuer.bytes, certificate.issuer) &&
    equalBytes(serial.bytes, certificate.serial)
  );
}

function tokensIn(signerInfo: readonly DerNode[]): Uint8Array[] {
  const unsigned = signerInfo.find(({ tag }, index) => tag === 0xa1 && index >= 5);
  const attributes = unsigned === undefined ? [] : childrenOf(unsigned);
  return attributes.flatMap((attribute) => {
    const [oid, values] = sequenceOf(attribute);
    return readOid(oid) === OID.signatureTimestamp
      ? childrenOf(expectTag(values, TAG.set)).map(({ bytes }) => bytes)
      : [];
  });
}
