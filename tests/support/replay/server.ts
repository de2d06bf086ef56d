/**
 * Serves web archives and Webrecorder's own reader (wabac, AGPL, tests only) from loopback: the reader is a service worker
 * that answers everything below /w/ out of an archive, and nothing from anywhere else.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

/** The reader shows a page in a frame of its own interface; here the page is to stand in the window, as it was captured. */
const WITHOUT_INTERFACE = [
  ['window == window.top && wbinfo.top_url', 'false'],
  ['wbinfo.is_framed = true', 'wbinfo.is_framed = false'],
] as const;

/** The reader's program; throws when it no longer has what is changed in it. */
function readerProgram(): string {
  const place = createRequire(import.meta.url)
    .resolve('@webrecorder/wabac')
    .replace(/index\.js$/, 'sw.js');
  return WITHOUT_INTERFACE.reduce(
    (program, [found, instead]) => {
      if (program.split(found).length !== 2) throw new Error('the reader is another version');
      return program.replace(found, instead);
    },
    readFileSync(place, 'utf8'),
  );
}

/** Registers the reader and waits until it answers for this page. */
const START = `<!doctype html><title>Pembaca arsip</title><script>
  window.ready = (async () => {
    await navigator.serviceWorker.register('/sw.js', { scope: '/' });
    await navigator.serviceWorker.ready;
    while (navigator.serviceWorker.controller === null) await new Promise((go) => navigator.serviceWorker.addEventListener('controllerchange', go, { once: true }));
    return true;
  })();
  window.add = async (name) => {
    await window.ready;
    return new Promise((done, failed) => {
      navigator.serviceWorker.addEventListener('message', ({ data }) => {
        if (data.name !== name) return;
        if (data.msg_type === 'collAdded') done(true);
        if (data.error) failed(new Error(data.error));
      });
      navigator.serviceWorker.controller.postMessage({ msg_type: 'addColl', name, file: { sourceUrl: location.origin + '/archives/' + name + '.wacz' } });
    });
  };
</script>`;

export interface ReplayServer {
  /** The page that starts the reader; its \`add(name)\` opens an archive. */
  readonly start: string;
  /** Where a page of an opened archive is replayed. */
  replayOf(name: string, address: string): string;
  /** Offers an archive under a name. */
  offer(name: string, archive: Uint8Array): void;
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function startReplayServer(): Promise<ReplayServer> {
  const archives = new Map<string, Uint8Array>();
  const server = createServer((request, response) => answer(request, response, archives));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    start: `${origin}/`,
    replayOf: (name, address) => `${origin}/w/${name}/mp_/${address}`,
    offer: (name, archive) => void archives.set(name, archive),
    close: () => new Promise((closed) => (server.closeAllConnections(), server.close(() => closed()))),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, archives: Map<string, Uint8Array>): void {
  const { pathname } = new URL(request.url ?? '/', 'http://replay.test');
  const archive = archives.get(/^\/archives\/(.+)\.wacz$/.exec(pathname)?.[1] ?? '');
  if (archive !== undefined) sendRange(request, response, archive);
  else if (pathname === '/') response.writeHead(200, { 'Content-Type': 'text/html' }).end(START);
  else if (pathname === '/sw.js') response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(readerProgram());
  else response.writeHead(404).end();
}

function sendRange(request: IncomingMessage, response: ServerResponse, bytes: Uint8Array): void {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const start = from === '' ? Math.max(0, bytes.byteLength - Number(to)) : Number(from);
  const end = from === '' || to === '' ? bytes.byteLength - 1 : Math.min(Number(to), bytes.byteLength - 1);
  const part = request.headers.range === undefined ? bytes : bytes.subarray(start, end + 1);
  response.writeHead(request.headers.range === undefined ? 200 : 206, {
    'Content-Type': 'application/wacz+zip',
    'Content-Length': part.byteLength,
    'Accept-Ranges': 'bytes',
    ...(request.headers.range !== undefined && { 'Content-Range': `bytes ${start}-${end}/${bytes.byteLength}` }),
  });
  response.end(request.method === 'HEAD' ? undefined : part);
}
