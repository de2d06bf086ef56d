/** Servers that are slow, that stop in the middle, that refuse, that lead on; and ways of arriving that are no plain load. */
import { codes, type HardPage, shell, strip } from '../page.ts';

const HTML = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
const plain = (title: string, first: number, count: number): string => shell(title, strip(first, count));

const status = (code: number, outcome: 'gone' | 'failed', kind?: string): HardPage => ({
  name: `status-${code}`,
  family: 'answers',
  ...(code === 410 && { everyday: true as const }),
  status: code,
  html: () => plain(`Jawaban ${code}`, 0, 60),
  expected: { rows: codes(0, 60), outcome, ...(kind !== undefined && { kind }) },
});

export const ANSWERS: readonly HardPage[] = [
  {
    name: 'slow',
    family: 'answers',
    respond: (_request, response) =>
      void setTimeout(() => response.writeHead(200, HTML).end(plain('Lambat', 0, 100)), 1_200),
    expected: { rows: codes(0, 100), level: 'green' },
  },
  {
    name: 'stalled-body',
    family: 'answers',
    stalls: true,
    respond: (_request, response) => {
      response.writeHead(200, HTML);
      response.write(plain('Terhenti', 0, 100).replace('</body></html>', ''));
    },
    expected: { rows: codes(0, 100), warnings: ['still-loading'] },
  },
  {
    name: 'stalled-image',
    family: 'answers',
    stalls: true,
    html: () => shell('Gambar terhenti', strip(0, 100), { side: '<img src="/stalled.png" width="50" height="50">' }),
    expected: { rows: codes(0, 100), images: [0, 1], warnings: ['images-missing'], level: 'red' },
  },
  status(404, 'gone', 'not-found'),
  status(410, 'gone', 'not-found'),
  status(500, 'failed'),
  {
    name: 'redirect-chain',
    family: 'answers',
    everyday: true,
    respond: (request, response, site) => {
      const hop = Number(new URL(request.url ?? '/', site.http).searchParams.get('hop') ?? '0');
      if (hop >= 5) response.writeHead(200, HTML).end(plain('Akhir pengalihan', 0, 100));
      else {
        const origin = hop % 2 === 0 ? site.otherPort : site.http;
        response
          .writeHead([301, 302, 303, 307, 308][hop] ?? 302, { Location: `${origin}/p/redirect-chain?hop=${hop + 1}` })
          .end();
      }
    },
    expected: { rows: codes(0, 100), redirects: 5, title: 'Akhir pengalihan' },
  },
  {
    name: 'tls',
    family: 'answers',
    everyday: true,
    over: 'https',
    html: () => plain('TLS', 0, 400),
    expected: { rows: codes(0, 400), warnings: ['certificate-not-trusted', 'unknown-root'] },
  },
  {
    name: 'service-worker',
    family: 'answers',
    html: () =>
      shell('Pekerja layanan', strip(0, 20), {
        side: '<script>window.there = navigator.serviceWorker.register("/sw.js").then(() => navigator.serviceWorker.ready).then(() => true)</script>',
      }),
    ready: 'there.then(() => { location.href = "/p/from-worker"; return true; })',
    expected: { rows: codes(0, 200), title: 'Dari pekerja', warnings: ['from-service-worker'] },
  },
  {
    name: 'history-api',
    family: 'answers',
    html: () => plain('Asal', 0, 60),
    ready: `fetch('/strip?first=500&count=300').then((answer) => answer.text()).then((rows) => { history.pushState({}, '', '/p/history-next'); document.title = 'Tujuan'; document.querySelector('.rows').innerHTML = rows; return true; })`,
    expected: { rows: codes(500, 300), title: 'Tujuan', warnings: ['address-reached-in-page'] },
  },
  {
    name: 'alert-loop',
    family: 'answers',
    everyday: true,
    html: () =>
      shell('Kotak dialog', strip(0, 300), { side: '<script>setInterval(() => alert("Perhatian"), 200)</script>' }),
    expected: { rows: codes(0, 300), warnings: ['dialog-dismissed'] },
  },
  {
    // More than the browser holds for us: it gives up the oldest bodies first.
    name: 'heavy',
    family: 'answers',
    html: () =>
      shell('Berat', strip(0, 60), {
        side: `<script>window.loaded = Promise.all([1, 2, 3, 4, 5, 6].map((n) => fetch('/bulk?size=14000000&n=' + n).then((answer) => answer.arrayBuffer())))</script>`,
      }),
    ready: 'loaded.then(() => true)',
    expected: { rows: codes(0, 60), evicted: true },
  },
  {
    name: 'huge-dom',
    family: 'answers',
    html: () =>
      shell('DOM besar', strip(0, 700), {
        side: codes(0, 40_000)
          .map((n) => `<b>${n % 10}</b> `)
          .join(''),
      }),
    expected: { rows: codes(0, 700), level: 'green' },
  },
  {
    name: 'endless-line',
    family: 'answers',
    html: () => shell('Baris tanpa akhir', strip(0, 300), { side: '1234567890'.repeat(4_000) }),
    expected: { rows: codes(0, 300), warnings: ['page-cut-off'], level: 'red' },
  },
];
