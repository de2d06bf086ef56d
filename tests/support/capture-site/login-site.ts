/** A site with a log-in: one post that everybody sees, one that only who is logged in sees, and a session kept by a cookie. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const HTML = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
const POST =
  'Dukung pasangan nomor satu bersama seluruh warga kecamatan Muara menuju kemenangan besar Pilwakot tahun depan';

export interface LoginSite {
  readonly origin: string;
  /** The value of the session's cookie: to be looked for where it must not be. */
  readonly secret: string;
  close(): Promise<void>;
}

/** Starts it on a free port of loopback. The form at /masuk takes anybody. */
export async function startLoginSite(): Promise<LoginSite> {
  const secret = `sesi-${randomBytes(12).toString('hex')}`;
  const server = createServer((request, response) => respond(request, response, secret));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secret,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function respond(request: IncomingMessage, response: ServerResponse, secret: string): void {
  const { pathname } = new URL(request.url ?? '/', 'http://lini.test');
  const loggedIn = request.headers.cookie?.includes(`sesi=${secret}`) === true;
  if (pathname === '/masuk' && request.method === 'POST') {
    request.resume();
    const cookie = `sesi=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400`;
    response.writeHead(303, { Location: '/beranda', 'Set-Cookie': cookie }).end();
  } else if (pathname === '/masuk') response.writeHead(200, HTML).end(page('Masuk ke Lini', FORM));
  else if (pathname === '/publik/7' || (pathname === '/tertutup/8' && loggedIn))
    response.writeHead(200, HTML).end(page('Unggahan Ayu', `<h1>Ayu Lestari</h1><p>${POST}</p>`));
  else if (pathname === '/tertutup/8')
    response.writeHead(200, HTML).end(page('Lini', '<h1>Masuk untuk melanjutkan</h1><p>Lini hanya untuk anggota.</p>'));
  else response.writeHead(200, HTML).end(page('Beranda Lini', '<h1>Beranda</h1>'));
}

const FORM = `<form method="post" action="/masuk">
  <input name="nama" value="pemantau"><input name="sandi" type="password" value="tidak-penting"><button>Masuk</button>
</form>`;

function page(title: string, body: string): string {
  return `<!doctype html><html lang="id"><title>${title}</title><body>${body}</body></html>`;
}
