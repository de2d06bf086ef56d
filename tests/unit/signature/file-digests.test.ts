/** What the vault hashes for the reader of a PDF, and how digests are carried from one version of a document to the next. */
import { createHash, type Hash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type PdfDigestsQuestion, pdfDigestsQuestion } from '#shared/contract/pdf-digests.ts';
import { bytesSource } from '../../../electron/vault/files/registry.ts';
import { digestParts } from '../../../electron/vault/reports/verification/file-digests.ts';
import { digestDocument, digestsOfState } from '../../../electron/vault/signing/document-digests.ts';

const MEGABYTE = 1024 * 1024;
/** Three readings of the file and a little more. */
const bytes = randomBytes(5 * MEGABYTE + 321);
const file = bytesSource('uji.pdf', bytes);
const hex = (parts: readonly Uint8Array[]): string[] => parts.map((part) => Buffer.from(part).toString('hex'));
const hashOf = (name: string, ...parts: Uint8Array[]): string =>
  createHash(name).update(Buffer.concat(parts)).digest('hex');
const ask = (question: PdfDigestsQuestion): ReturnType<typeof digestParts> => digestParts(file, question);

describe('digests of a file that is verified', () => {
  it('are those of every range as if each were read by itself', async () => {
    const size = bytes.length;
    const gaps = [
      { start: 700, end: 900, stop: 3 * MEGABYTE },
      { start: 2 * MEGABYTE - 1, end: 2 * MEGABYTE + 1, stop: size },
      { start: 900, end: 900, stop: 900 },
    ];
    const stretches = [
      { start: 10, end: 10 },
      { start: 5, end: 4 * MEGABYTE },
      { start: 2 * MEGABYTE, end: size },
      { start: 0, end: 1 },
    ];
    const answer = await ask({
      prefixes: [
        ...gaps.map(({ start, end, stop }) => ({ hash: 'sha384' as const, gap: { start, end }, end: stop })),
        { hash: 'sha256', gap: null, end: size },
        { hash: 'sha256', gap: null, end: 900 },
        { hash: 'sha512', gap: null, end: 0 },
      ],
      stretches,
    });
    expect(hex(answer.prefixes)).toEqual([
      ...gaps.map(({ start, end, stop }) => hashOf('sha384', bytes.subarray(0, start), bytes.subarray(end, stop))),
      hashOf('sha256', bytes),
      hashOf('sha256', bytes.subarray(0, 900)),
      hashOf('sha512'),
    ]);
    expect(hex(answer.stretches)).toEqual(
      stretches.map(({ start, end }) => hashOf('sha256', bytes.subarray(start, end))),
    );
  });

  it('are refused outside the file, for more work than the file explains, and for ranges that run backwards', async () => {
    const whole = { start: 0, end: bytes.length };
    await expect(ask({ prefixes: [], stretches: [{ start: 0, end: bytes.length + 1 }] })).rejects.toThrow('digests');
    await expect(
      ask({ prefixes: [{ hash: 'sha256', gap: null, end: bytes.length + 1 }], stretches: [] }),
    ).rejects.toThrow('digests');
    await expect(ask({ prefixes: [], stretches: Array.from({ length: 100 }, () => whole) })).rejects.toThrow('digests');
    const backwards = { prefixes: [], stretches: [{ start: 2, end: 1 }] };
    expect(pdfDigestsQuestion.safeParse(backwards).success).toBe(false);
  });

  it('stop when they are not wanted any more, and when the file becomes shorter', async () => {
    const question = { prefixes: [], stretches: [{ start: 0, end: bytes.length }] };
    await expect(digestParts(file, question, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    const cut = bytesSource('uji.pdf', bytes.subarray(0, MEGABYTE));
    await expect(digestParts({ ...cut, bytes: bytes.length }, question)).rejects.toThrow('shorter');
  });
});

describe('digests of a document that grows', () => {
  const feed = (hashes: readonly Hash[]): Promise<void> => {
    for (const hash of hashes) hash.update(bytes.subarray(0, 1000)).update(bytes.subarray(1000));
    return Promise.resolve();
  };

  it('go on from the version before, which keeps its own', async () => {
    const first = await digestDocument(feed, ['sha512']);
    const tail = randomBytes(50);
    const second = first.after([tail]);
    const third = second.after([tail, tail]);
    expect(hex([first.with('sha256', []), second.with('sha512', []), third.with('sha256', [tail])])).toEqual([
      hashOf('sha256', bytes),
      hashOf('sha512', bytes, tail),
      hashOf('sha256', bytes, tail, tail, tail, tail),
    ]);
    expect([third.has('sha512'), third.has('sha384')]).toEqual([true, false]);
    expect(() => third.with('sha384', [])).toThrow('sha384');
  });

  it('may begin with a state that somebody else made', () => {
    const state = createHash('sha256').update(bytes);
    const digests = digestsOfState(state);
    expect(hex([digests.with('sha256', [bytes]), digests.with('sha256', [])])).toEqual([
      hashOf('sha256', bytes, bytes),
      hashOf('sha256', bytes),
    ]);
  });
});
