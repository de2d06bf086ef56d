import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VaultService } from '../../../electron/vault/service.ts';
import { joined } from '../../../electron/vault/signatures/document-versions.ts';
import { create, filesBelow, jobValue, keep, newPlace, newService, open } from './support.ts';
import type { Place } from './support.ts';

const CHUNK = 1_048_576;
const TAG = 16;
let place: Place;
let service: VaultService;
beforeEach(async () => {
  place = newPlace();
  service = newService(place);
  await create(service, place);
});
afterEach(async () => {
  await service.lock('button');
  place.remove();
});

function onlyBlobFile(): string {
  const files = filesBelow(path.join(place.vault, 'blobs'));
  expect(files).toHaveLength(1);
  return path.join(place.vault, 'blobs', files[0] ?? '');
}

describe('blob store', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17])(
    'gives back %i bytes, whole and in ranges',
    async (size) => {
      const bytes = randomBytes(size);
      const sha256 = await keep(service, bytes);
      expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      const reader = service.context().blobs.open(sha256);
      expect(reader.bytes).toBe(size);
      expect(Buffer.compare(Buffer.from(await reader.read(0, size + 10)), bytes)).toBe(0);
      for (const [offset, length] of [
        [size - 3, 10],
        [CHUNK - 5, 10],
        [Math.floor(size / 2), 1],
      ] as const) {
        const from = Math.max(0, offset);
        expect(Buffer.from(await reader.read(from, length))).toEqual(bytes.subarray(from, from + length));
      }
      expect(await service.context().blobs.check(sha256)).toBe('intact');
      const hashes = [createHash('sha256'), createHash('sha512')] as const;
      const heard: (readonly number[])[] = [];
      await reader.hashInto(hashes, { onBytes: (done, total) => heard.push([done, total]) });
      expect(hashes[0].digest('hex')).toBe(sha256);
      expect(hashes[1].digest('hex')).toBe(createHash('sha512').update(bytes).digest('hex'));
      expect(heard).toHaveLength(Math.max(1, Math.ceil(size / CHUNK)));
      expect(heard.at(-1)).toEqual([size, size]);
    },
  );

  it('gives pieces that stay what they are, whatever is read or hashed meanwhile and later', async () => {
    const bytes = randomBytes(4 * CHUNK + 100);
    const reader = service.context().blobs.open(await keep(service, bytes));
    const hashing = reader.hashInto([createHash('sha256')]);
    const kept = await Promise.all([0, 1, 2, 3, 4].map((index) => reader.read(index * CHUNK, CHUNK)));
    const inside = await reader.read(CHUNK - 50, 100);
    await hashing;
    await reader.hashInto([createHash('sha256')]);
    await reader.read(2 * CHUNK, CHUNK);
    expect(Buffer.compare(Buffer.concat(kept), bytes)).toBe(0);
    expect(Buffer.from(inside)).toEqual(bytes.subarray(CHUNK - 50, CHUNK + 50));
  });

  it('hashes several that are read as one', async () => {
    const [first, second] = [randomBytes(CHUNK + 7), randomBytes(90)];
    const { blobs } = service.context();
    const whole = joined(blobs.open(await keep(service, first)), blobs.open(await keep(service, second)));
    const hash = createHash('sha256');
    const heard: number[] = [];
    await whole.hashInto([hash], { onBytes: (done, total) => heard.push(total - done) });
    expect(hash.digest('hex')).toBe(createHash('sha256').update(first).update(second).digest('hex'));
    expect(heard).toEqual([97, 90, 0]);
  });

  it('stops hashing when it is not wanted any more', async () => {
    const reader = service.context().blobs.open(await keep(service, randomBytes(3 * CHUNK)));
    const stop = new AbortController();
    const hashing = reader.hashInto([createHash('sha256')], { signal: stop.signal, onBytes: () => stop.abort() });
    await expect(hashing).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('leaves the bytes it was given to whoever gave them', async () => {
    const pieces = [randomBytes(CHUNK), randomBytes(CHUNK), randomBytes(10)];
    const before = Buffer.concat(pieces);
    const sha256 = await keep(service, before);
    const staged = await service.context().blobs.stage(pieces);
    expect(staged.sha256).toBe(sha256);
    expect(Buffer.compare(Buffer.concat(pieces), before)).toBe(0);
  });

  it('takes pieces of any size and holds the first bytes', async () => {
    const bytes = randomBytes(2 * CHUNK + 5);
    const pieces = function* (): Generator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 99_991) yield bytes.subarray(at, at + 99_991);
    };
    const { blobs } = service.context();
    const staged = await blobs.stage(pieces());
    expect(staged).toMatchObject({ bytes: bytes.length, known: false });
    expect(Buffer.from(staged.head)).toEqual(bytes.subarray(0, 4_096));
    expect(Buffer.from(await blobs.openStaged(staged).read(CHUNK - 2, 4))).toEqual(
      bytes.subarray(CHUNK - 2, CHUNK + 2),
    );
    await blobs.discard(staged);
    expect(filesBelow(path.join(place.vault, 'blobs'))).toEqual([]);
  });

  it('keeps the same bytes once, under a name that tells nothing', async () => {
    const bytes = Buffer.from('gambar yang dikenal');
    const sha256 = await keep(service, bytes);
    const again = await service.context().blobs.stage([bytes]);
    expect(again.known).toBe(true);
    expect(await keep(service, bytes)).toBe(sha256);
    expect(onlyBlobFile()).not.toContain(sha256);
  });

  it('leaves nothing after an abort, a discarded intake or a transaction that fails', async () => {
    const controller = new AbortController();
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (let count = 0; ; count += 1) {
        if (count === 3) controller.abort();
        yield await Promise.resolve(randomBytes(CHUNK));
      }
    };
    const { blobs, write } = service.context();
    await expect(blobs.stage(endless(), controller.signal)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(filesBelow(path.join(place.vault, 'blobs'))).toEqual([]);
    const staged = await blobs.stage([Buffer.from('akan gagal')]);
    expect(() =>
      write([], (database) => {
        blobs.adopt(database, staged);
        throw new Error('gagal');
      }),
    ).toThrow('gagal');
    expect(() => blobs.open(staged.sha256)).toThrow('EVIDENCE_MISSING');
    await service.lock('button');
    await open(service, place);
    expect(filesBelow(path.join(place.vault, 'blobs'))).toEqual([]);
  });

  const tampering: readonly (readonly [name: string, change: (file: Buffer) => Buffer, found: string])[] = [
    ['one bit changed', (file) => flip(file, 100), 'decryption-failed'],
    ['the last chunk cut off', (file) => file.subarray(0, CHUNK + TAG), 'size-differs'],
    ['a tail cut off', (file) => file.subarray(0, file.length - 1), 'size-differs'],
    [
      'two chunks swapped',
      (file) => Buffer.concat([chunk(file, 1), chunk(file, 0), file.subarray(2 * (CHUNK + TAG))]),
      'decryption-failed',
    ],
    [
      'a chunk repeated',
      (file) => Buffer.concat([chunk(file, 0), chunk(file, 0), file.subarray(2 * (CHUNK + TAG))]),
      'decryption-failed',
    ],
  ];
  it.each(tampering)('notices %s', async (_name, change, found) => {
    const sha256 = await keep(service, randomBytes(2 * CHUNK + 500));
    const file = onlyBlobFile();
    writeFileSync(file, change(readFileSync(file)));
    const { blobs } = service.context();
    expect(await blobs.check(sha256)).toBe(found);
    await expect(blobs.open(sha256).read(0, 3 * CHUNK)).rejects.toMatchObject({ code: 'EVIDENCE_DAMAGED' });
    await expect(blobs.open(sha256).hashInto([createHash('sha256')])).rejects.toMatchObject({
      code: 'EVIDENCE_DAMAGED',
    });
    const verified = await jobValue(service, await service.call('vault.verify', {}));
    expect(verified).toMatchObject({
      ok: false,
      items: 1,
      damaged: [{ sha256, problem: found }],
      missing: [],
      custody: { ok: true },
    });
  });

  it('notices a chunk of another blob, and a file that is missing', async () => {
    const first = await keep(service, randomBytes(50));
    const fileOfFirst = onlyBlobFile();
    const second = await keep(service, randomBytes(50));
    const files = filesBelow(path.join(place.vault, 'blobs')).map((name) => path.join(place.vault, 'blobs', name));
    const fileOfSecond = files.find((file) => file !== fileOfFirst) ?? '';
    writeFileSync(fileOfFirst, readFileSync(fileOfSecond));
    rmSync(fileOfSecond);
    expect(await service.context().blobs.check(first)).toBe('decryption-failed');
    expect(await service.context().blobs.check(second)).toBe('missing');
    expect(await jobValue(service, await service.call('vault.verify', {}))).toMatchObject({
      ok: false,
      missing: [{ sha256: second }],
    });
  });

  it('sweeps at the next open what a crash left, and only that', async () => {
    const sha256 = await keep(service, randomBytes(50));
    await service.lock('button');
    const folder = path.join(place.vault, 'blobs');
    const kept = filesBelow(folder);
    writeFileSync(path.join(folder, 'incoming', 'sisa.part'), 'x');
    const shelf = readdirSync(folder).find((name) => name !== 'incoming') ?? '';
    writeFileSync(path.join(folder, shelf, 'f'.repeat(64)), 'x');
    await open(service, place);
    expect(filesBelow(folder)).toEqual(kept);
    expect(await service.context().blobs.check(sha256)).toBe('intact');
  });
});

function chunk(file: Buffer, index: number): Buffer {
  return file.subarray(index * (CHUNK + TAG), (index + 1) * (CHUNK + TAG));
}

function flip(file: Buffer, at: number): Buffer {
  const copy = Buffer.from(file);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
