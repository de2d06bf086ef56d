import type { FileSource, WorkerInput } from '../kernel.ts';

/** The file as a worker may read it: by range, no path. */
export function workerInput(file: FileSource): WorkerInput {
  return {
    bytes: file.bytes,
    ...(!file.pasted && { name: file.name }),
    read: (offset, length) => file.read(offset, length),
  };
}
