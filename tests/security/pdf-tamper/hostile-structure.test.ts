/** Files made to hang, fill or confuse the verifier. Each must be answered quickly, and never with `valid`. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeSeal, signSample, verifyBytes } from '../../support/signature/sample-report.ts';
import { createRandom } from '../../support/signature/seeded-random.ts';

interface Part {
  readonly number: number;
  readonly body: string | Buffer;
}

/** A classic PDF out of object bodies. */
function makePdf(parts: readonly Part[], trailer = '/Root 1 0 R'): Buffer {
  const chunks = [Buffer.from('%PDF-1.7\n')];
  const lines: string[] = [];
  let length = 9;
  for (const { number, body } of parts) {
    lines.push(`${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`);
    const bytes = Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]);
    chunks.push(bytes);
    length += bytes.length;
  }
  const end = `xref\n${lines.join('')}trailer\n<</Size 1000 ${trailer}>>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...chunks, Buffer.from(end)]);
}

function stream(dictionary: string, data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${dictionary} /Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

const CATALOG = { number: 1, body: '<</Type /Catalog /AcroForm 3 0 R /Names 4 0 R>>' };

async function verdictOf(bytes: Buffer): Promise<string> {
  const started = performance.now();
  const { verdict } = await verifyBytes(bytes);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(verdict).toBe('invalid');
  return verdict;
}

describe('hostile structure', () => {
  it.each<[string, Part[], string?]>([
    ['a cross-reference chain in a circle', [CATALOG], '/Root 1 0 R /Prev 61'],
    [
      'references in a circle',
      [
        { number: 1, body: '2 0 R' },
        { number: 2, body: '1 0 R' },
      ],
    ],
    [
      'a form whose kids are their own parents',
      [
        CATALOG,
        { number: 3, body: '<</Fields [5 0 R]>>' },
        { number: 5, body: '<</FT /Sig /T (a) /Kids [5 0 R 5 0 R]>>' },
      ],
    ],
    [
      'a name tree in a circle',
      [CATALOG, { number: 4, body: '<</EmbeddedFiles 6 0 R>>' }, { number: 6, body: '<</Kids [6 0 R]>>' }],
    ],
    ['arrays nested a million deep', [CATALOG, { number: 3, body: '['.repeat(1_000_000) }]],
    ['dictionaries nested deep', [CATALOG, { number: 3, body: `${'<</A '.repeat(5000)}1${'>>'.repeat(5000)}` }]],
    ['a number of a million digits', [CATALOG, { number: 3, body: '9'.repeat(1_000_000) }]],
    ['a string without end', [CATALOG, { number: 3, body: `(${'a'.repeat(1_000_000)}` }]],
    ['a key twice', [CATALOG, { number: 3, body: '<</Fields [] /Fields [5 0 R]>>' }]],
    ['a huge size and huge offsets', [CATALOG], '/Root 1 0 R /Size 99999999999 /Prev 99999999999999'],
    ['a root that is not there', [CATALOG], '/Root 777 0 R'],
    ['no root', [CATALOG], ''],
    ['an encrypted file', [CATALOG], '/Root 1 0 R /Encrypt 5 0 R'],
  ])('%s', async (_, parts, trailer) => {
    await verdictOf(makePdf(parts, trailer));
  });

  it('an attachment that unpacks to far more than it is', async () => {
    const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 });
    const parts = [
      CATALOG,
      { number: 4, body: '<</EmbeddedFiles <</Names [(a) 6 0 R]>>>>' },
      { number: 6, body: '<</Type /Filespec /F (a) /EF <</F 7 0 R>>>>' },
      { number: 7, body: stream('/Type /EmbeddedFile /Filter /FlateDecode', bomb) },
    ];
    // 64 MB are plausible and are hashed; twice packed is refused.
    await verdictOf(makePdf(parts));
    const twice = parts.map((part) =>
      part.number === 7 ? { number: 7, body: stream('/Filter [/FlateDecode /FlateDecode]', deflateSync(bomb)) } : part,
    );
    const { reasons } = await verifyBytes(makePdf(twice));
    expect(reasons).toContain('ATTACHMENT_UNREADABLE');
  });

  it('a cross-reference stream and an object stream that are bombs', async () => {
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 });
    const body = stream(
      '/Type /XRef /W [1 4 2] /Index [0 1900000] /Size 1900000 /Root 1 0 R /Filter /FlateDecode',
      bomb,
    );
    const head = Buffer.from('%PDF-1.7\n');
    const file = Buffer.concat([head, Buffer.from('9 0 obj\n'), body, Buffer.from('\nendobj\nstartxref\n9\n%%EOF\n')]);
    await verdictOf(file);
  });

  it('a table that claims millions of entries', async () => {
    const file = Buffer.from('%PDF-1.7\nxref\n0 9999999999\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n9\n%%EOF\n');
    await verdictOf(file);
  });

  it('500 signature fields over one signature', async () => {
    const fields = Array.from({ length: 500 }, (_, index) => ({
      number: index + 10,
      body: `<</FT /Sig /T (f${index}) /V <</Type /Sig /ByteRange [0 10 20 30] /Contents <00>>>>>`,
    }));
    const form = { number: 3, body: `<</Fields [${fields.map(({ number }) => `${number} 0 R`).join(' ')}]>>` };
    await verdictOf(makePdf([CATALOG, form, ...fields]));
  });

  it('a signed report with its bytes mixed at random never hangs and is never valid', async () => {
    const seal = makeSeal();
    const whole = await signSample(seal.signer);
    const random = createRandom(20261122);
    for (let round = 0; round < 150; round++) {
      const bytes = Buffer.from(whole);
      // Mostly the structure at the end, where the table, the trailer and the form are.
      for (let count = 0; count < 1 + random() * 20; count++) {
        const at = Math.floor(random() < 0.7 ? bytes.length - 2000 * random() - 1 : bytes.length * random());
        bytes[at] = Math.floor(random() * 256);
      }
      const outcome = await verifyBytes(bytes, [seal.pem]).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'PDF_UNREADABLE' });
      else expect(outcome).not.toMatchObject({ verdict: 'valid' });
    }
  });
});
