/** The fonts, the colour profile and the wording that every document is made with, read once a session. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { REPORT_RESOURCES } from '#shared/domain/report/resources.ts';
import type { BlobReader, UseCaseContext } from '../kernel.ts';

/** As the worker's inputs, by their names. */
export async function reportResources(context: UseCaseContext): Promise<Record<string, BlobReader>> {
  const inputs: Record<string, BlobReader> = {};
  for (const { input, file } of REPORT_RESOURCES) {
    const bytes = await readFile(path.join(context.resourcesDirectory, file));
    inputs[input] = {
      bytes: bytes.length,
      read: (offset, length) => Promise.resolve(Uint8Array.from(bytes.subarray(offset, offset + length))),
    };
  }
  return inputs;
}
