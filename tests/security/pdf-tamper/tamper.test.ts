/** What an attacker can do to an issued report, and the verdict on each. The table of the PDF research, section 4. */
import { randomInt } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import type { VerdictReason } from '#shared/domain/signature/verdict.ts';
import { makeBase, makeSeal, signFurther, signSample, verifyBytes } from '../../support/signature/sample-report.ts';
import { appendPackedUpdate, appendUpdate, numberOf, numbersOf, sourceOf } from '../../support/signature/raw-update.ts';
import { createRandom } from '../../support/signature/seeded-random.ts';

const seal = makeSeal();
const head = makeSeal('Kepala Uji');
const anchors = [seal.pem, head.pem];
let once: Buffer;
let twice: Buffer;

beforeAll(async () => {
  once = await signSample(seal.signer);
  twice = await signFurther(once, head.signer);
});

async function reasonsOf(bytes: Buffer): Promise<readonly VerdictReason[]> {
  const { verdict, reasons } = await verifyBytes(bytes, anchors);
  expect(verdict).toBe('invalid');
  return reasons;
}

function edit(bytes: Buffer, from: string, to: string): Buffer {
  const at = bytes.indexOf(from, 0, 'latin1');
  if (at < 0 || from.length !== to.length) throw new Error(`cannot edit ${from}`);
  const copy = Buffer.from(bytes);
  copy.write(to, at, 'latin1');
  return copy;
}

describe('changed bytes', () => {
  it('both untouched files are valid', async () => {
    for (const bytes of [once, twice])
      await expect(verifyBytes(bytes, anchors)).resolves.toMatchObject({ verdict: 'valid' });
  });

  it('200 seeded flips over the signed ranges are all invalid', async () => {
    const seed = Number(process.env['NETRA_SEED'] ?? randomInt(2 ** 31));
    const random = createRandom(seed);
    const hole = { start: once.indexOf('/Contents <') + 10, end: once.indexOf('>', once.indexOf('/Contents <')) + 1 };
    for (let count = 0; count < 200; count++) {
      const draw = Math.floor(random() * (once.length - (hole.end - hole.start)));
      const at = draw < hole.start ? draw : draw + hole.end - hole.start;
      const changed = Buffer.from(once);
      changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      const { verdict } = await verifyBytes(changed, anchors);
      expect({ seed, at, verdict }).toEqual({ seed, at, verdict: 'invalid' });
    }
  });

  it('a changed certificate, attribute or signature value inside the CMS is never valid', async () => {
    const start = once.indexOf('/Contents <') + 11;
    const end = start + once.toString('latin1', start, once.indexOf('>', start)).replace(/(00)+$/, '').length;
    for (let at = start; at < end; at += 3) {
      const changed = Buffer.from(once);
      changed.write(changed.toString('latin1', at, at + 1) === '0' ? '1' : '0', at, 'latin1');
      const { verdict } = await verifyBytes(changed, anchors);
      expect({ at, verdict }).not.toEqual({ at, verdict: 'valid' });
    }
  });

  it('something hidden in the rest of the hole is refused', async () => {
    const at = once.indexOf('>', once.indexOf('/Contents <')) - 10;
    const changed = Buffer.from(once);
    changed.write('1', at, 'latin1');
    expect(await reasonsOf(changed)).toContain('CMS_UNREADABLE');
  });

  it('bytes behind the end are borne but not called covered, objects are refused, a line end is neither', async () => {
    for (const [extra, count] of [
      [Buffer.from('\nsisipan setelah akhir'), 22],
      [Buffer.alloc(5000, 0x41), 5000],
    ] as const) {
      await expect(verifyBytes(Buffer.concat([once, extra]), anchors)).resolves.toMatchObject({
        verdict: 'indeterminate',
        reasons: ['BYTES_NOT_COVERED'],
        trailingBytes: count,
        signatures: [{ indication: 'TOTAL-PASSED', coversWholeFile: false }],
      });
    }
    const hidden = Buffer.from('\n5 0 obj\n<</Type /Page>>\nendobj\n');
    expect(await reasonsOf(Buffer.concat([once, hidden]))).toEqual(['TRAILING_OBJECTS']);
    await expect(verifyBytes(Buffer.concat([once, Buffer.from('\r\n')]), anchors)).resolves.toMatchObject({
      verdict: 'valid',
    });
  });

  it('an update that nobody signed and that only hides an object is not called valid; an empty one changes nothing', async () => {
    const text = { number: 900, source: '(tidak dirujuk)' };
    const page = { number: 900, source: '<</Type /Page /MediaBox [0 0 595 842]>>' };
    for (const bytes of [await appendUpdate(once, [text]), await appendPackedUpdate(once, [page], false)]) {
      await expect(verifyBytes(bytes, anchors)).resolves.toMatchObject({
        verdict: 'indeterminate',
        reasons: ['HIDDEN_OBJECTS'],
        changes: [],
        signatures: [{ indication: 'TOTAL-PASSED', coversWholeFile: false }],
      });
    }
    await expect(verifyBytes(await appendUpdate(once, []), anchors)).resolves.toMatchObject({ verdict: 'valid' });
  });

  it('a second end of file that points back is refused', async () => {
    const offsets = [...twice.toString('latin1').matchAll(/startxref\n(\d+)\n/g)].map((match) => match[1]);
    expect(offsets).toHaveLength(3);
    for (const [index, offset] of offsets.entries()) {
      const end = Buffer.from(`5 0 obj\n(tersembunyi)\nendobj\nstartxref\n${offset ?? ''}\n%%EOF\n`);
      expect(await reasonsOf(Buffer.concat([twice, end]))).toEqual(index === 0 ? ['UNSIGNED'] : ['TRAILING_OBJECTS']);
    }
  });

  it('a file cut anywhere is refused', async () => {
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      expect(await reasonsOf(once.subarray(0, Math.floor(once.length * share)))).not.toEqual([]);
    }
  });
});

