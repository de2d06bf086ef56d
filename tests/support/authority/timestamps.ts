/** RFC 3161 answers: right ones by `openssl ts`, wrong ones put together here and signed by `openssl cms`. */
import { readFileSync } from 'node:fs';
import {
  encode,
  encodeInteger,
  encodeOctets,
  encodeOid,
  encodeSequence,
  encodeText,
  readWhole,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';
import type { Workspace } from '../signature/tools.ts';
import { openssl } from './certificates.ts';

/** What may be wrong with a time stamp. */
export const TSA_FAULTS = [
  'wrong-imprint',
  'wrong-nonce',
  'no-nonce',
  'wrong-purpose',
  'wrong-chain',
  'refused',
  'garbage',
  'slow',
] as const;
export type TsaFault = (typeof TSA_FAULTS)[number];

const OID_TST_INFO = '1.2.840.113549.1.9.16.1.4';
const POLICY = '1.3.6.1.4.1.99999.1';

/** Base names of the certificates that sign in each case. */
const SIGNER_OF: Partial<Record<TsaFault, { readonly signer: string; readonly issuer: string }>> = {
  'wrong-purpose': { signer: 'tsa-no-purpose', issuer: 'issuing' },
  'wrong-chain': { signer: 'other-tsa', issuer: 'other-root' },
};

/** A right answer to a request. */
export async function rightTimestamp(workspace: Workspace, request: Uint8Array, id: number): Promise<Uint8Array> {
  const { file, put } = workspace;
  put('tsa.conf', tsaConfiguration(workspace));
  const query = put(`query-${id}.tsq`, request);
  const out = file(`answer-${id}.tsr`);
  await openssl(['ts', '-reply', '-config', file('tsa.conf'), '-section', 'tsa', '-queryfile', query, '-out', out]);
  return Uint8Array.from(readFileSync(out));
}

/** An answer with this fault; `slow` is the server's business, here it is a right one. */
export async function wrongTimestamp(
  workspace: Workspace,
  request: Uint8Array,
  fault: TsaFault,
  id: number,
): Promise<Uint8Array> {
  if (fault === 'garbage') return Buffer.from('<html>bukan stempel waktu</html>');
  if (fault === 'refused') return encodeSequence(encodeSequence(encodeInteger(2)));
  if (fault === 'slow') return rightTimestamp(workspace, request, id);
  const { imprint, nonce } = readRequest(request);
  const info = encodeSequence(
    encodeInteger(1),
    encodeOid(POLICY),
    fault === 'wrong-imprint' ? otherImprint(imprint) : imprint,
    encodeInteger(id + 100),
    encodeText(TAG.generalizedTime, `${new Date().toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`),
    ...(fault === 'no-nonce' ? [] : [fault === 'wrong-nonce' ? encodeInteger(4242) : nonce]),
  );
  const { signer, issuer } = SIGNER_OF[fault] ?? { signer: 'tsa', issuer: 'issuing' };
  const token = await signInfo(workspace, info, signer, issuer, id);
  return encodeSequence(encodeSequence(encodeInteger(0)), token);
}

async function signInfo(
  workspace: Workspace,
  info: Uint8Array,
  signer: string,
  issuer: string,
  id: number,
): Promise<Uint8Array> {
  const { file, put } = workspace;
  const input = put(`info-${id}.der`, info);
  const out = file(`token-${id}.der`);
  const who = ['-signer', file(`${signer}.pem`), '-inkey', file(`${signer}.key`), '-certfile', file(`${issuer}.pem`)];
  const how = ['-sign', '-binary', '-nodetach', '-cades', '-md', 'sha256', '-econtent_type', OID_TST_INFO];
  await openssl(['cms', ...how, ...who, '-in', input, '-outform', 'DER', '-out', out]);
  return Uint8Array.from(readFileSync(out));
}

function readRequest(request: Uint8Array): { readonly imprint: Uint8Array; readonly nonce: Uint8Array } {
  const [, imprint, ...rest] = sequenceOf(readWhole(request));
  const nonce = rest.find(({ tag }) => tag === TAG.integer);
  if (imprint === undefined || nonce === undefined) throw new Error('a request without imprint or nonce');
  return { imprint: imprint.bytes, nonce: nonce.bytes };
}

/** The same algorithm over other bytes. */
function otherImprint(imprint: Uint8Array): Uint8Array {
  const [algorithm, digest] = sequenceOf(readWhole(imprint));
  if (algorithm === undefined || digest === undefined) throw new Error('an imprint of two parts');
  return encode(TAG.sequence, algorithm.bytes, encodeOctets(digest.content.map((byte) => byte ^ 0xff)));
}

function tsaConfiguration({ file, put, folder }: Workspace): string {
  put('tsa-chain.pem', readFileSync(file('issuing.pem')));
  return [
    '[tsa]',
    `serial=${folder}/tsa.serial`,
    'crypto_device=builtin',
    `signer_cert=${file('tsa.pem')}`,
    `certs=${file('tsa-chain.pem')}`,
    `signer_key=${file('tsa.key')}`,
    'signer_digest=sha256',
    `default_policy=${POLICY}`,
    'digests=sha256,sha384,sha512',
    'accuracy=secs:1',
    'ordering=no',
    'tsa_name=no',
    'ess_cert_id_chain=no',
    'ess_cert_id_alg=sha256',
    '',
  ].join('\n');
}
