import { createHash } from 'node:crypto';
import { PDF } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPdf } from '../../../electron/workers/pdf-reader/file/view.ts';
import { isReference, nameOf, textOf } from '../../../electron/workers/pdf-reader/syntax/values.ts';
import { findSignatureFields } from '../../../electron/workers/pdf-reader/verify/signature-fields.ts';
import { signPdfStream } from '../../../electron/workers/report/signature/pdf-signer.ts';
import {
  ATTACHMENTS,
  makeBase,
  makeSeal,
  memoryPorts,
  memorySource,
  REQUEST,
  signFurther,
  signSample,
  verifyBytes,
} from '../../support/signature/sample-report.ts';
import { createWorkspace, hasTool, runTool, type Workspace } from '../../support/signature/tools.ts';

const seal = makeSeal();

async function collect(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
}

/** One page and one stream, as the layout writes originals: as they are, the length before or behind them. */
function handmadeBase(stream: Buffer, indirect: boolean): Buffer {
  const objects: (string | Buffer)[] = [
    '<<\n/Type /Catalog\n/Pages 2 0 R\n/Extra 4 0 R\n>>',
    '<<\n/Type /Pages\n/Count 1\n/Kids [3 0 R]\n>>',
    '<<\n/Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 300 300]\n>>',
    Buffer.concat([
      Buffer.from(`<<\n/Length ${indirect ? '5 0 R' : stream.length}\n>>\nstream\n`),
      stream,
      Buffer.from('\nendstream'),
    ]),
    String(stream.length),
  ];
  let file = Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1');
  let table = 'xref\n0 6\n0000000000 65535 f \n';
  for (const [index, body] of objects.entries()) {
    table += `${String(file.length).padStart(10, '0')} 00000 n \n`;
    file = Buffer.concat([file, Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]);
  }
  const trailer = `trailer\n<<\n/Size 6\n/Root 1 0 R\n>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(table + trailer)]);
}

/** The signed range and the CMS of each signature, read with regular expressions only. */
function signaturesOf(bytes: Buffer): { readonly cms: Buffer; readonly signed: Buffer }[] {
  const text = bytes.toString('latin1');
  return [...text.matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\s*\]/g)].map(([, first, second, length]) => {
    const [holeStart, holeEnd, rest] = [Number(first), Number(second), Number(length)];
    const cms = Buffer.from(text.slice(holeStart + 1, holeEnd - 1).replace(/(00)+$/, ''), 'hex');
    return { cms, signed: Buffer.concat([bytes.subarray(0, holeStart), bytes.subarray(holeEnd, holeEnd + rest)]) };
  });
}

describe('a signed report', () => {
  it('is the base file, unchanged, with one revision behind it', async () => {
    const base = await collect(makeBase());
    const { ports, result } = memoryPorts(seal.signer);
    const signed = await signPdfStream(inPieces(base, 1000), REQUEST, ports);
    const bytes = result();
    expect(bytes.subarray(0, base.length).equals(base)).toBe(true);
    expect(signed).toEqual({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    const [signature] = signaturesOf(bytes);
    expect(signature?.signed.length).toBe(bytes.length - 2 - 2 * 32 * 1024);
  });

  it('does not depend on how the base file is cut into chunks', async () => {
    const base = await collect(makeBase());
    const files: string[] = [];
    for (const length of [1, 7, 4096, base.length]) {
      const { ports, result } = memoryPorts(seal.signer);
      await signPdfStream(inPieces(base, length), REQUEST, ports);
      files.push(
        result()
          .toString('latin1')
          .replace(/\/Contents <[0-9a-f]*>/, ''),
      );
    }
    expect(new Set(files).size).toBe(1);
  });

  it('says who, when, why and what may follow', async () => {
    const view = (await openPdf(memorySource(await signSample(seal.signer)))).views.at(-1);
    const [field] = view === undefined ? [] : await findSignatureFields(view);
    const signature = field?.signature;
    expect(textOf(signature?.get('M'))).toBe("D:20261122030405+00'00'");
    expect(textOf(signature?.get('Reason'))).toBe(REQUEST.reason);
    expect(textOf(signature?.get('Name'))).toBe('Segel Uji');
    expect(nameOf(signature?.get('SubFilter'))).toBe('ETSI.CAdES.detached');
    const catalog = await view?.dictionary(view.trailer.get('Root'));
    const permissions = await view?.dictionary(catalog?.get('Perms'));
    expect(permissions?.get('DocMDP')).toEqual(field?.dictionary.get('V'));
  });

  it('keeps the fields for later signatures, visible ones with an appearance, all with words for a screen reader', async () => {
    const view = (await openPdf(memorySource(await signSample(seal.signer)))).views.at(-1);
    const fields = view === undefined ? [] : await findSignatureFields(view);
    expect(fields.map(({ name }) => name)).toEqual(['Petugas', 'Kepala', 'ArsipTS1']);
    expect(fields.map(({ dictionary }) => dictionary.has('V'))).toEqual([true, false, false]);
    expect(fields.map(({ dictionary }) => dictionary.has('AP'))).toEqual([true, true, false]);
    expect(fields.map(({ dictionary }) => textOf(dictionary.get('TU')))).not.toContain(undefined);
    expect(fields.map(({ dictionary }) => dictionary.get('StructParent'))).toEqual([3, 4, 5]);
  });

  it('tags every widget as a form element that its parent tree finds', async () => {
    const view = (await openPdf(memorySource(await signSample(seal.signer)))).views.at(-1);
    const catalog = await view?.dictionary(view.trailer.get('Root'));
    const root = await view?.dictionary(catalog?.get('StructTreeRoot'));
    const tree = await view?.dictionary(root?.get('ParentTree'));
    const numbers = tree?.get('Nums');
    const element = await view?.dictionary(Array.isArray(numbers) ? numbers.at(-1) : undefined);
    expect(nameOf(element?.get('S'))).toBe('Form');
    const kids =
      (await view?.dictionary((await view.dictionary(element?.get('P')))?.get('K'))) ??
      (await view?.dictionary(element?.get('P')))?.get('K');
    expect(Array.isArray(kids) && kids.filter(isReference)).toHaveLength(6);
    expect(root?.get('ParentTreeNextKey')).toBe(6);
  });

  it('is signed without tags too', async () => {
    const bytes = await signSample(seal.signer, {}, makeBase({ tagged: false }));
    expect(bytes.toString('latin1')).not.toContain('/StructParent ');
  });

  it('survives words of PDF syntax in its text and attachments', async () => {
    const base = makeBase({ text: 'endobj stream 4 0 obj << /Type /Page >> trailer' });
    await expect(signSample(seal.signer, {}, base)).resolves.toBeInstanceOf(Buffer);
  });

  it('is not led astray by a PDF inside an attachment, whether its length stands before or behind it', async () => {
    const inner = await signSample(seal.signer);
    const cut = inner.subarray(0, 20_000);
    for (const attachment of [inner, cut, Buffer.concat([cut, inner]), Buffer.alloc(0)]) {
      for (const indirect of [false, true]) {
        const base = handmadeBase(attachment, indirect);
        for (const length of [7, 5000]) {
          const { ports, result } = memoryPorts(seal.signer);
          await signPdfStream(
            inPieces(base, length),
            { ...REQUEST, place: { page: 1, rectangle: [0, 0, 200, 90] }, reservedFields: [] },
            ports,
          );
          await expect(verifyBytes(result(), [seal.pem])).resolves.toMatchObject({ verdict: 'valid' });
        }
      }
    }
  });

  it('may be invisible', async () => {
    const bytes = await signSample(seal.signer, { place: { page: 1, rectangle: [0, 0, 0, 0] } });
    const view = (await openPdf(memorySource(bytes))).views.at(-1);
    const [field] = view === undefined ? [] : await findSignatureFields(view);
    expect(field?.dictionary.has('AP')).toBe(false);
    await expect(verifyBytes(bytes, [seal.pem])).resolves.toMatchObject({ verdict: 'valid' });
  });

  it('refuses a signature that does not fit, a page that is not there, a text that does not fit', async () => {
    await expect(signSample(seal.signer, { reservedBytes: 500 })).rejects.toThrow('SIGNATURE_TOO_LARGE');
    await expect(signSample(seal.signer, { place: { page: 9, rectangle: [0, 0, 200, 80] } })).rejects.toThrow('page 9');
    const lines = [{ text: 'panjang '.repeat(200), weight: 'regular', size: 9 }] as const;
    await expect(signSample(seal.signer, { lines })).rejects.toThrow('does not fit');
  });

  it('refuses a base file that does not end as a whole one does', async () => {
    const base = await collect(makeBase());
    const { ports } = memoryPorts(seal.signer);
    await expect(signPdfStream(inPieces(base.subarray(0, -40), 4096), REQUEST, ports)).rejects.toThrow('does not end');
    await expect(signPdfStream(inPieces(Buffer.concat([base, base]), 4096), REQUEST, ports)).rejects.toThrow();
  });

  it('gives a kept field to one further signature only', async () => {
    const twice = await signFurther(await signSample(seal.signer), makeSeal('Kepala Uji').signer);
    expect(signaturesOf(twice)).toHaveLength(2);
    await expect(signFurther(twice, seal.signer)).rejects.toThrow('SIGNATURE_FIELD_NONE');
    await expect(signFurther(twice, seal.signer, 'Lain')).rejects.toThrow('SIGNATURE_FIELD_NONE');
    const thrice = await signFurther(twice, seal.signer, 'ArsipTS1');
    expect(signaturesOf(thrice)).toHaveLength(3);
  });

  it('is read by a second PDF library', async () => {
    const bytes = await signFurther(await signSample(seal.signer), makeSeal('Kepala Uji').signer);
    const document = await PDF.load(Uint8Array.from(bytes));
    expect(document.getPageCount()).toBe(3);
    const form = document.getForm();
    expect(form?.getFields().map((field) => field.name)).toEqual(['Petugas', 'Kepala', 'ArsipTS1']);
  });
});

describe('a signed report before other programs', () => {
  let workspace: Workspace;
  let file: string;
  let twice: string;
  beforeAll(async () => {
    workspace = createWorkspace();
    const bytes = await signSample(seal.signer);
    file = workspace.put('laporan.pdf', bytes);
    twice = workspace.put('dua.pdf', await signFurther(bytes, makeSeal('Kepala Uji').signer));
  });
  afterAll(() => workspace.remove());

  it.skipIf(!hasTool('qpdf'))('passes qpdf --check', () => {
    for (const name of [file, twice]) expect(runTool('qpdf', ['--check', name])).toMatchObject({ code: 0 });
  });

  it.skipIf(!hasTool('pdfsig'))('is valid for pdfsig, whole and after a further signature', () => {
    const once = runTool('pdfsig', ['-nocert', file]).output;
    expect(once).toContain('Signature is Valid.');
    expect(once).toContain('Total document signed');
    expect(once).toContain('ETSI.CAdES.detached');
    expect(runTool('pdfsig', ['-nocert', twice]).output.match(/Signature is Valid\./g)).toHaveLength(2);
  });

  it.skipIf(!hasTool('mutool'))('is unchanged for mutool', () => {
    expect(runTool('mutool', ['sign', '-v', file]).output).toContain('The document is unchanged since signing.');
  });

  it.skipIf(!hasTool('pdffonts'))('has every font embedded', () => {
    const lines = runTool('pdffonts', [twice]).output.trim().split('\n').slice(2);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toMatch(/ yes yes yes +\d+ +0$/);
  });

  it.skipIf(!hasTool('pdfdetach'))('still holds its attachments, byte for byte', () => {
    for (const [index, { bytes }] of ATTACHMENTS.entries()) {
      const target = workspace.file(`lampiran-${index}`);
      expect(runTool('pdfdetach', ['-save', String(index + 1), '-o', target, twice]).code).toBe(0);
      expect(runTool('sha256sum', [target]).output).toContain(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it.skipIf(!hasTool('openssl'))('carries a CMS that openssl verifies over the signed range', async () => {
    for (const hash of ['sha256', 'sha384', 'sha512'] as const) {
      const [signature] = signaturesOf(await signSample(seal.signer, { hash }));
      const cms = workspace.put('cms', signature?.cms ?? '');
      const data = workspace.put('data', signature?.signed ?? '');
      const anchor = workspace.put('segel.pem', seal.pem);
      const args = [
        '-binary',
        '-inform',
        'DER',
        '-in',
        cms,
        '-content',
        data,
        '-CAfile',
        anchor,
        '-out',
        workspace.file('out'),
      ];
      expect(runTool('openssl', ['cms', '-verify', '-cades', ...args])).toMatchObject({ code: 0 });
    }
  });
});
