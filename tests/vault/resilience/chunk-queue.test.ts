import { expect, it } from 'vitest';
import { createChunkQueue } from '../../../electron/vault/evidence/chunk-queue.ts';

it('refuses the chunk over which the reader failed, too: whoever sends a capture must not wait for ever', async () => {
  const queue = createChunkQueue();
  const reading = (async () => {
    for await (const chunk of queue) if (chunk[0] === 2) throw new Error('the disk is full');
  })();
  const failed = reading.catch((error: unknown) => queue.fail(error as Error));
  await queue.push(Uint8Array.of(1));
  await expect(queue.push(Uint8Array.of(2))).rejects.toThrow('the disk is full');
  await failed;
  await expect(queue.push(Uint8Array.of(3))).rejects.toThrow('the disk is full');
});
