/** Certificate revocation lists (RFC 5280), whole ones by the issuer itself. */
import {
  childrenOf,
  DerError,
  type DerNode,
  equalBytes,
  expectTag,
  readWhole,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';
import { OID } from '#shared/domain/signature/oids.ts';
import { type Certificate, maySignLists, readExtension, readTime } from '../certificates.ts';
import { judgeSignature } from '../cms/algorithms.ts';
import type { RevocationSource } from './answer.ts';

/** Critical extensions of a list that are looked at here. */
const UNDERSTOOD: ReadonlySet<string> = new Set([OID.issuingDistributionPoint]);
/** Of entries: the reason. An entry with the name of another issuer (critical) is not understood. */
const UNDERSTOOD_OF_ENTRY: ReadonlySet<string> = new Set([OID.crlReason]);

interface RevocationList {
  readonly data: DerNode;
  readonly algorithm: DerNode | undefined;
  readonly value: Uint8Array;
  readonly issuer: Uint8Array;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | undefined;
  readonly entries: readonly DerNode[];
  /** Which certificates it is about; undefined: all. */
  readonly only: 'users' | 'authorities' | undefined;
}

/** Reads a list; throws DerError when it is none, is a delta, or has rules that are not understood. */
export function readCrl(der: Uint8Array): RevocationSource {
  const list = readList(der);
  let signedBy: Certificate | undefined;
  return (certificate, issuer) => {
    if (!equalBytes(list.issuer, issuer.subject) || !equalBytes(certificate.issuer, issuer.subject)) return undefined;
    if (list.only !== undefined && (list.only === 'authorities') !== certificate.isAuthority) return undefined;
    if (signedBy !== issuer && !isSignedBy(list, issuer)) return undefined;
    signedBy = issuer;
    const { thisUpdate, nextUpdate } = list;
    const common = { kind: 'crl', thisUpdate, nextUpdate, signer: issuer } as const;
    const entry = list.entries.find((one) => equalBytes(serialOf(one), certificate.serial));
    // A list may drop what has expired: its silence about that says nothing.
    if (entry === undefined && thisUpdate > certificate.notAfter) return undefined;
    if (entry === undefined) return { ...common, status: 'good', revokedAt: undefined, reason: undefined };
    const [, time, extensions] = sequenceOf(entry);
    return { ...common, status: 'revoked', revokedAt: readTime(time), reason: reasonOf(extensions) };
  };
}

function readList(der: Uint8Array): RevocationList {
  const [data, algorithm, signature] = sequenceOf(readWhole(der));
  const fields = sequenceOf(data);
  const start = fields[0]?.tag === TAG.integer ? 1 : 0;
  const isTime = (node: DerNode | undefined): boolean => node?.tag === TAG.utcTime || node?.tag === TAG.generalizedTime;
  const next = isTime(fields[start + 3]) ? fields[start + 3] : undefined;
  const afterTimes = fields.slice(start + 3 + (next === undefined ? 0 : 1));
  const entries = afterTimes.find(({ tag }) => tag === TAG.sequence);
  const wrapped = afterTimes.find(({ tag }) => tag === 0xa0);
  const extensions = wrapped === undefined ? [] : sequenceOf(childrenOf(wrapped)[0]).map(readExtension);
  if (extensions.some(({ oid, critical }) => oid === OID.deltaCrl || (critical && !UNDERSTOOD.has(oid))))
    throw new DerError('kind of revocation list');
  const point = extensions.find(({ oid }) => oid === OID.issuingDistributionPoint);
  return {
    data: expectTag(data, TAG.sequence),
    algorithm,
    value: expectTag(signature, TAG.bitString).content.subarray(1),
    issuer: expectTag(fields[start + 1], TAG.sequence).bytes,
    thisUpdate: readTime(fields[start + 2]),
    nextUpdate: next === undefined ? undefined : readTime(next),
    entries: entries === undefined ? [] : sequenceOf(entries),
    only: point === undefined ? undefined : scopeOf(readWhole(point.value)),
  };
}

/** IssuingDistributionPoint: lists for some reasons only, for other issuers or for attributes are not understood. */
function scopeOf(point: DerNode): RevocationList['only'] {
  const flags = sequenceOf(point).filter(({ tag }) => tag !== 0xa0);
  const isSet = (tag: number): boolean => flags.some((flag) => flag.tag === tag && flag.content[0] === 0xff);
  if (flags.some(({ tag }) => tag === 0x83) || isSet(0x84) || isSet(0x85))
    throw new DerError('scope of a revocation list');
  if (isSet(0x81)) return 'users';
  return isSet(0x82) ? 'authorities' : undefined;
}

function isSignedBy({ data, algorithm, value }: RevocationList, issuer: Certificate): boolean {
  return (
    maySignLists(issuer) && judgeSignature({ algorithm, key: issuer.publicKey, data: data.bytes, value }) === 'good'
  );
}

function serialOf(entry: DerNode): Uint8Array {
  return expectTag(sequenceOf(entry)[0], TAG.integer).content;
}

function reasonOf(extensions: DerNode | undefined): number | undefined {
  const read = extensions === undefined ? [] : sequenceOf(extensions).map(readExtension);
  if (read.some(({ oid, critical }) => critical && !UNDERSTOOD_OF_ENTRY.has(oid)))
    throw new DerError('entry of a revocation list');
  const reason = read.find(({ oid }) => oid === OID.crlReason);
  return reason === undefined ? undefined : readWhole(reason.value).content[0];
}
