/** What may be shown until the lock, by random handle. */
import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';
import type { ViewSource } from '../kernel.ts';

export interface ViewRegistry {
  open(source: ViewSource): string;
  release(handle: string): void;
  /** NOT_FOUND for a handle that was released, or that the lock ended. */
  find(handle: string): ViewSource;
  clear(): void;
}

export function createViewRegistry(): ViewRegistry {
  const views = new Map<string, ViewSource>();
  return {
    open: (source) => {
      const handle = `view_${randomBytes(16).toString('hex')}`;
      views.set(handle, source);
      return handle;
    },
    release: (handle) => void views.delete(handle),
    find: (handle) => {
      const source = views.get(handle);
      if (!source) throw new AppError('NOT_FOUND');
      return source;
    },
    clear: () => views.clear(),
  };
}
