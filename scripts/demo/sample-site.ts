/** A made-up social site on loopback: three posts of one made-up account, each painting its row codes beside the text. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BAND_HEIGHT, rowCodeStrip, STRIP_WIDTH } from './row-codes.ts';

export interface SamplePost {
  readonly path: string;
  readonly title: string;
  readonly kind: string;
  readonly body: readonly string[];
  readonly comments: number;
  /** First code; the page paints one for each band of its height. */
  readonly firstCode: number;
  readonly bands: number;
}

export const SAMPLE_POSTS: readonly SamplePost[] = [
  {
    path: '/rahmat.contoh/posts/101',
    title: 'Mari menangkan Paslon Contoh 01',
    kind: 'Unggahan',
    body: [
      'Mari kita menangkan Paslon Contoh 01 pada 27 November. Satu suara menentukan masa depan kota kita.',
      '#ContohMenang #Paslon01',
    ],
    comments: 12,
    firstCode: 0x1000,
    bands: 60,
  },
  {
    path: '/rahmat.contoh/posts/102',
    title: 'Foto bersama tim',
    kind: 'Foto bersama',
    body: ['Bersama tim pemenangan di posko. Semangat terus!'],
    comments: 6,
    firstCode: 0x2000,
    bands: 48,
  },
  {
    path: '/rahmat.contoh/posts/103',
    title: 'Membagikan jadwal kampanye',
    kind: 'Bagikan',
    body: ['Teman-teman, ini jadwal kampanye pekan depan. Ajak keluarga dan tetangga.'],
    comments: 28,
    firstCode: 0x3000,
    bands: 96,
  },
];

export interface SampleSite {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the site on a free port of 127.0.0.1. */
export async function startSampleSite(): Promise<SampleSite> {
  const server = createServer((request, response) => {
    const post = SAMPLE_POSTS.find((one) => one.path === request.url);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Set-Cookie', 'sesi=rahasia-contoh; HttpOnly');
    if (!post) {
      response.statusCode = 404;
      response.end('<!doctype html><title>Konten tidak tersedia</title><p>Konten ini tidak tersedia.');
      return;
    }
    response.end(pageOf(post));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function pageOf(post: SamplePost): string {
  const codes = Array.from({ length: post.bands }, (_, band) => post.firstCode + band);
  const comments = Array.from(
    { length: post.comments },
    (_, index) => `<li><b>warga.contoh${index + 1}</b> Komentar nomor ${index + 1} untuk unggahan ini.</li>`,
  ).join('');
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${post.title} – Lini Warga</title><style>
    body { margin: 0; font: 16px/1.5 "DejaVu Sans", Arial, sans-serif; background: #eef1f4; color: #1c1f23; }
    .page { display: flex; height: ${post.bands * BAND_HEIGHT}px; overflow: hidden; }
    .codes { flex: 0 0 ${STRIP_WIDTH + 12}px; padding: 0 6px; background: #fff; }
    article { flex: 1; max-width: 620px; margin: 24px; padding: 24px; background: #fff; border-radius: 12px; align-self: flex-start; }
    header { display: flex; gap: 12px; align-items: center; }
    .face { width: 44px; height: 44px; border-radius: 50%; background: linear-gradient(135deg, #2f6f6f, #9fc2a8); }
    .meta { color: #667; font-size: 14px; } h1 { font-size: 20px; margin: 16px 0 8px; }
    .picture { height: 220px; border-radius: 8px; margin: 12px 0; background: linear-gradient(160deg, #d9a441, #b5523b 60%, #3b4a6b); }
    ul { list-style: none; padding: 0; } li { padding: 8px 0; border-top: 1px solid #e4e7eb; }
  </style></head><body><div class="page"><div class="codes">${rowCodeStrip(codes)}</div><article>
    <header><div class="face"></div><div><b>Rahmat Contoh</b><div class="meta">@rahmat.contoh · ${post.kind} · 3 jam</div></div></header>
    <h1>${post.title}</h1>${post.body.map((text) => `<p>${text}</p>`).join('')}<div class="picture"></div>
    <p class="meta">128 suka · ${post.comments} komentar</p><ul>${comments}</ul>
  </article></div></body></html>`;
}
