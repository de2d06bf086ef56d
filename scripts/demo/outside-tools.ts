/** What other people's tools say of the report: qpdf and poppler. Where one is not installed, that is said. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

type ExportOriginal = (evidence: string, kind: string, file: string) => Promise<void>;

/** Throws what a tool finds; answers with the names of the tools that ran. */
export async function checkWithOutsideTools(
  report: string,
  folder: string,
  exportOriginal: ExportOriginal,
): Promise<string> {
  const said: string[] = [];
  if (has('qpdf')) {
    execFileSync('qpdf', ['--check', report]);
    said.push('qpdf --check');
  }
  if (has('pdfsig')) {
    const text = run('pdfsig', ['-nocert', report]);
    if (!text.includes('Signature is Valid') || !text.includes('Total document signed'))
      throw new Error(`pdfsig: ${text}`);
    said.push('pdfsig');
  }
  if (has('pdffonts')) {
    const fonts = run('pdffonts', [report])
      .split('\n')
      .slice(2)
      .filter((line) => line !== '');
    if (fonts.length === 0 || fonts.some((line) => !/ yes (yes|no) +(yes|no) +\d/.test(line)))
      throw new Error(`pdffonts: ${fonts.join('\n')}`);
    said.push(`pdffonts (${fonts.length} tertanam)`);
  }
  if (has('pdfdetach'))
    said.push(`pdfdetach (${await compareAttachments(report, folder, exportOriginal)} berkas sama)`);
  const missing = ['qpdf', 'pdfsig', 'pdffonts', 'pdfdetach', 'pdftoppm'].filter((tool) => !has(tool));
  return said.concat(missing.map((tool) => `${tool} tidak terpasang`)).join(', ');
}

async function compareAttachments(report: string, folder: string, exportOriginal: ExportOriginal): Promise<number> {
  const out = path.join(folder, 'attachments');
  mkdirSync(out);
  run('pdfdetach', ['-saveall', '-o', out, report]);
  const names = readdirSync(out);
  if (names.length === 0) throw new Error('the report has no attachments');
  for (const name of names) {
    const [, evidence, kind] = /^(B-\d+)-(.+)\.[a-z]+$/.exec(name) ?? [];
    if (evidence === undefined || kind === undefined) throw new Error(`unexpected attachment ${name}`);
    const original = path.join(folder, `original-${name}`);
    await exportOriginal(evidence, kind, original);
    if (!readFileSync(original).equals(readFileSync(path.join(out, name))))
      throw new Error(`attachment ${name} differs from the evidence`);
  }
  return names.length;
}

/** Every page as a PNG, rendered by poppler at 200 dots an inch; null where poppler is not installed. */
export async function renderPages(report: string, folder: string): Promise<Uint8Array[] | null> {
  if (!has('pdftoppm')) return null;
  const out = path.join(folder, 'pages');
  mkdirSync(out);
  run('pdftoppm', ['-r', '200', '-png', report, path.join(out, 'page')]);
  return await Promise.resolve(
    readdirSync(out)
      .sort()
      .map((name) => readFileSync(path.join(out, name))),
  );
}

function run(tool: string, words: readonly string[]): string {
  return execFileSync(tool, words, { encoding: 'utf8', maxBuffer: 50_000_000 });
}

function has(tool: string): boolean {
  try {
    execFileSync(process.platform === 'win32' ? 'where' : 'which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
