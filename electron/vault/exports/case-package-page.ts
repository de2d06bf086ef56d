/** BACA-SAYA.html: the instructions as one page that any browser opens and prints; nothing in it runs or is fetched. */
import { instructions, packageFacts, type PackageWords, type TextPart } from './case-package-texts.ts';

const STYLE =
  'body{font:16px/1.5 "Segoe UI",system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c2b2a}' +
  'h1{font-size:1.4rem}h2{font-size:1.1rem;margin:1.6rem 0 .3rem}p{margin:.3rem 0}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .6rem .25rem 0;overflow-wrap:anywhere}' +
  'th{font-weight:600;white-space:nowrap}pre{background:#eef3f2;border:1px solid #c9d6d4;padding:.6rem;white-space:pre-wrap;overflow-wrap:anywhere}';

/** The whole page. */
export function readMePage(words: PackageWords): string {
  const title = words.kind === 'lengkap' ? 'Paket kasus – RAHASIA' : 'Paket kasus disamarkan – RAHASIA';
  const rows = packageFacts(words).map(
    ([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return htmlPage(title, STYLE, [`<table>${rows.join('')}</table>`, ...instructions(words).map(section)]);
}

/** A page without scripts, and forbidden to have any. */
export function htmlPage(title: string, style: string, body: readonly string[]): string {
  return [
    '<!doctype html>',
    '<html lang="id"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title><style>${style}</style></head>`,
    `<body><h1>${escapeHtml(title)}</h1>`,
    ...body,
    '</body></html>',
    '',
  ].join('\n');
}

/** Text that stands for itself in a page. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function section({ title, lines, commands = [] }: TextPart): string {
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`);
  const listings = commands.map(({ what, command }) => `<p>${escapeHtml(what)}</p><pre>${escapeHtml(command)}</pre>`);
  return [`<h2>${escapeHtml(title)}</h2>`, ...paragraphs, ...listings].join('\n');
}
