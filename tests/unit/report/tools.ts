/** Outside tools that look at a finished file; each says whether it is there. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

export function writeTemporary(name: string, bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'netra-report-')), name);
  writeFileSync(path, bytes);
  return path;
}

/** The files that pdfdetach takes out of a PDF, by name. */
export function detachAll(pdf: string): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'netra-detach-'));
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
