/** Outside tools that look at a finished file; each says whether it is there. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export function hasTool(name: string): boolean {
  return spawnSync(name, ['--version']).error === undefined;
}

/** Standard output and error of a tool, and how it ended. */
export function runTool(
  name: string,
  args: readonly string[],
): { readonly text: string; readonly status: number | null } {
  const { stdout, stderr, status } = spawnSync(name, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return { text: `${stdout}${stderr}`, status };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that is gone after the test file. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'netra-report-'));
  folders.push(folder);
  return folder;
}

export function writeTemporary(name: string, bytes: Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** The files that pdfdetach takes out of a PDF, by name. */
export function detachAll(pdf: string): Map<string, Buffer> {
  const folder = temporaryFolder();
  const { status, text } = runTool('pdfdetach', ['-enc', 'UTF-8', '-saveall', '-o', folder, pdf]);
  if (status !== 0) throw new Error(text);
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

const JARS = [
  'preflight',
  'pdfbox2',
  'xmpbox',
  'fontbox2',
  'commons-logging',
  'jaxb-api',
  'jaxb-runtime',
  'jaxb-core',
  'istack-commons-runtime',
  'javax.activation',
];
const jarPath = (name: string): string => join('/usr/share/java', `${name}.jar`);

export function hasPreflight(): boolean {
  return hasTool('java') && JARS.every((name) => existsSync(jarPath(name)));
}

/** What A-3 allows and PDF/A-1b does not: embedded files (1.2.9, 1.4.7), no CIDSet (3.1.11), another part in the XMP (7.11.2). */
export const ALLOWED_IN_A3: ReadonlySet<string> = new Set(['1.2.9', '1.4.7', '3.1.11', '7.11.2']);

/** Error codes of PDFBox Preflight for several files in one run, in their order; an empty set is a valid PDF/A-1b. */
export function preflightCodesOf(pdfs: readonly string[]): Set<string>[] {
  const list = writeTemporary('daftar.txt', Buffer.from(`${pdfs.join('\n')}\n`));
  const arguments_ = ['-cp', JARS.map(jarPath).join(':'), 'org.apache.pdfbox.preflight.Validator_A1b'];
  const { text } = runTool('java', [...arguments_, 'xml', 'group', list]);
  const report = readFileSync(`${list}.preflight.xml`, 'utf8');
  const files = report.split('<preflight ').slice(1);
  if (files.length !== pdfs.length) throw new Error(`Preflight looked at ${files.length} of ${pdfs.length}: ${text}`);
  return files.map((file) => {
    const codes = new Set([...file.matchAll(/<code>([\d.]+)<\/code>/g)].map(([, code]) => code ?? ''));
    if (codes.size === 0 && !file.includes('>true</isValid>')) throw new Error(`Preflight found no code: ${file}`);
    return codes;
  });
}

/** Error codes of PDFBox Preflight, which knows PDF/A-1b only. */
export function preflightCodes(pdf: string): Set<string> {
  const { text } = runTool('java', [
    '-cp',
    JARS.map(jarPath).join(':'),
    'org.apache.pdfbox.preflight.Validator_A1b',
    pdf,
  ]);
  return new Set([...text.matchAll(/^(\d+(?:\.\d+)+) :/gm)].map(([, code]) => code ?? ''));
}
