/** What leaves the vault must not land in it: what lies there is encrypted, and a copy would be lost with it. */
import path from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';

/** FOLDER_INSIDE_VAULT for the vault's own folder and every path inside it. */
export function refuseInside(vaultDirectory: string, target: string): void {
  const inside = path.relative(path.resolve(vaultDirectory), path.resolve(target));
  if (!(inside.startsWith('..') || path.isAbsolute(inside))) throw new AppError('FOLDER_INSIDE_VAULT');
}
