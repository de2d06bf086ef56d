/** The code on paper holds the log's head: its modules are read back from the rendered page. */
import { create } from 'qrcode';
import { describe, expect, it, vi } from 'vitest';
import { readFileSync } from 'node:fs';
import { sampleReport } from './sample-report.ts';
import { hasTool, runTool, writeTemporary } from './tools.ts';
import { runWorkerProcess } from './worker-process.ts';

// Child processes and outside tools on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DOTS_PER_INCH = 288;
const QUIET = 2;

describe('code of the custody head', () => {
  it.skipIf(!hasTool('pdftoppm'))('is printed module for module', async () => {
    const { model, inputs } = sampleReport();
    const run = await runWorkerProcess('report', { model, largestAttachmentBytes: 0, signature: null }, inputs);
    const pdf = run.outputs.get('pdf') ?? Buffer.alloc(0);
    const path = writeTemporary('kode.pdf', pdf);
    const [left = Number.NaN, , , top = Number.NaN] = boxOfCode(pdf);
    const page = pageOfCode(path);
    runTool('pdftoppm', [
      '-r',
      String(DOTS_PER_INCH),
      '-f',
      String(page),
      '-l',
      String(page),
      '-singlefile',
      '-gray',
      path,
      path,
    ]);
    const image = readGrey(`${path}.pgm`);
    const { modules } = create(model.custodyHead.qrText, { errorCorrectionLevel: 'M' });
    const scale = DOTS_PER_INCH / 72;
    const unit = (86 / (modules.size + 2 * QUIET)) * scale;
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        const x = Math.round(left * scale + (QUIET + column + 0.5) * unit);
        const y = Math.round(image.height - top * scale + (QUIET + row + 0.5) * unit);
        expect((image.pixels[y * image.width + x] ?? 0) < 128, `module ${row},${column}`).toBe(
          modules.get(row, column) === 1,
        );
      }
    }
  });
});

function boxOfCode(pdf: Buffer): number[] {
  // The words of the figure are a UTF-16 or plain string; the box follows in the same element.
  const elements =
    pdf.toString('latin1').match(/<<\n\/S \/Figure\n[\s\S]*?\n>>\n>>|<<\n\/S \/Figure\n[\s\S]*?endobj/g) ?? [];
  const code = elements.find((element) => element.includes('Kode QR'));
  return (/\/BBox \[([^\]]+)\]/.exec(code ?? '')?.[1] ?? '').split(' ').map(Number);
}

function pageOfCode(path: string): number {
  const pages = runTool('pdftotext', [path, '-']).text.split('\f');
  return pages.findIndex((text) => text.includes('Kepala log pada saat dokumen ini dibuat')) + 1;
}

function readGrey(path: string): { width: number; height: number; pixels: Buffer } {
  const bytes = readFileSync(path);
  const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.toString('latin1', 0, 60));
  return { width: Number(head?.[1]), height: Number(head?.[2]), pixels: bytes.subarray(head?.[0].length ?? 0) };
}
