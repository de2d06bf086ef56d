/**
 * A session that serves a second capture carries nothing of the first, in real Electron: a site of our own leaves whatever a
 * site can leave, and looks for it in the next window.
 */
import { createHash, X509Certificate } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCertificate } from '../fixtures/capture-site/certificates.ts';
import { launchPlainHarness, type PlainHarness } from '../support/capture-harness/launch.ts';

const HOST = 'situs.example';
const certificate = makeCertificate('situs-jejak.test', [HOST]);
let harness: PlainHarness;
let secure: Server;
let plain: Server;
let secureUrl: string;
let plainUrl: string;
/** A place whose certificate Chromium itself judges; the other's it is told to take. */
let judged: Server;
let judgedUrl: string;
/** What came over TLS so far. */
const asked: { path: string; cookie: string; authorization: string; resumed: boolean }[] = [];

/** Leaves a mark in every place; true when all are there. */
const LEAVE = `(async () => {
  document.cookie = 'skrip=1; max-age=9999';
  localStorage.setItem('jejak', '1');
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open('jejak', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('jejak');
    opening.onsuccess = () => resolve(opening.result.close());
    opening.onerror = reject;
  });
  await (await caches.open('jejak')).put('/tersimpan', new Response('jejak'));
  await (await navigator.storage.getDirectory()).getFileHandle('jejak', { create: true });
  await navigator.serviceWorker.register('/pekerja.js');
  await navigator.serviceWorker.ready;
  await (await fetch('/lama')).text();
  await new Promise((done) => {
    const locked = new XMLHttpRequest();
    locked.open('GET', '/terkunci', true, 'petugas', 'sandi');
    locked.onloadend = done;
    locked.send();
  });
  await (await fetch('/terkunci')).text();
  return true;
})()`;

/** What a page finds. */
const FIND = `(async () => ({
  cookie: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  files: await (async (count) => {
    for await (const _ of (await navigator.storage.getDirectory()).keys()) count += 1;
    return count;
  })(0),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  old: await (await fetch('/lama')).text(),
  locked: (await fetch('/terkunci')).status,
}))()`;

interface Found {
  readonly cookie: string;
  readonly local: number;
  readonly session: number;
  readonly databases: number;
  readonly caches: number;
  readonly files: number;
  readonly workers: number;
  readonly old: string;
  readonly locked: number;
}