describe('a byte range that leaves something out', () => {
  const range = (bytes: Buffer): string => /\/ByteRange \[[^\]]*\]/.exec(bytes.toString('latin1'))?.[0] ?? '';

  it.each([
    ['begins late', (numbers: number[]) => [1, numbers[1] ?? 0, numbers[2] ?? 0, numbers[3] ?? 0]],
    ['has a wider gap', (numbers: number[]) => [0, (numbers[1] ?? 0) - 10, numbers[2] ?? 0, numbers[3] ?? 0]],
    ['ends early', (numbers: number[]) => [0, numbers[1] ?? 0, numbers[2] ?? 0, (numbers[3] ?? 0) - 10]],
    ['ends behind the file', (numbers: number[]) => [0, numbers[1] ?? 0, numbers[2] ?? 0, (numbers[3] ?? 0) + 10]],
  ])('%s', async (_, change) => {
    const before = range(once);
    const numbers = (before.match(/\d+/g) ?? []).map(Number);
    const after = `/ByteRange [${change(numbers).join(' ')}`.padEnd(before.length - 1);
    const [reason] = await reasonsOf(edit(once, before, `${after}]`));
    expect(['BYTE_RANGE_BAD', 'REVISION_CHAIN_BROKEN']).toContain(reason);
  });

  it('is missing, or the signature is', async () => {
    expect(await reasonsOf(edit(once, '/ByteRange', '/ByteRangx'))).toEqual(['BYTE_RANGE_BAD']);
    expect(await reasonsOf(edit(once, '/Contents <', '/Contentz <'))).toEqual(['BYTE_RANGE_BAD']);
  });
});

