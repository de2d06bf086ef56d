/** Serves the built preview under app:// with the app's own policy, so that the screens are looked at under their real rules. */
/* global Response */
const { app, BrowserWindow, protocol } = require('electron');
const { readFile } = require('node:fs/promises');
const { randomBytes } = require('node:crypto');
const path = require('node:path');

const root = process.env.NETRA_PREVIEW_ROOT;
const sample = process.env.NETRA_PREVIEW_PDF;
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
};
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  { scheme: 'evidence', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);

function policy(nonce) {
  return `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: evidence:; media-src evidence:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

async function page(request) {
  const url = new URL(request.url);
  if (url.pathname.startsWith('/documents/'))
    return new Response(await readFile(sample), { headers: { 'content-type': 'application/pdf' } });
  const file = path.join(root, url.pathname.endsWith('.html') ? 'index.html' : url.pathname);
  const nonce = randomBytes(16).toString('base64');
  let body = await readFile(file);
  if (file.endsWith('.html'))
    body = String(body)
      .replaceAll(' crossorigin', '')
      .replace('name="netra-style-nonce" content=""', `name="netra-style-nonce" content="${nonce}"`);
  return new Response(body, {
    headers: {
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'content-security-policy': policy(nonce),
    },
  });
}

const SIZES = [
  [1280, 800],
  [900, 1400],
  [1280, 3200],
  [1600, 900],
  [720, 1280],
  [1200, 1200],
];
const HUES = [204, 28, 162, 340, 48, 262];

/** A made-up post as a picture. */
function picture(request) {
  const index = Number.parseInt(new URL(request.url).hostname.slice(-6), 16) || 0;
  const [width, height] = SIZES[index % SIZES.length];
  const hue = HUES[index % HUES.length];
  const lines = Array.from(
    { length: Math.floor(height / 60) },
    (_, line) =>
      `<rect x="60" y="${height * 0.55 + line * 42}" width="${(width - 120) * (0.55 + ((line * 37 + index * 11) % 45) / 100)}" height="16" rx="4" fill="#c9c5be"/>`,
  ).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/><circle cx="100" cy="84" r="36" fill="hsl(${hue} 40% 55%)"/><rect x="156" y="58" width="260" height="20" rx="4" fill="#56524b"/><rect x="156" y="92" width="160" height="14" rx="4" fill="#b9b4ab"/><rect x="60" y="150" width="${width - 120}" height="${height * 0.36}" fill="hsl(${hue} 46% 72%)"/><circle cx="${width * 0.4}" cy="${150 + height * 0.18}" r="${height * 0.1}" fill="hsl(${(hue + 40) % 360} 50% 58%)"/><rect x="${width * 0.5}" y="${150 + height * 0.1}" width="${width * 0.25}" height="${height * 0.2}" fill="hsl(${(hue + 190) % 360} 36% 60%)"/>${lines}</svg>`;
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
}

app.whenReady().then(() => {
  protocol.handle('app', page);
  protocol.handle('evidence', picture);
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    useContentSize: true,
    show: true,
    frame: false,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  return window.loadURL('app://netra/index.html');
});
