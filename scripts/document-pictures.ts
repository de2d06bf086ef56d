/**
 * Draws every kind of document from invented data and keeps a small picture of its first page for the docs.
 * Usage: node scripts/document-pictures.ts [folder] [--whole]; `--whole` keeps the PDF and every page at 100 dpi instead.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DOCUMENT_KIND_NAMES } from '#shared/domain/issuing/document-kinds.ts';
import { sampleJob } from '../tests/support/documents/samples.ts';
import { runWorkerProcess } from '../tests/unit/report/worker-process.ts';

const DOTS_PER_INCH = 60;
const repository = path.resolve(import.meta.dirname, '..');
const whole = process.argv.includes('--whole');
const folder = process.argv.slice(2).find((one) => !one.startsWith('--')) ?? path.join(repository, 'docs/documents');
mkdirSync(folder, { recursive: true });
const work = mkdtempSync(path.join(tmpdir(), 'netra-documents-'));
for (const kind of DOCUMENT_KIND_NAMES) {
  const paper = whole && process.argv.includes('--f4') ? 'F4' : 'A4';
  const { job, inputs } = sampleJob(kind, { paper });
  const { outputs } = await runWorkerProcess('report', job, inputs);
  const pdf = path.join(whole ? folder : work, `${kind}.pdf`);
  writeFileSync(pdf, outputs.get('pdf') ?? '');
  const pages = whole ? ['-r', '100'] : ['-r', String(DOTS_PER_INCH), '-f', '1', '-l', '1', '-singlefile'];
  execFileSync('pdftoppm', ['-png', ...pages, pdf, path.join(folder, kind)]);
  process.stdout.write(`${kind}\n`);
}
rmSync(work, { recursive: true });
