/** Where a test finds a worker's program. */
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Whether these tests run inside Electron, whose Node knows fewer options and no types. */
export const inElectron = 'electron' in process.versions;

/** The tests' own entry to its source; inside Electron, whose Node may know no types, what the build made of it. */
export function workerEntry(kind: string): string {
  return inElectron
    ? path.join(root, 'out/main', `worker-${kind}.js`)
    : path.join(root, 'tests/support/workers', `${kind}.ts`);
}