beforeAll(async () => {
  plain = createServer((_request, answer) => answer.setHeader('content-type', 'text/html').end('<title>polos</title>'));
  secure = createTlsServer(certificate, respond);
  judged = createTlsServer(makeCertificate('situs-dinilai.test'), respond);
  plainUrl = `http://${HOST}:${await listen(plain)}/`;
  secureUrl = `https://${HOST}:${await listen(secure)}/`;
  judgedUrl = `https://127.0.0.1:${await listen(judged)}/`;
  const key = new X509Certificate(certificate.cert).publicKey.export({ type: 'spki', format: 'der' });
  harness = await launchPlainHarness([
    `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
    // Without an error of its certificate: a site whose certificate is in doubt cannot ask for https for good.
    `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`,
  ]);
}, 120_000);
afterAll(async () => {
  await harness.close();
  for (const server of [secure, plain, judged]) server.close();
});

it('finds nothing in the next window, though the session is the same', async () => {
  const first = await harness.call('open', { unattended: true });
  await harness.call('visit', first, secureUrl);
  expect(await harness.call('inPage', first, LEAVE)).toBe(true);
  await harness.call('visit', first, `${secureUrl}lagi`);
  // The marks do stay within one window, so that finding none in the next means something.
  expect(await harness.call('inPage', first, FIND)).toMatchObject({
    cookie: expect.stringContaining('skrip=1') as string,
    local: 1,
    databases: 1,
    caches: 1,
    files: 1,
    workers: 1,
    old: 'jawaban 1',
    locked: 200,
  } satisfies Partial<Found>);
  expect(asked.some(({ resumed }) => resumed)).toBe(true);
  await harness.call('visit', first, judgedUrl);
  const before = await harness.call('take', first, false);
  await harness.call('visit', first, plainUrl);
  expect((await harness.call('state', first)).title).not.toBe('polos');
  await close(first);

  asked.length = 0;
  const second = await harness.call('open', { unattended: true });
  const { partitions, lost } = await harness.call('sessions');
  expect(partitions[1]).toBe(partitions[0]);
  expect(lost).toBe(0);
  const cookieSet = harness.call('cookieSet', second);
  await harness.call('visit', second, plainUrl);
  expect((await harness.call('state', second)).title).toBe('polos');
  await harness.call('visit', second, secureUrl);
  expect(asked[0]).toMatchObject({ path: '/', cookie: '', authorization: '', resumed: false });
  expect(await harness.call('inPage', second, FIND)).toEqual({
    cookie: '',
    local: 0,
    session: 0,
    databases: 0,
    caches: 0,
    files: 0,
    workers: 0,
    old: 'jawaban 2',
    locked: 401,
  } satisfies Found);
  // News of cookies still come: signs of a log-in are seen by them.
  expect(await cookieSet).toBe('sesi');

  // The evidence is as whole as the first one's: its certificate is seen by this window, and the user agent is told as before.
  await harness.call('visit', second, judgedUrl);
  const after = await harness.call('take', second, false);
  for (const taken of [before, after]) {
    expect(taken.value?.record.certificate.certificate?.subjectName).toBe('situs-dinilai.test');
    expect(taken.value?.record.certificate.link).toBe('same-connection');
  }
  expect(after.value?.record.userAgent).toEqual(before.value?.record.userAgent);
  await close(second);
});

it('never gives a person’s window a session that served, nor theirs to anybody', async () => {
  const mine = await harness.call('open');
  await close(mine);
  const next = await harness.call('open', { unattended: true });
  await close(next);
  const { partitions } = await harness.call('sessions');
  const [, served, persons, unattended] = partitions;
  expect(persons).not.toBe(served);
  expect(unattended).toBe(served);
});

it('leaves a page of another window alone', async () => {
  const mine = await harness.call('open');
  await harness.call('visit', mine, secureUrl);
  await harness.call('inPage', mine, `document.cookie = 'milikku=1'`);
  for (let round = 0; round < 2; round += 1) await close(await harness.call('open', { unattended: true }));
  expect(await harness.call('inPage', mine, `fetch('/cek').then(() => document.cookie)`)).toContain('milikku=1');
  expect(asked.findLast(({ path }) => path === '/cek')?.cookie).toContain('milikku=1');
  await close(mine);
});

/** Its session is cleared a moment later; who takes the next one waits for that. */
async function close(id: number): Promise<void> {
  await harness.call('close', id);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function isResumed(socket: Socket): boolean {
  if (!(socket instanceof TLSSocket)) throw new Error('asked without TLS');
  return socket.isSessionReused();
}

let answers = 0;
function respond(request: IncomingMessage, answer: ServerResponse): void {
  const { pathname } = new URL(request.url ?? '/', secureUrl);
  const { cookie = '', authorization = '' } = request.headers;
  asked.push({ path: pathname, cookie, authorization, resumed: isResumed(request.socket) });
  answer.setHeader('content-type', pathname === '/pekerja.js' ? 'text/javascript' : 'text/html');
  answer.setHeader('strict-transport-security', 'max-age=9999; includeSubDomains');
  if (pathname === '/lama')
    return void answer.setHeader('cache-control', 'max-age=9999').end(`jawaban ${(answers += 1)}`);
  if (pathname === '/pekerja.js') return void answer.end('/* tanpa kerja */');
  if (pathname === '/terkunci' && authorization === '')
    return void answer.setHeader('www-authenticate', 'Basic realm="uji"').writeHead(401).end();
  // Closed after the page: the next connection has only what TLS remembers.
  if (pathname === '/') answer.setHeader('connection', 'close');
  if (pathname === '/') answer.setHeader('set-cookie', 'sesi=1; HttpOnly; Max-Age=9999');
  answer.end('<!doctype html><title>jejak</title><p>Jejak');
}
