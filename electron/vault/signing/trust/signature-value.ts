/** Checks a signature value under an AlgorithmIdentifier; SHA-1 and anything unknown proves nothing. */
import { constants, type KeyObject, verify } from 'node:crypto';
import { childrenOf, type DerNode, readOid, sequenceOf, TAG } from '#shared/domain/signature/der.ts';
import { type HashName, hashOfOid, OID } from '#shared/domain/signature/oids.ts';

const FIXED_HASHES: Readonly<Record<string, HashName>> = {
  [OID.sha256WithRsa]: 'sha256',
  [OID.sha384WithRsa]: 'sha384',
  [OID.sha512WithRsa]: 'sha512',
  [OID.ecdsaWithSha256]: 'sha256',
  [OID.ecdsaWithSha384]: 'sha384',
  [OID.ecdsaWithSha512]: 'sha512',
};

/** `digest` is what a bare rsaEncryption identifier leaves open. */
export function isSignatureOf(
  algorithm: DerNode | undefined,
  data: Uint8Array,
  signature: Uint8Array,
  publicKey: KeyObject,
  digest?: HashName,
): boolean {
  const [oidNode, parameters] = sequenceOf(algorithm);
  const oid = readOid(oidNode);
  const key = { key: publicKey, dsaEncoding: 'der' as const };
  try {
    if (oid === OID.rsaPss) {
      const hash = pssHash(parameters);
      const padding = constants.RSA_PKCS1_PSS_PADDING;
      const saltLength = constants.RSA_PSS_SALTLEN_AUTO;
      return hash !== undefined && verify(hash, data, { key: publicKey, padding, saltLength }, signature);
    }
    const hash = oid === OID.rsaEncryption ? digest : FIXED_HASHES[oid];
    return hash !== undefined && verify(hash, data, key, signature);
  } catch {
    // node:crypto throws on values that cannot be a signature of this key at all.
    return false;
  }
}

/** RSASSA-PSS-params: [0] names the hash; without it SHA-1 is meant, which is not accepted. */
function pssHash(parameters: DerNode | undefined): HashName | undefined {
  if (parameters?.tag !== TAG.sequence) return undefined;
  const hash = sequenceOf(parameters).find(({ tag }) => tag === 0xa0);
  return hash === undefined ? undefined : hashOfOid(readOid(sequenceOf(childrenOf(hash)[0])[0]));
}
