/**
 * A whole certificate authority on the loopback: root, issuing authority, time stamps, OCSP, CRL, certificates by
 * address. Certificates name its addresses, so a signer's revocation data is found as in the field.
 *
 *   const authority = await startAuthority();
 *   await authority.issue('pengawas', 'rsa-2048');
 *   const p12 = await authority.pack('pengawas');
 *   authority.tsa(); authority.tsa('wrong-nonce');
 *   await authority.close();
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createWorkspace, type Workspace } from '../signature/tools.ts';
import { certificateMaker, type IssueOptions, type KeyKind, LONG_VALIDITY, openssl, packP12 } from './certificates.ts';
import { rightTimestamp, TSA_FAULTS, type TsaFault, wrongTimestamp } from './timestamps.ts';

/** How long the slow time stamp authority thinks (milliseconds). */
const SLOW = 5_000;
const LARGEST_REQUEST = 100_000;

/** What the authority was asked, in order. */
export interface AskedFor {
  readonly path: string;
  readonly method: string;
}

export interface TestAuthority {
  readonly workspace: Workspace;
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly asked: readonly AskedFor[];
  readonly rootPem: string;
  readonly rootDer: Uint8Array;
  /** Root of another authority, for answers whose chain leads elsewhere. */
  otherRootPem(): string;
  /** Address of the time stamp authority, right or with a fault. */
  tsa(fault?: TsaFault): string;
  issue(name: string, kind: KeyKind, options?: IssueOptions): Promise<void>;
  /** Signers that must be refused: expired, not yet valid, not for signing, revoked. */
  issueBad(name: 'expired' | 'not-yet-valid' | 'no-signing' | 'revoked', kind?: KeyKind): Promise<void>;
  revoke(name: string): Promise<void>;
  pack(name: string, options?: Parameters<typeof packP12>[2]): Promise<Uint8Array>;
  der(name: string): Uint8Array;
  crl(issuer?: string): Promise<Uint8Array>;
  /** From now on nothing is answered: the office without a network. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the authority; takes about half a second. */
export async function startAuthority(): Promise<TestAuthority> {
  const workspace = createWorkspace();
  const asked: AskedFor[] = [];
  let answer: (request: IncomingMessage, body: Uint8Array) => Promise<Answer> = () =>
    Promise.reject(new Error('not ready'));
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', method: request.method ?? '' });
    readBody(request)
      .then((body) => answer(request, body))
      .then((done) => send(response, done))
      .catch((error: unknown) =>
        send(response, { status: 500, type: 'text/plain', bytes: Buffer.from(String(error)) }),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;
  const maker = certificateMaker(workspace, (kind, issuer) => `${origin}/${kind}/${issuer}`);
  await foundAuthority(maker);
  workspace.put('tsa.serial', '01');
  answer = responder(workspace, maker);
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return {
    workspace,
    origin,
    asked,
    rootPem: maker.pem('root'),
    rootDer: maker.der('root'),
    otherRootPem: () => maker.pem('other-root'),
    tsa: (fault) => `${origin}/tsa${fault === undefined ? '' : `/${fault}`}`,
    issue: (name, kind, options) => maker.issue(name, kind, options),
    issueBad: async (name, kind = 'p256') => {
      if (name === 'expired') await maker.issue(name, kind, { validity: ['20200101000000Z', '20210101000000Z'] });
      else if (name === 'not-yet-valid')
        await maker.issue(name, kind, { validity: ['20480101000000Z', LONG_VALIDITY[1]] });
      else if (name === 'no-signing') await maker.issue(name, kind, { use: 'no-signing' });
      else {
        await maker.issue(name, kind);
        await maker.revoke(name);
      }
    },
    revoke: (name) => maker.revoke(name),
    pack: (name, options) => packP12(workspace, name, options),
    der: (name) => maker.der(name),
    crl: (issuer = 'issuing') => maker.crl(issuer),
    stop,
    close: async () => {
      await stop();
      workspace.remove();
    },
  };
}

async function foundAuthority(maker: ReturnType<typeof certificateMaker>): Promise<void> {
  await maker.issue('root', 'rsa-2048', { use: 'authority', issuer: 'root' });
  await maker.issue('issuing', 'p256', { use: 'authority', issuer: 'root' });
  await maker.issue('tsa', 'rsa-2048', { use: 'tsa' });
  await maker.issue('ocsp', 'p256', { use: 'ocsp' });
  await maker.issue('root-ocsp', 'p256', { use: 'ocsp', issuer: 'root' });
  await maker.issue('tsa-no-purpose', 'p256');
  await maker.issue('other-root', 'p256', { use: 'authority', issuer: 'other-root' });
  await maker.issue('other-tsa', 'p256', { use: 'tsa', issuer: 'other-root' });
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
}

function responder(
  workspace: Workspace,
  maker: ReturnType<typeof certificateMaker>,
): (request: IncomingMessage, body: Uint8Array) => Promise<Answer> {
  let number = 0;
  // One after the other: openssl writes the next serial number into a file.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };
  return async (request, body) => {
    const [, kind = '', what = ''] = (request.url ?? '').split('/');
    const id = number++;
    if (kind === 'tsa' && request.method === 'POST') {
      const fault = TSA_FAULTS.find((one) => one === what);
      if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW).unref());
      const bytes = await inTurn(() =>
        fault === undefined ? rightTimestamp(workspace, body, id) : wrongTimestamp(workspace, body, fault, id),
      );
      return { status: 200, type: 'application/timestamp-reply', bytes };
    }
    if (kind === 'ocsp' && request.method === 'POST') {
      const bytes = await inTurn(() => ocspAnswer(workspace, what, body, id));
      return { status: 200, type: 'application/ocsp-response', bytes };
    }
    if (kind === 'crl')
      return { status: 200, type: 'application/pkix-crl', bytes: await inTurn(() => maker.crl(what)) };
    if (kind === 'certificate') return { status: 200, type: 'application/pkix-cert', bytes: maker.der(what) };
    return { status: 404, type: 'text/plain', bytes: Buffer.from('tidak ada') };
  };
}

/** By a delegated responder (id-pkix-ocsp-nocheck), from the issuer's list. */
async function ocspAnswer({ file, put }: Workspace, issuer: string, body: Uint8Array, id: number): Promise<Uint8Array> {
  const responderName = issuer === 'root' ? 'root-ocsp' : 'ocsp';
  const out = file(`ocsp-${id}.der`);
  const list = ['-index', file(`${issuer}.index`), '-CA', file(`${issuer}.pem`), '-ndays', '7'];
  const by = ['-rsigner', file(`${responderName}.pem`), '-rkey', file(`${responderName}.key`), '-rmd', 'sha256'];
  await openssl(['ocsp', ...list, ...by, '-reqin', put(`ocsp-${id}.req`, body), '-respout', out]);
  return Uint8Array.from(readFileSync(out));
}

async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST_REQUEST) throw new Error('request too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, type, bytes }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length });
  response.end(bytes);
}
