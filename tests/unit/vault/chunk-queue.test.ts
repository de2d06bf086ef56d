import { describe, expect, it } from 'vitest';
import { createChunkQueue } from '../../../electron/vault/evidence/chunk-queue.ts';
import { plainRgbSize } from '../../../electron/vault/reports/report-pictures.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('chunk queue', () => {
  it('hands on in order and ends', async () => {
    const queue = createChunkQueue();
    const pushed = Promise.all([queue.push(bytes(1)), queue.push(bytes(2))]).then(() => queue.end());
    const seen: number[] = [];
    for await (const chunk of queue) seen.push(...chunk);
    await pushed;
    expect(seen).toEqual([1, 2]);
  });

  it('makes both sides fail when one does', async () => {
    const queue = createChunkQueue();
    const push = queue.push(bytes(1));
    queue.fail(new Error('disk full'));
    await expect(push).rejects.toThrow('disk full');
    await expect(queue.push(bytes(2))).rejects.toThrow('disk full');
    await expect(queue[Symbol.asyncIterator]().next()).rejects.toThrow('disk full');
  });
});

describe('a PNG that needs no conversion', () => {
  const header = (depth: number, colour: number, interlace: number): Uint8Array => {
    const head = Buffer.alloc(33);
    head.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
    head.write('IHDR', 12, 'latin1');
    head.writeUInt32BE(800, 16);
    head.writeUInt32BE(600, 20);
    head.set([depth, colour, 0, 0, interlace], 24);
    return head;
  };
  it('is RGB, 8 bits, not interlaced', () => {
    expect(plainRgbSize(header(8, 2, 0))).toEqual({ width: 800, height: 600 });
  });
  it.each([
    ['RGBA', header(8, 6, 0)],
    ['16 bits', header(16, 2, 0)],
    ['interlaced', header(8, 2, 1)],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff])],
  ])('is not %s', (_name, head) => {
    expect(plainRgbSize(head)).toBeNull();
  });
});