describe('an appended update', () => {
  it('that swaps a page is invalid, and says where', async () => {
    const [page = 0] = await numbersOf(once, /\/Type \/Page\b/);
    const content = Number(/\/Contents (\d+) 0 R/.exec(await sourceOf(once, page))?.[1]);
    const source = (await sourceOf(once, page)).replace(/\/Contents \d+ 0 R/, '/Contents 900 0 R');
    const stream = { number: 900, source: '<</Length 26>>\nstream\nBT (isi palsu) Tj ET      \nendstream' };
    const swapped = await appendUpdate(once, [{ number: page, source }, stream]);
    expect(await reasonsOf(swapped)).toEqual(['CHANGED_AFTER_SIGNING']);
    const { changes } = await verifyBytes(swapped, anchors);
    expect(changes).toEqual([{ revision: 3, kind: 'other', allowed: false, what: `Page ${page}: Contents` }]);
    // The content itself, under its own number.
    const replaced = await appendUpdate(once, [{ number: content, source: stream.source }]);
    expect(await reasonsOf(replaced)).toEqual(['CHANGED_AFTER_SIGNING']);
  });

  it('that swaps a page inside an object stream is invalid, behind a cross-reference stream or beside a table', async () => {
    const [page = 0] = await numbersOf(once, /\/Type \/Page\b/);
    const source = (await sourceOf(once, page)).replace(/\/Contents (\d+) 0 R/, '/Contents [$1 0 R $1 0 R]');
    for (const hybrid of [false, true]) {
      const swapped = await appendPackedUpdate(once, [{ number: page, source }], hybrid);
      const { verdict, reasons, changes } = await verifyBytes(swapped, anchors);
      expect({ verdict, reasons }).toEqual({ verdict: 'invalid', reasons: ['CHANGED_AFTER_SIGNING'] });
      expect(changes).toEqual([{ revision: 3, kind: 'other', allowed: false, what: `Page ${page}: Contents` }]);
    }
  });

  it('that replaces an attachment is invalid, and the hash is that of the replacement', async () => {
    const [stream = 0] = await numbersOf(once, /\/Type \/EmbeddedFile\b/);
    const source = '<</Type /EmbeddedFile /Length 5>>\nstream\npalsu\nendstream';
    const replaced = await appendUpdate(once, [{ number: stream, source }]);
    expect(await reasonsOf(replaced)).toEqual(['CHANGED_AFTER_SIGNING']);
    const before = await verifyBytes(once, anchors);
    const after = await verifyBytes(replaced, anchors);
    expect(after.attachments).not.toEqual(before.attachments);
  });

  it('that adds an annotation, a page or a field is invalid', async () => {
    const [page = 0] = await numbersOf(once, /\/Type \/Page\b/);
    const note = { number: 900, source: '<</Type /Annot /Subtype /FreeText /Rect [0 0 99 99] /Contents (catatan)>>' };
    const source = (await sourceOf(once, page)).replace(/>>\s*$/, ' /Annots [900 0 R]>>');
    expect(await reasonsOf(await appendUpdate(once, [{ number: page, source }, note]))).toEqual([
      'CHANGED_AFTER_SIGNING',
    ]);
    const tree = await numberOf(once, /\/Type \/Pages\b/);
    const pages = (await sourceOf(once, tree))
      .replace(/\/Kids \[/, `/Kids [${page} 0 R `)
      .replace('/Count 3', '/Count 4');
    expect(await reasonsOf(await appendUpdate(once, [{ number: tree, source: pages }]))).toEqual([
      'CHANGED_AFTER_SIGNING',
    ]);
    const form = await numberOf(once, /\/SigFlags 3/);
    const fields = (await sourceOf(once, form)).replace(/\/Fields \[/, '/Fields [900 0 R ');
    const field = { number: 900, source: '<</FT /Sig /T (Baru) /Type /Annot /Subtype /Widget /Rect [0 0 0 0]>>' };
    expect(await reasonsOf(await appendUpdate(once, [{ number: form, source: fields }, field]))).toEqual([
      'CHANGED_AFTER_SIGNING',
    ]);
  });

  it('that swaps the look of a signature is invalid', async () => {
    const widget = await numberOf(once, /\/T \(Petugas\)/);
    const look = Number(/\/N (\d+) 0 R/.exec(await sourceOf(once, widget))?.[1]);
    const source = '<</Type /XObject /Subtype /Form /BBox [0 0 240 80] /Length 0>>\nstream\n\nendstream';
    expect(await reasonsOf(await appendUpdate(once, [{ number: look, source }]))).toEqual(['CHANGED_AFTER_SIGNING']);
    const other = (await sourceOf(once, widget)).replace(/\/N \d+ 0 R/, '/N 900 0 R');
    expect(
      await reasonsOf(
        await appendUpdate(once, [
          { number: widget, source: other },
          { number: 900, source },
        ]),
      ),
    ).toEqual(['CHANGED_AFTER_SIGNING']);
  });

  it('that takes a signature away, or all of them, is invalid', async () => {
    const widget = await numberOf(twice, /\/T \(Petugas\)/);
    const source = (await sourceOf(twice, widget)).replace(/\/V \d+ 0 R/, '');
    expect(await reasonsOf(await appendUpdate(twice, [{ number: widget, source }]))).toContain('CHANGED_AFTER_SIGNING');
    const catalog = await numberOf(once, /\/Type \/Catalog/);
    const bare = (await sourceOf(once, catalog)).replace(/\/AcroForm \d+ 0 R/, '').replace(/\/Perms <<[^>]*>>/, '');
    const stripped = await appendUpdate(once, [{ number: catalog, source: bare }]);
    expect(await reasonsOf(stripped)).toContain('CHANGED_AFTER_SIGNING');
  });

  it('with another catalog or another information dictionary is invalid', async () => {
    const catalog = await numberOf(once, /\/Type \/Catalog/);
    const copy = { number: 900, source: await sourceOf(once, catalog) };
    expect(await reasonsOf(await appendUpdate(once, [copy], { Root: '900 0 R' }))).toEqual(['CHANGED_AFTER_SIGNING']);
    const info = { number: 901, source: '<</Title (Judul palsu)>>' };
    expect(await reasonsOf(await appendUpdate(once, [info], { Info: '901 0 R' }))).toEqual(['CHANGED_AFTER_SIGNING']);
  });

  it('that fills a kept field with a signature over something else is invalid', async () => {
    const widget = await numberOf(once, /\/T \(Kepala\)/);
    const petugas = await numberOf(once, /\/T \(Petugas\)/);
    const value = /\/V (\d+ 0 R)/.exec(await sourceOf(once, petugas))?.[1] ?? '';
    const source = (await sourceOf(once, widget)).replace(/>>\s*$/, `\n/V ${value}>>`);
    expect(await reasonsOf(await appendUpdate(once, [{ number: widget, source }]))).toContain('CHANGED_AFTER_SIGNING');
  });

  it('that moves a kept field while filling it is invalid', async () => {
    const widget = await numberOf(twice, /\/T \(Kepala\)/);
    const source = (await sourceOf(twice, widget)).replace(/\/Rect \[[^\]]*\]/, '/Rect [0 0 595 842]');
    expect(await reasonsOf(await appendUpdate(twice, [{ number: widget, source }]))).toEqual(['CHANGED_AFTER_SIGNING']);
  });

  it('that leaves the signed revision out of its chain is invalid', async () => {
    const catalog = { number: 1, source: '<</Type /Catalog /Pages 2 0 R>>' };
    const pages = { number: 2, source: '<</Type /Pages /Kids [] /Count 0>>' };
    const rootless = await appendUpdate(once, [catalog, pages], { Root: '1 0 R', Prev: '0' });
    expect((await verifyBytes(rootless, anchors)).verdict).toBe('invalid');
  });

  it('that defines what the signed revision refers to in vain is invalid', async () => {
    const base = edit(await collect(makeBase()), '/Lang (id-ID)', '/Lang 990 0 R');
    const dangling = await signSample(seal.signer, {}, Readable.from([base]));
    await expect(verifyBytes(dangling, anchors)).resolves.toMatchObject({ verdict: 'valid' });
    const defined = await appendUpdate(dangling, [{ number: 990, source: '(en-GB)' }]);
    expect(await reasonsOf(defined)).toEqual(['CHANGED_AFTER_SIGNING']);
  });

  it('that only adds validation data is allowed', async () => {
    const catalog = await numberOf(once, /\/Type \/Catalog/);
    const source = (await sourceOf(once, catalog)).replace(/>>\s*$/, ' /DSS <</Certs [900 0 R]>>>>');
    const certificate = { number: 900, source: '<</Length 3>>\nstream\nabc\nendstream' };
    const stored = await appendUpdate(once, [{ number: catalog, source }, certificate]);
    await expect(verifyBytes(stored, anchors)).resolves.toMatchObject({
      verdict: 'valid',
      changes: [{ revision: 3, kind: 'validation-data', allowed: true, what: 'DSS' }],
    });
    const emptied = await appendUpdate(stored, [{ number: catalog, source: source.replace('900 0 R', '') }]);
    expect(await reasonsOf(emptied)).toEqual(['CHANGED_AFTER_SIGNING']);
  });
});

describe('a report made anew', () => {
  it('changed and signed again by another self-made seal is never valid', async () => {
    const forged = await signSample(makeSeal('Segel Uji').signer, {}, makeBase({ text: 'Isi yang diubah' }));
    for (const trusted of [[], anchors]) {
      const { verdict, reasons } = await verifyBytes(forged, trusted);
      expect(verdict).toBe('indeterminate');
      expect(reasons).toEqual(['SIGNER_NOT_TRUSTED']);
    }
  });

  it('a further signature by a stranger takes the trust away', async () => {
    const joined = await signFurther(once, makeSeal('Orang lain').signer);
    await expect(verifyBytes(joined, [seal.pem])).resolves.toMatchObject({ verdict: 'indeterminate' });
  });
});

async function collect(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
