/** Where things are in the source tree. Runs on Node 20 without packages, as everything that set-up stands on. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the source tree, absolute. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** An absolute path inside the source tree. */
export function inRoot(...parts) {
  return path.join(root, ...parts);
}
