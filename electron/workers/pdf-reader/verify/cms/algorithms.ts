/** Which signature algorithms prove something, and whether a value is a signature by a key. */
import { constants, type KeyObject, verify } from 'node:crypto';
import { childrenOf, type DerNode, readOid, readSmallInteger, sequenceOf, TAG } from '#shared/domain/signature/der.ts';
import { HASH_NAMES, type HashName, hashOfOid, OID } from '#shared/domain/signature/oids.ts';

/** `weak`: an algorithm or a key that proves nothing today (MD5, SHA-1, RSA below 2048 bits, unknown curves). */
export type SignatureJudgement = 'good' | 'wrong' | 'weak';

interface Scheme {
  readonly kind: 'rsa' | 'pss' | 'ecdsa';
  readonly hash: HashName;
  /** Bytes of salt; of PSS only. */
  readonly saltLength?: number;
}

const SHORTEST_RSA = 2048;
const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];
const RSA: Readonly<Record<HashName, string>> = {
  sha256: OID.sha256WithRsa,
  sha384: OID.sha384WithRsa,
  sha512: OID.sha512WithRsa,
};
const ECDSA: Readonly<Record<HashName, string>> = {
  sha256: OID.ecdsaWithSha256,
  sha384: OID.ecdsaWithSha384,
  sha512: OID.ecdsaWithSha512,
};

export interface SignatureValue {
  /** The AlgorithmIdentifier beside the value. */
  readonly algorithm: DerNode | undefined;
  /** The digest that CMS states separately; the algorithm must not contradict it. */
  readonly digest?: HashName;
  readonly key: KeyObject;
  readonly data: Uint8Array;
  readonly value: Uint8Array;
}

/** Judges a signature value over data. Throws DerError when the algorithm cannot be read. */
export function judgeSignature({ algorithm, digest, key, data, value }: SignatureValue): SignatureJudgement {
  const scheme = readScheme(algorithm, digest);
  if (scheme === undefined || !isStrong(key) || !belongs(scheme, key)) return 'weak';
  const { hash, saltLength } = scheme;
  try {
    const good =
      scheme.kind === 'pss'
        ? verify(
            hash,
            data,
            { key, padding: constants.RSA_PKCS1_PSS_PADDING, ...(saltLength === undefined ? {} : { saltLength }) },
            value,
          )
        : verify(hash, data, { key, dsaEncoding: 'der' }, value);
    return good ? 'good' : 'wrong';
  } catch {
    // node:crypto throws on values that cannot be a signature of this key at all.
    return 'wrong';
  }
}

/** Whether an AlgorithmIdentifier alone is one of the accepted ones; for certificates that node:crypto checks itself. */
export function isAcceptedAlgorithm(algorithm: DerNode | undefined): boolean {
  return readScheme(algorithm, undefined) !== undefined;
}

/** RSA from 2048 bits, the NIST curves. */
export function isStrong(key: KeyObject): boolean {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === 'rsa' || type === 'rsa-pss') return (details?.modulusLength ?? 0) >= SHORTEST_RSA;
  return type === 'ec' && CURVES.includes(details?.namedCurve ?? '');
}

function belongs({ kind }: Scheme, key: KeyObject): boolean {
  if (kind === 'ecdsa') return key.asymmetricKeyType === 'ec';
  return key.asymmetricKeyType === 'rsa' || (kind === 'pss' && key.asymmetricKeyType === 'rsa-pss');
}

function readScheme(algorithm: DerNode | undefined, digest: HashName | undefined): Scheme | undefined {
  const [oidNode, parameters, ...more] = sequenceOf(algorithm);
  const oid = readOid(oidNode);
  if (oid === OID.rsaPss) return readPss(parameters, digest);
  const empty = parameters === undefined || (parameters.tag === TAG.null && parameters.content.length === 0);
  if (!empty || more.length > 0) return undefined;
  if (oid === OID.rsaEncryption) return digest === undefined ? undefined : { kind: 'rsa', hash: digest };
  const hash = HASH_NAMES.find((name) => RSA[name] === oid || ECDSA[name] === oid);
  if (hash === undefined || (digest !== undefined && digest !== hash)) return undefined;
  return { kind: RSA[hash] === oid ? 'rsa' : 'ecdsa', hash };
}

/** RSASSA-PSS-params. Left out they mean SHA-1, which is not accepted; the mask's digest must be the same. */
function readPss(parameters: DerNode | undefined, digest: HashName | undefined): Scheme | undefined {
  if (parameters?.tag !== TAG.sequence) return undefined;
  const parts = childrenOf(parameters);
  const part = (tag: number): DerNode | undefined => {
    const found = parts.find((one) => one.tag === tag);
    return found === undefined ? undefined : childrenOf(found)[0];
  };
  const [hashNode, maskNode, saltNode] = [part(0xa0), part(0xa1), part(0xa2)];
  if (hashNode === undefined || maskNode === undefined) return undefined;
  const hash = hashOfOid(readOid(sequenceOf(hashNode)[0]));
  const [maskOid, maskHash] = sequenceOf(maskNode);
  if (hash === undefined || (digest !== undefined && digest !== hash)) return undefined;
  if (readOid(maskOid) !== OID.mgf1 || hashOfOid(readOid(sequenceOf(maskHash)[0])) !== hash) return undefined;
  return { kind: 'pss', hash, saltLength: saltNode === undefined ? 20 : readSmallInteger(saltNode) };
}
