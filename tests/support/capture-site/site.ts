/** The hard site: every page that captures are tried on, on loopback, over plain HTTP, another port, another name and TLS. */
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { rowCodeStrip } from '../../../scripts/demo/row-codes.ts';
import { makeCertificate } from '../../fixtures/capture-site/certificates.ts';
import { ANSWERS } from './families/answers.ts';
import { DRAWN } from './families/drawn.ts';
import { FILMS, sendFilm } from './families/films.ts';
import { LAZY } from './families/lazy.ts';
import { LONG } from './families/long.ts';
import { MOTION } from './families/motion.ts';
import { photo, POST_FACTS } from './families/post-facts.ts';
import { STICKY } from './families/sticky.ts';
import { frameDocument, TREES } from './families/trees.ts';
import { VIEWPORT } from './families/viewport.ts';
import { WORDS } from './families/words.ts';
import { codes, type HardPage, shell, type SiteAddresses, strip } from './page.ts';

export const HARD_PAGES: readonly HardPage[] = [
  ...LONG,
  ...STICKY,
  ...LAZY,
  ...VIEWPORT,
  ...TREES,
  ...MOTION,
  ...DRAWN,
  ...FILMS,
  ...ANSWERS,
  ...WORDS,
  ...POST_FACTS,
];

export interface HardSite extends SiteAddresses {
  addressOf(page: HardPage): string;
  close(): Promise<void>;
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
const SERVICE_WORKER = `
  self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  self.addEventListener('fetch', (event) => {
    if (new URL(event.request.url).pathname !== '/p/from-worker') return;
    event.respondWith(new Response(${JSON.stringify(shell('Dari pekerja', strip(0, 200)))}, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }));
  });
`;

/** Starts it on free ports. */
export async function startHardSite(): Promise<HardSite> {
  const addresses = { http: '', https: '', otherPort: '', otherSite: '' };
  const answer = (request: IncomingMessage, response: ServerResponse): void => respond(request, response, addresses);
  const [first, second, tls] = [
    createHttpServer(answer),
    createHttpServer(answer),
    createHttpsServer(makeCertificate('situs-sulit.test'), answer),
  ];
  const sockets = new Set<Socket>();
  for (const server of [first, second, tls])
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
  addresses.http = `http://127.0.0.1:${await listen(first)}`;
  const other = await listen(second);
  addresses.otherPort = `http://127.0.0.1:${other}`;
  addresses.otherSite = `http://localhost:${other}`;
  addresses.https = `https://127.0.0.1:${await listen(tls)}`;
  return {
    ...addresses,
    addressOf: (page) => `${page.over === 'https' ? addresses.https : addresses.http}/p/${page.name}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([first, second, tls].map((server) => new Promise((done) => server.close(done))));
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function respond(request: IncomingMessage, response: ServerResponse, site: SiteAddresses): void {
  const url = new URL(request.url ?? '/', 'http://site.test');
  const page = HARD_PAGES.find(({ name }) => url.pathname === `/p/${name}`);
  if (url.pathname === '/film.webm') sendFilm(url.searchParams.get('way') ?? '', request, response);
  else if (page === undefined) respondPart(url, response, site);
  else if (page.respond !== undefined) page.respond(request, response, site);
  else response.writeHead(page.status ?? 200, { ...HTML, ...page.headers }).end(page.html?.(site) ?? '');
}

/** What pages load. */
function respondPart(url: URL, response: ServerResponse, site: SiteAddresses): void {
  const number = (name: string): number => Number(url.searchParams.get(name) ?? '0');
  const [first, count] = [number('first'), number('count')];
  if (url.pathname === '/rows.svg') {
    const svg = rowCodeStrip(codes(first, count)).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
    setTimeout(() => response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end(svg), number('wait'));
  } else if (url.pathname === '/strip') response.writeHead(200, HTML).end(strip(first, count));
  else if (url.pathname === '/frame') response.writeHead(200, HTML).end(frameDocument(first, count, ''));
  else if (url.pathname === '/outer-frame') {
    const inner = `<iframe src="${site.http}/frame?first=0&count=0" width="300" height="400"></iframe>`;
    response.writeHead(200, HTML).end(frameDocument(10, 300, inner));
  } else if (url.pathname === '/bulk') response.writeHead(200).end(Buffer.alloc(number('size'), number('n')));
  else if (url.pathname === '/sw.js')
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(SERVICE_WORKER);
  else if (url.pathname === '/photo.png')
    response
      .writeHead(200, { 'Content-Type': 'image/png' })
      .end(photo(number('width'), number('height'), number('seed')));
  else if (url.pathname === '/stalled.png') response.writeHead(200, { 'Content-Type': 'image/png' }).flushHeaders();
  else response.writeHead(404, HTML).end('<!doctype html><title>Tidak ada</title>');
}
