/**
 * The layers that keep pages off the office's network, in real Electron. 127.0.0.2 stands for that network, by host-resolver
 * rules; nothing but this machine is ever asked.
 */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificate, makeOrphanCertificate } from '../fixtures/capture-site/certificates.ts';
import { launchPlainHarness, type PlainHarness } from '../support/capture-harness/launch.ts';

const RULES = { loopbackOnly: true, allowLocalNetwork: false, officeNetwork: ['127.0.0.2'] };
let harness: PlainHarness;
let site: http.Server;
let port: number;

/** Tries to reach the office by every way a script has, and tells what came of each. */
const attempts = (who: string, port: number): string => `(async () => {
  const office = 'kantor.example:${port}';
  const tell = (what) => fetch('http://localhost:${port}/lapor?' + what, { mode: 'no-cors' }).catch(() => undefined);
  const attempt = (what, way) => way.then(() => tell('${who}-' + what + '-bocor'), () => undefined);
  await attempt('fetch', fetch('http://' + office + '/${who}-fetch', { mode: 'no-cors' }));
  await attempt('alih', fetch('http://localhost:${port}/alih?http://' + office + '/${who}-alih', { mode: 'no-cors' }));
  await attempt('soket', new Promise((resolve, reject) => {
    const socket = new WebSocket('ws://' + office + '/${who}-soket');
    socket.onopen = resolve;
    socket.onerror = socket.onclose = reject;
  }));
  await tell('${who}-selesai');
})().catch(() => undefined);`;

/** Who tries: a page, frames of its own and of another site, workers of each, and a service worker. */
const WHO = ['halaman', 'bingkai-sama', 'bingkai-lain', 'pekerja-sama', 'pekerja-lain', 'pekerja-layanan'];
const PARTIES: Readonly<Record<string, (port: number, who: string) => string>> = {
  '/lapis': (port) => `<!doctype html><title>Lapis</title><script>${attempts('halaman', port)}
    navigator.serviceWorker.register('/layanan.js');
    if (typeof SharedWorker !== 'undefined') fetch('/lapor?pekerja-bersama-ada');</script>
    <iframe src="/bingkai-uji?sama"></iframe><iframe src="http://luar.example:${port}/bingkai-uji?lain"></iframe>`,
  '/bingkai-uji': (port, who) =>
    `<!doctype html><script>${attempts(`bingkai-${who}`, port)} new Worker('/pekerja.js?${who}');</script>`,
  '/pekerja.js': (port, who) => attempts(`pekerja-${who}`, port),
  '/layanan.js': (port) =>
    `addEventListener('install', (event) => event.waitUntil(${attempts('pekerja-layanan', port).slice(0, -1)}));`,
};
/** Paths asked for, with the address they were asked at. */
const asked: string[] = [];

beforeAll(async () => {
  site = http.createServer((request, answer) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://situs.test');
    asked.push(`${request.socket.localAddress ?? ''}${request.url ?? ''}`);
    if (pathname === '/alih') return void answer.writeHead(302, { location: search.slice(1) }).end();
    answer.setHeader('content-type', pathname.endsWith('.js') ? 'text/javascript' : 'text/html');
    answer.setHeader('access-control-allow-origin', '*');
    const party = PARTIES[pathname];
    if (party !== undefined) return void answer.end(party(port, search.slice(1)));
    const office = `http://kantor.example:${port}`;
    answer.end(
      request.url === '/luar'
        ? `<!doctype html><title>Luar</title><p>Halaman luar<iframe src="${office}/bingkai"></iframe>
           <script>fetch('${office}/data', { mode: 'no-cors' }).then(() => (document.title = 'bocor'), () => (document.title = 'tertahan'))</script>`
        : '<!doctype html><title>Rahasia kantor</title><p>Rahasia kantor',
    );
  });
  site.on('upgrade', (request, socket) => {
    asked.push(`${request.socket.localAddress ?? ''}${request.url ?? ''}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => site.listen(0, '0.0.0.0', resolve));
  port = (site.address() as AddressInfo).port;
  harness = await launchPlainHarness([
    // 127.0.0.3 stands for this very machine, which no other page is captured from.
    '--host-resolver-rules=MAP 127.0.0.3 ~NOTFOUND, MAP kantor.example 127.0.0.2, MAP luar.example 127.0.0.1',
  ]);
}, 120_000);
afterAll(async () => {
  await harness.close();
  site.close();
});

describe('a name that leads into the office’s network', () => {
  it('is refused before any connection, as a page and as a part of one', async () => {
    const id = await harness.call('open', { rules: RULES });
    expect(await harness.call('visit', id, `http://kantor.example:${port}/`)).toMatchObject({
      code: 'ADDRESS_NOT_ALLOWED',
    });
    await harness.call('visit', id, `http://luar.example:${port}/luar`);
    await harness.until('the page has tried', async () => (await harness.call('state', id)).title === 'tertahan');
    const taken = await harness.call('take', id, false);
    expect(taken.value?.record.refusedRequests).toContain(`http://kantor.example:${port}/bingkai`);
    expect(asked).toEqual(['127.0.0.1/luar']);
    await harness.call('close', id);
  });

  it('is dropped by the address its answer came from, when the look-up said otherwise', async () => {
    asked.length = 0;
    const id = await harness.call('open', { rules: RULES, rebound: '127.0.0.1' });
    await harness.call('visit', id, `http://luar.example:${port}/luar`);
    await harness.until('the page has tried', async () => (await harness.call('state', id)).title === 'tertahan');
    const parts = await harness.call('take', id, false);
    expect(parts.value?.record.warnings).toContain('local-answer-dropped');
    expect(parts.value?.record.droppedAnswers).toContainEqual({
      url: `http://kantor.example:${port}/data`,
      ip: '127.0.0.2',
      page: false,
    });
    // It did reach the other side: only the answer was dropped.
    expect(asked).toContain('127.0.0.2/data');

    await harness.call('visit', id, `http://kantor.example:${port}/rahasia`);
    await harness.until('told', async () => (await harness.call('state', id)).problem === 'PAGE_ANSWERED_LOCALLY');
    const page = await harness.call('take', id, false);
    expect(page.value?.record).toMatchObject({
      outcome: 'failed',
      outcomeDetail: expect.stringContaining('127.0.0.2'),
    });
    expect(JSON.stringify(page.value?.record)).not.toContain('Rahasia');
    await harness.call('close', id);
  });
});

describe('frames, workers and redirects of a page', () => {
  it.each([
    ['by its name, before any connection', undefined, []],
    ['by the address its answer came from', '127.0.0.1', ['fetch', 'alih', 'soket']],
  ])('do not reach the office: kept off %s', async (_how, rebound, reached) => {
    asked.length = 0;
    const id = await harness.call('open', { rules: RULES, ...(rebound !== undefined && { rebound }) });
    await harness.call('visit', id, `http://localhost:${port}/lapis`);
    const told = (): string[] => asked.flatMap((path) => path.split('/lapor?')[1] ?? []);
    await harness.until(
      'all have tried',
      async () => told().filter((one) => one.endsWith('-selesai')).length === WHO.length,
    );
    expect(told().sort()).toEqual(WHO.map((who) => `${who}-selesai`).sort());
    // No listener of Electron's hears of a service worker's sockets: they are not opened at all.
    const reachedBy = WHO.flatMap((who) =>
      reached.filter((way) => who !== 'pekerja-layanan' || way !== 'soket').map((way) => `127.0.0.2/${who}-${way}`),
    );
    expect(asked.filter((path) => path.startsWith('127.0.0.2')).sort()).toEqual(reachedBy.sort());
    await harness.call('close', id);
  });
});

describe('what Chromium sends by itself, past every listener', () => {
  /** A page that announces files of the office before it answers, then tries to reach it by WebTransport. */
  async function siteThatAnnounces() {
    const reached: string[] = [];
    const server = http2.createSecureServer(makeCertificate('luar.example', ['luar.example', 'kantor.example']));
    await once(server.listen(0, '0.0.0.0'), 'listening');
    const { port } = server.address() as AddressInfo;
    const offices = [`https://kantor.example:${port}`, `https://127.0.0.3:${port}`];
    const note = (way: string, address: string): void => {
      if (address !== '127.0.0.1' && !reached.includes(`${address} ${way}`)) reached.push(`${address} ${way}`);
    };
    server.on('connection', (socket) => note('tcp', socket.localAddress ?? ''));
    const packets = ['127.0.0.2', '127.0.0.3'].map((address) =>
      createSocket('udp4', () => note('udp', address)).bind(port, address),
    );
    await Promise.all(packets.map((socket) => once(socket, 'listening')));
    server.on('stream', (stream) => {
      const link = offices.map((office) => `<${office}/pramuat.js>; rel=preload; as=script`).join(', ');
      stream.additionalHeaders({ ':status': 103, link });
      const attempts = offices.map((office) => `new WebTransport('${office}/angkut').ready`).join(', ');
      stream.respond({ ':status': 200, 'content-type': 'text/html' });
      stream.end(`<!doctype html><title>memuat</title><script>
        Promise.race([Promise.allSettled([${attempts}]), new Promise((go) => setTimeout(go, 2_000))]).then(() => (document.title = 'selesai'));
      </script>`);
    });
    const close = (): void => {
      server.close();
      for (const socket of packets) socket.close();
    };
    return { address: `https://luar.example:${port}/`, reached, close };
  }

  it.each([
    ['does not reach the office: the connections’ own script holds it off', undefined, []],
    ['would, were the script told that it leads elsewhere', '127.0.0.1', ['127.0.0.2 tcp', '127.0.0.2 udp']],
  ])('%s', async (_what, rebound, expected) => {
    const announced = await siteThatAnnounces();
    const id = await harness.call('open', { rules: RULES, ...(rebound !== undefined && { rebound }) });
    await harness.call('visit', id, announced.address);
    await harness.until('the page has tried', async () => (await harness.call('state', id)).title === 'selesai');
    expect(announced.reached.sort()).toEqual(expected);
    await harness.call('close', id);
    announced.close();
  });

  it.each([
    ['nor is the issuer of a certificate fetched there', undefined, []],
    ['which it would be, were the script told that it leads elsewhere', '127.0.0.1', ['127.0.0.2/penerbit.cer']],
  ])('%s', async (_what, rebound, expected) => {
    asked.length = 0;
    const orphan = makeOrphanCertificate('luar.example', `http://kantor.example:${port}/penerbit.cer`);
    const server = https.createServer(orphan, (_request, answer) => {
      answer.setHeader('content-type', 'text/html');
      answer.end('<!doctype html><title>selesai</title>');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port: own } = server.address() as AddressInfo;
    const id = await harness.call('open', { rules: RULES, ...(rebound !== undefined && { rebound }) });
    await harness.call('visit', id, `https://luar.example:${own}/`);
    await harness.until('the page is there', async () => (await harness.call('state', id)).title === 'selesai');
    // The issuer is asked for before the certificate is judged, so before there is a page.
    expect(asked).toEqual(expected);
    await harness.call('close', id);
    server.close();
  });
});
